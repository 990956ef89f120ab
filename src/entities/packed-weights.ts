import type { PackedTable } from './packed-table.ts';
import type { Weights } from './tagger.ts';

/** Size of a weight relative to the largest of its feature, by the two lower bits of its level; the third is the sign. */
export const LEVELS: readonly number[] = [1, 0.62, 0.36, 0.18];
/** Number of steps for the largest weight of a feature, and the factor from one step to the next. */
export const SCALES = 96;
const SCALE_STEP = 1.06;
const LEAST_SCALE = 0.04;

/** Parts of a slot. Rows may hold 4 MB, so that a place fits into 22 bits. */
const PRINT = 0xffc00000 | 0;
const PLACE = 0x003fffff;

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

  constructor(table: PackedTable, rows: Uint8Array, moves: Float32Array) {
    this.rows = rows;
    this.moves = moves;
    let size = 1024;
    while (size < table.size * 1.6) size *= 2;
    this.mask = size - 1;
    const slots = new Int32Array(size);
    let at = 0;
    table.each((key) => {
      let slot = key & this.mask;
      while (slots[slot] !== 0) slot = (slot + 1) & this.mask;
      slots[slot] = (key & PRINT) | (at + 1);
      at += 2 + (rows[at + 1] ?? 0);
    });
    this.slots = slots;
    for (let scale = 0; scale < SCALES; scale += 1) {
      for (let level = 0; level < 8; level += 1) {
        this.values[scale * 8 + level] = scaleValue(scale) * LEVELS[level & 3]! * (level > 3 ? -1 : 1);
      }
    }
  }

  add(keys: Int32Array, n: number, out: Float32Array, at: number): void {
    const { slots, mask, rows, values } = this;
    for (let k = 0; k < n; k += 1) {
      const key = keys[k]!;
      let slot = key & mask;
      let found = slots[slot]!;
      while (found !== 0 && ((found ^ key) & PRINT) !== 0) {
        slot = (slot + 1) & mask;
        found = slots[slot]!;
      }
      if (found === 0) continue;
      const place = found & PLACE;
      const scale = rows[place - 1]! << 3;
      const end = place + 1 + rows[place]!;
      for (let e = place + 1; e < end; e += 1) {
        const entry = rows[e]!;
        out[at + (entry >>> 3)]! += values[scale | (entry & 7)]!;
      }
    }
  }
}
