import { commonWeight, fitWords } from './align.ts';
import { type Boundary, boundariesOf, type Context, type SideFit, sideFit } from './context.ts';
import type { PageIndex, WordIndex } from './page-index.ts';
import type { PassageWords } from './passage.ts';
import { weightOf } from './words.ts';

/** A stretch of the page that may be the passage in other words. Word indices, `end` exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly before: SideFit;
  readonly after: SideFit;
  /** Share of words in common with the quote, by weight (Dice), 0 to 1. */
  readonly similarity: number;
  /** Both contexts stand around it in the right order, though not next to it. */
  readonly enclosed: boolean;
  /** How many of its edges are where a context ends. */
  readonly closedSides: number;
}

/** What the stored contexts and the quote's own words say about where the passage may be. */
export interface Search {
  readonly index: WordIndex;
  readonly before: Context;
  readonly after: Context;
  readonly befores: readonly Boundary[];
  readonly afters: readonly Boundary[];
  /** The quote's words as numbers of the page's words, and their weight. */
  readonly quote: Int32Array;
  readonly weight: number;
}

/** Longer quotes are fitted by their beginning and their end: the table of a fit grows with the square. */
const LONGEST_FIT = 300;
const EDGE_WORDS = 60;
/** Above this many cells similarity is counted without regard to order. */
const MOST_CELLS = 4_000_000;
const COMMON_WORD = 30;
const BUCKET_BITS = 3;
const MOST_WINDOWS = 4;
/** A stretch with less of the quote than this is not looked at. */
const LEAST_VOTES = 0.3;
/** Contexts this many words away still enclose the passage: a few paragraphs may have been put between. */
const ENCLOSING_DISTANCE = 250;

/** Gathers what is needed to look for a passage that is no longer there word for word. */
export function searchFor(
  page: PageIndex,
  words: PassageWords,
  contexts: { readonly before: Context; readonly after: Context },
): Search {
  const index = page.wordIndex();
  const keys = words.all.keys.slice(words.first, words.last);
  return {
    index,
    ...contexts,
    befores: boundariesOf(page, contexts.before),
    afters: boundariesOf(page, contexts.after),
    quote: Int32Array.from(keys, index.idOf),
    weight: keys.reduce((sum, key) => sum + weightOf(key), 0),
  };
}

function similarityTo({ index, quote, weight }: Search, start: number, end: number): number {
  const { ids, weights } = index;
  let placeWeight = 0;
  for (let at = start; at < end; at++) placeWeight += weights[ids[at]!]!;
  if (weight + placeWeight === 0) return 0;
  let common = 0;
  if (quote.length * (end - start) <= MOST_CELLS) {
    common = commonWeight(quote, ids, start, end, weights);
  } else {
    const left = new Map<number, number>();
    for (let at = start; at < end; at++) left.set(ids[at]!, (left.get(ids[at]!) ?? 0) + 1);
    for (const id of quote) {
      const count = left.get(id) ?? 0;
      if (count > 0) common += weights[id]!;
      left.set(id, count - 1);
    }
  }
  return (2 * common) / (weight + placeWeight);
}

interface Located {
  readonly start: number;
  readonly end: number;
  readonly headMissing: number;
  readonly tailMissing: number;
}

function locate({ index, quote }: Search, from: number, to: number): Located | null {
  const { ids, weights } = index;
  if (quote.length <= LONGEST_FIT) return fitWords(quote, ids, from, to, weights);
  const head = fitWords(quote.subarray(0, EDGE_WORDS), ids, from, to, weights);
  const tail = fitWords(quote.subarray(quote.length - EDGE_WORDS), ids, from, to, weights);
  if (head === null || tail === null || tail.end <= head.start) return null;
  return { start: head.start, end: tail.end, headMissing: head.headMissing, tailMissing: tail.tailMissing };
}

/** An edge that the contexts leave open: words of the quote's edge that were replaced are counted in, word for word. */
const EDGE_SLACK = 3;

function placeBetween(
  search: Search,
  from: number,
  to: number,
  closedBefore: boolean,
  closedAfter: boolean,
): Place | null {
  const located = locate(search, from, to);
  let start: number;
  let end: number;
  if (located === null) {
    if (!closedBefore || !closedAfter) return null;
    start = from;
    end = to;
  } else {
    const spareBefore = located.start - from;
    const spareAfter = to - located.end;
    const wholeBefore = closedBefore && spareBefore <= located.headMissing + EDGE_SLACK;
    const wholeAfter = closedAfter && spareAfter <= located.tailMissing + EDGE_SLACK;
    start = wholeBefore ? from : located.start - Math.min(spareBefore, located.headMissing);
    end = wholeAfter ? to : located.end + Math.min(spareAfter, located.tailMissing);
  }
  return {
    start,
    end,
    before: sideFit(search.index, search.before, start),
    after: sideFit(search.index, search.after, end),
    similarity: similarityTo(search, start, end),
    enclosed: encloses(search, start, end),
    closedSides: Number(closedBefore && start === from) + Number(closedAfter && end === to),
  };
}

/** Whether both contexts stand around a stretch in the right order, a few paragraphs off at most. */
export function encloses({ befores, afters }: Search, start: number, end: number): boolean {
  return (
    befores.some(({ at }) => at <= start && start - at <= ENCLOSING_DISTANCE) &&
    afters.some(({ at }) => at >= end && at - end <= ENCLOSING_DISTANCE)
  );
}

/** Whether a context that stood around a stretch is now found on the page, but not there, in its order: the stretch went. */
export function leftBehind({ befores, afters }: Search, start: number, end: number): boolean {
  const isBefore = ({ at }: Boundary): boolean => at <= start && start - at <= ENCLOSING_DISTANCE;
  const isAfter = ({ at }: Boundary): boolean => at >= end && at - end <= ENCLOSING_DISTANCE;
  return (befores.length > 0 && !befores.some(isBefore)) || (afters.length > 0 && !afters.some(isAfter));
}

/** The gap that the two contexts leave between them, where they are found near each other in the right order. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /** Both contexts end right at the gap's edges. */
  readonly adjacent: boolean;
}

/** Contexts may run over each other by this many words when one of them repeats the other's beginning. */
const OVERLAP = 1;

/** Every gap between the contexts that the passage could have stood in, closest contexts first. */
export function gapsOf({ befores, afters, quote }: Search): Gap[] {
  const widest = quote.length * 3 + ENCLOSING_DISTANCE;
  const gaps: Gap[] = [];
  for (const before of befores) {
    for (const after of afters) {
      const width = after.at - before.at;
      if (width < -OVERLAP || width > widest) continue;
      gaps.push({
        start: before.at,
        end: Math.max(before.at, after.at),
        score: before.score + after.score,
        adjacent: before.adjacent && after.adjacent,
      });
    }
  }
  return gaps.sort((a, b) => b.score - a.score || a.end - a.start - (b.end - b.start));
}

function windowsByVotes({ index, quote, weight }: Search): { from: number; to: number }[] {
  const length = index.ids.length;
  const votes = new Map<number, number>();
  let rarest = Number.POSITIVE_INFINITY;
  for (const id of quote) rarest = Math.min(rarest, index.placesOf(id).length || Number.POSITIVE_INFINITY);
  for (let offset = 0; offset < quote.length; offset++) {
    const id = quote[offset]!;
    const places = index.placesOf(id);
    if (places.length > Math.max(COMMON_WORD, rarest)) continue;
    for (const place of places) {
      const bucket = (place - offset) >> BUCKET_BITS;
      votes.set(bucket, (votes.get(bucket) ?? 0) + index.weights[id]!);
    }
  }
  const slack = (quote.length >> 1) + (1 << BUCKET_BITS);
  return [...votes]
    .filter(([bucket, votesHere]) => votesHere + (votes.get(bucket + 1) ?? 0) >= weight * LEAST_VOTES)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_WINDOWS)
    .map(([bucket]) => ({
      from: Math.max(0, (bucket << BUCKET_BITS) - slack),
      to: Math.min(length, (bucket << BUCKET_BITS) + quote.length + slack),
    }));
}

/** Every stretch worth looking at: what stands between the contexts, beside one of them, or shares words with the quote. */
export function placesOf(search: Search): Place[] {
  const { index, quote, befores, afters } = search;
  const length = index.ids.length;
  const reach = quote.length * 2 + 12;
  const found: (Place | null)[] = [];
  for (const gap of gapsOf(search)) {
    if (gap.end > gap.start) found.push(placeBetween(search, gap.start, gap.end, true, true));
  }
  for (const { at } of befores) found.push(placeBetween(search, at, Math.min(length, at + reach), true, false));
  for (const { at } of afters) found.push(placeBetween(search, Math.max(0, at - reach), at, false, true));
  for (const { from, to } of windowsByVotes(search)) found.push(placeBetween(search, from, to, false, false));
  // One stretch may be found in several ways: the one that closes more of its edges knows most.
  const distinct = new Map<string, Place>();
  for (const place of found) {
    if (place === null || place.end <= place.start) continue;
    const key = `${place.start}-${place.end}`;
    if ((distinct.get(key)?.closedSides ?? -1) < place.closedSides) distinct.set(key, place);
  }
  return [...distinct.values()];
}
