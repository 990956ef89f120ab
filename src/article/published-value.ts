import { daysInMonth } from '../dates/calendar.ts';
import { findWrittenDate } from './written-date.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Template defaults that stand for "no date": the epoch, year 1, and whatever a newspaper can't have printed. */
const FIRST_YEAR = 1700;
const LAST_YEAR = 2199;

const ISO =
  /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:(?:T|t|\s+|\s*,\s*)(\d{1,2}):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?/;
const RFC =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]([A-Za-z]{3})[a-z]*\.?[\s-](\d{4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?/;
const JAVASCRIPT =
  /^[A-Za-z]{3}\s+([A-Za-z]{3})\s+(\d{1,2})\s+(?:(\d{4})\s+)?(\d{1,2}):(\d\d):(\d\d)\s*(?:(UTC|GMT)?([+-]\d{4})?)?\s*(\d{4})?/;

/**
 * ISO 8601 of a date as pages write it in their data: ISO in its many spellings, RFC 2822, JavaScript's own, seconds or
 * milliseconds since 1970, and dates in English words. The zone stays as written. Null for what is no full date.
 */
export function parseDateValue(written: string): string | null {
  const text = written.trim();
  if (text.length < 6 || text.length > 80) return null;
  if (/^\d{10}$|^\d{13}$/.test(text)) return fromEpoch(Number(text) * (text.length === 10 ? 1000 : 1));
  const iso = ISO.exec(text);
  if (iso !== null && (iso[0].length > 8 || /^\d{8}$/.test(text))) {
    return build(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[4], iso[5], iso[6], iso[7]);
  }
  const rfc = RFC.exec(text);
  if (rfc !== null) return build(Number(rfc[3]), monthOf(rfc[2]), Number(rfc[1]), rfc[4], rfc[5], rfc[6], rfc[7]);
  const script = JAVASCRIPT.exec(text);
  if (script !== null) {
    const zone = script[8] ?? script[7];
    return build(
      Number(script[3] ?? script[9]),
      monthOf(script[1]),
      Number(script[2]),
      script[4],
      script[5],
      script[6],
      zone,
    );
  }
  return findWrittenDate(text);
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').toLowerCase()) + 1;
}

function fromEpoch(ms: number): string | null {
  const value = new Date(ms).toISOString();
  return value.startsWith('1970') ? null : `${value.slice(0, 19)}Z`;
}

function build(
  year: number,
  month: number,
  day: number,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  zone: string | undefined,
): string | null {
  if (
    !(year >= FIRST_YEAR && year <= LAST_YEAR) ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > daysInMonth(year, month)
  )
    return null;
  if (year === 1970 && month === 1 && day === 1) return null;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return date;
  return `${date}T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}${zoneOf(zone)}`;
}

/** `+0100` and `GMT` in the one form of extended ISO 8601. */
function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 'Z';
  if (zone.length === 3) return `${zone}:00`;
  return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
}
