import type { Expression, Origin, Shift } from './expression.ts';
import { intern, PARTS, PSEUDO, SEASONS, UNITS, type Unit } from './lexicon.ts';
import type { Captures } from './matchers.ts';
import { VAGUE } from './number-phrase.ts';
import type { Build, Match, Rule } from './pattern.ts';
import { isCapital, MARK, tokenLength } from './tokens.ts';

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
    // Hours aren't days of the calendar; the guidelines count them as lengths.
    if (unit === 'hour' || unit === 'minute' || unit === 'second') return { kind: 'duration', unit, amount: c.amount };
    return {
      kind: 'move',
      unit,
      count: direction * c.amount,
      origin,
      ...(origin === 'publication' ? { ago: true } : {}),
    };
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
  const loose = scan.lex[to - 2] === THE && unit !== 'quarter';
  return { kind: 'move', unit, count: 0, origin: 'narrative', ...(loose ? { loose } : {}) };
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
function shifted(c: Captures, { scan, from, to }: Match): Expression | null {
  const unit = unitOf(c);
  const the = scan.lex[from] === THE;
  const word = scan.lex[the ? from + 1 : from] as number;
  if (unit === 'second' || unit === 'minute' || unit === 'season') return null;
  // "the last day of the trial"
  if (the && NAMED_PART.has(unit) && scan.lex[to] === OF_WORD) return null;
  // "the past year", "the coming week": the stretch up to or from now; a length, not a place in the calendar.
  if (the && PAST_WORDS.has(word) && unit !== 'weekend') return { kind: 'duration', unit, amount: 1 };
  const narrative = NARRATIVE.has(word) || (the && (word === NEXT || word === LAST) && unit !== 'weekend');
  return move(unit, shiftOf(c), narrative ? 'narrative' : 'publication');
}

const THE = intern('the');
const NEXT = intern('next');
const LAST = intern('last');
const NAMED_PART: ReadonlySet<Unit> = new Set<Unit>(['day', 'week', 'weekend', 'hour', 'night']);
const PAST_WORDS = new Set(['past'].map(intern));
const NARRATIVE = new Set(['previous', 'following', 'preceding', 'prior', 'ensuing'].map(intern));

const weekday = (c: Captures): Expression => ({ kind: 'weekday', weekday: c.weekday });
/** "Sun" and "Sat" are words of their own; alone they are weekdays only with their dot. */
function weekdayAlone(c: Captures, { scan, from, to }: Match): Expression | null {
  if (!isCapital(scan, from)) return null;
  const short = tokenLength(scan, from) < 6;
  return short && (scan.lex[to - 1] !== MARK.dot || scan.text.charCodeAt(scan.start[from] as number) === 83)
    ? null
    : weekday(c);
}

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
  ['the? latest quarter|period', () => move('quarter', -1)],
  [
    'the fiscal|full|entire|whole year',
    () => ({ kind: 'move', unit: 'year', count: 0, origin: 'narrative', loose: true }),
  ],
  ['the? current fiscal? year', () => move('year', 0)],
  ['the? year - ago|earlier quarter|period?', () => move('quarter', -4, 'narrative')],
  ['the? comparable|corresponding|same year - ago|earlier quarter|period', () => move('quarter', -4, 'narrative')],
  ['year - end', () => move('year', 0)],
  ['the UNIT before|earlier|previous', neighbour(-1)],
  ['the UNIT after|later|following', neighbour(1)],

  ['the? SHIFT WEEKDAY', (c) => ({ kind: 'weekday', weekday: c.weekday, shift: shiftOf(c) })],
  ['that WEEKDAY', (c, m) => (tokenLength(m.scan, m.from + 1) < 6 ? null : weekday(c))],
  ['WEEKDAY', weekdayAlone],
  ['earlier|later WEEKDAY', weekday],
  ['earlier|later yesterday', day(-1)],
  ['this coming WEEKDAY', (c) => ({ kind: 'weekday', weekday: c.weekday, shift: 1 })],
  [
    'WEEKDAY last|next',
    (c, { scan, to }) => ({ kind: 'weekday', weekday: c.weekday, shift: scan.lex[to - 1] === NEXT ? 1 : -1 }),
  ],
  ['WEEKDAY week', (c) => ({ kind: 'weekday', weekday: c.weekday, shift: 1, weeks: 1 })],
  [
    'AMOUNT WEEKDAYS ago',
    (c) => (c.amount > 1 ? { kind: 'weekday', weekday: c.weekday, shift: -1, weeks: 1 - c.amount } : null),
  ],
  ['the? SHIFT MONTH', (c) => ({ kind: 'month', month: c.month, year: null, shift: shiftOf(c) })],
  [
    'the? SHIFT SEASON',
    (c) => ({ kind: 'season', season: SEASONS[c.season - 1] as string, year: null, shift: shiftOf(c) }),
  ],

  ['AMOUNT UNIT or so|two ago', counted(-1, 'publication')],
  ['AMOUNT UNIT and a half ago', counted(-1, 'publication')],
  ['AMOUNT - UNIT - ago|earlier', () => null],
  ['AMOUNT UNIT ago', counted(-1, 'publication')],
  ['AMOUNT UNITS ago', counted(-1, 'publication')],
  ['AMOUNT ANY_UNIT earlier|before|previously|prior', counted(-1, 'narrative')],
  ['AMOUNT ANY_UNIT later|afterward|afterwards|after|hence', counted(1, 'narrative')],
  ['AMOUNT ANY_UNIT from now|today', counted(1, 'publication')],
  ['UNITS ago', reference('PAST_REF')],
  ['so? long|many ago', reference('PAST_REF')],
  ['so many UNITS ago', reference('PAST_REF')],
  ['UNITS earlier|before', (c, m) => (endsPhrase(m) ? reference('PAST_REF')(c, m) : null)],
  ['UNITS later', reference('FUTURE_REF')],
  ['the? recent UNITS', reference('PAST_REF')],
  ['the? coming|upcoming UNITS', reference('FUTURE_REF')],
  ['these days', reference('PRESENT_REF')],
];

/** "The past" as a thing, not "the past champion". */
function pastAlone(_c: Captures, { scan, to }: Match): Expression | null {
  return scan.lex[to] === PSEUDO.word && !isCapital(scan, to) && !AFTER_NOUN.has(scan.lex[to] as number)
    ? null
    : { kind: 'reference', value: 'PAST_REF' };
}
function futureAlone(_c: Captures, { scan, to }: Match): Expression | null {
  return scan.lex[to] === OF_WORD ? null : { kind: 'reference', value: 'FUTURE_REF' };
}
/** "soon after", "as soon as" count from something else. */
function soon(_c: Captures, { scan, from, to }: Match): Expression | null {
  if (AFTER_SOON.has(scan.lex[to] as number) || (from > 0 && BEFORE_SOON.has(scan.lex[from - 1] as number)))
    return null;
  return { kind: 'reference', value: 'FUTURE_REF', unlessPast: true };
}
const OF_WORD = intern('of');
const AFTER_NOUN = new Set('that and but or when where which who to for of as with by'.split(' ').map(intern));
/** "at the moment", not "the moment of truth". */
const atTheMoment: Build = (_c, { scan, from }) =>
  from > 0 && AT_FOR.has(scan.lex[from - 1] as number) ? { kind: 'reference', value: 'PRESENT_REF' } : null;
const AT_FOR = new Set(['at', 'for'].map(intern));

/** "Prime Now" is a name. */
const now: Build = (_c, { scan, from }) =>
  isCapital(scan, from) && from > 0 && isCapital(scan, from - 1) && scan.lex[from - 1] === PSEUDO.word
    ? null
    : { kind: 'reference', value: 'PRESENT_REF' };

/** "as recently as May": the May is the date. */
const recently: Build = (_c, { scan, to }) =>
  scan.lex[to] === intern('as') ? null : { kind: 'reference', value: 'PAST_REF' };
const AFTER_SOON = new Set('- after as afterward afterwards thereafter enough became'.split(' ').map(intern));
const BEFORE_SOON = new Set('as too so how'.split(' ').map(intern));

export const REFERENCE_RULES: readonly Rule[] = [
  ['right? now', now],
  ['currently|nowadays|presently', reference('PRESENT_REF')],
  ['the moment', atTheMoment],
  ['the time being', reference('PRESENT_REF')],
  ['the present', reference('PRESENT_REF')],
  ['recently|lately', recently],
  ['more|most|very recently', reference('PAST_REF')],
  ['the past', pastAlone],
  ['soon', soon],
  ['very|sometime soon', soon],
  ['the? near|foreseeable|immediate future', reference('FUTURE_REF')],
  ['the near|long|short term', reference('FUTURE_REF')],
  ['the future', futureAlone],
  ['[in] future', reference('FUTURE_REF')],
];
