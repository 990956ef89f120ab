import { type Context, sideFit } from './context.ts';
import { blockAt } from './describe.ts';
import type { Occurrence } from './exact.ts';
import { normalise } from './normalise.ts';
import { ambiguous, candidateAt, isAtStoredPosition, LEAST_MARGIN, MISSING, unchanged } from './outcome.ts';
import type { PageIndex, WordIndex } from './page-index.ts';
import {
  hadDouble,
  isWithinSentence,
  type Passage,
  type PassageWords,
  tellsByItself,
  wasWholeBlock,
} from './passage.ts';
import type { Resolution } from './types.ts';

/** Contexts shorter than this in all say nothing, unless the quote speaks for itself. */
const LEAST_CONTEXT = 16;
/** A quarter of the whole context is enough for a short quote that stands on the page once ... */
const SOME_CONTEXT = 0.5;
/** ... or, when it stands there more often, if the others have so much less. */
const CLEAR_LEAD = 0.3;
/** Sums of contexts closer than this count as equal. */
const NEARLY_EQUAL = 0.1;

/** An occurrence with how well its surroundings agree with the stored context, 0 to 2. */
export interface Ranked {
  readonly occurrence: Occurrence;
  readonly sum: number;
  readonly strongSides: number;
  /** Sides whose context stands right beside the words. */
  readonly adjacentSides: number;
  /** A side on which the quote is cut out of its sentence has other words now. */
  readonly isTornOut: boolean;
}

/** The quote with all of its stored context, character for character: what nearly every passage on a known page gives. */
export function settleVerbatim(
  page: PageIndex,
  passage: Passage,
  occurrences: readonly Occurrence[],
): Resolution | null {
  const { prefix, suffix } = passage;
  const length = prefix.length + suffix.length;
  const whole = occurrences.filter(({ before, after }) => before === prefix.length && after === suffix.length);
  const [first] = whole;
  if (first === undefined) return null;
  const here = whole.find((occurrence) => isAtStoredPosition(page, passage, occurrence));
  if (whole.length > 1) {
    if (here !== undefined) return unchanged(page, passage, here, { inPlace: true, score: 1, margin: 0 });
    return length < LEAST_CONTEXT ? null : ambiguous(whole.map((stretch) => candidateAt(page, stretch, 1)));
  }
  if (length < LEAST_CONTEXT && here === undefined) return null;
  let rival = 0;
  for (const other of occurrences) if (other !== first) rival = Math.max(rival, other.before + other.after);
  return unchanged(page, passage, first, { inPlace: true, score: 1, margin: length === 0 ? 1 : 1 - rival / length });
}

/** White space and punctuation alone: only their characters and the characters around them can tell. */
export function resolveWordless(page: PageIndex, passage: Passage, occurrences: readonly Occurrence[]): Resolution {
  const length = Math.max(1, passage.prefix.length + passage.suffix.length);
  const share = ({ before, after }: Occurrence): number => (before + after) / length;
  const ranked = [...occurrences].sort((a, b) => share(b) - share(a));
  const [best, second] = ranked;
  if (best === undefined || best.before + best.after < Math.min(length, LEAST_CONTEXT * 2)) return MISSING;
  const rival = second === undefined ? 0 : share(second);
  if (rival === share(best)) {
    return ambiguous(
      ranked.filter((other) => share(other) === rival).map((stretch) => candidateAt(page, stretch, rival)),
    );
  }
  return unchanged(page, passage, best, { inPlace: true, score: share(best), margin: share(best) - rival });
}

/** How many of the ascending offsets are at most `limit`. */
function countUpTo(offsets: readonly number[], limit: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The stored position says a little: it decides between occurrences that are equal otherwise. */
const SAME_POSITION = 0.01;

/** Occurrences by how well their surroundings agree with the stored context, best first. */
export function rankOccurrences(
  page: PageIndex,
  passage: Passage,
  contexts: { readonly before: Context; readonly after: Context },
  occurrences: readonly Occurrence[],
): Ranked[] {
  const index: WordIndex = page.wordIndex();
  const { starts, ends } = index.words;
  const within = isWithinSentence(passage);
  return occurrences
    .map((occurrence) => {
      const before = sideFit(index, contexts.before, countUpTo(ends, occurrence.start));
      const after = sideFit(index, contexts.after, countUpTo(starts, occurrence.end - 1));
      const position = isAtStoredPosition(page, passage, occurrence) ? SAME_POSITION : 0;
      const strongSides = Number(before.strong) + Number(after.strong);
      const isTornOut = (within.start && !before.adjacent) || ((within.end || occurrence.goesOn) && !after.adjacent);
      const adjacentSides = Number(before.strong && before.adjacent) + Number(after.strong && after.adjacent);
      return { occurrence, sum: before.score + after.score + position, strongSides, adjacentSides, isTornOut };
    })
    .sort((a, b) => b.strongSides - a.strongSides || b.sum - a.sum);
}

function scoreOf({ sum }: Ranked): number {
  return 0.5 + sum / 4;
}

/** Whether an occurrence has one whole context that the best one lacks. */
function hasWholeSide({ prefix, suffix }: Passage, occurrence: Occurrence, best: Occurrence): boolean {
  const before = prefix.length >= LEAST_CONTEXT && occurrence.before === prefix.length && best.before < prefix.length;
  const after = suffix.length >= LEAST_CONTEXT && occurrence.after === suffix.length && best.after < suffix.length;
  return before || after;
}

/**
 * The best of several occurrences with context, if it is ahead of the others or stands where it was. `isLeftBehind` tells that
 * a context stayed elsewhere: then the passage has moved with the other one.
 */
export function chooseInPlace(
  page: PageIndex,
  passage: Passage,
  ranked: readonly Ranked[],
  isLeftBehind: (occurrence: Occurrence) => boolean = () => false,
): Resolution {
  const [best, second] = ranked as [Ranked, Ranked | undefined];
  // Where a page repeats itself, the long context that told the copies apart may now speak for another one than the short.
  const contested = ranked.filter(({ occurrence }) => hasWholeSide(passage, occurrence, best.occurrence));
  if (contested.length > 0)
    return ambiguous([best, ...contested].map((one) => candidateAt(page, one.occurrence, scoreOf(one))));
  const { before, after } = best.occurrence;
  if (hadDouble(passage) && before < passage.prefix.length && after < passage.suffix.length) {
    const strong = ranked.filter(({ strongSides }) => strongSides > 0);
    return ambiguous(strong.map((one) => candidateAt(page, one.occurrence, scoreOf(one))));
  }
  const rival = second !== undefined && second.strongSides === best.strongSides ? second.sum : 0;
  const margin = (best.sum - rival) / 2;
  if (best.occurrence.goesOn && best.isTornOut) return ambiguous([candidateAt(page, best.occurrence, scoreOf(best))]);
  if (rival === 0 || margin >= LEAST_MARGIN / 2) {
    return unchanged(page, passage, best.occurrence, {
      inPlace: !isLeftBehind(best.occurrence),
      score: scoreOf(best),
      margin,
    });
  }
  const equal = ranked.filter(({ sum }) => best.sum - sum < NEARLY_EQUAL);
  const here = equal.find(({ occurrence }) => isAtStoredPosition(page, passage, occurrence));
  if (here !== undefined)
    return unchanged(page, passage, here.occurrence, { inPlace: true, score: scoreOf(here), margin: 0 });
  return ambiguous(equal.map((one) => candidateAt(page, one.occurrence, scoreOf(one))));
}

/** The passage was a whole block, and here a whole block has its words: a heading or an item of a list. */
function isWholeBlock(page: PageIndex, passage: Passage, occurrence: Occurrence): boolean {
  const block = page.model.blocks[blockAt(page.model.blocks, page.normalised.toOriginal(occurrence).start)];
  return block !== undefined && normalise(page.model.text.slice(block.start, block.end)).text === passage.exact.trim();
}

/**
 * Chooses among occurrences none of which has either of its contexts. A long quote is its own evidence, a whole block too;
 * a short one needs some of its context after all. Null when the words that are there are not enough to go by.
 */
export function chooseMoved(
  page: PageIndex,
  passage: Passage,
  words: PassageWords,
  ranked: readonly Ranked[],
  isEnclosed: (occurrence: Occurrence) => boolean,
): Resolution | null {
  const [best, second] = ranked as [Ranked, Ranked | undefined];
  const lead = best.sum - (second?.sum ?? 0);
  const take = ({ occurrence, sum }: Ranked, margin: number): Resolution =>
    unchanged(page, passage, occurrence, { inPlace: sum >= SOME_CONTEXT, score: 0.5 + sum / 4, margin });
  const blocks = wasWholeBlock(passage)
    ? ranked.filter(({ occurrence }) => isWholeBlock(page, passage, occurrence))
    : [];
  if (blocks.length === 1) return take(blocks[0]!, lead / 2);
  if (tellsByItself(passage, words)) {
    if (second === undefined && !best.isTornOut) return take(best, 1);
    if (best.sum >= SOME_CONTEXT && lead >= CLEAR_LEAD) return take(best, lead / 2);
    const here = ranked.find(({ occurrence }) => isAtStoredPosition(page, passage, occurrence));
    if (here !== undefined) return take(here, 0);
    return ambiguous(ranked.map((one) => candidateAt(page, one.occurrence, scoreOf(one))));
  }
  if (best.sum >= SOME_CONTEXT && lead >= CLEAR_LEAD) return take(best, lead / 2);
  const enclosed = ranked.filter(({ occurrence }) => isEnclosed(occurrence));
  return enclosed.length === 1 ? take(enclosed[0]!, LEAST_MARGIN) : null;
}
