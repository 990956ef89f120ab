import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Deletion } from '../annotations/store.ts';
import type { Annotation, PageInfo, PageRecord } from '../annotations/types.ts';
import { pageKey } from '../article/page-key.ts';
import { t } from '../ui/i18n.ts';
import { storageProblem, troubleInWords } from '../ui/storage-words.ts';
import type { PopupEnvironment } from './environment.ts';
import { type NoteItem, noteItems } from './note-items.ts';
import type { PageWatch } from './page-watch.ts';

export interface PutOutcome {
  readonly stored: boolean;
  /** In words; something may have been set aside even where the annotation is stored. */
  readonly problem: string | null;
}

export interface Notebook {
  /** What is stored of the page; null when nothing is, or it is not known yet. */
  readonly record: ReadonlySignal<PageRecord | null>;
  readonly items: ReadonlySignal<readonly NoteItem[]>;
  /** In words, when reading, saving or deleting did not work. */
  readonly problem: ReadonlySignal<string | null>;
  /** How many deletions can still be undone. */
  readonly deletions: ReadonlySignal<number>;
  /** About which page a new note would be, null while the popup has no page that can be noted on. */
  readonly pageInfo: ReadonlySignal<PageInfo | null>;
  /** Under which the page's notes are looked for: what the page itself gives, else the key of its address, else null. */
  readonly key: ReadonlySignal<string | null>;
  /** Reads the page's notes again; never rejects. */
  load(): Promise<void>;
  /** Stores an annotation, new or changed; its problem is told to the caller alone. */
  put(annotation: Annotation): Promise<PutOutcome>;
  remove(id: string): Promise<boolean>;
  /** Puts the annotation that was deleted last back as it was. */
  undo(): Promise<boolean>;
}

/** The stored notes of the page that `watch` follows. */
export function createNotebook(env: PopupEnvironment, watch: PageWatch): Notebook {
  const record = signal<PageRecord | null>(null);
  const problem = signal<string | null>(null);
  const deleted = signal<readonly Deletion[]>([]);
  let asked = 0;

  const items = computed(() => {
    const view = watch.view.value;
    return noteItems(record.value?.annotations ?? [], view.status === 'known' ? view.state.passages : []);
  });

  const pageInfo = computed((): PageInfo | null => {
    const view = watch.view.value;
    const stored = record.value;
    if (view.status !== 'known') return stored;
    const { state } = view;
    // A page that was not read says nothing of itself: what is stored of it already is better than that.
    if (state.meta === null && stored !== null) return stored;
    return {
      key: state.key,
      url: state.url,
      canonical: state.meta?.canonical ?? null,
      title: state.meta?.title ?? watch.tab.value?.title ?? '',
      siteName: state.meta?.siteName ?? null,
      published: state.published?.value ?? null,
      modified: state.meta?.modified ?? null,
    };
  });

  const key = computed(() => {
    const view = watch.view.value;
    if (view.status === 'known') return view.state.key;
    const url = watch.tab.value?.url ?? null;
    return url === null ? null : pageKey(url, null);
  });

  /**
   * Notes made when the page was read lie under its canonical address, which nobody knows while it is not read: the index
   * tells which stored page has this address.
   */
  async function findRecord(wanted: string): Promise<PageRecord | null> {
    const direct = await env.askBackground('get-page', { key: wanted });
    problem.value = storageProblem(direct);
    const found = 'value' in direct ? direct.value : null;
    const view = watch.view.value;
    if (found !== null || (view.status === 'known' && view.state.meta !== null)) return found;
    const index = await env.askBackground('get-index', undefined);
    const entry = 'value' in index ? index.value.find(({ url }) => pageKey(url, null) === wanted) : undefined;
    if (entry === undefined) return null;
    const result = await env.askBackground('get-page', { key: entry.key });
    problem.value = storageProblem(result);
    return 'value' in result ? result.value : null;
  }

  async function load(): Promise<void> {
    if (key.value === null) return;
    asked += 1;
    const mine = asked;
    try {
      const found = await findRecord(key.value);
      if (mine === asked) record.value = found;
    } catch (error) {
      problem.value = troubleInWords(error);
    }
  }

  async function store(page: PageInfo, annotation: Annotation): Promise<PutOutcome> {
    try {
      const result = await env.askBackground('put-annotation', { page, annotation });
      const stored = result.status === 'ok';
      if (stored) {
        asked += 1;
        record.value = result.value;
      }
      return { stored, problem: storageProblem(result) };
    } catch (error) {
      return { stored: false, problem: troubleInWords(error) };
    }
  }

  async function remove(id: string): Promise<boolean> {
    const page = record.value?.key;
    if (page === undefined) return false;
    try {
      const result = await env.askBackground('delete-annotation', { key: page, id });
      problem.value = storageProblem(result);
      if (!('value' in result)) return false;
      asked += 1;
      deleted.value = [...deleted.value, result.value];
      record.value = result.value.page.annotations.length === 0 ? null : result.value.page;
      return true;
    } catch (error) {
      problem.value = troubleInWords(error);
      return false;
    }
  }

  async function undo(): Promise<boolean> {
    const last = deleted.value.at(-1);
    if (last === undefined) return false;
    const { stored, problem: trouble } = await store(last.page, last.annotation);
    problem.value = trouble;
    if (stored) deleted.value = deleted.value.slice(0, -1);
    return stored;
  }

  return {
    record,
    items,
    problem,
    deletions: computed(() => deleted.value.length),
    pageInfo,
    key,
    load,
    async put(annotation) {
      const page = pageInfo.value;
      return page === null ? { stored: false, problem: t('pageUnknown') } : store(page, annotation);
    },
    remove,
    undo,
  };
}
