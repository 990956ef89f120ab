import browser from 'webextension-polyfill';
import { askBackground, askPage } from '../browser/messages.ts';
import { generatorName } from '../ui/generator.ts';

/** What can be known of a tab without permission to read all tabs. */
export interface PopupTab {
  readonly id: number;
  /** Only where the browser shows it to us: after a press on our button, or on an extension page of ours. */
  readonly url: string | null;
  readonly title: string | null;
  readonly loading: boolean;
}

/** All that the popup needs of the browser, so that its logic runs without one. */
export interface PopupEnvironment {
  readonly askBackground: typeof askBackground;
  readonly askPage: typeof askPage;
  /** The tab that the popup is about, null when there is none (any more). */
  findTab(): Promise<PopupTab | null>;
  /** Starts the content script in a tab that has none. Rejects when the browser does not allow it. */
  startInTab(tabId: number): Promise<void>;
  /** Calls back with the storage keys that have changed, whoever changed them, until `stop` aborts. */
  onStored(changed: (keys: readonly string[]) => void, stop: AbortSignal): void;
  openSettings(): void;
  /** What names itself as the maker of exported files: `Newsgloss 0.1.0`. */
  readonly generator: string;
  now(): Date;
  /** A new UUID in lower case. */
  newId(): string;
}

/** The environment of a popup whose own address is `location`: `?tab=ID` names its tab, else it is the active one. */
export function popupEnvironment(location: Location): PopupEnvironment {
  const named = new URLSearchParams(location.search).get('tab');
  return {
    askBackground,
    askPage,
    findTab: () => findTab(named === null ? null : Number(named)),
    startInTab,
    onStored(changed, stop) {
      const listener = (changes: Record<string, unknown>): void => changed(Object.keys(changes));
      browser.storage.onChanged.addListener(listener);
      stop.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
    },
    openSettings() {
      void browser.runtime.openOptionsPage().then(() => {
        if (named === null) window.close();
      });
    },
    generator: generatorName(),
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  };
}

async function findTab(id: number | null): Promise<PopupTab | null> {
  // `tabs.get` rejects for a tab that was closed.
  const [tab] =
    id === null
      ? await browser.tabs.query({ active: true, currentWindow: true })
      : await browser.tabs.get(id).then(
          (found) => [found],
          () => [],
        );
  if (tab?.id === undefined) return null;
  return { id: tab.id, url: tab.url ?? null, title: tab.title ?? null, loading: tab.status === 'loading' };
}

async function startInTab(tabId: number): Promise<void> {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  const target = { tabId };
  await browser.scripting.insertCSS({ target, files: script?.css ?? [] });
  await browser.scripting.executeScript({ target, files: script?.js ?? [] });
}
