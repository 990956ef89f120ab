import type { Span } from '../text/text-model.ts';
import { isEdited, isIntact, spanOfPlace, strengthOf } from './edited.ts';
import { overlaps } from './outcome.ts';
import type { PageIndex } from './page-index.ts';
import type { Passage, PassageWords } from './passage.ts';
import type { Place, Search } from './places.ts';
import type { Ranked } from './unchanged.ts';

/** A rewritten place takes precedence over the same words elsewhere when its context, 0 to 2, is better by this. */
const BETTER_CONTEXT = 0.2;
/** From here on words, or one context, are so alike that they cast doubt on the same words elsewhere. */
const LIKE_WORDS = 0.6;
const LIKE_CONTEXT = 0.9;

function contextOf({ before, after }: Place): number {
  return before.score + after.score;
}

function speaksAgainst(page: PageIndex, passage: Passage, words: PassageWords, best: Ranked, place: Place): boolean {
  if (isIntact(page, passage, words, place)) return true;
  // Other words altogether, in the very place: unless the old ones have moved with their neighbours.
  if (place.similarity === 0) return place.before.adjacent && place.after.adjacent && best.adjacentSides === 0;
  if (strengthOf(place) < 2) {
    // Lists of like sentences: one context that fits more or less is no match for the very words.
    const isLike = Math.max(place.before.score, place.after.score) >= LIKE_CONTEXT;
    if (place.similarity < LIKE_WORDS || !isLike) return false;
  }
  return contextOf(place) > best.sum + BETTER_CONTEXT;
}

/**
 * Whether the passage was rewritten where it stood, so that the best place with its very words is not it: a copy in a caption,
 * or a part of what it has become.
 */
export function isRewritten(
  page: PageIndex,
  passage: Passage,
  words: PassageWords,
  search: Search,
  places: readonly Place[],
  best: Ranked,
): boolean {
  const quoteLength = search.quote.length;
  return places.some((place) => {
    if (!isEdited(place, passage, quoteLength)) return false;
    if (!overlaps(spanOfPlace(page, passage, words, place), best.occurrence)) {
      return speaksAgainst(page, passage, words, best, place);
    }
    // Words put in at the passage's edge, inside its quotation mark or before its full stop, are a change of it.
    const isWider = place.end - place.start > quoteLength;
    return best.occurrence.cosmetic && place.closedSides === 2 && strengthOf(place) === 2 && isWider;
  });
}

/** On a page that repeats itself: places with other words whose surroundings fit as well as those of the very words. */
export function contestedBy(
  page: PageIndex,
  passage: Passage,
  words: PassageWords,
  places: readonly Place[],
  best: Ranked,
): Span[] {
  return places
    .filter(
      (place) =>
        strengthOf(place) === 2 &&
        place.closedSides === 2 &&
        place.similarity >= LIKE_WORDS &&
        contextOf(place) > best.sum - BETTER_CONTEXT,
    )
    .map((place) => spanOfPlace(page, passage, words, place))
    .filter((span) => !overlaps(span, best.occurrence));
}
