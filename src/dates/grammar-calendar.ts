import { daysInMonth } from './calendar.ts';
import type { Expression } from './expression.ts';
import { fullYear } from './grammar-year.ts';
import { intern, PSEUDO } from './lexicon.ts';
import type { Captures } from './matchers.ts';
import type { Build, Match, Rule } from './pattern.ts';
import { adjoins, isCapital, MARK, numberAt, tokenLength } from './tokens.ts';

/** Days, months and parts of months that name their place in the calendar. */

function day(c: Captures, year: number | null, month: number, dayOfMonth: number): Expression | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year ?? 2000, month)) return null;
  return { kind: 'day', year, month, day: dayOfMonth, ...(c.weekday > 0 ? { weekday: c.weekday } : {}) };
}

const named = (c: Captures): Expression | null => day(c, c.year > 0 ? c.year : null, c.month, c.day);
const namedShortYear = (c: Captures): Expression | null => day(c, fullYear(c.year - 1), c.month, c.day);
const ordinalOf = (c: Captures): Expression | null => day(c, c.year > 0 ? c.year : null, c.month, c.ordinal);

/** The day captured last is the second one. */
function firstOfTwo(c: Captures, { scan, from }: Match): Expression | null {
  const first = numberAt(scan, from);
  return first < c.number - 1 && c.number - 1 <= 31 ? day(c, c.year > 0 ? c.year : null, c.month, first) : null;
}

/** 11/02/89: month first where it can be, as American text has it; day first where the month would be above 12. */
function slashed(c: Captures, { scan, from }: Match): Expression | null {
  const first = c.number - 1;
  const second = c.day - 1;
  let year = c.year - 1;
  if (adjoins(scan, from) && scan.lex[from - 1] === MARK.slash) return null;
  const length = tokenLength(scan, from + 4);
  if (length === 2) year = fullYear(year);
  else if (length !== 4) return null;
  return first <= 12 ? day(c, year, first, second) : day(c, year, second, first);
}

function iso(c: Captures, { scan, from }: Match): Expression | null {
  if (tokenLength(scan, from) !== 4 || tokenLength(scan, from + 2) !== 2 || tokenLength(scan, from + 4) !== 2)
    return null;
  return day(c, c.year - 1, c.month - 1, c.day - 1);
}

/** 2019-11-08T06:03:00Z */
function isoWithTime(c: Captures, match: Match): Expression | null {
  const date = iso(c, match);
  const zulu = match.scan.lex[match.to - 1] === intern('z');
  return date === null ? null : { ...date, time: { seconds: c.clock - 1, ...(zulu ? { zone: 'Z' } : {}) } };
}

/** 8.11.2019, as the continent writes it. */
function dotted(c: Captures, { scan, from, to }: Match): Expression | null {
  if (tokenLength(scan, to - 1) !== 4 || !adjoins(scan, from + 1) || !adjoins(scan, from + 3)) return null;
  return day(c, c.year - 1, c.day - 1, c.number - 1);
}

const MONTH_PARTS = new Map((['day', 'week', 'weekend'] as const).map((unit) => [intern(unit), unit]));

/** The second week of December, the last day of February. */
function partOfMonth(c: Captures, { scan, from }: Match): Expression | null {
  let at = from;
  while (!MONTH_PARTS.has(scan.lex[at] as number)) at++;
  const unit = MONTH_PARTS.get(scan.lex[at] as number) as 'day' | 'week' | 'weekend';
  const nth = c.ordinal > 0 ? c.ordinal : -1;
  if (nth > (unit === 'day' ? 31 : 5)) return null;
  return { kind: 'part-of-month', unit, nth, month: c.month, year: c.year > 0 ? c.year : null };
}

const BEFORE_MONTH = new Set(
  'in by since until till of last this next from to through during for and or early late mid before after between past each every every to-date – - ( , on around'
    .split(' ')
    .map(intern),
);
const NAMES_OF_PEOPLE = new Set([4, 5, 6, 8]);
const BEFORE_TIME = new Set(
  'in by since until till last this next during early late mid between'.split(' ').map(intern),
);
const DOUBTFUL_MONTHS = new Set([3, 5]);

/**
 * A month alone. "May" and "March" are also a verb, and "April", "June", "August" are names of people: these need a word
 * before them that months stand after, or nothing capitalised behind them.
 */
function monthAlone(c: Captures, { scan, from, to }: Match): Expression | null {
  const before = from > 0 ? (scan.lex[from - 1] as number) : PSEUDO.lineBreak;
  const introduced = BEFORE_MONTH.has(before);
  const short = tokenLength(scan, from) <= 4 && c.month !== 5 && c.month !== 6 && c.month !== 7;
  if (!isCapital(scan, from) && !introduced) return null;
  if (!introduced && (DOUBTFUL_MONTHS.has(c.month) || (short && scan.lex[to - 1] !== MARK.dot))) return null;
  // "Jan Kavan": a name that looks like a month cut short.
  if (short && scan.lex[to - 1] !== MARK.dot && !BEFORE_TIME.has(before)) return null;
  const nextCapital = to < scan.count && isCapital(scan, to);
  const previousCapital = from > 0 && isCapital(scan, from - 1) && before === PSEUDO.word;
  if (!introduced && (nextCapital || previousCapital)) return null;
  // "and June Smith": only words that stand before times and not before people outweigh a capital behind the month.
  if (NAMES_OF_PEOPLE.has(c.month) && nextCapital && scan.lex[to] === PSEUDO.word && !BEFORE_TIME.has(before))
    return null;
  return { kind: 'month', year: null, month: c.month };
}

const YEAR_SHIFT = new Map([
  [intern('last'), -1],
  [intern('this'), 0],
  [intern('next'), 1],
]);

const monthOfYear: Build = (c, m) => ({
  kind: 'within',
  inner: { kind: 'month', year: null, month: c.month },
  year: {
    kind: 'move',
    unit: 'year',
    count: YEAR_SHIFT.get(m.scan.lex[m.to - 2] as number) ?? 0,
    origin: 'publication',
  },
});

const ATTACKS = { kind: 'day', year: 2001, month: 9, day: 11 } as const;

export const CALENDAR_RULES: readonly Rule[] = [
  ['WEEKDAY ,? MONTH DAY ,? YEAR', named],
  ['WEEKDAY ,? MONTH DAY', named],
  ['WEEKDAY ,? the? DAY of? MONTH ,? YEAR', named],
  ['WEEKDAY ,? the? DAY of? MONTH', named],
  ['MONTH the? DAY ,? YEAR', named],
  ['MONTH the? DAY , SHORT_YEAR', namedShortYear],
  ['MONTH the? DAY', named],
  ['the? DAY of? MONTH ,? YEAR', named],
  ['the? DAY of? MONTH', named],
  // The first day of "18 to 24 June 1944"; the second is found on its own.
  ['DAY [to|and|or|-|– D2_FIRST MONTH ,? YEAR]', firstOfTwo],
  ['DAY [to|and|or|-|– D2_FIRST MONTH]', firstOfTwo],
  ['the? ORDINAL of MONTH ,? YEAR', ordinalOf],
  ['the? ORDINAL of MONTH', ordinalOf],
  ['MONTH the? ORDINAL', ordinalOf],
  ['D4 - D2_MONTH - D2_DAY', iso],
  ['D4 - D2_MONTH - D2_DAY t CLOCK z?', isoWithTime],
  ['D2_FIRST . D2_DAY . D4_YEAR', dotted],
  ['the? ORDINAL day|week|weekend of MONTH ,? YEAR', partOfMonth],
  ['the? ORDINAL day|week|weekend of MONTH', partOfMonth],
  ['the? last|final day|week|weekend of MONTH ,? YEAR', partOfMonth],
  ['the? last|final day|week|weekend of MONTH', partOfMonth],
  ['D2_FIRST / D2_DAY / D4_YEAR', slashed],
  ['MONTH ,? YEAR', (c) => ({ kind: 'month', month: c.month, year: c.year })],
  ['MONTH of YEAR', (c) => ({ kind: 'month', month: c.month, year: c.year })],
  ['MONTH SHORT_YEAR', (c) => ({ kind: 'month', month: c.month, year: fullYear(c.year - 1) })],
  ['MONTH', monthAlone],
  ['MONTH of? this|next|last year', monthOfYear],
  // Not a month and a day but a name: no year is near.
  [
    'D2_FIRST / D2_DAY',
    (c, { scan, to }) => (c.number === 10 && c.day === 12 && scan.lex[to] !== MARK.slash ? ATTACKS : null),
  ],
  [
    'MONTH DAY [terrorist|terror? attack|attacks|hijackings|hijackers]',
    (c) => (c.month === 9 && c.day === 11 ? ATTACKS : null),
  ],
];
