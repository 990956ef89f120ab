import type { Parsed } from './fields.ts';
import { MIGRATIONS, type Migration, migrateArea } from './migrations.ts';
import { fitPageInfo } from './page-info.ts';
import { createPageShelf } from './page-shelf.ts';
import { createQueue } from './queue.ts';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from './settings.ts';
import type { StorageArea } from './storage-area.ts';
import {
  type DeleteResult,
  type Failed,
  failedBy,
  ok,
  type Refused,
  type Repair,
  type StoreResult,
} from './store-results.ts';
import { answerRead, isSetAside, load, wholly } from './stored.ts';
import type { Annotation, Draft, PageIndexEntry, PageInfo, PageRecord } from './types.ts';
import { LIMITS, parseAnnotation, parseDraft, parsePageInfo } from './validate.ts';

export type { Damage, DeleteResult, Deletion, Failed, Refused, Repair, StoreResult } from './store-results.ts';

/**
 * The only writer of notes. Every operation waits for those before it, so two at once never lose one another's work; none
 * throws or rejects. Before the first one the stored data is brought to the newest schema.
 */
export interface Store {
  /** Brings the stored data to the newest schema, and tells whether the store may be used. Other operations do this too. */
  open(): Promise<StoreResult<null>>;
  /** The page with this key, null where nothing is noted on it. */
  page(key: string): Promise<StoreResult<PageRecord | null>>;
  /** All pages, the one last worked on first. Of damaged pages what could be read. Reads the whole area. */
  pages(): Promise<StoreResult<readonly PageRecord[]>>;
  /** The lines of all pages, the one last worked on first. */
  index(): Promise<StoreResult<readonly PageIndexEntry[]>>;
  /** Adds an annotation, or replaces the one with the same id; what is known of the page is replaced by `page`. */
  putAnnotation(page: PageInfo | PageRecord, annotation: Annotation): Promise<StoreResult<PageRecord>>;
  /** Like `putAnnotation` for many at once, in one write: all of them or none. */
  putAnnotations(page: PageInfo | PageRecord, annotations: readonly Annotation[]): Promise<StoreResult<PageRecord>>;
  /** Deletes an annotation and gives it back; a page without annotations is deleted with its last one. */
  deleteAnnotation(key: string, id: string): Promise<DeleteResult>;
  /** Deletes a page with all its annotations and gives it back, null where there is none. */
  deletePage(key: string): Promise<StoreResult<PageRecord | null>>;
  /** Computes the index anew from the pages; for the start of the browser. Reads the whole area. */
  repairIndex(): Promise<StoreResult<Repair>>;
  /** The settings, or the defaults where none were saved. */
  settings(): Promise<StoreResult<Settings>>;
  saveSettings(settings: Settings): Promise<StoreResult<Settings>>;
  /** What was being typed on the page with this key, null where nothing was. */
  draft(key: string): Promise<StoreResult<Draft | null>>;
  saveDraft(key: string, draft: Draft): Promise<StoreResult<Draft>>;
  clearDraft(key: string): Promise<StoreResult<null>>;
  /** Everything that was ever set aside as damaged, as it was, by storage key; for the reader to save as a file. */
  damaged(): Promise<StoreResult<Readonly<Record<string, unknown>>>>;
  /** Bytes used by everything stored; where the browser can't tell, the length of all of it as JSON. */
  bytesInUse(): Promise<StoreResult<number>>;
  /** Removes everything from the area, damaged and newer data too. */
  wipe(): Promise<StoreResult<null>>;
}

const SETTINGS_KEY = 'settings';
const draftKeyOf = (key: string) => `draft:${key}`;

/** By time of creation: undo and import then put an annotation back into its place. */
function byCreation(a: Annotation, b: Annotation): number {
  if (a.created !== b.created) return a.created < b.created ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** `now` is asked once per write; `migrations` is for tests. */
export function createStore(area: StorageArea, now: () => Date, migrations: readonly Migration[] = MIGRATIONS): Store {
  const enqueue = createQueue();
  const shelf = createPageShelf(area);
  let upToDate = false;

  function run<T>(job: () => Promise<T>): Promise<T | Refused | Failed> {
    return enqueue(async () => {
      try {
        if (!upToDate) {
          const migrated = await migrateArea(area, migrations);
          if (migrated.status !== 'ok') return migrated;
          upToDate = true;
        }
        return await job();
      } catch (error) {
        return failedBy(error);
      }
    });
  }

  function readKey<T>(storageKey: string, parser: (raw: unknown) => Parsed<T>): Promise<StoreResult<T | null>> {
    return run(async () => {
      const loaded = await load(area, storageKey, wholly(parser));
      return answerRead(loaded, storageKey, loaded.value, async () => {
        await area.set(loaded.keep);
        await area.remove([storageKey]);
      });
    });
  }

  async function writeKey<T>(
    storageKey: string,
    parser: (raw: unknown) => Parsed<T>,
    value: T,
  ): Promise<StoreResult<T>> {
    const checked = parser(value);
    if (checked.status === 'invalid') return checked;
    return run(async () => {
      const { keep, damage } = await load(area, storageKey, wholly(parser));
      await area.set({ ...keep, [storageKey]: checked.value });
      return ok(checked.value, damage);
    });
  }

  async function putAnnotations(
    given: PageInfo | PageRecord,
    annotations: readonly Annotation[],
  ): Promise<StoreResult<PageRecord>> {
    const info = parsePageInfo(fitPageInfo(given), 'page');
    if (info.status === 'invalid') return info;
    const checked: Annotation[] = [];
    for (const [position, annotation] of annotations.entries()) {
      const result = parseAnnotation(annotation, `annotations[${position}]`);
      if (result.status === 'invalid') return result;
      checked.push(result.value);
    }
    return run(async () => {
      const loaded = await shelf.load(info.value.key);
      const byId = new Map(loaded.value?.annotations.map((annotation) => [annotation.id, annotation]));
      for (const annotation of checked) byId.set(annotation.id, annotation);
      if (byId.size > LIMITS.annotations) {
        const message = `annotations: ${byId.size} on one page are more than the ${LIMITS.annotations} allowed`;
        return { status: 'invalid', path: 'annotations', message };
      }
      const moment = now().toISOString();
      const seen = [moment, loaded.value?.firstSeen, 'firstSeen' in given ? given.firstSeen : undefined];
      const page: PageRecord = {
        ...info.value,
        firstSeen: seen.filter((time) => time !== undefined).sort()[0]!,
        lastSeen: moment,
        annotations: [...byId.values()].sort(byCreation),
      };
      await shelf.save(page, loaded.keep);
      return ok(page, loaded.damage);
    });
  }

  return {
    open: () => run(async () => ok(null)),
    page: (key) => run(() => shelf.read(key)),
    pages: () => run(() => shelf.readAll()),
    index: () => run(() => shelf.readIndex()),
    putAnnotation: (page, annotation) => putAnnotations(page, [annotation]),
    putAnnotations,
    deleteAnnotation: (key, id) =>
      run(async (): Promise<DeleteResult> => {
        const loaded = await shelf.load(key);
        const annotation = loaded.value?.annotations.find((one) => one.id === id);
        if (loaded.value === null || annotation === undefined) {
          return {
            status: 'not-found',
            message: 'There is no such note on this page; it may have been deleted elsewhere.',
          };
        }
        const rest = loaded.value.annotations.filter((one) => one !== annotation);
        const page = { ...loaded.value, lastSeen: now().toISOString(), annotations: rest };
        await shelf.save(page, loaded.keep);
        return ok({ annotation, page }, loaded.damage);
      }),
    deletePage: (key) =>
      run(async () => {
        const loaded = await shelf.load(key);
        if (loaded.value === null) return shelf.read(key);
        await shelf.save({ ...loaded.value, annotations: [] }, loaded.keep);
        return ok(loaded.value, loaded.damage);
      }),
    repairIndex: () => run(async () => ok(await shelf.repair())),
    settings: async () => {
      const result = await readKey(SETTINGS_KEY, parseSettings);
      return 'value' in result ? { ...result, value: result.value ?? DEFAULT_SETTINGS } : result;
    },
    saveSettings: (settings) => writeKey(SETTINGS_KEY, parseSettings, settings),
    draft: (key) => readKey(draftKeyOf(key), parseDraft),
    saveDraft: (key, draft) => writeKey(draftKeyOf(key), parseDraft, draft),
    clearDraft: (key) =>
      run(async () => {
        await area.remove([draftKeyOf(key)]);
        return ok(null);
      }),
    damaged: () =>
      run(async () => ok(Object.fromEntries(Object.entries(await area.get(null)).filter(([key]) => isSetAside(key))))),
    bytesInUse: () =>
      run(async () =>
        ok(area.getBytesInUse ? await area.getBytesInUse(null) : JSON.stringify(await area.get(null)).length),
      ),
    wipe: () =>
      enqueue(async () => {
        try {
          await area.remove(Object.keys(await area.get(null)));
          upToDate = false;
          return ok(null);
        } catch (error) {
          return failedBy(error);
        }
      }),
  };
}
