/**
 * The background: loads the recogniser once for all tabs, answers analyses, and is the only writer of storage. The browser
 * may stop it at any moment, so nothing lives here that storage does not hold; listeners are added in the first turn.
 */
import browser from 'webextension-polyfill';
import { createStore } from '../annotations/store.ts';
import { extensionStorage } from '../browser/storage-area.ts';
import { ANALYSIS_PORT, answer, askPage, type BackgroundProtocol, type PageProtocol } from '../browser/messages.ts';
import { serveAnalyses } from './serve-analyses.ts';

const store = createStore(extensionStorage(), () => new Date());
const ready = store.open();

answer<BackgroundProtocol>({
  'get-page': async ({ key }) => (await ready, store.page(key)),
  'get-index': async () => (await ready, store.index()),
  'put-annotation': async ({ page, annotation }) => (await ready, store.putAnnotation(page, annotation)),
  'delete-annotation': async ({ key, id }) => (await ready, store.deleteAnnotation(key, id)),
  'get-settings': async () => (await ready, store.settings()),
  'save-settings': async (settings) => (await ready, store.saveSettings(settings)),
  'get-draft': async ({ key }) => (await ready, store.draft(key)),
  'save-draft': async ({ key, draft }) => (await ready, store.saveDraft(key, draft)),
  'clear-draft': async ({ key }) => (await ready, store.clearDraft(key)),
});

browser.runtime.onConnect.addListener((port) => {
  if (port.name === ANALYSIS_PORT) serveAnalyses(port);
});

const COMMANDS: readonly (keyof PageProtocol & ('note-selection' | 'toggle-marks'))[] = ['note-selection', 'toggle-marks'];

browser.commands.onCommand.addListener((name, tab) => {
  const command = COMMANDS.find((known) => known === name);
  if (command === undefined || tab?.id === undefined) return;
  // Rejects on pages without our content script (browser pages): there is nothing to note or mark on those.
  askPage(tab.id, command, undefined).catch(() => {});
});
