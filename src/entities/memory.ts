import type { Document } from './document.ts';
import { HASH_SEED, mix, step } from './hash.ts';
import { BEGIN, LABELS, LAST, positionOf, typeOf } from './labels.ts';
import { ALL_UPPER, CAPITAL } from './words.ts';

/** Types and O. */
const KINDS = 1 + (LABELS - 1) / 4;

/**
 * What a first reading found for each word of the document, so that a second reading can use it: in news a name that is
 * clear in one place ("Governor Kristi Noem") is repeated bare in others ("Noem").
 */
export class Memory {
  private counts = new Uint16Array(0);
  private labels: Uint8Array = new Uint8Array(0);
  /** Kinds of the names found, by the key of the word that their initials make. */
  private readonly initials = new Map<number, number>();

  /** Counts the labels of the first reading, `labels[i]` for token i. The array is kept until the next call. */
  read(doc: Document, labels: Uint8Array): void {
    const { words, word, count } = doc;
    const size = words.size * LABELS;
    if (size > this.counts.length) this.counts = new Uint16Array(size * 2);
    else this.counts.fill(0, 0, size);
    this.labels = labels;
    for (let i = 0; i < count; i += 1) {
      const id = word[i]!;
      if (doc.candidate[i] === 1 && (words.flags[id]! & CAPITAL) !== 0)
        this.counts[words.lowerId[id]! * LABELS + labels[i]!]! += 1;
    }
    this.readInitials(doc, labels);
  }

  private readInitials(doc: Document, labels: Uint8Array): void {
    const { words, word, count } = doc;
    this.initials.clear();
    let hash = HASH_SEED;
    for (let i = 0; i < count; i += 1) {
      const label = labels[i]!;
      if (label === 0) continue;
      const position = positionOf(label);
      if (position === BEGIN) hash = HASH_SEED;
      if ((words.flags[word[i]!]! & CAPITAL) !== 0) hash = step(hash, words.initial[word[i]!]!);
      if (position === LAST) this.initials.set(mix(hash, 1), typeOf(label) + 1);
    }
  }

  /** Writes the features of token `i` that come from the other places of its word; returns the new number. */
  features(doc: Document, i: number, out: Int32Array, from: number): number {
    const { words, word } = doc;
    let n = from;
    const id = word[i]!;
    if ((words.flags[id]! & CAPITAL) === 0) return n;
    if ((words.flags[id]! & ALL_UPPER) !== 0) {
      const kind = this.initials.get(words.lower[id]!);
      if (kind !== undefined) out[n++] = mix(97, kind);
    }
    const own = this.summary(doc, i);
    if (own === 0) {
      out[n++] = mix(90, 0);
      return n;
    }
    const before = i > 0 ? this.summary(doc, i - 1) & 63 : 0;
    const after = i + 1 < doc.count ? this.summary(doc, i + 1) & 63 : 0;
    const style = doc.style[i]! | (doc.sentence[i]! << 2);
    out[n++] = mix(91, own & 0x3fff);
    out[n++] = mix(92, own >> 14);
    out[n++] = mix(mix(93, own & 0x3f), style);
    out[n++] = mix(mix(94, own & 63), before);
    out[n++] = mix(mix(95, own & 63), after);
    out[n++] = mix(mix(96, own & 63), words.cased[id]!);
    return n;
  }

  /** Kind seen most elsewhere (bits 0 to 5, from 1), its share and number (6 to 13), the label seen most (from 14); 0 for nothing. */
  private summary(doc: Document, i: number): number {
    const id = doc.word[i]!;
    if ((doc.words.flags[id]! & CAPITAL) === 0) return 0;
    const base = doc.words.lowerId[id]! * LABELS;
    const counts = this.counts;
    const mine = doc.candidate[i] === 1 ? this.labels[i]! : -1;
    let total = 0;
    let best = 0;
    let bestKind = 0;
    let bestLabel = 0;
    let bestLabelCount = 0;
    for (let kind = 0; kind < KINDS; kind += 1) {
      let sum = 0;
      const first = kind === 0 ? 0 : kind * 4 - 3;
      const last = kind === 0 ? 0 : kind * 4;
      for (let y = first; y <= last; y += 1) {
        const count = counts[base + y]! - (y === mine ? 1 : 0);
        sum += count;
        if (count > bestLabelCount) {
          bestLabelCount = count;
          bestLabel = y;
        }
      }
      total += sum;
      if (sum > best) {
        best = sum;
        bestKind = kind;
      }
    }
    if (total === 0) return 0;
    const share = best === total ? 2 : best * 2 > total ? 1 : 0;
    const many = total > 3 ? 3 : total > 1 ? 2 : 1;
    return (bestKind + 1) | (share << 6) | (many << 9) | ((bestLabel + 1) << 14);
  }
}
