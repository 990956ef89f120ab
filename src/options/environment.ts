import browser from 'webextension-polyfill';
import { askBackground } from '../browser/messages.ts';
import { generatorName } from '../ui/generator.ts';

/** A keyboard command as the browser has it now; `shortcut` is empty when no key is bound to it. */
export interface Shortcut {
  readonly name: string;
  readonly description: string;
  readonly shortcut: string;
}

/** All that the settings page needs of the browser. */
export interface OptionsEnvironment {
  readonly askBackground: typeof askBackground;
  shortcuts(): Promise<readonly Shortcut[]>;
  /** Calls back with the storage keys that have changed, whoever changed them, until `stop` aborts. */
  onStored(changed: (keys: readonly string[]) => void, stop: AbortSignal): void;
  /** Opens the browser's own page for shortcuts. */
  openShortcuts(): void;
  readonly version: string;
  /** What names itself as the maker of exported files: `Newsgloss 0.1.0`. */
  readonly generator: string;
  now(): Date;
}

export function optionsEnvironment(): OptionsEnvironment {
  return {
    askBackground,
    async shortcuts() {
      const commands = await browser.commands.getAll();
      return commands.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, shortcut }));
    },
    onStored(changed, stop) {
      const listener = (changes: Record<string, unknown>): void => changed(Object.keys(changes));
      browser.storage.onChanged.addListener(listener);
      stop.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
    },
    openShortcuts() {
      // Firefox has a door of its own; Chrome opens its page like any other.
      const { commands, tabs } = browser;
      if (typeof commands.openShortcutSettings === 'function') void commands.openShortcutSettings();
      else void tabs.create({ url: 'chrome://extensions/shortcuts' });
    },
    version: browser.runtime.getManifest().version,
    generator: generatorName(),
    now: () => new Date(),
  };
}
