/**
 * Arithmetic of the proleptic Gregorian calendar on plain numbers: no time zones, no Date object, no clock.
 * Day numbers count from 1970-01-01 = 0 (method: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */

/** A day of the calendar. `month` 1 to 12; `year` may be zero or negative (astronomical counting). */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The number of days from 1970-01-01 to a day; negative before. */
export function dayNumber({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The day that has a day number: the inverse of `dayNumber`. */
export function dayOf(number: number): Day {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Weekday of a day by ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days);
}

/** The same day of the month `months` later; the last day of that month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const index = day.year * 12 + day.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return { year, month, day: Math.min(day.day, daysInMonth(year, month)) };
}

/** Year and number of the ISO 8601 week that holds a day. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  // The Thursday of a week decides to which year the week belongs.
  const thursday = addDays(day, 4 - weekdayOf(day));
  const week = Math.floor((dayNumber(thursday) - dayNumber({ year: thursday.year, month: 1, day: 1 })) / 7) + 1;
  return { year: thursday.year, week };
}

/** Western Easter Sunday of a year (anonymous Gregorian computus, Meeus "Astronomical Algorithms", ch. 8). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return { year, month: Math.floor(f / 31), day: (f % 31) + 1 };
}

/** The nth weekday of a month; a negative `nth` counts from the end (-1 is the last). */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  if (nth > 0) {
    const first = { year, month, day: 1 };
    return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
  }
  const last = { year, month, day: daysInMonth(year, month) };
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7);
}

/** `2019-11-08`; years of fewer than four digits are padded. */
export function isoDay({ year, month, day }: Day): string {
  return `${isoMonth(year, month)}-${pad2(day)}`;
}

/** `2019-11`. */
export function isoMonth(year: number, month: number): string {
  return `${isoYear(year)}-${pad2(month)}`;
}

/** `2019`; years before Christ as TIMEX3 writes them, `BC0264` (`year` 0 is 1 BC). */
export function isoYear(year: number): string {
  return year > 0 ? String(year).padStart(4, '0') : `BC${String(1 - year).padStart(4, '0')}`;
}

/** Two digits, `8` -> `08`. */
export function pad2(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
