/**
 * The background: loads the recogniser once for all tabs, answers analyses, and is the only writer of storage. The browser
 * may stop it at any moment, so nothing lives here that storage does not hold; listeners are added in the first turn.
 */
import browser from 'webextension-polyfill';
import { createStore } from '../annotations/store.ts';
import { ANALYSIS_PORT, answer, askPage, type BackgroundProtocol, type PageProtocol } from '../browser/messages.ts';
import { extensionStorage } from '../browser/storage-area.ts';
import { answersOf } from './answers.ts';
import { serveAnalyses } from './serve-analyses.ts';

const store = createStore(extensionStorage(), () => new Date());

answer<BackgroundProtocol>(answersOf(store));

// The browser may have been ended between the write of a page and that of the index.
browser.runtime.onStartup.addListener(() => void store.repairIndex());

browser.runtime.onConnect.addListener((port) => {
  if (port.name === ANALYSIS_PORT) serveAnalyses(port);
});

const COMMANDS: readonly (keyof PageProtocol & ('note-selection' | 'toggle-marks'))[] = [
  'note-selection',
  'toggle-marks',
];

browser.commands.onCommand.addListener((name, tab) => {
  const command = COMMANDS.find((known) => known === name);
  if (command === undefined || tab?.id === undefined) return;
  // Rejects on pages without our content script (browser pages): there is nothing to note or mark on those.
  askPage(tab.id, command, undefined).catch(() => {});
});
