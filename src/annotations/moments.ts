import { fail, readText, shown } from './fields.ts';

/** No ISO 8601 form read here is longer; it keeps the expressions below from being fed whole articles. */
const LONGEST_MOMENT = 40;
const UTC_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const ISO_MOMENT = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/;

/** The engine's own parser rolls 30 February over into March, so the day is looked up in its month. */
function isCalendarDay(moment: string): boolean {
  const [year = 0, month = 1, day = 1] = moment.slice(0, 10).split('-').map(Number);
  if (month < 1 || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= lengths[month - 1]!;
}

/** Seconds may be 60 (a leap second), hours may not be 24: two names for one midnight would sort apart. */
function isClockTime(moment: string): boolean {
  const time = /T(\d\d):(\d\d)(?::(\d\d))?/.exec(moment);
  if (time === null) return true;
  return Number(time[1]) < 24 && Number(time[2]) < 60 && Number(time[3] ?? 0) <= 60;
}

/**
 * Whether a string is an ISO 8601 calendar date at the precision of a year, month or day, or a date and time with or without
 * a zone. Week dates, ordinal dates and the basic form without hyphens are not taken.
 */
export function isIsoMoment(value: string): boolean {
  return value.length <= LONGEST_MOMENT && ISO_MOMENT.test(value) && isCalendarDay(value) && isClockTime(value);
}

/** An ISO 8601 date or date and time, kept as written. */
export function readIsoMoment(value: unknown, path: string): string {
  const text = readText(value, path, LONGEST_MOMENT);
  if (!isIsoMoment(text)) fail(path, `${shown(text)} is not an ISO 8601 date`);
  return text;
}

/** An ISO 8601 date and time in UTC with seconds, as `Date.prototype.toISOString` writes it. */
export function readUtcMoment(value: unknown, path: string): string {
  const text = readText(value, path, LONGEST_MOMENT);
  if (!UTC_MOMENT.test(text) || !isCalendarDay(text) || !isClockTime(text)) {
    fail(path, `${shown(text)} is not an ISO 8601 time in UTC (2019-11-08T09:30:00.000Z)`);
  }
  return text;
}
