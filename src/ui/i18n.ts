import type messages from '../../public/_locales/en/messages.json';

/** The name of a text in `_locales`. A key that does not exist there is a type error. */
export type MessageKey = keyof typeof messages;

interface CatalogEntry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
export type Catalog = Readonly<Record<string, CatalogEntry>>;

let catalog: Catalog | null = null;

/** Reads texts from `entries` instead of asking the browser: for tests and tools, where no browser is. */
export function useCatalog(entries: Catalog): void {
  catalog = entries;
}

/**
 * The text of `key` in the reader's language, with `$1` to `$9` replaced by `substitutions`. The result is plain text.
 * Outside an extension and without a catalog the key itself is returned, so that nothing on the page is ever blank.
 */
export function t(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  const values = substitutions.map(String);
  if (catalog !== null) return fill(catalog[key], values) ?? key;
  // The browser's own object and not the polyfill: the polyfill throws where there is no extension, as in tests of views.
  const i18n = globalThis.chrome?.i18n;
  return i18n?.getMessage(key, values) || key;
}

/** `one` when `count` is 1, else `other`; both texts get the count, as it is written in their language, as `$1`. */
export function tCount(count: number, one: MessageKey, other: MessageKey): string {
  return t(count === 1 ? one : other, formatNumber(count));
}

let numbers: Intl.NumberFormat | null = null;

/** A whole number as the language of the texts writes it: `1,234`. */
export function formatNumber(value: number): string {
  // Making a formatter costs far more than using it, and the popup is to be there at once.
  numbers ??= new Intl.NumberFormat(t('languageTag'));
  return numbers.format(value);
}

/**
 * The way that the browser fills a text: named placeholders first, then `$1` to `$9`.
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Internationalization
 */
function fill(entry: CatalogEntry | undefined, values: readonly string[]): string | undefined {
  if (entry === undefined) return undefined;
  const named = entry.message.replace(
    /\$([A-Za-z0-9_@]+)\$/g,
    (whole, name: string) => entry.placeholders?.[name.toLowerCase()]?.content ?? whole,
  );
  return named.replace(/\$([1-9])/g, (_, digit: string) => values[Number(digit) - 1] ?? '');
}
