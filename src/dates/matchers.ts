import { matchClock, startsClock } from './clock.ts';
import { PSEUDO, type Sense, valuesOf } from './lexicon.ts';
import { matchAmount, matchSpokenYear, startsAmount, startsSpokenYear } from './number-phrase.ts';
import type { Scan } from './scan.ts';
import { adjoins, digits, isCapital, isInsideFigure, MARK, numberAt, tokenLength } from './tokens.ts';

/**
 * What the elements of a pattern have caught; 0 where nothing was. `amount` is the number of units, negative for a vague
 * count ("several"). `clock` is seconds after midnight plus one.
 */
export interface Captures {
  month: number;
  day: number;
  year: number;
  weekday: number;
  ordinal: number;
  amount: number;
  unit: number;
  shift: number;
  portion: number;
  season: number;
  part: number;
  frequency: number;
  clock: number;
  zone: number;
  number: number;
}

export function newCaptures(): Captures {
  return {
    month: 0,
    day: 0,
    year: 0,
    weekday: 0,
    ordinal: 0,
    amount: 0,
    unit: 0,
    shift: 0,
    portion: 0,
    season: 0,
    part: 0,
    frequency: 0,
    clock: 0,
    zone: 0,
    number: 0,
  };
}

/** One kind of element: `match` gives the token after it, or -1, and writes `field`. */
export interface Matcher {
  readonly field: keyof Captures | null;
  /** It never takes more than one token. */
  readonly single?: boolean;
  readonly starts: (lex: number) => boolean;
  readonly match: (scan: Scan, at: number, captures: Captures) => number;
}

const month = valuesOf('month');
const monthShort = valuesOf('monthShort');
const weekday = valuesOf('weekday');
const weekdayShort = valuesOf('weekdayShort');
const ordinal = valuesOf('ordinal');
const tens = valuesOf('tens');

function afterDot(scan: Scan, at: number): number {
  return scan.lex[at] === MARK.dot && adjoins(scan, at) ? at + 1 : at;
}

function matchMonth(scan: Scan, at: number, captures: Captures): number {
  const lex = scan.lex[at] as number;
  const full = month[lex] as number;
  if (full > 0) {
    // Months are names; "may" and "march" in lower case are verbs. Lower-case "january" is a slip that readers make.
    if ((full === 3 || full === 5) && !isCapital(scan, at)) return -1;
    captures.month = full;
    return at + 1;
  }
  const short = monthShort[lex] as number;
  if (!(short > 0) || !isCapital(scan, at)) return -1;
  captures.month = short;
  return afterDot(scan, at + 1);
}

function matchWeekday(scan: Scan, at: number, captures: Captures): number {
  const lex = scan.lex[at] as number;
  const full = weekday[lex] as number;
  if (full > 0) {
    captures.weekday = full;
    return at + 1;
  }
  const short = weekdayShort[lex] as number;
  if (!(short > 0) || !isCapital(scan, at)) return -1;
  captures.weekday = short;
  return afterDot(scan, at + 1);
}

function matchDay(scan: Scan, at: number, captures: Captures): number {
  const lex = scan.lex[at];
  if ((lex !== PSEUDO.number && lex !== PSEUDO.ordinal) || at >= scan.count) return -1;
  const value = numberAt(scan, at);
  if (value < 1 || value > 31 || tokenLength(scan, at) > 4) return -1;
  if (lex === PSEUDO.number && (tokenLength(scan, at) > 2 || isInsideFigure(scan, at))) return -1;
  captures.day = value;
  return at + 1;
}

function matchOrdinal(scan: Scan, at: number, captures: Captures): number {
  if (at >= scan.count) return -1;
  const lex = scan.lex[at] as number;
  if (lex === PSEUDO.ordinal) {
    captures.ordinal = numberAt(scan, at);
    return at + 1;
  }
  const value = ordinal[lex] as number;
  if (value > 0) {
    captures.ordinal = value;
    return at + 1;
  }
  const ten = tens[lex] as number;
  if (!(ten > 0)) return -1;
  const after = scan.lex[at + 1] === MARK.hyphen ? at + 2 : at + 1;
  const one = ordinal[scan.lex[after] as number] as number;
  if (!(one > 0 && one < 10)) return -1;
  captures.ordinal = ten * 10 + one;
  return after + 1;
}

function matchYear(scan: Scan, at: number, captures: Captures): number {
  if (scan.lex[at] !== PSEUDO.number) return matchSpokenYear(scan, at, captures);
  if (!digits(scan, at, 4) || isInsideFigure(scan, at)) return -1;
  const value = numberAt(scan, at);
  if (value < 1000 || value > 2199) return -1;
  captures.year = value;
  return at + 1;
}

function matchShortYear(scan: Scan, at: number, captures: Captures): number {
  if (scan.lex[at] !== MARK.apostrophe || !digits(scan, at + 1, 2) || !adjoins(scan, at + 1)) return -1;
  captures.year = numberAt(scan, at + 1) + 1;
  return at + 2;
}

/** Digits as they are, for ISO and slashed dates; the builder checks them. */
function digitsMatcher(length: number, field: keyof Captures, glued: boolean): Matcher {
  return {
    field,
    single: true,
    starts: (lex) => lex === PSEUDO.number,
    match: (scan, at, captures) => {
      if (at >= scan.count || scan.lex[at] !== PSEUDO.number || tokenLength(scan, at) > length) return -1;
      if (glued && !adjoins(scan, at)) return -1;
      captures[field] = numberAt(scan, at) + 1;
      return at + 1;
    },
  };
}

function sense(name: Sense, field: keyof Captures): Matcher {
  const values = valuesOf(name);
  return {
    field,
    single: true,
    starts: (lex) => (values[lex] as number) > 0,
    match: (scan, at, captures) => {
      const value = at < scan.count ? (values[scan.lex[at] as number] as number) : 0;
      if (value === 0) return -1;
      captures[field] = value;
      return at + 1;
    },
  };
}

const unitOne = sense('unit', 'unit');
const unitMany = sense('units', 'unit');
const isNumber = (lex: number): boolean => lex === PSEUDO.number || lex === PSEUDO.ordinal;

/** The elements that patterns name. */
export const MATCHERS: Readonly<Record<string, Matcher>> = {
  MONTH: {
    field: 'month',
    starts: (lex) => (month[lex] as number) > 0 || (monthShort[lex] as number) > 0,
    match: matchMonth,
  },
  WEEKDAY: {
    field: 'weekday',
    starts: (lex) => (weekday[lex] as number) > 0 || (weekdayShort[lex] as number) > 0,
    match: matchWeekday,
  },
  WEEKDAYS: sense('weekdays', 'weekday'),
  DAY: { field: 'day', single: true, starts: isNumber, match: matchDay },
  ORDINAL: {
    field: 'ordinal',
    starts: (lex) => lex === PSEUDO.ordinal || (ordinal[lex] as number) > 0 || (tens[lex] as number) > 0,
    match: matchOrdinal,
  },
  YEAR: { field: 'year', starts: (lex) => isNumber(lex) || startsSpokenYear(lex), match: matchYear },
  SHORT_YEAR: { field: 'year', starts: (lex) => lex === MARK.apostrophe, match: matchShortYear },
  D4: digitsMatcher(4, 'year', false),
  D2_MONTH: digitsMatcher(2, 'month', true),
  D2_DAY: digitsMatcher(2, 'day', true),
  D2_FIRST: digitsMatcher(2, 'number', false),
  D4_YEAR: digitsMatcher(4, 'year', true),
  NUMBER: digitsMatcher(6, 'number', false),
  AMOUNT: { field: 'amount', starts: startsAmount, match: matchAmount },
  UNIT: unitOne,
  UNITS: unitMany,
  ANY_UNIT: {
    field: 'unit',
    single: true,
    starts: (lex) => unitOne.starts(lex) || unitMany.starts(lex),
    match: (scan, at, captures) => {
      const next = unitOne.match(scan, at, captures);
      return next >= 0 ? next : unitMany.match(scan, at, captures);
    },
  },
  SHIFT: sense('shift', 'shift'),
  PORTION: sense('portion', 'portion'),
  SEASON: sense('season', 'season'),
  PART: sense('part', 'part'),
  FREQUENCY: sense('frequency', 'frequency'),
  ZONE: sense('zone', 'zone'),
  CLOCK: { field: 'clock', starts: startsClock, match: matchClock },
};
