import { readBrokenBlocks, readJsonLdDates, readMetaDates, readUrlDate } from './published-data.ts';
import { readByline, readDateline, readTimeElements } from './published-visible.ts';
import type { PublicationDate, PublicationSource } from './types.ts';

/** What a page says about when it came out. */
export interface PublishedResult {
  /** From the most trusted source that has one (see `PublicationSource`). */
  readonly published: PublicationDate | null;
  /** Dates of publication from other sources that name another day. */
  readonly conflicts: PublicationDate[];
  /** ISO 8601 of the last change, as the page states it. Never taken for the date of publication. */
  readonly modified: string | null;
}

/**
 * Finds the date of publication of a page: JSON-LD, meta tags, `<time>`, the address, the byline, the dateline, in this order
 * of trust. `url` is the page's address. The zone stays as written: the local day is what the page's readers see.
 *
 * Reads only, needs no layout, never throws on odd markup. The visible text is looked at only where the data says nothing,
 * and then only near the headline and in elements whose class names speak of dates: the body text is never walked.
 */
export function findPublished(document: Document, url: string): PublishedResult {
  const meta = readMetaDates(document);
  const parsed = readJsonLdDates(document, url);
  const jsonLd = parsed ?? (meta.published === null ? readBrokenBlocks(document) : NO_DATES);
  const time = readTimeElements(document, jsonLd.published === null && meta.published === null);
  const found: PublicationDate[] = [];
  const add = (source: PublicationSource, value: string | null): void => {
    if (value !== null) found.push({ value, source });
  };
  add('json-ld', jsonLd.published);
  add('meta', meta.published);
  add('time', time.published);
  add('url', readUrlDate(url));
  if (found.length === 0) add('byline', readByline(document));
  if (found.length === 0) add('dateline', readDateline(document));
  const modified = jsonLd.modified ?? meta.modified ?? time.modified;
  const first = found[0];
  if (first === undefined) return { published: null, conflicts: [], modified };
  const published = localDay(first, found, document);
  const others = found.filter((one) => one !== published);
  return {
    published,
    conflicts: others.filter((other) => !sameDay(published.value, other.value) && !sameDay(first.value, other.value)),
    modified,
  };
}

/**
 * A time in UTC may belong to the day before or after where the article was written: a story of 20:49 in Denver says 01:49 Z of
 * the next day. Where another source names that neighbour day it is the local one, and the weekdays of the text go by it.
 */
function localDay(first: PublicationDate, found: readonly PublicationDate[], document: Document): PublicationDate {
  if (!isUtcTime(first.value)) return first;
  const hour = Number(first.value.slice(11, 13));
  const local = found.find(
    (other) =>
      !isUtcTime(other.value) &&
      other.value.slice(0, 10) !== first.value.slice(0, 10) &&
      sameDay(first.value, other.value),
  );
  if (local !== undefined) return local;
  const settled = found.some(
    (other) => other !== first && !isUtcTime(other.value) && sameDay(first.value, other.value),
  );
  // Only in the hours of UTC when the Americas are a day behind; a look at the visible byline costs more.
  if (settled || hour >= EVENING_IN_THE_AMERICAS_ENDS) return first;
  const byline = readByline(document);
  if (byline === null || byline.slice(0, 10) >= first.value.slice(0, 10) || !sameDay(first.value, byline)) return first;
  return { value: byline, source: 'byline' };
}

const EVENING_IN_THE_AMERICAS_ENDS = 10;

function isUtcTime(value: string): boolean {
  return value.length > 10 && /(?:Z|[+-]00:00)$/.test(value);
}

const NO_DATES = { published: null, modified: null } as const;
const HOUR_MS = 3_600_000;

/** Whether two dates can be the same day: the same local day, the same instant, or a day that a clock in UTC has just left. */
function sameDay(a: string, b: string): boolean {
  if (a.slice(0, 10) === b.slice(0, 10)) return true;
  const zoned = /(?:Z|[+-]\d\d:\d\d)$/;
  const first = a.length > 10;
  const second = b.length > 10;
  if (first && second && zoned.test(a) && zoned.test(b)) return Math.abs(Date.parse(a) - Date.parse(b)) < HOUR_MS;
  const [timed, plain] = isUtcTime(a) ? [a, b] : [b, a];
  if (!isUtcTime(timed)) return false;
  // A day without a time is that of some zone between 12 hours behind and 14 ahead of UTC.
  const distance = Date.parse(timed) - Date.parse(`${plain.slice(0, 10)}T00:00:00Z`);
  return distance > -14 * HOUR_MS && distance < 36 * HOUR_MS;
}
