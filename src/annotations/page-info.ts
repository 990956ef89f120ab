import { parse } from './fields.ts';
import { readWebLink } from './links.ts';
import { isIsoMoment } from './moments.ts';
import type { PageInfo } from './types.ts';
import { LIMITS } from './validate.ts';

/** The beginning of a text, at most `limit` UTF-16 code units, not ending in half a character. */
function clip(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
}

/**
 * What a page says of itself, made fit to be stored: too long titles are cut, and a canonical link or a date that can't be
 * read becomes null. A page with bad metadata must not keep a reader from noting something on it. `key` and `url` stay as
 * they are and may still be refused.
 */
export function fitPageInfo(info: PageInfo): PageInfo {
  const moment = (value: string | null) => (value !== null && isIsoMoment(value) ? value : null);
  return {
    key: info.key,
    url: info.url,
    canonical: parse(() => readWebLink(info.canonical, '')).status === 'ok' ? info.canonical : null,
    title: clip(info.title, LIMITS.line),
    siteName: info.siteName === null ? null : clip(info.siteName, LIMITS.line),
    published: moment(info.published),
    modified: moment(info.modified),
  };
}
