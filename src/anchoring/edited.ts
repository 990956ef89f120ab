import type { Span } from '../text/text-model.ts';
import { changesBetween } from './changes.ts';
import { edgePunctuation, withEdgePunctuation } from './exact.ts';
import { ambiguous, candidateAt, clamp, LEAST_MARGIN, MISSING, overlaps, unchanged } from './outcome.ts';
import type { PageIndex } from './page-index.ts';
import { isWithinSentence, type Passage, type PassageWords } from './passage.ts';
import { gapsOf, type Place, type Search } from './places.ts';
import type { Resolution } from './types.ts';
import { sameWords } from './words.ts';

/** Share of words in common from which the text between two intact contexts is the passage, edited. */
const ENCLOSED_SIMILARITY = 0.3;
/** The same with one context only. */
const ONE_SIDED_SIMILARITY = 0.6;
/** The same where the other context follows in its order a few paragraphs off. */
const ONE_SIDED_ENCLOSED_SIMILARITY = 0.4;
/** The same with both contexts, but other text put between. */
const DISTANT_SIMILARITY = 0.6;
/** Without any context this much makes a candidate to show, never a result. */
const CANDIDATE_SIMILARITY = 0.65;
/** Up to so many words all of a passage may be replaced ("12" -> "twenty-one"), if both contexts are as they were. */
const SHORT_QUOTE = 3;
/** The same for a passage cut out of a sentence that goes on unchanged before and after it. */
const SHORT_PHRASE = 8;
const INTACT_CONTEXT = 0.8;
/** Between stretches that overlap, the one whose edges are where the contexts end is right. */
const CLOSED_SIDE = 0.03;
/** So much of the quote's length may stand between the contexts when it was taken out: a conjunction, a time. */
const REMAINDER = 6;
/** Contexts that fit this much worse than others do not tell that anything was taken out. */
const WEAKER_GAP = 0.3;

function total({ similarity, before, after, closedSides }: Place): number {
  return similarity / 2 + (before.score + after.score) / 4 + closedSides * CLOSED_SIDE;
}

/** How many of the stored contexts stand beside a place. */
export function strengthOf({ before, after }: Place): number {
  return Number(before.strong) + Number(after.strong);
}

/** Whether what stands around a place, and its words, say that it is the passage in other words. */
export function isEdited(place: Place, passage: Passage, quoteLength: number): boolean {
  const { similarity, before, after } = place;
  const sides = strengthOf(place);
  if (sides === 2) {
    if (similarity >= ENCLOSED_SIMILARITY) return true;
    const within = isWithinSentence(passage);
    return (
      quoteLength <= (within.start || within.end ? SHORT_PHRASE : SHORT_QUOTE) &&
      place.end - place.start <= quoteLength + 2 &&
      ((before.adjacent && after.adjacent) || Math.min(before.score, after.score) >= INTACT_CONTEXT)
    );
  }
  // An article's first or last words may be anything: its edge alone is no context.
  const besideWords = (before.strong && !before.isEdge) || (after.strong && !after.isEdge);
  if (besideWords && similarity >= (place.enclosed ? ONE_SIDED_ENCLOSED_SIMILARITY : ONE_SIDED_SIMILARITY)) return true;
  return place.enclosed && similarity >= DISTANT_SIMILARITY;
}

/** Whether all of the stored context stands around a place, character for character. */
export function isIntact(page: PageIndex, passage: Passage, words: PassageWords, place: Place): boolean {
  const { text } = page.normalised;
  const { start, end } = spanOfPlace(page, passage, words, place);
  const { prefix, suffix } = passage;
  return start >= prefix.length && text.startsWith(prefix, start - prefix.length) && text.startsWith(suffix, end);
}

/** Whether the stored contexts now stand side by side: then the passage was taken out, whatever resembles it elsewhere. */
export function isTakenOut(search: Search): boolean {
  const remainder = Math.floor(search.quote.length / REMAINDER);
  const gaps = gapsOf(search);
  const best = gaps[0]?.score ?? 0;
  return gaps.some(
    ({ start, end, adjacent, score }) => adjacent && end - start <= remainder && best - score < WEAKER_GAP,
  );
}

/** A place in the normalised text, with the punctuation at its edges that the quote has too. */
export function spanOfPlace(page: PageIndex, passage: Passage, words: PassageWords, place: Place): Span {
  const { starts, ends } = page.wordIndex().words;
  const { lead, trail } = edgePunctuation(passage, words);
  return withEdgePunctuation(page.normalised.text, starts[place.start]!, ends[place.end - 1]!, lead, trail);
}

function distinct(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of places) if (!kept.some((other) => overlaps(place, other))) kept.push(place);
  return kept;
}

/** Finds a passage that is not there word for word: what became of it, or that it is gone. */
export function resolveEdited(
  page: PageIndex,
  passage: Passage,
  words: PassageWords,
  search: Search,
  places: readonly Place[],
): Resolution {
  if (isTakenOut(search)) return MISSING;
  const quoteLength = search.quote.length;
  const ranked = [...places].sort((a, b) => total(b) - total(a));
  const candidates = (chosen: readonly Place[]): Resolution =>
    ambiguous(
      distinct(chosen).map((place) => candidateAt(page, spanOfPlace(page, passage, words, place), total(place))),
    );
  const edited = ranked.filter((place) => isEdited(place, passage, quoteLength));
  const first = edited.find((place) => isIntact(page, passage, words, place)) ?? edited[0];
  // Where stretches overlap, the contexts know better than the quote's own words where the passage ends.
  const best =
    edited.find(
      (place) =>
        first !== undefined &&
        place.closedSides === 2 &&
        overlaps(place, first) &&
        total(first) - total(place) < LEAST_MARGIN,
    ) ?? first;
  if (best === undefined) {
    const likely = ranked.filter(({ similarity }) => similarity >= CANDIDATE_SIMILARITY && quoteLength > SHORT_QUOTE);
    return likely.length > 0 ? candidates(likely) : MISSING;
  }
  const rivals = ranked.filter((place) => !overlaps(place, best) && isEdited(place, passage, quoteLength));
  const margin = total(best) - Math.max(0, ...rivals.map(total));
  if (margin < LEAST_MARGIN && !isIntact(page, passage, words, best)) return candidates([best, ...rivals]);
  const span = spanOfPlace(page, passage, words, best);
  const { keys } = search.index.words;
  if (sameWords(words.all.keys.slice(words.first, words.last), keys.slice(best.start, best.end))) {
    const inPlace = strengthOf(best) > 0;
    return unchanged(page, passage, { ...span, cosmetic: true }, { inPlace, score: total(best), margin });
  }
  const changes = changesBetween(
    { text: passage.joined, start: passage.start, end: passage.end },
    { text: page.read(), ...span },
  );
  return {
    status: 'edited',
    ...page.normalised.toOriginal(span),
    score: clamp(total(best)),
    margin: clamp(margin),
    changes,
  };
}
