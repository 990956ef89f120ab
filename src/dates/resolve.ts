import {
  addDays,
  addMonths,
  type Day,
  dayNumber,
  daysInMonth,
  isoDay,
  isoMonth,
  isoWeek,
  isoYear,
  pad2,
  weekdayOf,
} from './calendar.ts';
import type { Expression, Origin, Shift, TimeOfDay } from './expression.ts';
import { HOLIDAYS } from './holidays.ts';
import { SEASONS, type Unit } from './lexicon.ts';
import { durationValue } from './period.ts';
import { dayInWords, monthName, reason, weekdayName } from './reason.ts';
import type { Tense } from './tense.ts';
import type { Reason, TimexType } from './types.ts';

/** What is known while the expressions of a text are resolved, in order. */
export interface Context {
  readonly published: Day | null;
  /** The date the text spoke of last. */
  readonly narrative: Day | null;
  /** The same where the text named a day, not a month or a year: what a bare time of the clock belongs to. */
  readonly narrativeDay: Day | null;
  /** The quarter the text spoke of last, in reports of earnings. */
  readonly narrativeQuarter: Day | null;
  /** The text tells history: its bare months belong to the year it has reached, not to the year of publication. */
  readonly history: boolean;
  /** Tense of the verb around the expression. */
  readonly tense: Tense;
  /** A verb in the past stands right before the expression. */
  readonly afterPast: boolean;
}

export interface Resolved {
  readonly type: TimexType;
  readonly value: string;
  readonly reason: Reason;
  /** A day inside the value, for what follows to count from; null for lengths, sets and the like. */
  readonly day: Day | null;
}

const UNKNOWN = 'no date of publication is known';
const SEASON_START: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** The TIMEX3 value of an expression and why it is that. */
export function resolve(expression: Expression, context: Context): Resolved {
  const resolved = resolveDate(expression, context);
  return expression.time === undefined ? resolved : withTime(resolved, expression.time);
}

function resolveDate(e: Expression, context: Context): Resolved {
  switch (e.kind) {
    case 'day':
      return resolveDay(e, context);
    case 'month':
      return resolveMonth(e, context);
    case 'year':
      return date(isoYear(e.year), reason('written', 'the year as written'), { year: e.year, month: 1, day: 1 });
    case 'decade':
      return resolveDecade(e.decade, e.century);
    case 'century':
      return date(pad2(e.century - 1), reason('written', `the ${e.century - 1}00s`), null);
    case 'season':
      return resolveSeason(e, context);
    case 'fraction':
      return resolveFraction(e, context);
    case 'weekday':
      return resolveWeekday(e.weekday, e.shift, context);
    case 'move':
      // "Profit rose in the third quarter from a year earlier": the quarter a year before, not all of that year.
      if (
        e.unit === 'year' &&
        e.count === -1 &&
        (e.ago || e.origin === 'narrative') &&
        context.narrativeQuarter !== null &&
        !context.history
      ) {
        return quarterFrom(context.narrativeQuarter, -4);
      }
      return resolveMove(e.unit, e.count, e.loose && !context.history ? 'publication' : e.origin, context);
    case 'within':
      return resolveWithin(e.inner, e.year, context);
    case 'week-of': {
      const of = resolveDate(e.of, context);
      if (of.day === null) return date('XXXX-WXX', of.reason, null);
      return date(weekValue(of.day), reason('from-date', `the week of ${dayInWords(of.day)}`), of.day);
    }
    case 'holiday':
      return resolveHoliday(e, context);
    case 'reference': {
      const [code, words] =
        e.value === 'PRESENT_REF'
          ? (['now', 'the time of writing'] as const)
          : e.value === 'PAST_REF'
            ? (['past', 'an unnamed time before'] as const)
            : (['future', 'an unnamed time to come'] as const);
      return { type: 'DATE', value: e.value, reason: reason(code, words), day: null };
    }
    case 'duration':
      return {
        type: 'DURATION',
        value: durationValue(e.amount, e.unit),
        reason:
          e.amount < 0
            ? reason('duration-vague', 'a length of time without a number')
            : reason('duration', 'a length of time as written'),
        day: null,
      };
    case 'set':
      return { type: 'SET', value: e.value, reason: reason('set', `recurs: "${e.words}"`), day: null };
    case 'time-of-day': {
      const day = context.narrativeDay ?? context.published;
      if (day === null) return date('XXXX-XX-XX', reason('no-publication-date', UNKNOWN), null);
      return date(isoDay(day), reason('time-on-day', `a time on ${dayInWords(day)}, the day spoken of`), day);
    }
    case 'counted-from': {
      const of = resolveDate(e.of, context);
      if (of.day === null) return date('XXXX-XX-XX', of.reason, null);
      const day = moved(of.day, e.unit, e.count);
      return date(valueAt(day, e.unit), reason('from-date', `counted from ${dayInWords(of.day)}`), day);
    }
  }
}

function resolveDecade(decade: number, century: boolean): Resolved {
  const first = { year: decade * 10, month: 1, day: 1 };
  if (century) return date(String(decade / 10), reason('written', `the years ${decade}0 to ${decade + 9}9`), first);
  return date(String(decade), reason('written', `the years ${decade}0 to ${decade}9`), first);
}

function date(value: string, why: Reason, day: Day | null): Resolved {
  return { type: 'DATE', value, reason: why, day };
}

const publishedOn = (day: Day): string => `publication (${dayInWords(day)})`;

function resolveDay(e: Expression & { kind: 'day' }, context: Context): Resolved {
  const { month, day } = e;
  if (e.year !== null)
    return date(isoDay({ year: e.year, month, day }), reason('written', 'the date as written'), {
      year: e.year,
      month,
      day,
    });
  const origin = originOf(context);
  if (origin === null) return date(`XXXX-${pad2(month)}-${pad2(day)}`, reason('no-publication-date', UNKNOWN), null);
  if (e.weekday !== undefined && context.published !== null) {
    for (const offset of [0, -1, 1]) {
      const candidate = { year: origin.year + offset, month, day };
      if (weekdayOf(candidate) === e.weekday && day <= daysInMonth(candidate.year, month)) {
        const words = `the year near publication in which ${day} ${monthName(month)} is a ${weekdayName(e.weekday)}`;
        return date(isoDay(candidate), reason('year-weekday', words), candidate);
      }
    }
  }
  const { year, why } = chooseYear(
    (y) => ({ year: y, month, day: Math.min(day, daysInMonth(y, month)) }),
    context,
    origin,
  );
  return date(isoDay({ year, month, day }), why, { year, month, day });
}

/** In history the thread of the story, else publication. */
function originOf(context: Context): Day | null {
  return context.history ? (context.narrative ?? context.published) : context.published;
}

/**
 * The year of a day or month that is named without one: the nearest to publication, where a year against the tense of the
 * verb counts as five months farther away. Both matter: "was charged in December", written in November, is a year back.
 */
function chooseYear(at: (year: number) => Day, context: Context, origin: Day): { year: number; why: Reason } {
  if (context.history && context.narrative !== null) {
    return {
      year: nearestYear(at, origin),
      why: reason('year-narrative', `the year the text has reached (${origin.year})`),
    };
  }
  // Lists of what is to come run forward from the first date that lies ahead, without a verb.
  const { narrativeDay } = context;
  if (
    context.tense === null &&
    narrativeDay !== null &&
    dayNumber(narrativeDay) > dayNumber(origin) + LIST_AHEAD_DAYS
  ) {
    const { year } = narrativeDay;
    const passed = dayNumber(at(year)) < dayNumber(narrativeDay);
    const why = reason('year-narrative', `the next one after ${dayInWords(narrativeDay)}, the date spoken of before`);
    return { year: passed ? year + 1 : year, why };
  }
  let best = origin.year;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const year of [origin.year - 1, origin.year, origin.year + 1]) {
    const distance = dayNumber(at(year)) - dayNumber(origin);
    if (context.afterPast && distance > 31) continue;
    const against = (context.tense === 'past' && distance > 15) || (context.tense === 'future' && distance < -15);
    const unsaid = distance > 0 && context.tense !== 'past' && context.tense !== 'future';
    const cost = Math.abs(distance) + (against ? AGAINST_TENSE_DAYS : 0) + (unsaid ? UNSAID_FUTURE_DAYS : 0);
    if (cost < bestCost) {
      best = year;
      bestCost = cost;
    }
  }
  const later = dayNumber(at(best)) > dayNumber(origin);
  const near = publishedOn(origin);
  if (context.tense === 'past' && !later)
    return { year: best, why: reason('year-past', `the last one before ${near}, past tense`) };
  if (context.tense === 'future' && later)
    return { year: best, why: reason('year-future', `the next one after ${near}, future`) };
  return { year: best, why: reason('year-nearest', `the one nearest to ${near}`) };
}

/** How much farther away a year counts that the tense speaks against; and one ahead that no tense speaks for. */
const LIST_AHEAD_DAYS = 15;
const AGAINST_TENSE_DAYS = 150;
const UNSAID_FUTURE_DAYS = 40;

/** Stories run forward: a step back costs more than one ahead. */
function nearestYear(at: (year: number) => Day, origin: Day): number {
  let best = origin.year;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const year of [origin.year, origin.year + 1, origin.year - 1]) {
    const distance = dayNumber(at(year)) - dayNumber(origin);
    const cost = distance < 0 ? -distance * BACKWARD_COST : distance;
    if (cost < bestCost) {
      best = year;
      bestCost = cost;
    }
  }
  return best;
}
const BACKWARD_COST = 1.5;

function resolveMonth(e: Expression & { kind: 'month' }, context: Context): Resolved {
  const { month } = e;
  if (e.year !== null)
    return date(isoMonth(e.year, month), reason('written', 'the month as written'), { year: e.year, month, day: 1 });
  const origin = originOf(context);
  if (origin === null) return date(`XXXX-${pad2(month)}`, reason('no-publication-date', UNKNOWN), null);
  if (e.shift !== undefined) {
    const year = shiftedYear(e.shift, month, origin);
    return date(isoMonth(year, month), shiftReason(e.shift, monthName(month), origin), { year, month, day: 1 });
  }
  const { year, why } = chooseYear(
    (y) => ({ year: y, month, day: origin.month === month ? origin.day : 15 }),
    context,
    origin,
  );
  return date(isoMonth(year, month), why, { year, month, day: 1 });
}

/** The year of "last May" and "next May": the nearest that is not the month of publication itself. */
function shiftedYear(shift: Shift, month: number, origin: Day): number {
  if (shift < 0) return month < origin.month ? origin.year : origin.year - 1;
  if (shift > 0) return month > origin.month ? origin.year : origin.year + 1;
  return origin.year;
}

function shiftReason(shift: Shift, name: string, origin: Day): Reason {
  if (shift < 0) return reason('year-last', `the last ${name} before ${publishedOn(origin)}`);
  if (shift > 0) return reason('year-next', `the next ${name} after ${publishedOn(origin)}`);
  return reason('year-this', `the ${name} of the year of ${publishedOn(origin)}`);
}

function resolveSeason(e: Expression & { kind: 'season' }, context: Context): Resolved {
  const start = SEASON_START[e.season] as number;
  const result = (year: number, why: Reason): Resolved =>
    date(`${isoYear(year)}-${e.season}`, why, { year, month: start, day: 1 });
  if (e.year !== null) return result(e.year, reason('written', 'the season as written'));
  const origin = originOf(context);
  if (origin === null) return date(`XXXX-${e.season}`, reason('no-publication-date', UNKNOWN), null);
  if (e.shift !== undefined) {
    // A season is over three months after it began; "last summer" in July is the year before.
    const over = SEASONS.indexOf(e.season as (typeof SEASONS)[number]) < 3 && origin.month >= start + 3;
    const year =
      e.shift < 0
        ? over
          ? origin.year
          : origin.year - 1
        : e.shift > 0
          ? origin.month < start
            ? origin.year
            : origin.year + 1
          : origin.year;
    return result(year, shiftReason(e.shift, 'one', origin));
  }
  const { year, why } = chooseYear((y) => ({ year: y, month: Math.min(12, start + 1), day: 15 }), context, origin);
  return result(year, why);
}

function resolveFraction(e: Expression & { kind: 'fraction' }, context: Context): Resolved {
  const half = e.fraction.startsWith('H');
  const number = Number(e.fraction.slice(1));
  const start = (number - 1) * (half ? 6 : 3) + 1;
  const result = (year: number, why: Reason): Resolved =>
    date(`${isoYear(year)}-${e.fraction}`, why, { year, month: start, day: 1 });
  if (e.year !== null) return result(e.year, reason('written', 'as written'));
  const origin = originOf(context);
  if (origin === null) return date(`XXXX-${e.fraction}`, reason('no-publication-date', UNKNOWN), null);
  const { year, why } = chooseYear((y) => ({ year: y, month: start + 1, day: 15 }), context, origin);
  return result(year, why);
}

function resolveWeekday(weekday: number, shift: Shift | undefined, context: Context): Resolved {
  // Even a tale of history means by "Saturday" a day of its own week.
  const origin = context.published ?? context.narrative;
  if (origin === null) return date(`XXXX-WXX-${weekday}`, reason('no-publication-date', UNKNOWN), null);
  const name = weekdayName(weekday);
  const today = weekdayOf(origin);
  const back = (today - weekday + 7) % 7;
  const ahead = (weekday - today + 7) % 7;
  const near = publishedOn(origin);
  const at = (days: number, why: Reason): Resolved => {
    const day = addDays(origin, days);
    return date(isoDay(day), why, day);
  };
  if (shift === -1) return at(-(back || 7), reason('weekday-last', `the last ${name} before ${near}`));
  if (shift === 1) return at(ahead || 7, reason('weekday-next', `the next ${name} after ${near}`));
  if (shift === 0) return at(weekday - today, reason('weekday-this', `the ${name} of the week of ${near}`));
  const next = (why: string): Resolved =>
    at(ahead, reason('weekday-future', `the next ${name} from ${near} on, ${why}`));
  if (context.tense === 'future') return next('future');
  if (context.tense === 'intent' && ahead <= NEAR_DAYS) return next('what is meant to be done');
  if (context.tense === null && ahead <= NEAR_DAYS && !context.history) return next('no verb tells what happened');
  // News hardly ever names a day of six days ago by its bare name: of 300 such weekdays in news wires 15 were tomorrow, 3 that.
  if (ahead === 1 && !context.history) return next('the day after');
  const words = context.tense === 'past' ? 'past tense' : 'as news tells what happened';
  return at(-back, reason('weekday-past', `the last ${name} up to ${near}, ${words}`));
}

const NEAR_DAYS = 3;

const MONTHS_OF: Partial<Record<Unit, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
  millennium: 12000,
};

function moved(day: Day, unit: Unit, count: number): Day {
  const months = MONTHS_OF[unit];
  if (months !== undefined) return addMonths(day, Math.round(months * count));
  if (unit === 'week' || unit === 'weekend') return addDays(day, Math.round(7 * count));
  if (unit === 'fortnight') return addDays(day, 14 * count);
  if (unit === 'hour') return addDays(day, Math.trunc(count / 24));
  if (unit === 'minute' || unit === 'second') return day;
  return addDays(day, Math.round(count));
}

/** A day at the precision of a unit. */
function valueAt(day: Day, unit: Unit): string {
  switch (unit) {
    case 'week':
    case 'fortnight':
      return weekValue(day);
    case 'weekend':
      return `${weekValue(day)}-WE`;
    case 'month':
      return isoMonth(day.year, day.month);
    case 'quarter':
      return `${isoYear(day.year)}-Q${Math.ceil(day.month / 3)}`;
    case 'year':
      return isoYear(day.year);
    case 'decade':
      return isoYear(day.year).slice(0, 3);
    case 'century':
      return isoYear(day.year).slice(0, 2);
    default:
      return isoDay(day);
  }
}

function weekValue(day: Day): string {
  const { year, week } = isoWeek(day);
  return `${isoYear(year)}-W${pad2(week)}`;
}

const UNRESOLVED: Partial<Record<Unit, string>> = {
  week: 'XXXX-WXX',
  fortnight: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
};

function resolveMove(unit: Unit, count: number, origin: Origin, context: Context): Resolved {
  const { narrativeQuarter, published } = context;
  if (unit === 'quarter' && origin === 'narrative') {
    if (narrativeQuarter !== null) return quarterFrom(narrativeQuarter, count);
    // Reports speak of the quarter that has ended.
    if (published !== null) return resolveMove('quarter', count - 1, 'publication', context);
  }
  const told = origin === 'narrative' ? narrativeStart(unit, context) : null;
  const start = told ?? published;
  if (start === null) {
    const words = origin === 'narrative' ? 'no date to count from was named before' : UNKNOWN;
    return date(UNRESOLVED[unit] ?? 'XXXX-XX-XX', reason('no-publication-date', words), null);
  }
  let day = moved(start, unit, count);
  // Early in the week "the weekend" is the one that has just been.
  if (unit === 'weekend' && count === 0 && weekdayOf(start) <= 3 && context.tense !== 'future') day = addDays(day, -7);
  const from =
    told !== null
      ? reason('from-narrative', `counted from ${dayInWords(start)}, the date spoken of before`)
      : reason('from-publication', `counted from ${publishedOn(start)}`);
  // Ten years ago is a year, not a decade; this decade is one.
  const precision: Unit =
    (unit === 'decade' || unit === 'century') && count !== 0 && origin === 'publication' ? 'year' : unit;
  return date(valueAt(day, precision), from, day);
}

function quarterFrom(quarter: Day, count: number): Resolved {
  const day = addMonths(quarter, 3 * count);
  return date(
    valueAt(day, 'quarter'),
    reason('from-narrative', `counted from the quarter spoken of before (${valueAt(quarter, 'quarter')})`),
    day,
  );
}

/** A day counts from a day that was named; news that says "the week" means its own. */
function narrativeStart(unit: Unit, context: Context): Day | null {
  if (context.history) return context.narrative;
  if (unit === 'week' || unit === 'weekend') return null;
  return unit === 'day' || unit === 'night' ? context.narrativeDay : context.narrative;
}

function resolveWithin(inner: Expression, yearOf: Expression, context: Context): Resolved {
  const outer = resolveDate(yearOf, context);
  const year = outer.day?.year ?? null;
  if (year === null) return resolveDate(inner, { ...context, published: null, narrative: null });
  const resolved = resolveDate({ ...inner, year } as Expression, context);
  return date(resolved.value, reason('within-year', `in ${year}: ${outer.reason.words}`), resolved.day);
}

function resolveHoliday(e: Expression & { kind: 'holiday' }, context: Context): Resolved {
  const holiday = HOLIDAYS[e.holiday];
  if (holiday === undefined) throw new RangeError(`no holiday ${e.holiday}`);
  const origin = originOf(context);
  if (e.year === null && origin === null) {
    const { month, day } = holiday.dayIn(2000);
    const value = holiday.rule === 'the same day every year' ? `XXXX-${pad2(month)}-${pad2(day)}` : 'XXXX-XX-XX';
    return date(value, reason('no-publication-date', UNKNOWN), null);
  }
  let year = e.year;
  if (year === null && origin !== null) {
    if (e.shift !== undefined) {
      const passed = dayNumber(holiday.dayIn(origin.year)) < dayNumber(origin);
      year = e.shift < 0 ? origin.year - (passed ? 0 : 1) : e.shift > 0 ? origin.year + (passed ? 1 : 0) : origin.year;
    } else year = chooseYear(holiday.dayIn, context, origin).year;
  }
  const day = holiday.dayIn(year as number);
  return date(isoDay(day), reason('holiday', `${dayInWords(day)}: ${holiday.rule}`), day);
}

function withTime(resolved: Resolved, time: TimeOfDay): Resolved {
  const zone = time.zone ?? '';
  if (time.part !== undefined) return { ...resolved, type: 'TIME', value: `${resolved.value}T${time.part}` };
  const seconds = time.seconds ?? 0;
  const clock = `${pad2(Math.floor(seconds / 3600))}:${pad2(Math.floor(seconds / 60) % 60)}`;
  const rest = seconds % 60 === 0 ? '' : `:${pad2(seconds % 60)}`;
  return { ...resolved, type: 'TIME', value: `${resolved.value}T${clock}${rest}${zone}` };
}
