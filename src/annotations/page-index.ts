import { at, type Parsed, parse, readCount, readList, readNullable, readObject, readText } from './fields.ts';
import { readUtcMoment } from './moments.ts';
import type { PageIndexEntry, PageRecord } from './types.ts';

/** The line of a page in the index. */
export function indexEntryOf(page: PageRecord): PageIndexEntry {
  const { annotations } = page;
  const latest = annotations.reduce((last, { modified }) => (modified > last ? modified : last), '');
  return {
    key: page.key,
    title: page.title,
    url: page.url,
    siteName: page.siteName,
    annotations: annotations.length,
    notes: annotations.filter(({ note }) => note.trim() !== '').length,
    openFlags: annotations.filter(({ flag }) => flag !== null && flag.status !== 'resolved').length,
    modified: latest === '' ? page.lastSeen : latest,
  };
}

/** The page last worked on comes first; pages of the same moment by key, so that the order is the same everywhere. */
function byRecency(a: PageIndexEntry, b: PageIndexEntry): number {
  if (a.modified !== b.modified) return a.modified < b.modified ? 1 : -1;
  return a.key < b.key ? -1 : 1;
}

/** The index with the line of one page put in, replaced, or (for a page without annotations) taken out. */
export function withPage(index: readonly PageIndexEntry[], page: PageRecord): PageIndexEntry[] {
  const others = index.filter(({ key }) => key !== page.key);
  return (page.annotations.length === 0 ? others : [...others, indexEntryOf(page)]).sort(byRecency);
}

/** The index without the line of one page. */
export function withoutPage(index: readonly PageIndexEntry[], key: string): PageIndexEntry[] {
  return index.filter((entry) => entry.key !== key);
}

/** The index of the given pages. */
export function indexOf(pages: readonly PageRecord[]): PageIndexEntry[] {
  return pages
    .filter(({ annotations }) => annotations.length > 0)
    .map(indexEntryOf)
    .sort(byRecency);
}

/** Reads a stored index. Nothing in it is the only copy of anything, so lengths are not limited here. */
export function parseIndex(value: unknown): Parsed<PageIndexEntry[]> {
  const anyText = (text: unknown, path: string) => readText(text, path, Number.POSITIVE_INFINITY);
  return parse(() =>
    readList(value, '', Number.POSITIVE_INFINITY, (item, path) => {
      const entry = readObject(item, path);
      return {
        key: anyText(entry.key, at(path, 'key')),
        title: anyText(entry.title, at(path, 'title')),
        url: anyText(entry.url, at(path, 'url')),
        siteName: readNullable(entry.siteName, at(path, 'siteName'), anyText),
        annotations: readCount(entry.annotations, at(path, 'annotations')),
        notes: readCount(entry.notes, at(path, 'notes')),
        openFlags: readCount(entry.openFlags, at(path, 'openFlags')),
        modified: readUtcMoment(entry.modified, at(path, 'modified')),
      };
    }),
  );
}
