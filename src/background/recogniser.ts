import browser from 'webextension-polyfill';
import { loadRecogniser, type Recogniser } from '../entities/recogniser.ts';

const MODEL_FILE = 'model/en.bin';

export type LoadedRecogniser = Recogniser | { readonly problem: string };

let loading: Promise<LoadedRecogniser> | undefined;

/**
 * The tagger of the package, loaded once while the background lives. A file that cannot be used gives the reason in words
 * for the reader, and the extension goes on without names.
 */
export function recogniser(): Promise<LoadedRecogniser> {
  loading ??= load();
  return loading;
}

async function load(): Promise<LoadedRecogniser> {
  try {
    // A file of our own package: this reads the disk, not the network.
    const response = await fetch(browser.runtime.getURL(MODEL_FILE));
    const result = loadRecogniser(await response.arrayBuffer());
    return result.status === 'ok' ? result.recogniser : { problem: `Names are not marked: ${result.message}` };
  } catch (error) {
    loading = undefined;
    return { problem: `Names are not marked: the file of the recogniser could not be read (${String(error)}).` };
  }
}
