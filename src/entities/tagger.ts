import type { Document } from './document.ts';
import { featuresOf, MOST_FEATURES } from './features.ts';
import { LABELS } from './labels.ts';
import { Memory } from './memory.ts';
import { decode } from './viterbi.ts';

/** The learnt weights: what each feature says for each label, and how labels follow each other. */
export interface Weights {
  /** Adds the weights of `n` features (32-bit keys) to the LABELS scores in `out` from `at` on. */
  add(keys: Int32Array, n: number, out: Float32Array, at: number): void;
  readonly moves: Float32Array;
}

/** By how much O must lead: more than the moves between labels can ever make up for. */
const SURE = 9;

/** Labels the tokens of documents, in two readings: the second knows what the first found elsewhere in the text. */
export class Tagger {
  private readonly weights: Weights;
  private readonly keys = new Int32Array(MOST_FEATURES);
  private readonly memory = new Memory();
  private scores = new Float32Array(0);
  private first: Uint8Array = new Uint8Array(0);
  private second: Uint8Array = new Uint8Array(0);

  constructor(weights: Weights) {
    this.weights = weights;
  }

  /** The label of each token; the array is valid until the next call. With `readings` 1 the memory is left out. */
  tag(doc: Document, readings: 1 | 2 = 2): Uint8Array {
    const { count, candidate, blockOf } = doc;
    if (count > this.first.length) {
      this.first = new Uint8Array(count * 2);
      this.second = new Uint8Array(count * 2);
      this.scores = new Float32Array(count * 2 * LABELS);
    }
    const { keys, scores, weights, first, second } = this;
    first.fill(0, 0, count);
    scores.fill(0, 0, count * LABELS);
    for (let i = 0; i < count; i += 1) {
      if (candidate[i] === 1) weights.add(keys, featuresOf(doc, i, keys), scores, i * LABELS);
    }
    const read = (out: Uint8Array) => {
      let i = 0;
      while (i < count) {
        if (candidate[i] === 0 || this.surelyOutside(i)) {
          i += 1;
          continue;
        }
        let end = i + 1;
        while (end < count && candidate[end] === 1 && blockOf[end] === blockOf[i] && !this.surelyOutside(end)) end += 1;
        decode(scores, i, end - i, weights.moves, out, i);
        i = end;
      }
    };
    read(first);
    if (readings === 1) return first;
    this.memory.read(doc, first);
    for (let i = 0; i < count; i += 1) {
      if (candidate[i] === 1) weights.add(keys, this.memory.features(doc, i, keys, 0), scores, i * LABELS);
    }
    second.fill(0, 0, count);
    read(second);
    return second;
  }

  /** True when no label comes near O, so that the best path goes through O here whatever stands beside. */
  private surelyOutside(i: number): boolean {
    const { scores } = this;
    const base = i * LABELS;
    const limit = scores[base]! - SURE;
    for (let y = 1; y < LABELS; y += 1) if (scores[base + y]! > limit) return false;
    return true;
  }
}
