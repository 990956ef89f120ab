import type { Expression } from './expression.ts';
import { intern } from './lexicon.ts';
import type { Captures } from './matchers.ts';
import type { Build, Match, Rule } from './pattern.ts';

/** Quarters and halves of years, as reports of earnings have them. */

const NEXT = intern('next');
const LAST = intern('last');
const QUARTER_NAMES = 'Q1 Q2 Q3 Q4'.split(' ');
/** third quarter, first half; "the first nine months" is a length and stands with the durations. */
const fraction = (c: Captures, half: boolean): Expression | null => {
  const name = half ? `H${c.ordinal}` : QUARTER_NAMES[c.ordinal - 1];
  if (name === undefined || (half && c.ordinal > 2)) return null;
  return { kind: 'fraction', fraction: name, year: c.year > 0 ? c.year : null };
};

function ofYear(inner: Expression | null, { scan, to }: Match): Expression | null {
  const word = scan.lex[to - 2] as number;
  const count = word === NEXT ? 1 : word === LAST ? -1 : 0;
  return inner === null
    ? null
    : { kind: 'within', inner, year: { kind: 'move', unit: 'year', count, origin: 'publication' } };
}

/** Q3 2019, H1 2020; H alone is many other things. */
const lettered =
  (letter: string, most: number): Build =>
  (c) => {
    const number = c.day - 1;
    if (number < 1 || number > most) return null;
    return { kind: 'fraction', fraction: `${letter}${number}`, year: c.year > 0 ? c.year : null };
  };

export const FRACTION_RULES: readonly Rule[] = [
  ['q D2_DAY of? YEAR', lettered('Q', 4)],
  ['q D2_DAY', lettered('Q', 4)],
  ['h D2_DAY of? YEAR', lettered('H', 2)],
  ['the? fiscal? ORDINAL fiscal? - quarter', (c) => fraction(c, false)],
  ['the? fiscal? ORDINAL fiscal? quarter', (c) => fraction(c, false)],
  ['the? ORDINAL quarter of YEAR', (c) => fraction(c, false)],
  ['the? ORDINAL half of YEAR', (c) => fraction(c, true)],
  ['the? last|final|latter quarter of YEAR', (c) => ({ kind: 'fraction', fraction: 'Q4', year: c.year })],
  ['the? last|final|latter half of YEAR', (c) => ({ kind: 'fraction', fraction: 'H2', year: c.year })],
  ['the? last|final|latter half of the year', () => ({ kind: 'fraction', fraction: 'H2', year: null })],
  ['the? fiscal - ORDINAL quarter', (c) => fraction(c, false)],
  ['YEAR ORDINAL quarter', (c) => fraction(c, false)],
  ['the YEAR ORDINAL quarter', (c) => fraction(c, false)],
  ['the YEAR period|quarter', (c) => ({ kind: 'year', year: c.year })],
  ['the? ORDINAL - half', (c) => fraction(c, true)],
  ['the? fiscal ORDINAL half', (c) => fraction(c, true)],
  ['the? ORDINAL half of the year', (c) => fraction(c, true)],
  ['the? ORDINAL half of this|next|last year', (c, m) => ofYear(fraction(c, true), m)],
  ['the? ORDINAL quarter of this|next|last year', (c, m) => ofYear(fraction(c, false), m)],
];
