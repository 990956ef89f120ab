import { daysInMonth } from '../dates/calendar.ts';

/**
 * Full dates in English words, as bylines and metadata carry them. The tagger of `dates/` reads far more, but it stays in
 * the background: this runs in every page and must be small.
 */
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(\\d{4})';
const GAP = '[\\s,/-]+';
const DATE = new RegExp(
  [
    `\\b${DAY}${GAP}(?:of\\s+)?${MONTH}${GAP}${YEAR}\\b`,
    `\\b${MONTH}${GAP}${DAY}${GAP}${YEAR}\\b`,
    `\\b${YEAR}-(\\d{2})-(\\d{2})\\b`,
  ].join('|'),
  'gi',
);
const TIME = /\b(\d{1,2})[:.](\d{2})(?::\d{2})?\s*([ap]\.?m\b\.?)?\s*([A-Z]{3,4}\b|[+-]\d{2}:?\d{2}|Z\b)?/i;
/** How far from the date its time may stand, in UTF-16 code units. */
const TIME_REACH = 24;
/** Hours ahead of UTC of the zones that English-language papers print. */
const ZONES: Readonly<Record<string, string>> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  BST: '+01:00',
  IST: '+05:30',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
  JST: '+09:00',
  HKT: '+08:00',
  SGT: '+08:00',
};
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** What a newspaper can't have printed is no date of publication. */
const FIRST_YEAR = 1700;
const LAST_YEAR = 2199;

/**
 * The first full date (day, month, year) in a short English text, in ISO 8601, with the time where one stands beside it and
 * its zone where one is named; null when there is none. Dates of digits alone are read only in the order of ISO 8601.
 */
export function findWrittenDate(text: string): string | null {
  for (const match of text.matchAll(DATE)) {
    const [, day1, month1, year1, month2, day2, year2, year3, month3, day3] = match;
    const year = Number(year1 ?? year2 ?? year3);
    const month = month3 === undefined ? monthNumber(month1 ?? month2 ?? '') : Number(month3);
    const day = Number(day1 ?? day2 ?? day3);
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
      continue;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + TIME_REACH);
    const before = text.slice(Math.max(0, match.index - TIME_REACH), match.index);
    const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return date + (timeIn(after) ?? timeIn(before) ?? '');
  }
  return null;
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function timeIn(text: string): string | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, hours, minutes = '', half, zone] = match;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59) return null;
  return `T${String(hour).padStart(2, '0')}:${minutes}${zone === undefined ? '' : offsetOf(zone)}`;
}

function offsetOf(zone: string): string {
  if (/^[+-]/.test(zone)) return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return ZONES[zone.toUpperCase()] ?? '';
}
