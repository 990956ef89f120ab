/** The `<meta>` and `<link>` elements of a page, read once. Names are in lower case. */
export interface PageMetadata {
  /** The first filled `content` under any of the names (`property`, `name` or `itemprop`), in the order of the names given. */
  get(...names: string[]): string | null;
  has(name: string): boolean;
}

/** No page needs more; a page that makes them up without end is not read to its end. */
const MAX_ELEMENTS = 500;

/** Reads the page's `<meta>` elements, wherever they stand. */
export function readMetadata(document: Document): PageMetadata {
  const values = new Map<string, string>();
  const elements = document.getElementsByTagName('meta');
  for (let i = 0; i < elements.length && i < MAX_ELEMENTS; i++) {
    const element = elements[i]!;
    const content = element.getAttribute('content')?.trim() ?? '';
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name && !values.has(name)) values.set(name, content);
    }
  }
  return {
    get: (...names) => {
      for (const name of names) {
        const value = values.get(name);
        if (value !== undefined) return value;
      }
      return null;
    },
    has: (name) => values.has(name),
  };
}

/** The `href` of the first `<link>` of each relation, as written; relations in lower case. */
export function readLinkRelations(document: Document): ReadonlyMap<string, string> {
  const relations = new Map<string, string>();
  const elements = document.getElementsByTagName('link');
  for (let i = 0; i < elements.length && i < MAX_ELEMENTS; i++) {
    const element = elements[i]!;
    const href = element.getAttribute('href')?.trim();
    if (!href) continue;
    for (const relation of (element.getAttribute('rel') ?? '').toLowerCase().split(' ')) {
      if (!relations.has(relation)) relations.set(relation, href);
    }
  }
  return relations;
}
