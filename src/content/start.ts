import browser from 'webextension-polyfill';
import { answer, type PageProtocol } from '../browser/messages.ts';
import { type Lifetime, startLifetime } from './lifetime.ts';
import { NoteTaking } from './note-taking.ts';
import { PageController } from './page-controller.ts';
import { onRevival, onSoftNavigation } from './page-events.ts';

/** The running instance, in the world that all content scripts of this extension share on a page. */
const instance = globalThis as { newsglossLifetime?: Lifetime };

/** Starts the content script; an older one on the same page (before an update, or injected twice) is ended first. */
export function start(): void {
  if (!(document instanceof HTMLDocument)) return;
  instance.newsglossLifetime?.end();
  const lifetime = startLifetime();
  instance.newsglossLifetime = lifetime;
  const { signal } = lifetime;

  const page = new PageController(lifetime);
  const notes = new NoteTaking(page, lifetime);
  page.onRead = (visit) => {
    notes.watch(visit);
    followStorage(page, visit);
  };

  answer<PageProtocol>(
    {
      'page-state': () => page.state,
      'mark-anyway': () => page.markAnyway().then(() => page.state),
      'set-marks-here': ({ on }) => page.setMarksHere(on).then(() => page.state),
      'toggle-marks': () => page.setMarksHere(page.state.status !== 'marked').then(() => page.state),
      'note-selection': async () => {
        if (page.article === null) await page.readForNotes();
        return { opened: await notes.noteSelection() };
      },
      'edit-annotation': async ({ id }) => ({ opened: await notes.edit(id) }),
      'show-passage': ({ id }) => ({ shown: notes.show(id) }),
    },
    signal,
  );
  onSoftNavigation(() => page.open('soft'), signal);
  onRevival(() => void page.revive(), signal);
  page.open();
}

/** Storage is written by the background alone; what it wrote shows here at once. */
function followStorage(page: PageController, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area !== 'local') return;
    if (`page:${page.key}` in changes) void page.notesChanged();
    if ('settings' in changes) void page.settingsChanged();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
