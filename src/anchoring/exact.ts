import { commonAfter, commonBefore } from './describe.ts';
import type { PageIndex } from './page-index.ts';
import type { Passage, PassageWords } from './passage.ts';
import { splitsWord } from './words.ts';

/** A place where the quote stands word for word. Offsets in the page's normalised text; contexts in agreeing characters. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
  /** Only case, punctuation or white space differ from the quote. */
  readonly cosmetic: boolean;
  /** The quote ended a sentence, and here the sentence goes on: there may be words put in before its full stop. */
  readonly goesOn: boolean;
}

/** Whether the passage begins, or ends, here at the same kind of place: at a word's edge, or inside the same word. */
function edgesFit(text: string, start: number, end: number, passage: Passage): boolean {
  const { joined, prefix, suffix, cutsStart, cutsEnd } = passage;
  let from = start;
  if (cutsStart) {
    let cut = passage.start;
    while (cut > 0 && splitsWord(joined, cut)) cut--;
    from = start - (passage.start - cut);
    if (from < 0 || !text.startsWith(prefix.slice(cut), from)) return false;
  }
  let to = end;
  if (cutsEnd) {
    let cut = passage.end;
    while (cut < joined.length && splitsWord(joined, cut)) cut++;
    to = end + (cut - passage.end);
    if (!text.startsWith(suffix.slice(0, cut - passage.end), end)) return false;
  }
  return !splitsWord(text, from) && !splitsWord(text, to);
}

function occurrenceAt(text: string, start: number, end: number, passage: Passage, cosmetic: boolean): Occurrence {
  const { joined } = passage;
  const before = commonBefore(text, start, joined, passage.start, passage.prefix.length);
  const after = commonAfter(text, end, joined, passage.end, passage.suffix.length);
  const goesOn =
    /[.!?]$/.test(passage.exact) &&
    /^[ ]?[\p{L}\p{N}]/u.test(text.slice(end, end + 2)) &&
    !/[.!?]$/.test(text.slice(start, end));
  return { start, end, before, after, cosmetic, goesOn };
}

/** Every place where the quote stands character for character (in normalised form), in the page's order. */
export function verbatimOccurrences(page: PageIndex, passage: Passage): Occurrence[] {
  const { text } = page.normalised;
  const { exact } = passage;
  const found: Occurrence[] = [];
  if (exact === '') return found;
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length;
    if (edgesFit(text, start, end, passage)) found.push(occurrenceAt(text, start, end, passage, false));
  }
  return found;
}

/** The punctuation at the quote's edges belongs to it: as much of it as the page has there too. */
export function withEdgePunctuation(
  text: string,
  start: number,
  end: number,
  lead: string,
  trail: string,
): { start: number; end: number } {
  let from = start;
  for (let index = lead.length - 1; index >= 0 && from > 0; index--) {
    const isSpace = text[from - 1] === ' ';
    if (isSpace ? lead[index] !== ' ' : lead[index] === ' ' || !isPunctuation(text, from - 1)) break;
    from--;
  }
  let to = end;
  for (let index = 0; index < trail.length && to < text.length; index++) {
    const isSpace = text[to] === ' ';
    if (isSpace ? trail[index] !== ' ' : trail[index] === ' ' || !isPunctuation(text, to)) break;
    to++;
  }
  return { start: from, end: to };
}

function isPunctuation(text: string, index: number): boolean {
  return !/[\p{L}\p{N}\p{M}\p{Sc}%]/u.test(text[index]!);
}

/** Punctuation and space of the quote before its first and after its last word. */
export function edgePunctuation(passage: Passage, { all, first, last }: PassageWords): { lead: string; trail: string } {
  if (first >= last) return { lead: '', trail: '' };
  return {
    lead: passage.joined.slice(passage.start, Math.max(passage.start, all.starts[first]!)),
    trail: passage.joined.slice(Math.min(passage.end, all.ends[last - 1]!), passage.end),
  };
}

/** Every place where the quote's words stand in the same order with nothing between, whatever case and punctuation are. */
export function cosmeticOccurrences(page: PageIndex, passage: Passage, passageWords: PassageWords): Occurrence[] {
  const { all, first, last } = passageWords;
  // Inside a word there is no telling which of its letters the passage meant.
  if (passage.cutsStart || passage.cutsEnd || first >= last) return [];
  const { text } = page.normalised;
  const { ids, words, idOf, placesOf } = page.wordIndex();
  const quote = all.keys.slice(first, last).map(idOf);
  if (quote.includes(-1)) return [];
  let rarest = 0;
  for (let index = 1; index < quote.length; index++) {
    if (placesOf(quote[index]!).length < placesOf(quote[rarest]!).length) rarest = index;
  }
  const { lead, trail } = edgePunctuation(passage, passageWords);
  const found: Occurrence[] = [];
  for (const place of placesOf(quote[rarest]!)) {
    const begin = place - rarest;
    if (begin < 0 || begin + quote.length > ids.length) continue;
    if (!quote.every((id, index) => ids[begin + index] === id)) continue;
    const span = withEdgePunctuation(text, words.starts[begin]!, words.ends[begin + quote.length - 1]!, lead, trail);
    const cosmetic = text.slice(span.start, span.end) !== passage.exact;
    found.push(occurrenceAt(text, span.start, span.end, passage, cosmetic));
  }
  return found;
}
