import type { Span } from '../text/text-model.ts';

/** A text in the form that is stored and compared, with the way back to the text it came from. */
export interface NormalisedText {
  readonly text: string;
  /** Span in the normalised text -> span in the original. An empty span gives the characters that were dropped there. */
  toOriginal(span: Span): Span;
  /** Span in the original -> the smallest span in the normalised text that holds all that is left of it. */
  fromOriginal(span: Span): Span;
}

/** Characters that a reader cannot see and a publisher's software adds at will: soft hyphen, zero width, direction, BOM. */
const INVISIBLE =
  '\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFE0E\\uFE0F\\uFEFF';
/** Hyphens, dashes and the minus sign. The plain hyphen is left out: alone it stays as it is. */
const DASH = '\\u2010-\\u2015\\u2212\\u2E3A\\u2E3B\\uFE58\\uFE63\\uFF0D';
const SINGLE_QUOTE = "'";
const DOUBLE_QUOTE = '"';
const REPLACEMENTS = new Map<string, string>([
  ...[...'‘’‚‛‹›′ʼ`´'].map((mark) => [mark, SINGLE_QUOTE] as const),
  ...[...'“”„‟«»″〝〞＂'].map((mark) => [mark, DOUBLE_QUOTE] as const),
  ['…', '...'],
]);

const SPECIAL =
  `[^\\S ${INVISIBLE}][\\s${INVISIBLE}]*| [\\s${INVISIBLE}]+|[${INVISIBLE}]+(?:\\s[\\s${INVISIBLE}]*)?` +
  `|[-${DASH}](?:[${INVISIBLE}]*[-${DASH}])+|[${DASH}]|[${[...REPLACEMENTS.keys()].join('')}]`;
const SPECIAL_CHARACTERS = new RegExp(SPECIAL, 'g');
/** Only for texts that are not in NFC: a base with its marks, a run of conjoining Hangul, or a character with another form. */
const SPECIAL_AND_DECOMPOSED = new RegExp(
  `${SPECIAL}|[^\\p{M}](?:[${INVISIBLE}]*\\p{M})+|[\\u1100-\\u11FF\\uA960-\\uA97F\\uD7B0-\\uD7FF\\uAC00-\\uD7A3]+|[\\u0340-\\u{10FFFF}]`,
  'gu',
);
const VISIBLE_SPACE = /[^\S\uFEFF]/;
const DASHES = new RegExp(`^[-${DASH}${INVISIBLE}]+$`);
const INVISIBLES = new RegExp(`[${INVISIBLE}]`, 'g');
const INVISIBLE_ONLY = new RegExp(`^[${INVISIBLE}\\s]+$`);

function replacementOf(found: string): string {
  const known = REPLACEMENTS.get(found);
  if (known !== undefined) return known;
  if (INVISIBLE_ONLY.test(found)) return VISIBLE_SPACE.test(found) ? ' ' : '';
  if (DASHES.test(found)) return '-';
  return found.replace(INVISIBLES, '').normalize('NFC');
}

/** The last index at which the ascending `values` are at most `limit` (below it, when `strict`), or -1. */
function lastUpTo(values: readonly number[], limit: number, strict: boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle]!;
    if (strict ? value < limit : value <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The one normalisation for what is stored and compared. Case is kept. Runs of white space become one space, quotation marks
 * and apostrophes become straight, dashes become a hyphen, an ellipsis becomes three full stops, invisible characters go, the
 * rest is in NFC (https://www.unicode.org/reports/tr15/). Offsets are UTF-16 code units. Applying it twice changes nothing.
 * Cost: one pass.
 */
export function normalise(text: string): NormalisedText {
  // Only replacements that change the length are noted: the others leave every offset as it is.
  const starts: number[] = [];
  const ends: number[] = [];
  const originalStarts: number[] = [];
  const originalEnds: number[] = [];
  const pattern = text.normalize('NFC') === text ? SPECIAL_CHARACTERS : SPECIAL_AND_DECOMPOSED;
  let growth = 0;
  const normalised = text.replace(pattern, (found: string, offset: number) => {
    const replacement = replacementOf(found);
    if (replacement.length !== found.length) {
      starts.push(offset + growth);
      ends.push(offset + growth + replacement.length);
      originalStarts.push(offset);
      originalEnds.push(offset + found.length);
      growth += replacement.length - found.length;
    }
    return replacement;
  });

  const map = (
    offset: number,
    isEnd: boolean,
    [fromStarts, fromEnds, toStarts, toEnds]: readonly [
      readonly number[],
      readonly number[],
      readonly number[],
      readonly number[],
    ],
  ): number => {
    const at = lastUpTo(fromStarts, offset, isEnd);
    if (at < 0) return offset;
    const end = fromEnds[at]!;
    const inside = isEnd ? offset <= end : offset < end;
    if (inside) return isEnd ? toEnds[at]! : toStarts[at]!;
    return offset - end + toEnds[at]!;
  };
  const back = [starts, ends, originalStarts, originalEnds] as const;
  const forth = [originalStarts, originalEnds, starts, ends] as const;
  const ordered = (a: number, b: number): Span => ({ start: Math.min(a, b), end: Math.max(a, b) });
  return {
    text: normalised,
    toOriginal: (span) => ordered(map(span.start, false, back), map(span.end, true, back)),
    fromOriginal: (span) => ordered(map(span.start, false, forth), map(span.end, true, forth)),
  };
}
