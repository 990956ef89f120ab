import { type ReadonlySignal, signal } from '@preact/signals';
import type { Settings } from '../annotations/settings.ts';
import type { askBackground } from '../browser/messages.ts';
import { storageProblem, troubleInWords } from './storage-words.ts';

export interface SettingsModel {
  /** Null until they are known. */
  readonly settings: ReadonlySignal<Settings | null>;
  /** In words, when reading or saving did not work. */
  readonly problem: ReadonlySignal<string | null>;
  /** Reads them again; never rejects. */
  load(): Promise<void>;
  /** Shows the change at once and saves it; goes back to what is stored when that fails. Resolves to whether it was saved. */
  change(edit: (settings: Settings) => Settings): Promise<boolean>;
}

/** The reader's settings as a view sees them. Changes are saved one after the other, each on top of the one before. */
export function createSettingsModel(ask: typeof askBackground): SettingsModel {
  const settings = signal<Settings | null>(null);
  const problem = signal<string | null>(null);
  let stored: Settings | null = null;
  let saving = Promise.resolve();
  let unsaved = 0;

  async function load(): Promise<void> {
    try {
      const loaded = await ask('get-settings', undefined);
      stored = loaded;
      // An answer that is older than a change on its way must not undo what the reader sees.
      if (unsaved === 0) settings.value = loaded;
    } catch (error) {
      problem.value = troubleInWords(error);
    }
  }

  async function save(wanted: Settings): Promise<boolean> {
    try {
      const result = await ask('save-settings', wanted);
      problem.value = storageProblem(result);
      if (result.status !== 'ok') return false;
      stored = result.value;
      return true;
    } catch (error) {
      problem.value = troubleInWords(error);
      return false;
    }
  }

  async function change(edit: (settings: Settings) => Settings): Promise<boolean> {
    if (settings.value === null) return false;
    const wanted = edit(settings.value);
    settings.value = wanted;
    unsaved += 1;
    const saved = saving.then(() => save(wanted));
    saving = saved.then(() => undefined);
    const done = await saved;
    unsaved -= 1;
    if (unsaved === 0) settings.value = stored;
    return done;
  }

  return { settings, problem, load, change };
}
