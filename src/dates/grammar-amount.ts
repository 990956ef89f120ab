import type { Expression } from './expression.ts';
import { intern, PARTS, PSEUDO, UNITS, type Unit, valuesOf } from './lexicon.ts';
import type { Captures } from './matchers.ts';
import type { Match, Rule } from './pattern.ts';
import { durationValue } from './period.ts';
import { isCapital, MARK, tokenLength } from './tokens.ts';

/** Lengths of time and what recurs: three days, five-year, decades, every Tuesday, daily. */

const unitOf = (c: Captures): Unit => UNITS[c.unit - 1] as Unit;
const OLD = new Set(['old', 'olds'].map(intern));
const AGE_BEFORE = new Set(['aged', 'age'].map(intern));

/** "33 years old", "a 5-year-old", "aged 10 months" are ages, not stretches of the story's time. */
function isAge({ scan, from, to }: Match): boolean {
  const next = scan.lex[to] as number;
  if (OLD.has(next) || (next === MARK.hyphen && OLD.has(scan.lex[to + 1] as number))) return true;
  if (next === intern('of') && scan.lex[to + 1] === intern('age')) return true;
  return from > 0 && AGE_BEFORE.has(scan.lex[from - 1] as number);
}

function duration(c: Captures, match: Match): Expression | null {
  if (isAge(match)) return null;
  const unit = unitOf(c);
  // "One second" is a length; "a second" is mostly an ordinal, "a night" a visit.
  if (unit === 'season') return null;
  // "the Six-Day War"
  if (
    match.scan.lex[match.to - 2] === MARK.hyphen &&
    isCapital(match.scan, match.to - 1) &&
    isCapital(match.scan, match.from)
  )
    return null;
  if (
    match.to - match.from === 2 &&
    (match.scan.lex[match.from] === A || match.scan.lex[match.from] === AN) &&
    isRate(match)
  )
    return null;
  // "1988 quarter": a year and a noun.
  if (c.amount >= 1000 && !isMany(match)) return null;
  // "the $10-a-month fee"
  if (
    match.scan.lex[match.from + 1] === MARK.hyphen &&
    (match.scan.lex[match.from] === A || match.scan.lex[match.from] === AN)
  )
    return null;
  const only = match.scan.lex[match.from] as number;
  if (
    match.to - match.from === 2 &&
    (only === A || only === AN) &&
    (unit === 'second' || unit === 'quarter' || unit === 'weekend')
  )
    return null;
  return { kind: 'duration', unit, amount: c.amount };
}
/** "$2 million a year", "700 seats a week": a rate, not a length. */
function isRate({ scan, from }: Match): boolean {
  if (from < 2) return false;
  const before = scan.lex[from - 1] as number;
  if (before === PSEUDO.number || (SCALE[before] as number) > 0 || RATE_WORDS.has(before)) return true;
  const plural = tokenLength(scan, from - 1) > 2 && scan.text.charCodeAt((scan.end[from - 1] as number) - 1) === 115;
  return plural && (scan.lex[from - 2] === PSEUDO.number || (SCALE[scan.lex[from - 2] as number] as number) > 0);
}
const SCALE = valuesOf('scale');
const RATE_WORDS = new Set(
  'times billion trillion percent % once twice cents dollars pounds euros'.split(' ').map(intern),
);

/** 1,500 hours, two thousand years; four plain digits before a unit are a year. */
const isMany = ({ scan, from, to }: Match): boolean =>
  tokenLength(scan, from) !== 4 || scan.lex[from] !== PSEUDO.number || to - from > 2;
const PART_WORDS = new Set('early late small closing opening final dying'.split(' ').map(intern));
const TWO = intern('two');
const A = intern('a');
const AN = intern('an');

function vague(c: Captures, match: Match): Expression | null {
  // A number before it was refused as an age; what is left of it is no length either.
  if (match.from > 0 && match.scan.lex[match.from - 1] === PSEUDO.number) return null;
  const unit = unitOf(c);
  // "the early hours of Sunday", "the closing minutes": a part of something else; "Hundred Days" is a name.
  const before = match.from > 0 ? (match.scan.lex[match.from - 1] as number) : 0;
  if (PART_WORDS.has(before)) return null;
  if (match.from > 0 && isCapital(match.scan, match.from) && isCapital(match.scan, match.from - 1)) return null;
  if (isAge(match) || unit === 'quarter' || unit === 'night' || unit === 'second' || unit === 'weekend') return null;
  return { kind: 'duration', unit, amount: -1 };
}

const set = (c: Captures, match: Match, amount = 1): Expression => ({
  kind: 'set',
  value: durationValue(amount, unitOf(c)),
  words: match.scan.text.slice(match.scan.start[match.from], match.scan.end[match.to - 1]),
});
const weekdaySet = (c: Captures, match: Match): Expression =>
  ({ ...set({ ...c, unit: 1 }, match), value: `XXXX-WXX-${c.weekday}` }) as Expression;
const partSet = (c: Captures, match: Match): Expression =>
  ({ ...set({ ...c, unit: 1 }, match), value: `XXXX-XX-XXT${PARTS[c.part - 1]}` }) as Expression;
const monthSet = (c: Captures, match: Match): Expression =>
  ({ ...set({ ...c, unit: 1 }, match), value: `XXXX-${String(c.month).padStart(2, '0')}` }) as Expression;

export const AMOUNT_RULES: readonly Rule[] = [
  ['AMOUNT - UNIT - long', duration],
  ['AMOUNT - UNIT', duration],
  ['AMOUNT ANY_UNIT', duration],
  [
    'AMOUNT UNIT or two|so',
    (c, m) => duration({ ...c, amount: c.amount === 1 && m.scan.lex[m.to - 1] === TWO ? -1 : c.amount }, m),
  ],
  ['AMOUNT UNIT and a half', (c, m) => duration({ ...c, amount: c.amount + 0.5 }, m)],
  ['AMOUNT UNITS or so|more', duration],
  ['AMOUNT straight|consecutive|full|whole|long|more|additional|extra|successive|solid|entire ANY_UNIT', duration],
  ['the? SHIFT AMOUNT - UNITS', duration],
  ['the? SHIFT AMOUNT ANY_UNIT', duration],
  ['the? ORDINAL AMOUNT UNITS', duration],
  ['the AMOUNT UNITS', duration],
  ['the? SHIFT AMOUNT straight|consecutive|full|or UNITS', duration],
  ['these|those AMOUNT UNITS', duration],
  ['UNITS', vague],
  ['UNITS - long', vague],
  ['UNIT - long', (c, m) => duration({ ...c, amount: 1 }, m)],
  ['the UNITS', vague],
  ['so? many|several UNITS', vague],

  ['every|each UNIT', (c, m) => set(c, m)],
  ['every|each AMOUNT UNITS', (c, m) => set(c, m, c.amount)],
  ['every other UNIT', (c, m) => set(c, m, 2)],
  ['once|twice a|every|each UNIT', (c, m) => set(c, m)],
  ['FREQUENCY', (c, m) => set({ ...c, unit: c.frequency }, m)],
  ['every|each WEEKDAY', weekdaySet],
  ['every|each PART', partSet],
  ['every|each MONTH', monthSet],
  ['WEEKDAYS', weekdaySet],
];
