import { type ReadonlySignal, signal } from '@preact/signals';
import type { PageState } from '../browser/messages.ts';
import type { PopupEnvironment, PopupTab } from './environment.ts';
import { type Unreadable, whyUnreadable } from './unreadable.ts';

/** A page that is being read is asked again after so long (ms). */
export const ASK_AGAIN_MS = 400;
/** After so many answers of `reading` in a row the reader is told that it takes longer than usual. */
export const SLOW_AFTER_ANSWERS = 20;

export type PageView =
  | { readonly status: 'asking' }
  | { readonly status: 'known'; readonly state: PageState; readonly slow: boolean }
  | { readonly status: 'unreadable'; readonly why: Unreadable; readonly refusal: string | null };

export interface PageWatch {
  readonly tab: ReadonlySignal<PopupTab | null>;
  readonly view: ReadonlySignal<PageView>;
  /** Asks the page how it stands, and goes on asking while it is being read. Never rejects. */
  refresh(): Promise<void>;
  /** Asks now and once more a moment later: the page hears of changed notes and settings by itself, perhaps after us. */
  refreshTwice(): Promise<void>;
  markAnyway(): Promise<void>;
  setMarksHere(on: boolean): Promise<void>;
  /** Starts the content script in a tab that has none, then marks the page. */
  start(): Promise<void>;
  /** Scrolls the page to a note's passage. Resolves to whether it could be shown. */
  showPassage(id: string): Promise<boolean>;
  /** Opens the note editor in the page. Resolves to whether it was opened. */
  editInPage(id: string): Promise<boolean>;
}

/** Follows the page in one tab until `stop` aborts. */
export function createPageWatch(env: PopupEnvironment, stop: AbortSignal): PageWatch {
  const tab = signal<PopupTab | null>(null);
  const view = signal<PageView>({ status: 'asking' });
  let again: ReturnType<typeof setTimeout> | undefined;
  let readingAnswers = 0;
  stop.addEventListener('abort', () => clearTimeout(again), { once: true });

  function askAgain(): void {
    clearTimeout(again);
    if (!stop.aborted) again = setTimeout(() => void refresh(), ASK_AGAIN_MS);
  }

  function show(state: PageState): void {
    readingAnswers = state.status === 'reading' ? readingAnswers + 1 : 0;
    view.value = { status: 'known', state, slow: readingAnswers > SLOW_AFTER_ANSWERS };
    if (state.status === 'reading') askAgain();
  }

  async function refresh(): Promise<void> {
    clearTimeout(again);
    const found = await env.findTab();
    if (stop.aborted) return;
    tab.value = found;
    if (found === null) {
      view.value = { status: 'unreadable', why: 'unknown', refusal: null };
      return;
    }
    try {
      show(await env.askPage(found.id, 'page-state', undefined));
    } catch {
      // The content script starts when the document is parsed: before that, silence means nothing.
      if (found.loading) askAgain();
      else view.value = { status: 'unreadable', why: whyUnreadable(found.url), refusal: null };
    }
  }

  /** Sends a wish whose answer is the page's new state; shows `reading` meanwhile, since reading may take seconds. */
  async function wish(ask: (tabId: number) => Promise<PageState>, readsFirst: boolean): Promise<void> {
    const tabId = tab.value?.id;
    if (tabId === undefined) return;
    const before = view.value;
    if (readsFirst && before.status === 'known') show({ ...before.state, status: 'reading' });
    try {
      show(await ask(tabId));
    } catch {
      await refresh();
    }
  }

  async function start(): Promise<void> {
    const tabId = tab.value?.id;
    const before = view.value;
    if (tabId === undefined || before.status !== 'unreadable') return;
    view.value = { status: 'asking' };
    try {
      await env.startInTab(tabId);
      show(await env.askPage(tabId, 'mark-anyway', undefined));
    } catch (error) {
      view.value = { ...before, refusal: error instanceof Error ? error.message : String(error) };
    }
  }

  async function inTab<T>(ask: (tabId: number) => Promise<T>, otherwise: T): Promise<T> {
    const tabId = tab.value?.id;
    return tabId === undefined ? otherwise : ask(tabId).catch(() => otherwise);
  }

  return {
    tab,
    view,
    refresh,
    async refreshTwice() {
      await refresh();
      askAgain();
    },
    markAnyway: () => wish((tabId) => env.askPage(tabId, 'mark-anyway', undefined), true),
    setMarksHere: (on) => wish((tabId) => env.askPage(tabId, 'set-marks-here', { on }), false),
    start,
    async showPassage(id) {
      const { shown } = await inTab((tabId) => env.askPage(tabId, 'show-passage', { id }), { shown: false });
      return shown;
    },
    async editInPage(id) {
      const { opened } = await inTab((tabId) => env.askPage(tabId, 'edit-annotation', { id }), { opened: false });
      return opened;
    },
  };
}
