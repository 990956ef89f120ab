import { MOST_FEATURES } from './features.ts';
import { LABELS } from './labels.ts';
import type { PackedTable } from './packed-table.ts';
import type { Weights } from './tagger.ts';

/** Size of a weight relative to the largest of its feature, by the two lower bits of its level; the third is the sign. */
export const LEVELS: readonly number[] = [1, 0.62, 0.36, 0.18];
/** Number of steps for the largest weight of a feature, and the factor from one step to the next. */
export const SCALES = 96;
const SCALE_STEP = 1.06;
const LEAST_SCALE = 0.04;

/** Parts of a slot. Rows may hold 2 MB, so that a place fits into 21 bits; one more tells rows that were spread out. */
const PRINT = 0xffc00000 | 0;
const PLACE = 0x001fffff;
const SPREAD = 0x00200000;
/** Rows with more weights than this are spread out: two labels in each 32-bit word, so that one addition does for both. */
const SPREAD_FROM = 6;
/** Words of a spread row: room for 32 labels. */
const SPREAD_WORDS = 16;
/** What a weight of 1 is in a spread row. Sums stay in 16 bits as long as they are below 128. */
const SPREAD_UNIT = 256;

/** The largest weight of a feature by its scale number. */
export function scaleValue(scale: number): number {
  return LEAST_SCALE * SCALE_STEP ** scale;
}

/** The scale number nearest to a weight. */
export function scaleOf(weight: number): number {
  return Math.max(0, Math.min(SCALES - 1, Math.round(Math.log(weight / LEAST_SCALE) / Math.log(SCALE_STEP))));
}

/**
 * Weights as the file holds them. For each feature, in the order of the table: a byte for the scale, one for the number of
 * weights, and for each weight a byte: label in the upper five bits, level in the lower three.
 */
export class PackedWeights implements Weights {
  readonly moves: Float32Array;
  private readonly rows: Uint8Array;
  /**
   * Open addressing: the upper ten bits of a feature's key, and the place of its row plus one in the lower 22. One word a slot
   * keeps the table small, and memory is what the time goes into; a wrong match happens about once in 700 look-ups.
   */
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly values = new Float32Array(SCALES * 8);
  private readonly spread: Int32Array;
  private readonly sums = new Int32Array(SPREAD_WORDS);
  private readonly places = new Int32Array(MOST_FEATURES + 1);
  private readonly narrowPlaces = new Int32Array(MOST_FEATURES + 1);

  constructor(table: PackedTable, rows: Uint8Array, moves: Float32Array) {
    this.rows = rows;
    this.moves = moves;
    const { values } = this;
    for (let scale = 0; scale < SCALES; scale += 1) {
      for (let level = 0; level < 8; level += 1) {
        values[scale * 8 + level] = scaleValue(scale) * LEVELS[level & 3]! * (level > 3 ? -1 : 1);
      }
    }
    let size = 1024;
    while (size < table.size * 1.3) size *= 2;
    const mask = size - 1;
    const slots = new Int32Array(size);
    let wide = 0;
    for (let at = 0; at + 1 < rows.length; at += 2 + rows[at + 1]!) if (rows[at + 1]! > SPREAD_FROM) wide += 1;
    const spread = new Int32Array(wide * SPREAD_WORDS);
    wide = 0;
    let at = 0;
    table.each((key) => {
      let slot = key & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      const count = rows[at + 1] ?? 0;
      if (count > SPREAD_FROM) {
        slots[slot] = (key & PRINT) | SPREAD | wide;
        const base = wide * SPREAD_WORDS;
        for (let e = at + 2; e < at + 2 + count; e += 1) {
          const weight = Math.round(values[(rows[at]! << 3) | (rows[e]! & 7)]! * SPREAD_UNIT);
          const label = rows[e]! >>> 3;
          spread[base + (label >>> 1)]! += (label & 1) === 0 ? weight : weight << 16;
        }
        wide += 1;
      } else slots[slot] = (key & PRINT) | (at + 1);
      at += 2 + count;
    });
    this.mask = mask;
    this.slots = slots;
    this.spread = spread;
  }

  add(keys: Int32Array, n: number, out: Float32Array, at: number): void {
    const { slots, mask, rows, values, spread, sums, places, narrowPlaces } = this;
    // Three loops instead of one: look-ups that do not wait for each other let the processor fetch many memory lines at once.
    let wide = 0;
    let narrow = 0;
    for (let k = 0; k < n; k += 1) {
      const key = keys[k]!;
      let slot = key & mask;
      let found = slots[slot]!;
      while (found !== 0 && ((found ^ key) & PRINT) !== 0) {
        slot = (slot + 1) & mask;
        found = slots[slot]!;
      }
      places[wide] = (found & PLACE) * SPREAD_WORDS;
      narrowPlaces[narrow] = found & PLACE;
      const isWide = (found >>> 21) & 1;
      wide += isWide;
      narrow += found === 0 ? 0 : 1 - isWide;
    }
    sums.fill(0);
    for (let k = 0; k < wide; k += 1) {
      const base = places[k]!;
      for (let w = 0; w < SPREAD_WORDS; w += 1) sums[w]! += spread[base + w]!;
    }
    for (let k = 0; k < narrow; k += 1) {
      const place = narrowPlaces[k]!;
      const scale = rows[place - 1]! << 3;
      const end = place + 1 + rows[place]!;
      for (let e = place + 1; e < end; e += 1) {
        const entry = rows[e]!;
        out[at + (entry >>> 3)]! += values[scale | (entry & 7)]!;
      }
    }
    for (let y = 0; y < LABELS; y += 1) {
      const pair = sums[y >>> 1]!;
      // The lower half is signed: what it borrowed from the upper half goes back.
      const low = (pair << 16) >> 16;
      out[at + y]! += ((y & 1) === 0 ? low : (pair - low) >> 16) / SPREAD_UNIT;
    }
  }
}
