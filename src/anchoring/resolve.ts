import type { TextModel } from '../text/text-model.ts';
import { contextsOf } from './context.ts';
import { isTakenOut, resolveEdited } from './edited.ts';
import { cosmeticOccurrences, type Occurrence, verbatimOccurrences } from './exact.ts';
import { ambiguous, candidateAt, unchanged } from './outcome.ts';
import { indexPage, type PageIndex } from './page-index.ts';
import { type Passage, type PassageWords, passageOf, wordsOfPassage } from './passage.ts';
import { encloses, leftBehind, type Place, placesOf, type Search, searchFor } from './places.ts';
import { contestedBy, isRewritten } from './rivals.ts';
import type { PassageSelectors, Resolution } from './types.ts';
import {
  chooseInPlace,
  chooseMoved,
  type Ranked,
  rankOccurrences,
  resolveWordless,
  settleVerbatim,
} from './unchanged.ts';

/** The passage's very words are on the page, with little or changed context. Null when they are not the passage. */
function resolveUnchanged(
  page: PageIndex,
  passage: Passage,
  words: PassageWords,
  search: Search,
  places: readonly Place[],
  ranked: readonly Ranked[],
): Resolution | null {
  const [best] = ranked;
  if (best === undefined || isRewritten(page, passage, words, search, places, best)) return null;
  const { starts } = search.index.words;
  const wordsFrom = ({ start }: Occurrence): [number, number] => {
    const first = starts.findIndex((offset) => offset >= start);
    return [first, first + search.quote.length];
  };
  // Taken out where it stood, and here nearly the same: a quotation that the article gives twice.
  if (best.strongSides < 2 && best.occurrence.cosmetic && isTakenOut(search)) {
    return ambiguous([candidateAt(page, best.occurrence, best.sum / 2)]);
  }
  if (best.strongSides === 0) {
    return chooseMoved(page, passage, words, ranked, (one) => encloses(search, ...wordsFrom(one)));
  }
  const contested = contestedBy(page, passage, words, places, best);
  if (contested.length > 0) {
    return ambiguous([best.occurrence, ...contested].map((stretch) => candidateAt(page, stretch, best.sum / 2)));
  }
  return chooseInPlace(page, passage, ranked, (one) => leftBehind(search, ...wordsFrom(one)));
}

function resolveOn(page: PageIndex, selectors: PassageSelectors): Resolution {
  if (page.normalised.text.trim() === '') return { status: 'missing', reason: 'no-body' };
  const passage = passageOf(selectors);
  const verbatim = verbatimOccurrences(page, passage);
  const settled = settleVerbatim(page, passage, verbatim);
  if (settled !== null) return settled;
  const words = wordsOfPassage(passage);
  if (words.first === words.last) return resolveWordless(page, passage, verbatim);

  const contexts = contextsOf(page.wordIndex(), passage, words);
  const starts = new Set(verbatim.map(({ start }) => start));
  const cosmetic = cosmeticOccurrences(page, passage, words).filter(({ start }) => !starts.has(start));
  const ranked = rankOccurrences(page, passage, contexts, [...verbatim, ...cosmetic]);
  const search = searchFor(page, words, contexts);
  const places = placesOf(search);
  const same = resolveUnchanged(page, passage, words, search, places, ranked);
  if (same !== null) return same;
  const edited = resolveEdited(page, passage, words, search, places);
  if (edited.status === 'edited') {
    // Words were put in beside the passage, but its own are all there.
    const own = ranked.filter(({ occurrence }) => {
      const { start, end } = page.normalised.toOriginal(occurrence);
      return start >= edited.start && end <= edited.end && !occurrence.cosmetic;
    });
    if (own.length !== 1) return edited;
    const { score, margin } = edited;
    return unchanged(page, passage, own[0]!.occurrence, { inPlace: true, score, margin });
  }
  // A short quote that stands here once may be the passage: for the reader to say.
  const isDoubtful = edited.status === 'missing' && ranked.length === 1 && !isTakenOut(search);
  return isDoubtful ? ambiguous(ranked.map((one) => candidateAt(page, one.occurrence, one.sum / 2))) : edited;
}

/**
 * Finds stored passages in the present version of a page; the results are in the order of `passages`. Offsets are UTF-16 code
 * units of the model's text. A passage is `exact` or `moved` only when its own words are all there unchanged, `edited` only
 * when what stands around it says so against every other place; otherwise `ambiguous` or `missing`.
 * Cost for 100 passages and 60,000 characters: a few milliseconds when they are still there, tens when they are not.
 */
export function resolveAll(model: TextModel, passages: readonly PassageSelectors[]): Resolution[] {
  const page = indexPage(model);
  return passages.map((selectors) => resolveOn(page, selectors));
}

/** Finds one stored passage; see `resolveAll`, which is cheaper for several. */
export function resolve(model: TextModel, passage: PassageSelectors): Resolution {
  return resolveOn(indexPage(model), passage);
}
