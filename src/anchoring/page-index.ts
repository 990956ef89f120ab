import type { TextModel } from '../text/text-model.ts';
import { normalisedTextOf } from './describe.ts';
import type { NormalisedText } from './normalise.ts';
import { type Words, weightOf, wordsOf } from './words.ts';

/** The words of a page as numbers, and where each of them stands. */
export interface WordIndex {
  readonly words: Words;
  /** For every word of the page the number of its key. */
  readonly ids: Int32Array;
  /** The weight of each key, see `weightOf`. */
  readonly weights: readonly number[];
  /** The number of a key, -1 when the page does not hold it. */
  idOf(key: string): number;
  /** The words, in order, whose key has this number; none for -1. */
  placesOf(id: number): Int32Array;
}

/** A page made ready for finding passages: the parts that cost something are made when they are first asked for, and once. */
export interface PageIndex {
  readonly model: TextModel;
  readonly normalised: NormalisedText;
  readonly wordIndex: () => WordIndex;
  /** The normalised text with line breaks between blocks and quotation marks that open and close; offsets are the same. */
  readonly read: () => string;
}

const NOWHERE = new Int32Array(0);

function buildWordIndex(text: string): WordIndex {
  const words = wordsOf(text);
  const count = words.keys.length;
  const ids = new Int32Array(count);
  const numbers = new Map<string, number>();
  const weights: number[] = [];
  const frequencies: number[] = [];
  for (let index = 0; index < count; index++) {
    const key = words.keys[index]!;
    let id = numbers.get(key);
    if (id === undefined) {
      id = weights.length;
      numbers.set(key, id);
      weights.push(weightOf(key));
      frequencies.push(0);
    }
    frequencies[id]!++;
    ids[index] = id;
  }
  const firsts = new Int32Array(weights.length + 1);
  for (let id = 0; id < weights.length; id++) firsts[id + 1] = firsts[id]! + frequencies[id]!;
  const next = firsts.slice();
  const places = new Int32Array(count);
  for (let index = 0; index < count; index++) places[next[ids[index]!]!++] = index;
  return {
    words,
    ids,
    weights,
    idOf: (key) => numbers.get(key) ?? -1,
    placesOf: (id) => (id < 0 ? NOWHERE : places.subarray(firsts[id], firsts[id + 1])),
  };
}

function asRead({ text: original, blocks }: TextModel, normalised: NormalisedText): string {
  const { text } = normalised;
  const marks: { at: number; mark: string }[] = [];
  for (const { start } of blocks) {
    const at = normalised.fromOriginal({ start, end: start + 1 }).start - 1;
    if (text[at] === ' ') marks.push({ at, mark: '\n' });
  }
  for (const { 0: mark, index } of original.matchAll(/[“”]/g)) {
    marks.push({ at: normalised.fromOriginal({ start: index, end: index + 1 }).start, mark });
  }
  let read = '';
  let from = 0;
  for (const { at, mark } of marks.sort((a, b) => a.at - b.at)) {
    read += text.slice(from, at) + mark;
    from = at + 1;
  }
  return read + text.slice(from);
}

/** Makes a page ready for finding any number of passages. Cost: one pass over the text now, another over its words when they are first asked for. */
export function indexPage(model: TextModel): PageIndex {
  let index: WordIndex | undefined;
  let read: string | undefined;
  const normalised = normalisedTextOf(model);
  return {
    model,
    normalised,
    wordIndex: () => {
      index ??= buildWordIndex(normalised.text);
      return index;
    },
    read: () => {
      read ??= asRead(model, normalised);
      return read;
    },
  };
}
