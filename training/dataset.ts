import type { Document } from '../src/entities/document.ts';
import { featuresOf, MOST_FEATURES } from '../src/entities/features.ts';
import { BEGIN, INSIDE, LAST, labelOf, UNIT } from '../src/entities/labels.ts';
import type { GoldText } from './corpora.ts';
import type { Chains } from './crf.ts';

/** The gold label of every token: -1 where the type is unknown or the name does not fit the tokens. */
export function goldLabels(doc: Document, gold: GoldText): { labels: Int8Array; misfits: number; outside: number } {
  const labels = new Int8Array(doc.count);
  let misfits = 0;
  let outside = 0;
  let i = 0;
  for (const span of gold.spans) {
    while (i < doc.count && doc.ends[i]! <= span.start) i += 1;
    let last = i;
    while (last + 1 < doc.count && doc.starts[last + 1]! < span.end) last += 1;
    if (i >= doc.count) break;
    const fits = doc.starts[i] === span.start && doc.ends[last] === span.end;
    let covered = true;
    for (let k = i; k <= last; k += 1) if (doc.candidate[k] === 0) covered = false;
    if (!fits) misfits += 1;
    else if (!covered) outside += 1;
    for (let k = i; k <= last; k += 1) {
      if (!fits || !covered || span.type < 0) labels[k] = -1;
      else labels[k] = labelOf(span.type, i === last ? UNIT : k === i ? BEGIN : k === last ? LAST : INSIDE);
    }
  }
  return { labels, misfits, outside };
}

/** Calls `each` with first token and length of every chain: candidates in a row within one block. */
export function forChains(doc: Document, each: (from: number, length: number) => void): void {
  let i = 0;
  while (i < doc.count) {
    if (doc.candidate[i] === 0) {
      i += 1;
      continue;
    }
    let end = i + 1;
    while (end < doc.count && doc.candidate[end] === 1 && doc.blockOf[end] === doc.blockOf[i]) end += 1;
    each(i, end - i);
    i = end;
  }
}

class Ints {
  data: Int32Array<ArrayBuffer> = new Int32Array(1 << 20);
  size = 0;
  push(value: number): void {
    if (this.size === this.data.length) {
      const larger = new Int32Array(this.size * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.size++] = value;
  }
  done(): Int32Array<ArrayBuffer> {
    return this.data.slice(0, this.size);
  }
}

/** Extra features of a token (document memory), written after the others; returns the new number. */
export type ExtraFeatures = (doc: Document, i: number, out: Int32Array, n: number) => number;

/** Raw rows before features are numbered: keys instead of numbers. */
export interface RawRows {
  readonly chainStart: Int32Array;
  readonly chainText: Int32Array;
  readonly rowStart: Int32Array;
  readonly keys: Int32Array;
  readonly gold: Int8Array;
}

/** Reads texts into rows of feature keys. `prepare` is called for each text after it is read; it may return extra features. */
export function extractRows(
  doc: Document,
  texts: readonly GoldText[],
  prepare: (text: number) => ExtraFeatures | null,
  log: (line: string) => void,
): RawRows {
  const chainStart = new Ints();
  const chainText = new Ints();
  const rowStart = new Ints();
  const keys = new Ints();
  const gold = new Ints();
  const out = new Int32Array(MOST_FEATURES);
  let rows = 0;
  let names = 0;
  let misfits = 0;
  let outside = 0;
  let tokens = 0;
  texts.forEach((text, t) => {
    doc.read(text.model);
    tokens += doc.count;
    const extra = prepare(t);
    const found = goldLabels(doc, text);
    names += text.spans.length;
    misfits += found.misfits;
    outside += found.outside;
    forChains(doc, (from, length) => {
      chainStart.push(rows);
      chainText.push(t);
      for (let i = from; i < from + length; i += 1) {
        rowStart.push(keys.size);
        let n = featuresOf(doc, i, out);
        if (extra !== null) n = extra(doc, i, out, n);
        for (let k = 0; k < n; k += 1) keys.push(out[k]!);
        gold.push(found.labels[i]!);
        rows += 1;
      }
    });
  });
  chainStart.push(rows);
  rowStart.push(keys.size);
  log(
    `${texts.length} texts, ${tokens} tokens, ${rows} rows, ${(keys.size / rows).toFixed(1)} features a row; ${names} names, ${misfits} across tokens, ${outside} out of reach`,
  );
  return {
    chainStart: chainStart.done(),
    chainText: chainText.done(),
    rowStart: rowStart.done(),
    keys: keys.done(),
    gold: Int8Array.from(gold.done()),
  };
}

/** Numbers the keys that occur in at least `least` rows; others are dropped. */
export function numberFeatures(
  raw: RawRows,
  least: number,
): { index: KeyIndex; rowStart: Int32Array; features: Int32Array } {
  const all = new KeyIndex(1 << 22);
  const times = new Ints();
  for (let k = 0; k < raw.keys.length; k += 1) {
    const id = all.add(raw.keys[k]!);
    if (id === times.size) times.push(1);
    else times.data[id]! += 1;
  }
  const index = new KeyIndex(1 << 20);
  for (let id = 0; id < all.size; id += 1) if (times.data[id]! >= least) index.add(all.keys.data[id]!);
  const rowStart = new Int32Array(raw.rowStart.length);
  const features = new Ints();
  for (let r = 0; r + 1 < raw.rowStart.length; r += 1) {
    rowStart[r] = features.size;
    for (let k = raw.rowStart[r]!; k < raw.rowStart[r + 1]!; k += 1) {
      const id = index.find(raw.keys[k]!);
      if (id >= 0) features.push(id);
    }
  }
  rowStart[raw.rowStart.length - 1] = features.size;
  return { index, rowStart, features: features.done() };
}

/** Keys numbered from 0 in order of addition. */
export class KeyIndex {
  readonly keys = new Ints();
  private slots: Int32Array;

  constructor(slots: number) {
    this.slots = new Int32Array(slots).fill(-1);
  }

  get size(): number {
    return this.keys.size;
  }

  find(key: number): number {
    const mask = this.slots.length - 1;
    let slot = (key ^ (key >>> 15)) & mask;
    for (;;) {
      const id = this.slots[slot]!;
      if (id < 0 || this.keys.data[id] === key) return id;
      slot = (slot + 1) & mask;
    }
  }

  add(key: number): number {
    const known = this.find(key);
    if (known >= 0) return known;
    const id = this.keys.size;
    this.keys.push(key);
    if (this.keys.size * 2 > this.slots.length) {
      this.slots = new Int32Array(this.slots.length * 2).fill(-1);
      for (let k = 0; k < this.keys.size; k += 1) this.place(this.keys.data[k]!, k);
    } else this.place(key, id);
    return id;
  }

  private place(key: number, id: number): void {
    const mask = this.slots.length - 1;
    let slot = (key ^ (key >>> 15)) & mask;
    while (this.slots[slot]! >= 0) slot = (slot + 1) & mask;
    this.slots[slot] = id;
  }
}

/** Puts chains and weights together for the trainer. */
export function chainsOf(
  raw: RawRows,
  rowStart: Int32Array,
  features: Int32Array,
  featureCount: number,
  weightOf: (text: number) => number,
): Chains {
  return {
    chainStart: raw.chainStart,
    rowStart,
    features,
    gold: raw.gold,
    weight: Float32Array.from(raw.chainText, (t) => weightOf(t)),
    featureCount,
  };
}
