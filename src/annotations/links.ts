import { fail, readFilledText, shown } from './fields.ts';

/** Browsers take longer URLs, servers do not; a `data:` URL of a megabyte must not become a page key. */
export const LINK_LIMIT = 8192;

// A URL parser drops tabs and line breaks without a word, so what is shown and what is opened could differ.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSEEN = /[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** Reads an absolute URL of one of the given schemes (`https:`), kept as written. */
export function readUrl(value: unknown, path: string, schemes: readonly string[]): string {
  const text = readFilledText(value, path, LINK_LIMIT);
  if (UNSEEN.test(text)) fail(path, `${shown(text)} holds white space or unseen characters`);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) fail(path, `${shown(text)} is not an absolute URL`);
  if (!schemes.includes(url.protocol)) {
    const wanted = schemes.map((scheme) => scheme.slice(0, -1)).join(' or ');
    fail(path, `${shown(text)} is not a link of ${wanted}, and only such links are taken`);
  }
  return text;
}

/** A link that may be opened by a click: http or https and nothing else (`javascript:`, `data:` and `file:` can do harm). */
export function readWebLink(value: unknown, path: string): string {
  return readUrl(value, path, ['http:', 'https:']);
}
