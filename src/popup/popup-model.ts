import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { isBlocked, type MarkKind, type Settings, siteOf } from '../annotations/settings.ts';
import { createSettingsModel, type SettingsModel } from '../ui/settings-model.ts';
import type { PopupEnvironment } from './environment.ts';
import { createNotebook, type Notebook } from './notebook.ts';
import { createPageNote, type PageNote } from './page-note.ts';
import { createPageWatch, type PageWatch } from './page-watch.ts';

export interface PopupModel {
  readonly env: PopupEnvironment;
  readonly watch: PageWatch;
  readonly notebook: Notebook;
  readonly pageNote: PageNote;
  readonly settings: SettingsModel;
  /** The page's site (`example.org` for `www.example.org`), null where it has none or its address is not known. */
  readonly site: ReadonlySignal<string | null>;
  /** What was just done, for those who do not see it. */
  readonly announcement: ReadonlySignal<string>;
  announce(words: string): void;
  setKind(kind: MarkKind, on: boolean): Promise<void>;
  setMarksOn(on: boolean): Promise<void>;
  /** Blocks the page's site, or lifts every block that covers it. */
  setBlocked(blocked: boolean): Promise<void>;
  /** Adds the page's site to the chosen ones, and sees to it that chosen sites are marked. */
  alwaysHere(): Promise<void>;
}

/** As the store names its keys (docs/storage.md); drafts change with every letter typed and concern nobody else. */
const SETTINGS_KEY = 'settings';
const PAGE_PREFIX = 'page:';

/** The popup's state and what can be done in it, without a view. Everything it started ends when `stop` aborts. */
export function createPopupModel(env: PopupEnvironment, stop: AbortSignal): PopupModel {
  const watch = createPageWatch(env, stop);
  const notebook = createNotebook(env, watch);
  const pageNote = createPageNote(env, notebook);
  const settings = createSettingsModel(env.askBackground);
  const announcement = signal('');

  const site = computed(() => {
    const view = watch.view.value;
    const url = view.status === 'known' ? view.state.url : (watch.tab.value?.url ?? '');
    if (!/^https?:/.test(url) || !URL.canParse(url)) return null;
    return siteOf(new URL(url).hostname);
  });

  // The page's own key differs from that of its address when it names a canonical one: then the notes are asked for again.
  const followPage = effect(() => {
    if (notebook.key.value !== null) void untracked(notebook.load);
  });
  const noteKey = computed(() => notebook.pageInfo.value?.key);
  const followDraft = effect(() => {
    if (noteKey.value !== undefined) void untracked(pageNote.restore);
  });
  stop.addEventListener('abort', followPage, { once: true });
  stop.addEventListener('abort', followDraft, { once: true });
  env.onStored((keys) => {
    const settingsChanged = keys.includes(SETTINGS_KEY);
    const pagesChanged = keys.some((key) => key.startsWith(PAGE_PREFIX));
    if (settingsChanged) void settings.load();
    if (pagesChanged) void notebook.load();
    if (settingsChanged || pagesChanged) void watch.refreshTwice();
  }, stop);

  async function change(edit: (settings: Settings) => Settings): Promise<void> {
    await settings.change(edit);
    await watch.refreshTwice();
  }

  void settings.load();
  void watch.refresh();

  return {
    env,
    watch,
    notebook,
    pageNote,
    settings,
    site,
    announcement,
    announce(words) {
      // The same words twice in a row are not said twice unless the region changes.
      announcement.value = announcement.value === words ? `${words}\u00a0` : words;
    },
    setKind: (kind, on) => change((was) => ({ ...was, kinds: { ...was.kinds, [kind]: on } })),
    setMarksOn: (marksOn) => change((was) => ({ ...was, marksOn })),
    async setBlocked(blocked) {
      const here = site.value;
      if (here === null) return;
      await change((was) => (blocked ? { ...was, blockedSites: [...was.blockedSites, here] } : unblocked(was, here)));
    },
    async alwaysHere() {
      const here = site.value;
      if (here === null) return;
      await change((was) => {
        const open = unblocked(was, here);
        const sites = [...new Set([...open.sites, here])];
        return { ...open, sites, where: open.where === 'on-click' ? 'chosen-sites' : open.where, marksOn: true };
      });
    },
  };
}

/** `settings` without the blocks that cover `site`: those of the site itself and of the sites that it is below. */
function unblocked(settings: Settings, site: string): Settings {
  const blockedSites = settings.blockedSites.filter(
    (blocked) => !isBlocked({ ...settings, blockedSites: [blocked] }, site),
  );
  return { ...settings, blockedSites };
}
