import {
  type Day,
  dayNumber,
  daysInMonth,
  isoDay,
  isoMonth,
  isoYear,
  nthWeekday,
  pad2,
  weekdayOf,
} from './calendar.ts';
import { weekValue } from './calendar-units.ts';
import type { Expression, Shift } from './expression.ts';
import { HOLIDAYS } from './holidays.ts';
import { SEASONS } from './lexicon.ts';
import { dayInWords, monthName, reason, weekdayName } from './reason.ts';
import { chooseYear, originOf } from './resolve-year.ts';
import { type Context, date, publishedOn, type Resolved, UNKNOWN } from './resolved.ts';
import type { Reason } from './types.ts';

/** Values of what names its place in the calendar: days, months, seasons, quarters, feasts. */

const SEASON_START: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** A day: as written, or in the year that its weekday, the tense or the story gives it. */
export function resolveDay(e: Expression & { kind: 'day' }, context: Context): Resolved {
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

/** A month: as written, by last, this or next, or in the year chosen by `chooseYear`. */
export function resolveMonth(e: Expression & { kind: 'month' }, context: Context): Resolved {
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

/** A season, `2019-SU`; a winter bears the year in which it begins. */
export function resolveSeason(e: Expression & { kind: 'season' }, context: Context): Resolved {
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

/** A quarter or half of a year, `2019-Q3`, `2020-H1`. */
export function resolveFraction(e: Expression & { kind: 'fraction' }, context: Context): Resolved {
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

/**
 * The nth day, week or weekend of a month. A month's first week is the ISO week of its 4th, the last that of a week before the
 * month ends, so that most of the week lies in the month.
 */
export function resolvePartOfMonth(e: Expression & { kind: 'part-of-month' }, context: Context): Resolved {
  const month = resolveMonth({ kind: 'month', month: e.month, year: e.year }, context);
  if (month.day === null) return month;
  const { year } = month.day;
  const length = daysInMonth(year, e.month);
  const at = (day: number): Day => ({ year, month: e.month, day: Math.min(day, length) });
  if (e.unit === 'day') {
    const day = at(e.nth < 0 ? length : e.nth);
    return date(isoDay(day), month.reason, day);
  }
  const day =
    e.unit === 'weekend' ? nthWeekday(year, e.month, 6, e.nth) : at(e.nth < 0 ? length - 6 : 4 + 7 * (e.nth - 1));
  return date(e.unit === 'weekend' ? `${weekValue(day)}-WE` : weekValue(day), month.reason, day);
}

/** The day of a feast in the year that is written, shifted or chosen. */
export function resolveHoliday(e: Expression & { kind: 'holiday' }, context: Context): Resolved {
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
