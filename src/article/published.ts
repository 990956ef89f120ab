import { readJsonLdDates, readMetaDates, readUrlDate } from './published-data.ts';
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
  const jsonLd = readJsonLdDates(document, url);
  const meta = readMetaDates(document);
  const time = readTimeElements(document);
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
  const [published = null, ...others] = found;
  const modified = jsonLd.modified ?? meta.modified ?? time.modified;
  return {
    published,
    conflicts: published === null ? [] : others.filter((other) => !sameDay(published.value, other.value)),
    modified,
  };
}

const HOUR_MS = 3_600_000;

/** Whether two dates can be the same day: the same local day, the same instant, or a day that a clock in UTC has just left. */
function sameDay(a: string, b: string): boolean {
  if (a.slice(0, 10) === b.slice(0, 10)) return true;
  const zoned = /(?:Z|[+-]\d\d:\d\d)$/;
  const first = a.length > 10;
  const second = b.length > 10;
  if (first && second && zoned.test(a) && zoned.test(b)) return Math.abs(Date.parse(a) - Date.parse(b)) < HOUR_MS;
  const [timed, plain] = first ? [a, b] : [b, a];
  if (!timed.endsWith('Z')) return false;
  // A day without a time is that of some zone between 12 hours behind and 14 ahead of UTC.
  const distance = Date.parse(timed) - Date.parse(`${plain.slice(0, 10)}T00:00:00Z`);
  return distance > -14 * HOUR_MS && distance < 36 * HOUR_MS;
}
