import { LABELS } from '../src/entities/labels.ts';
import { CLUSTERINGS } from '../src/entities/lexicon.ts';
import {
  checksum,
  DATA_START,
  HEADER_WORDS,
  MAGIC,
  SECTIONS,
  type SectionName,
  VERSION,
} from '../src/entities/model-file.ts';
import { LEVELS, scaleOf, scaleValue } from '../src/entities/packed-weights.ts';
import type { Weights } from './crf.ts';
import { packKeys } from './pack-keys.ts';
import type { Vocabulary } from './vocabulary.ts';

type Sections = Partial<Record<SectionName, ArrayBufferView>>;

const WORD_BITS = 14;
const LIST_BITS = 16;
const WEIGHT_BITS = 16;

export function vocabularySections(vocabulary: Vocabulary): Sections {
  const words = packKeys(vocabulary.wordKeys, WORD_BITS);
  const clusters = new Uint16Array(words.order.length * CLUSTERINGS);
  words.order.forEach((k, n) => {
    for (let c = 0; c < CLUSTERINGS; c += 1) clusters[n * CLUSTERINGS + c] = vocabulary.clusters[k * CLUSTERINGS + c]!;
  });
  const habits = packKeys(vocabulary.habitKeys, WORD_BITS);
  return {
    wordGroups: words.counts,
    wordPrints: words.prints,
    clusters,
    habitGroups: habits.counts,
    habitPrints: habits.prints,
    habits: Uint8Array.from(habits.order, (k) => vocabulary.habits[k]!),
  };
}

export function listSections(lists: ReadonlyMap<number, number>): Sections {
  const packed = packKeys(Int32Array.from(lists.keys()), LIST_BITS);
  const values = Array.from(lists.values());
  const numbers = new Map<number, number>();
  const maskOf = Uint16Array.from(packed.order, (k) => {
    const mask = values[k]!;
    const known = numbers.get(mask);
    if (known !== undefined) return known;
    numbers.set(mask, numbers.size);
    return numbers.size - 1;
  });
  return {
    listGroups: packed.counts,
    listPrints: packed.prints,
    listMaskOf: maskOf,
    listMasks: Uint32Array.from(numbers.keys(), (m) => m >>> 0),
  };
}

/** Drops weights below `least`, with the features that have none left, and packs the others as PackedWeights reads them. */
export function weightSections(keys: Int32Array, learnt: Weights, least: number): Sections {
  const kept: number[] = [];
  for (let f = 0; f < keys.length; f += 1) {
    for (let y = 0; y < LABELS; y += 1) {
      if (Math.abs(learnt.emit[f * LABELS + y]!) >= least) {
        kept.push(f);
        break;
      }
    }
  }
  const packed = packKeys(
    Int32Array.from(kept, (f) => keys[f]!),
    WEIGHT_BITS,
  );
  const rows: number[] = [];
  packed.order.forEach((k) => {
    const base = kept[k]! * LABELS;
    let top = 0;
    for (let y = 0; y < LABELS; y += 1) top = Math.max(top, Math.abs(learnt.emit[base + y]!));
    const scale = scaleOf(top);
    const largest = scaleValue(scale);
    const countAt = rows.length + 1;
    rows.push(scale, 0);
    for (let y = 0; y < LABELS; y += 1) {
      const weight = learnt.emit[base + y]!;
      const size = Math.abs(weight);
      // Half the lowest level is nearer to nothing.
      if (size < least || size < largest * 0.09) continue;
      let level = 0;
      for (let l = 1; l < LEVELS.length; l += 1) {
        if (Math.abs(LEVELS[l]! * largest - size) < Math.abs(LEVELS[level]! * largest - size)) level = l;
      }
      rows.push((y << 3) | level | (weight < 0 ? 4 : 0));
      rows[countAt]! += 1;
    }
  });
  return {
    weightGroups: packed.counts,
    weightPrints: packed.prints,
    weightRows: Uint8Array.from(rows),
    moves: learnt.moves,
  };
}

/** Puts the sections into one file, with header and checksum. Throws when a section is missing. */
export function assemble(sections: Sections): ArrayBuffer {
  let size = DATA_START;
  for (const name of SECTIONS) {
    const part = sections[name];
    if (part === undefined) throw new Error(`section ${name} is missing`);
    size += (part.byteLength + 3) & ~3;
  }
  const bytes = new ArrayBuffer(size);
  const words = new Int32Array(bytes);
  words[0] = MAGIC;
  words[1] = VERSION;
  words[2] = size;
  let at = DATA_START;
  SECTIONS.forEach((name, s) => {
    const part = sections[name]!;
    words[HEADER_WORDS + s] = part.byteLength;
    new Uint8Array(bytes, at, part.byteLength).set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    at += (part.byteLength + 3) & ~3;
  });
  words[3] = checksum(words);
  return bytes;
}

/** The file with the most weights that fit into `limit` bytes: raises the least weight kept until it does. */
export function assembleWithin(
  others: Sections,
  keys: Int32Array,
  learnt: Weights,
  limit: number,
): { bytes: ArrayBuffer; least: number } {
  let low = 0.005;
  let high = 1;
  let best = assemble({ ...others, ...weightSections(keys, learnt, high) });
  let least = high;
  for (let tries = 0; tries < 9; tries += 1) {
    const middle = (low + high) / 2;
    const bytes = assemble({ ...others, ...weightSections(keys, learnt, middle) });
    if (bytes.byteLength <= limit) {
      best = bytes;
      least = middle;
      high = middle;
    } else low = middle;
  }
  return { bytes: best, least };
}
