import { CONTEXT_LENGTH, LONGEST_WORD } from './describe.ts';
import { fingerprint } from './fingerprint.ts';
import { normalise } from './normalise.ts';
import type { PassageSelectors } from './types.ts';
import { splitsWord, type Words, weightOf, wordsOf } from './words.ts';

/** A stored passage made ready for searching: everything in normalised form. */
export interface Passage {
  readonly selectors: PassageSelectors;
  /** Prefix, quote and suffix in one, and where the quote stands in it. */
  readonly joined: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Whether the quote begins or ends inside a word. */
  readonly cutsStart: boolean;
  readonly cutsEnd: boolean;
}

/** The words of a passage; a word that the quote cuts counts as the quote's, whole. */
export interface PassageWords {
  readonly all: Words;
  /** The quote's words are those from `first` up to, but not including, `last`. */
  readonly first: number;
  readonly last: number;
}

/** Reads stored selectors; those of other programs are normalised on the way. */
export function passageOf(selectors: PassageSelectors): Passage {
  const exact = normalise(selectors.quote.exact).text;
  const prefix = normalise(selectors.quote.prefix).text;
  const suffix = normalise(selectors.quote.suffix).text;
  const joined = prefix + exact + suffix;
  const start = prefix.length;
  const end = start + exact.length;
  const cutsStart = splitsWord(joined, start);
  const cutsEnd = splitsWord(joined, end);
  return { selectors, joined, start, end, exact, prefix, suffix, cutsStart, cutsEnd };
}

/** The words of a passage and its context. */
export function wordsOfPassage(passage: Passage): PassageWords {
  const all = wordsOf(passage.joined);
  const count = all.keys.length;
  let first = 0;
  while (first < count && all.ends[first]! <= passage.start) first++;
  let last = first;
  while (last < count && all.starts[last]! < passage.end) last++;
  return { all, first, last };
}

/** From this weight of words on, a quote that stands on the page once is the passage even if all around it is new. */
const TELLING_WEIGHT = 4;
const TELLING_LENGTH = 24;
/** A pull quote or a heading repeats words of the article: where it was taken out, they still stand in the article. */
const TELLING_BLOCK_WEIGHT = 8;

/** Whether the quote is long enough that its own words tell it from everything else in an article. */
export function tellsByItself(passage: Passage, { all, first, last }: PassageWords): boolean {
  if (passage.exact.length < TELLING_LENGTH) return false;
  let weight = 0;
  for (let index = first; index < last; index++) weight += weightOf(all.keys[index]!);
  return weight >= (wasWholeBlock(passage) ? TELLING_BLOCK_WEIGHT : TELLING_WEIGHT);
}

/** Whether the passage was one block, whole. */
export function wasWholeBlock(passage: Passage): boolean {
  return fingerprint(passage.exact.trim()) === passage.selectors.block.fingerprint;
}

/** Longer contexts than a word beyond the usual length were needed to tell the passage from a double. */
const DOUBLE_CONTEXT = CONTEXT_LENGTH + LONGEST_WORD;

/** Whether the page repeated the passage with much of what stands around it, when it was described. */
export function hadDouble({ prefix, suffix }: Passage): boolean {
  return prefix.length > DOUBLE_CONTEXT || suffix.length > DOUBLE_CONTEXT;
}

const SENTENCE_END = /[.!?:]["')\]]*\s*$/;

/** Whether the quote surely begins, or ends, in the middle of a sentence: small letters on, and no full stop at, that side. */
export function isWithinSentence(passage: Passage): { readonly start: boolean; readonly end: boolean } {
  const { prefix, exact, suffix } = passage;
  // Text that is all in small letters says nothing.
  if (!/\p{Lu}/u.test(passage.joined)) return { start: false, end: false };
  return {
    start: prefix !== '' && !SENTENCE_END.test(prefix) && /^[\s"'(]*\p{Ll}/u.test(exact),
    end: suffix !== '' && !SENTENCE_END.test(exact) && /^[\s,;]*\p{Ll}/u.test(suffix),
  };
}
