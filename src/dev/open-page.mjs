/** Opens a page in a browser, and says in plain words why it could not. */
import { UserError } from './project.mjs';

/**
 * What Chromium's own words mean to a person, for the failures that are met most.
 * @type {Record<string, string>}
 */
const networkErrors = {
  ERR_NAME_NOT_RESOLVED: 'there is no server of that name',
  ERR_CONNECTION_REFUSED: 'nothing answers there',
  ERR_CONNECTION_TIMED_OUT: 'nothing answers there',
  ERR_ADDRESS_UNREACHABLE: 'nothing answers there',
  ERR_INTERNET_DISCONNECTED: 'there is no network',
  ERR_ABORTED: 'it is a download and not a page',
};

/**
 * The sentence of an error, without Playwright's call log and without a full stop.
 * @param {unknown} error
 */
export function reasonOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  const code = /net::(ERR_\w+)/.exec(message)?.[1];
  if (code !== undefined) return networkErrors[code] ?? code;
  const [first = ''] = message.split('\n');
  return first.replace(/^[\w.]+: (?=\S)/, '').replace(/\.$/, '');
}

/**
 * Opens an address in the browser's first tab and brings it to the front. Throws UserError when nothing answers there.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} url
 * @returns {Promise<import('@playwright/test').Page>}
 */
export async function openPage(context, url) {
  const page = context.pages()[0] ?? (await context.newPage());
  try {
    // Not "load": an image that never comes must not hold up the rest.
    const response = await page.goto(url, { waitUntil: 'domcontentloaded' });
    if (response !== null && response.status() >= 400) {
      throw new Error(`the server answered ${response.status()} ${response.statusText()}`.trimEnd());
    }
  } catch (error) {
    throw new UserError(`${url} could not be opened: ${reasonOf(error)}.`);
  }
  await page.bringToFront();
  return page;
}
