import type { Invalid } from './fields.ts';
import { indexOf, parseIndex, withoutPage, withPage } from './page-index.ts';
import { salvagePage } from './salvage.ts';
import type { StorageArea } from './storage-area.ts';
import { type Damage, ok, type Repair, type StoreResult } from './store-results.ts';
import { answerRead, inspect, type Loaded, load, type Reading, wholly } from './stored.ts';
import type { PageIndexEntry, PageRecord } from './types.ts';

const PAGE_PREFIX = 'page:';
const INDEX_KEY = 'index';

/** The storage key of the page with a page key. */
export function pageKeyOf(key: string): string {
  return PAGE_PREFIX + key;
}

/** A page that lies under another page's key would show its notes there and be written back under its own. */
function readPageUnder(storageKey: string): (raw: unknown) => Reading<PageRecord> {
  return (raw) => {
    const { page, problems } = salvagePage(raw);
    if (page === null || pageKeyOf(page.key) === storageKey) return { value: page, problems };
    const misplaced: Invalid = { status: 'invalid', path: 'key', message: `key: lies under ${storageKey}` };
    return { value: null, problems: [...problems, misplaced] };
  };
}

/** The pages and their index in a storage area. Not guarded against two calls at once; `createStore` sees to that. */
export function createPageShelf(area: StorageArea) {
  function loadPage(key: string): Promise<Loaded<PageRecord>> {
    const storageKey = pageKeyOf(key);
    return load(area, storageKey, readPageUnder(storageKey));
  }

  async function loadAll(): Promise<Map<string, Loaded<PageRecord>>> {
    const pages = new Map<string, Loaded<PageRecord>>();
    for (const [storageKey, raw] of Object.entries(await area.get(null))) {
      if (!storageKey.startsWith(PAGE_PREFIX)) continue;
      pages.set(storageKey, await inspect(area, storageKey, raw, readPageUnder(storageKey)));
    }
    return pages;
  }

  /** The index can be had from the pages at any time, so one that is absent or damaged is computed, not mourned. */
  async function loadIndex(): Promise<{
    readonly index: readonly PageIndexEntry[];
    readonly keep: Loaded<never>['keep'];
  }> {
    const loaded = await load(area, INDEX_KEY, wholly(parseIndex));
    if (loaded.value !== null) return { index: loaded.value, keep: {} };
    const pages = readable([...(await loadAll()).values()]);
    return { index: indexOf(pages), keep: loaded.keep };
  }

  /**
   * Writes a page, its line in the index and `keep` in one call. A page without annotations is first written empty and then
   * removed: a process stopped in between leaves an empty page, not one that rises again with its deleted notes.
   */
  async function save(page: PageRecord, keep: Loaded<never>['keep']): Promise<void> {
    const storageKey = pageKeyOf(page.key);
    const { index, keep: keepIndex } = await loadIndex();
    await area.set({ ...keep, ...keepIndex, [storageKey]: page, [INDEX_KEY]: withPage(index, page) });
    // The notes are gone by now; an empty page that stays counts as none and goes at the next start.
    if (page.annotations.length === 0) await area.remove([storageKey]).catch(() => {});
  }

  /** Sets the raw data of a damaged page aside and leaves what could be read in its place. */
  async function settle(storageKey: string, loaded: Loaded<PageRecord>): Promise<void> {
    if (loaded.value !== null) return save(loaded.value, loaded.keep);
    const { index, keep } = await loadIndex();
    const rest = withoutPage(index, storageKey.slice(PAGE_PREFIX.length));
    await area.set({ ...loaded.keep, ...keep, [INDEX_KEY]: rest });
    await area.remove([storageKey]);
  }

  async function read(key: string): Promise<StoreResult<PageRecord | null>> {
    const storageKey = pageKeyOf(key);
    const loaded = await loadPage(key);
    const page = loaded.value?.annotations.length ? loaded.value : null;
    return answerRead(loaded, storageKey, page, () => settle(storageKey, loaded));
  }

  /** All pages with annotations, damaged ones set aside on the way. */
  async function takeAll(): Promise<{ readonly pages: PageRecord[]; readonly damages: Damage[] }> {
    const pages: PageRecord[] = [];
    const damages: Damage[] = [];
    for (const [storageKey, loaded] of await loadAll()) {
      const answer = await answerRead(loaded, storageKey, loaded.value, () => settle(storageKey, loaded));
      if (answer.status === 'damaged') damages.push(answer.damage);
      if (loaded.value !== null && loaded.value.annotations.length > 0) pages.push(loaded.value);
      // What a process stopped while deleting left behind.
      else if (answer.status === 'ok') await area.remove([storageKey]);
    }
    return { pages, damages };
  }

  async function readAll(): Promise<StoreResult<readonly PageRecord[]>> {
    const { pages, damages } = await takeAll();
    const place = new Map(indexOf(pages).map(({ key }, position) => [key, position]));
    pages.sort((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
    const [first] = damages;
    if (first === undefined) return ok(pages);
    const more = damages.length > 1 ? `; and ${damages.length - 1} more pages` : '';
    return { status: 'damaged', value: pages, damage: { keptAs: first.keptAs, message: first.message + more } };
  }

  async function repair(): Promise<Repair> {
    const { pages, damages } = await takeAll();
    const wanted = indexOf(pages);
    const stored = await load(area, INDEX_KEY, wholly(parseIndex));
    const lines = countDifferences(stored.value ?? [], wanted);
    if (lines > 0 || stored.value === null) await area.set({ ...stored.keep, [INDEX_KEY]: wanted });
    return { lines, damagedPages: damages.map(({ keptAs }) => keptAs) };
  }

  return { load: loadPage, save, read, readAll, readIndex: async () => ok((await loadIndex()).index), repair };
}

function readable(loaded: readonly Loaded<PageRecord>[]): PageRecord[] {
  return loaded.map(({ value }) => value).filter((page) => page !== null);
}

/** How many lines were added, dropped or changed. */
function countDifferences(before: readonly PageIndexEntry[], after: readonly PageIndexEntry[]): number {
  const spelled = new Map(before.map((entry) => [entry.key, JSON.stringify(entry)]));
  const kept = after.filter((entry) => spelled.get(entry.key) === JSON.stringify(entry)).length;
  return Math.max(before.length, after.length) - kept;
}
