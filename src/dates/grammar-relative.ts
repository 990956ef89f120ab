import type { Expression, Origin, Shift } from './expression.ts';
import { intern, PARTS, PSEUDO, SEASONS, UNITS, type Unit } from './lexicon.ts';
import { type Captures, isCapital, MARK } from './matchers.ts';
import { VAGUE } from './number-phrase.ts';
import type { Build, Match, Rule } from './pattern.ts';

/** Dates that count from another: today, last week, three years ago, the next day, Friday. */

const unitOf = (c: Captures): Unit => UNITS[c.unit - 1] as Unit;
const shiftOf = (c: Captures): Shift => (c.shift - 2) as Shift;
const partOf = (c: Captures): string => PARTS[c.part - 1] as string;

const move = (unit: Unit, count: number, origin: Origin = 'publication'): Expression => ({
  kind: 'move',
  unit,
  count,
  origin,
});
const day =
  (count: number): Build =>
  () =>
    move('day', count);
const reference =
  (value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'): Build =>
  () => ({ kind: 'reference', value });

/** ago counts from publication; earlier, later, before and after from the date that was spoken of. */
const counted =
  (direction: -1 | 1, origin: Origin): Build =>
  (c, m) => {
    if (NEEDS_END.has(m.scan.lex[m.to - 1] as number) && !endsPhrase(m)) return null;
    if (c.amount === VAGUE) return { kind: 'reference', value: direction < 0 ? 'PAST_REF' : 'FUTURE_REF' };
    const unit = unitOf(c);
    if (unit === 'weekend' || unit === 'season') return null;
    return move(unit, direction * c.amount, origin);
  };

const NEEDS_END = new Set(['before', 'after', 'prior', 'previously', 'hence', 'afterward', 'afterwards'].map(intern));

/** "two days before." counts from a date named earlier; "two days before the vote" from the vote, which isn't known here. */
function endsPhrase({ scan, to }: Match): boolean {
  const next = scan.lex[to] as number;
  return to >= scan.count || next === PSEUDO.lineBreak || MARKS_AFTER.has(next);
}
const MARKS_AFTER = new Set(['.', ',', ';', ':', ')', '?', '!', '–', 'and', 'when', 'but'].map(intern));

/** "the year", "that week": the one that was spoken of. */
function same(c: Captures, { scan, from, to }: Match): Expression | null {
  const unit = unitOf(c);
  if (!CALENDAR_UNITS.has(unit)) return null;
  const bare = to - from === 2 && scan.lex[from] === THE;
  // "the day-to-day", "the year-old"
  if (scan.lex[to] === MARK.hyphen) return null;
  if (bare && unit === 'decade') return null;
  return move(unit, 0, 'narrative');
}
const CALENDAR_UNITS: ReadonlySet<Unit> = new Set<Unit>([
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
]);

const neighbour =
  (count: -1 | 1): Build =>
  (c, m) =>
    CALENDAR_UNITS.has(unitOf(c)) && endsPhrase(m) ? move(unitOf(c), count, 'narrative') : null;

/** last week, this year, next month; "the past year", "the next day". */
function shifted(c: Captures, { scan, from }: Match): Expression | null {
  const unit = unitOf(c);
  const the = scan.lex[from] === THE;
  const word = scan.lex[the ? from + 1 : from] as number;
  if (unit === 'second' || unit === 'minute' || unit === 'season') return null;
  // "the past year", "the coming week": the stretch up to or from now; a length, not a place in the calendar.
  if (the && PAST_WORDS.has(word) && unit !== 'weekend') return { kind: 'duration', unit, amount: 1 };
  const narrative = NARRATIVE.has(word) || (the && (word === NEXT || word === LAST) && unit !== 'weekend');
  return move(unit, shiftOf(c), narrative ? 'narrative' : 'publication');
}

const THE = intern('the');
const NEXT = intern('next');
const LAST = intern('last');
const PAST_WORDS = new Set(['past'].map(intern));
const NARRATIVE = new Set(['previous', 'following', 'preceding', 'prior', 'ensuing'].map(intern));

/** recent weeks, the coming years: no count, so no place either. */
const vagueStretch = (c: Captures): Expression | null =>
  c.shift === 2 ? null : { kind: 'reference', value: c.shift === 1 ? 'PAST_REF' : 'FUTURE_REF' };

const weekday = (c: Captures): Expression => ({ kind: 'weekday', weekday: c.weekday });
const weekdayAlone = (c: Captures, m: Match): Expression | null => (isCapital(m.scan, m.from) ? weekday(c) : null);

export const RELATIVE_RULES: readonly Rule[] = [
  ['today', day(0)],
  ['yesterday', day(-1)],
  ['tomorrow', day(1)],
  ['the day before yesterday', day(-2)],
  ['the day after tomorrow', day(2)],
  ['earlier|later today', day(0)],
  ['tonight', () => ({ kind: 'move', unit: 'day', count: 0, origin: 'publication', time: { part: 'NI' } })],
  ['last night', () => ({ kind: 'move', unit: 'day', count: -1, origin: 'publication', time: { part: 'NI' } })],
  ['this PART', (c) => ({ kind: 'move', unit: 'day', count: 0, origin: 'publication', time: { part: partOf(c) } })],
  [
    'earlier|later this PART',
    (c) => ({ kind: 'move', unit: 'day', count: 0, origin: 'publication', time: { part: partOf(c) } }),
  ],
  [
    'later? that|the PART',
    (c) => ({ kind: 'move', unit: 'day', count: 0, origin: 'narrative', time: { part: partOf(c) } }),
  ],
  [
    'the next|following PART',
    (c) => ({ kind: 'move', unit: 'day', count: 1, origin: 'narrative', time: { part: partOf(c) } }),
  ],
  [
    'the previous PART',
    (c) => ({ kind: 'move', unit: 'day', count: -1, origin: 'narrative', time: { part: partOf(c) } }),
  ],

  [
    'earlier|later? this UNIT',
    (c, m) => (CALENDAR_UNITS.has(unitOf(c)) && m.scan.lex[m.to] !== MARK.hyphen ? move(unitOf(c), 0) : null),
  ],
  ['the? SHIFT UNIT', shifted],
  ['earlier|later? that|the|same UNIT', same],
  ['the|that same UNIT', same],
  ['earlier|later in the UNIT', same],
  ['the UNIT before|earlier|previous', neighbour(-1)],
  ['the UNIT after|later|following', neighbour(1)],

  ['the? SHIFT WEEKDAY', (c) => ({ kind: 'weekday', weekday: c.weekday, shift: shiftOf(c) })],
  ['on? that|the WEEKDAY', weekday],
  ['WEEKDAY', weekdayAlone],
  [
    'WEEKDAY last|next',
    (c, { scan, to }) => ({ kind: 'weekday', weekday: c.weekday, shift: scan.lex[to - 1] === NEXT ? 1 : -1 }),
  ],
  ['WEEKDAY week', (c) => ({ kind: 'weekday', weekday: c.weekday, shift: 1 })],
  ['the? SHIFT MONTH', (c) => ({ kind: 'month', month: c.month, year: null, shift: shiftOf(c) })],
  [
    'the? SHIFT SEASON',
    (c) => ({ kind: 'season', season: SEASONS[c.season - 1] as string, year: null, shift: shiftOf(c) }),
  ],

  ['AMOUNT UNIT ago', counted(-1, 'publication')],
  ['AMOUNT UNITS ago', counted(-1, 'publication')],
  ['AMOUNT ANY_UNIT earlier|before|previously|prior', counted(-1, 'narrative')],
  ['AMOUNT ANY_UNIT later|afterward|afterwards|after|hence', counted(1, 'narrative')],
  ['AMOUNT ANY_UNIT from now|today', counted(1, 'publication')],
  ['UNITS ago', reference('PAST_REF')],
  ['so? long|many ago', reference('PAST_REF')],
  ['so many UNITS ago', reference('PAST_REF')],
  ['UNITS earlier|before', reference('PAST_REF')],
  ['UNITS later', reference('FUTURE_REF')],
  ['the? recent UNITS', reference('PAST_REF')],
  ['the? SHIFT few|several|couple? of? UNITS', vagueStretch],
  ['the? coming|upcoming UNITS', reference('FUTURE_REF')],
  ['these days', reference('PRESENT_REF')],
];

const QUARTER_NAMES = 'Q1 Q2 Q3 Q4'.split(' ');
/** third quarter, first half; "the first nine months" is a length and stands with the durations. */
export const fraction = (c: Captures, half: boolean): Expression | null => {
  const name = half ? `H${c.ordinal}` : QUARTER_NAMES[c.ordinal - 1];
  if (name === undefined || (half && c.ordinal > 2)) return null;
  return { kind: 'fraction', fraction: name, year: c.year > 0 ? c.year : null };
};

export const FRACTION_RULES: readonly Rule[] = [
  ['the? fiscal? ORDINAL fiscal? - quarter', (c) => fraction(c, false)],
  ['the? fiscal? ORDINAL fiscal? quarter', (c) => fraction(c, false)],
  ['the? ORDINAL quarter of YEAR', (c) => fraction(c, false)],
  ['the? ORDINAL half of YEAR', (c) => fraction(c, true)],
  ['the? ORDINAL - half', (c) => fraction(c, true)],
  ['the? fiscal ORDINAL half', (c) => fraction(c, true)],
  ['the ORDINAL half of the year', (c) => fraction(c, true)],
];

export const REFERENCE_RULES: readonly Rule[] = [
  ['right? now', reference('PRESENT_REF')],
  ['currently|nowadays|presently', reference('PRESENT_REF')],
  ['current', reference('PRESENT_REF')],
  ['at|for [the] moment', reference('PRESENT_REF')],
  ['the time being', reference('PRESENT_REF')],
  ['the present', reference('PRESENT_REF')],
  ['recently|lately', reference('PAST_REF')],
  ['more|most|very recently', reference('PAST_REF')],
  ['recent', reference('PAST_REF')],
  ['previously', reference('PAST_REF')],
  ['the past', reference('PAST_REF')],
  ['soon|shortly', reference('FUTURE_REF')],
  ['very|sometime soon', reference('FUTURE_REF')],
  ['the? near|foreseeable|immediate future', reference('FUTURE_REF')],
  ['the? future', reference('FUTURE_REF')],
];
