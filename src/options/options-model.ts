import { type ReadonlySignal, signal } from '@preact/signals';
import type { PageRecord } from '../annotations/types.ts';
import { createSettingsModel, type SettingsModel } from '../ui/settings-model.ts';
import { storageProblem, troubleInWords } from '../ui/storage-words.ts';
import type { OptionsEnvironment, Shortcut } from './environment.ts';
import { createSiteList, type SiteListModel } from './site-list-model.ts';

export interface OptionsModel {
  readonly env: OptionsEnvironment;
  readonly settings: SettingsModel;
  readonly chosen: SiteListModel;
  readonly blocked: SiteListModel;
  readonly shortcuts: ReadonlySignal<readonly Shortcut[]>;
  /** How many pages have notes, null until it is known. */
  readonly pages: ReadonlySignal<number | null>;
  /** How many notes there are on all pages. */
  readonly notes: ReadonlySignal<number>;
  /** In words, when the notes could not be read. */
  readonly problem: ReadonlySignal<string | null>;
  readonly announcement: ReadonlySignal<string>;
  announce(words: string): void;
  /** All pages as they are stored; null when one of them could not be read (the problem tells why). */
  readAll(): Promise<readonly PageRecord[] | null>;
}

/** As the store names its keys (docs/storage.md). */
const SETTINGS_KEY = 'settings';
const PAGE_PREFIX = 'page:';

/** The state of the settings page. Everything it started ends when `stop` aborts. */
export function createOptionsModel(env: OptionsEnvironment, stop: AbortSignal): OptionsModel {
  const settings = createSettingsModel(env.askBackground);
  const shortcuts = signal<readonly Shortcut[]>([]);
  const pages = signal<number | null>(null);
  const notes = signal(0);
  const problem = signal<string | null>(null);
  const announcement = signal('');

  async function readIndex(): Promise<readonly string[] | null> {
    const result = await env.askBackground('get-index', undefined);
    problem.value = storageProblem(result);
    if (!('value' in result)) return null;
    pages.value = result.value.length;
    notes.value = result.value.reduce((sum, { annotations }) => sum + annotations, 0);
    return result.value.map(({ key }) => key);
  }

  async function readShortcuts(): Promise<void> {
    shortcuts.value = await env.shortcuts();
  }

  async function readAll(): Promise<readonly PageRecord[] | null> {
    try {
      const keys = await readIndex();
      if (keys === null) return null;
      const records: PageRecord[] = [];
      for (const key of keys) {
        const result = await env.askBackground('get-page', { key });
        problem.value = storageProblem(result) ?? problem.value;
        if (!('value' in result)) return null;
        if (result.value !== null) records.push(result.value);
      }
      return records;
    } catch (error) {
      problem.value = troubleInWords(error);
      return null;
    }
  }

  async function refresh(): Promise<void> {
    await readIndex().catch((error) => {
      problem.value = troubleInWords(error);
    });
  }

  env.onStored((keys) => {
    if (keys.includes(SETTINGS_KEY)) void settings.load();
    if (keys.some((key) => key.startsWith(PAGE_PREFIX))) void refresh();
  }, stop);
  void settings.load();
  void refresh();
  void readShortcuts();

  return {
    env,
    settings,
    chosen: createSiteList(settings, 'sites'),
    blocked: createSiteList(settings, 'blockedSites'),
    shortcuts,
    pages,
    notes,
    problem,
    announcement,
    announce(words) {
      announcement.value = announcement.value === words ? `${words}\u00a0` : words;
    },
    readAll,
  };
}
