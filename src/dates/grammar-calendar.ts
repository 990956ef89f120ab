import { daysInMonth } from './calendar.ts';
import type { Expression } from './expression.ts';
import { intern, PSEUDO, SEASONS, valuesOf } from './lexicon.ts';
import type { Captures } from './matchers.ts';
import type { Build, Match, Rule } from './pattern.ts';
import { adjoins, isCapital, MARK, numberAt, tokenLength } from './tokens.ts';

/** Dates that name their place in the calendar: days, months, years, decades, centuries, seasons with a year. */

function day(c: Captures, year: number | null, month: number, dayOfMonth: number): Expression | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year ?? 2000, month)) return null;
  return { kind: 'day', year, month, day: dayOfMonth, ...(c.weekday > 0 ? { weekday: c.weekday } : {}) };
}

/** "'96" and "11/02/89": the century that puts the year nearest to our own time. */
export function fullYear(twoDigits: number): number {
  return twoDigits > 40 ? 1900 + twoDigits : 2000 + twoDigits;
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

const YEAR_CUES = new Set(
  'in since by of from until till during before after through to circa early late mid between for fiscal year and or about around ( over the – - / , ; end back this that'
    .split(' ')
    .map(intern),
);
const STRONG_YEAR_CUES = new Set(
  'in since by circa until till before after during year early late mid fiscal between'.split(' ').map(intern),
);
const COUNT_CUES = new Set(
  'than some only over nearly almost least most roughly approximately no number flight route room page section chapter highway windows model article bus'
    .split(' ')
    .map(intern),
);

/** A bare number of four digits: a year unless the neighbours make it a count, a price, a part of a longer figure. */
function yearAlone(c: Captures, { scan, from, to }: Match): Expression | null {
  const { year } = c;
  if (to - from > 1) return { kind: 'year', year };
  const before = from > 0 ? (scan.lex[from - 1] as number) : PSEUDO.lineBreak;
  const cued = YEAR_CUES.has(before);
  if (COUNT_CUES.has(before)) return null;
  if (year < 1400 && !cued) return null;
  // 555-1234, 1-2019: telephone numbers and scores.
  if (
    before === MARK.hyphen &&
    adjoins(scan, from) &&
    adjoins(scan, from - 1) &&
    scan.lex[from - 2] === PSEUDO.number
  ) {
    const other = numberAt(scan, from - 2);
    if (other < 1000 || other > 2199) return null;
  }
  if (
    scan.lex[to] === MARK.hyphen &&
    adjoins(scan, to) &&
    adjoins(scan, to + 1) &&
    scan.lex[to + 1] === PSEUDO.number &&
    tokenLength(scan, to + 1) > 2
  ) {
    const other = numberAt(scan, to + 1);
    if (tokenLength(scan, to + 1) !== 4 || other < year) return null;
  }
  if (year < 1700 || year > 2050) {
    // Outside of living memory only where the text says so, and never before a thing that is counted.
    if (!STRONG_YEAR_CUES.has(before) || isCountedNoun(scan, to)) return null;
  } else if (!cued && isCountedNoun(scan, to) && year % 100 === 0) return null;
  if (isUnitOfMeasure(scan, to)) return null;
  return { kind: 'year', year };
}

const MEASURES = new Set(
  'people men women children dollars euros pounds feet meters metres miles km kilometers kilometres kg tons tonnes hours days minutes seconds gmt utc yards acres jobs percent per pts points troops soldiers employees workers homes times rpm mph hp cc mm cm lb lbs calories votes copies units shares words pages seats mg ml watts mah megawatts square cubic hertz hz'
    .split(' ')
    .map(intern),
);

function isUnitOfMeasure(scan: Match['scan'], at: number): boolean {
  return MEASURES.has(scan.lex[at] as number);
}

function isCountedNoun(scan: Match['scan'], at: number): boolean {
  if (at >= scan.count || scan.lex[at] !== PSEUDO.word || isCapital(scan, at)) return false;
  const end = scan.end[at] as number;
  return scan.text.charCodeAt(end - 1) === 115 && tokenLength(scan, at) > 3;
}

function decade(_c: Captures, { scan, from }: Match): Expression | null {
  let at = from;
  while (scan.lex[at] !== PSEUDO.number) at++;
  const value = numberAt(scan, at);
  if (value % 10 !== 0) return null;
  if (value < 100) {
    // "in her mid-50s" is an age.
    for (let before = from - 1; before >= 0 && before >= from - 3; before--)
      if (WHOSE.has(scan.lex[before] as number)) return null;
    return { kind: 'decade', decade: fullYear(value) / 10, century: false };
  }
  if (value < 1000 || value > 2190) return null;
  // "The 1800s" are a century; the 2000s may be ten years.
  return { kind: 'decade', decade: value / 10, century: value % 100 === 0 && value < 2000 };
}

const WHOSE = new Set('his her their my our your whose'.split(' ').map(intern));
const DECADES = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((name, i) => [intern(name), i + 2]),
);
const DECADE_WORDS = 'twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties';

function decadeWord(_: Captures, { scan, to }: Match): Expression | null {
  const tens = DECADES.get(scan.lex[to - 1] as number);
  return tens === undefined ? null : { kind: 'decade', decade: fullYear(tens * 10) / 10, century: false };
}

/** "In the fall", not "fall in" nor "the fall of Rome": the word needs one before it that seasons stand after. */
function seasonAlone(c: Captures, match: Match): Expression | null {
  const { scan, from, to } = match;
  const the = scan.lex[from] === THE;
  if (scan.lex[to - 1] === FALL) {
    const before = (from > 0 ? scan.lex[from - 1] : 0) as number;
    if (!SEASON_CUES.has(before) || (the && scan.lex[to] === OF)) return null;
  }
  // "Spring" with a capital inside a name: Silver Spring, Spring Street.
  const named =
    isCapital(scan, to - 1) &&
    ((from > 0 && !the && isCapital(scan, from - 1) && scan.lex[from - 1] === PSEUDO.word) ||
      (isCapital(scan, to) && scan.lex[to] === PSEUDO.word));
  // "if you spring for it"
  if (!the && from > 0 && VERB_BEFORE.has(scan.lex[from - 1] as number)) return null;
  return named ? null : season(c);
}
const THE = intern('the');
const OF = intern('of');
const FALL = intern('fall');
const VERB_BEFORE = new Set('you they we i to could would will ll can should might may who'.split(' ').map(intern));
const SEASON_CUES = new Set(
  'in by since until till during early late mid of from through for each every next this last over'
    .split(' ')
    .map(intern),
);

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

const season = (c: Captures): Expression => ({
  kind: 'season',
  season: SEASONS[c.season - 1] as string,
  year: c.year > 0 ? c.year : null,
});
const beforeChrist = (c: Captures): Expression => ({ kind: 'year', year: 2 - c.number });

/** '96, but not '90s and not a name such as '60 Minutes'. */
function shortYear(c: Captures, { scan, to }: Match): Expression | null {
  const next = scan.lex[to] as number;
  if (next === intern('s') || next === MARK.hyphen || (valuesOf('units')[next] as number) > 0) return null;
  return { kind: 'year', year: fullYear(c.year - 1) };
}

const YEAR_SHIFT = new Map([
  [intern('last'), -1],
  [intern('this'), 0],
  [intern('next'), 1],
]);

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
  ['fiscal year? YEAR', (c) => ({ kind: 'year', year: c.year })],
  ['the? year YEAR', (c) => ({ kind: 'year', year: c.year })],
  ['YEAR', yearAlone],
  ['SHORT_YEAR', shortYear],
  ['NUMBER bc|bce', beforeChrist],
  ['NUMBER b . c .?', beforeChrist],
  ['the? D4 s', decade],
  [
    "D4 ' s",
    (c, m) => (m.scan.lex[m.to - 3] === PSEUDO.number && c.year % 10 === 1 && c.year % 100 !== 1 ? decade(c, m) : null),
  ],
  ["the? ' D2_FIRST s", decade],
  [`the? ${DECADE_WORDS}`, (c, m) => (m.to - m.from === 2 ? decadeWord(c, m) : null)],
  ['the? ORDINAL - century', (c) => ({ kind: 'century', century: c.ordinal })],
  ['the? ORDINAL century', (c) => ({ kind: 'century', century: c.ordinal })],
  ['the? SEASON of YEAR', season],
  ['SEASON ,? YEAR', season],
  ['the? SEASON', seasonAlone],
  ['MONTH of? this|next|last year', monthOfYear],
  ['the? year two thousand', () => ({ kind: 'year', year: 2000 })],
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
