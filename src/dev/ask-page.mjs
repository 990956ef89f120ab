/** Asks the extension, from its own background worker, what it knows about the page in a tab. */
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from './project.mjs';

/**
 * @typedef {import('../browser/messages.ts').PageState} PageState
 * @typedef {import('@playwright/test').BrowserContext} BrowserContext
 */

/** Between two questions. */
const pollEvery = 100;
/** A page may keep changing for a while before its text settles. */
const patience = 30_000;
/** A page whose article comes late is no article at first: only a "no" that stands this long is one. */
const noStands = 2_000;

/**
 * The state of the page once it is decided: marked and painted, or the reason why not. Throws UserError when the page does not
 * answer (there is no content script on it) or does not come to an end.
 * @param {BrowserContext} context
 * @param {string} url of the page, as its tab has it
 * @returns {Promise<PageState>}
 */
export async function askPageState(context, url) {
  const deadline = Date.now() + patience;
  /** @type {PageState | undefined} */
  let last;
  let since = Date.now();
  do {
    const state = await ask(context, url);
    if (state?.status !== last?.status) since = Date.now();
    last = state ?? last;
    if (last !== undefined && isDecided(last, Date.now() - since)) return last;
    await pause(pollEvery);
  } while (Date.now() < deadline);
  const seconds = patience / 1000;
  if (last === undefined) throw new UserError(`The extension did not answer on ${url} within ${seconds} s.`);
  throw new UserError(`The page was still being read after ${seconds} s.`);
}

/**
 * @param {PageState} state
 * @param {number} standing ms since its status last changed
 */
function isDecided({ status, times }, standing) {
  if (status === 'reading') return false;
  return status === 'marked' ? times.paintedAt !== null : standing >= noStands;
}

/**
 * @param {BrowserContext} context
 * @param {string} url
 * @returns {Promise<PageState | undefined>} undefined while nobody answers
 */
async function ask(context, url) {
  // The worker may have been stopped and started since the last question: take the one that is there now.
  const worker = context.serviceWorkers()[0];
  return worker
    ?.evaluate(async (wanted) => {
      const bare = (/** @type {string} */ address) => address.split('#')[0];
      for (const tab of await chrome.tabs.query({})) {
        try {
          const state = await chrome.tabs.sendMessage(tab.id ?? -1, { type: 'page-state' }, { frameId: 0 });
          // A tab's own address is hidden from an extension without the permission "tabs"; the page says it.
          if (state && bare(state.url) === bare(wanted)) return state;
        } catch {
          // No content script there: a page of the browser, or one that is still loading.
        }
      }
      return undefined;
    }, url)
    .catch(() => undefined);
}
