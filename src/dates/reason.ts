import type { Day } from './calendar.ts';
import type { Reason } from './types.ts';

/** The words of reasons. Codes are stable: checks, tests and views go by them; the words are for readers. */

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** `8 November 2019`. */
export function dayInWords({ year, month, day }: Day): string {
  return `${day} ${monthName(month)} ${year}`;
}

export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}

export const REASON_CODES = [
  'written',
  'weekday-past',
  'weekday-future',
  'weekday-last',
  'weekday-next',
  'weekday-this',
  'weekday-beside-date',
  'year-past',
  'year-future',
  'year-nearest',
  'year-last',
  'year-next',
  'year-this',
  'year-narrative',
  'year-weekday',
  'from-publication',
  'from-narrative',
  'from-date',
  'within-year',
  'holiday',
  'time-on-day',
  'now',
  'past',
  'future',
  'duration',
  'duration-vague',
  'set',
  'no-publication-date',
  'no-date-before',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export function reason(code: ReasonCode, words: string): Reason {
  return { code, words };
}
