import { t } from './i18n.ts';

const ISO_DAY = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/;

/**
 * An ISO 8601 date, or date and time, as a reader writes a day: `8 November 2019`, `November 2019`, `2019`. The day is the one
 * that is written, not moved to the reader's time zone. What is not such a date comes back as it is.
 */
export function dayInWords(value: string): string {
  const match = ISO_DAY.exec(value);
  if (match === null) return value;
  const [, year, month, day] = match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month !== undefined) options.month = 'long';
  if (day !== undefined) options.day = 'numeric';
  return new Intl.DateTimeFormat(t('languageTag'), options).format(date);
}
