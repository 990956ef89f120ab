/**
 * Pictures of every view on the sample article, light and dark, into docs/screenshots: `npm run screenshots`. The README
 * shows two of them; all are to be looked at after a change of a view.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { askPageState } from './ask-page.mjs';
import { buildExtension } from './build.mjs';
import { ensureDependencies } from './ensure-deps.mjs';
import { ensureBrowser } from './find-browser.mjs';
import { fail, root } from './project.mjs';
import { serve } from './serve.mjs';

const folder = path.join(root, 'docs/screenshots');

/** A page that is no article. */
const frontPage = '<!doctype html><title>The Skerry Post</title><ul><li><a href="/a">Ferry line to Turku</a></ul>';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Worker} Worker */

try {
  await ensureDependencies();
  const executable = await ensureBrowser();
  const extension = buildExtension('chrome');
  mkdirSync(folder, { recursive: true });
  for (const scheme of /** @type {const} */ (['light', 'dark'])) await takeAll(executable, extension, scheme);
  console.log(`The pictures lie in ${path.relative(root, folder)}.`);
} catch (error) {
  fail(error);
}

/**
 * @param {string} executable
 * @param {string} extension
 * @param {'light' | 'dark'} scheme
 */
async function takeAll(executable, extension, scheme) {
  const { launch } = await import('./launch.mjs');
  const { context, worker, extensionId, close } = await launch({ executable, extension, colorScheme: scheme });
  const server = await serve(path.join(root, 'public/sample'));
  /** @param {Page} page @param {string} name @param {boolean} [whole] */
  const take = (page, name, whole = false) =>
    page.screenshot({ path: path.join(folder, `${name}-${scheme}.png`), fullPage: whole });
  try {
    const page = await context.newPage();
    await page.goto(`${server.origin}/article.html`);
    const { url } = await askPageState(context, page.url());
    await take(page, 'article');

    await openEditor(page, worker, 'the talks had almost failed last week');
    await page.keyboard.type('Which talks? No date is given.');
    await page.keyboard.press('Control+Enter');
    await page.waitForTimeout(400);
    await openEditor(page, worker, 'costs 480 million euros over its first four years');
    await page.keyboard.type('The two shares add up, but who says so?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await take(page, 'editor');
    await page.keyboard.press('Control+Enter');
    await page.waitForTimeout(400);
    await take(page, 'notes');

    const popup = await context.newPage();
    await popup.setViewportSize({ width: 392, height: 600 });
    const tab = await tabOf(worker, url);
    await popup.goto(`chrome-extension://${extensionId}/src/popup/index.html?tab=${tab}`);
    await popup.waitForTimeout(700);
    await take(popup, 'popup', true);
    await page.route('**/front.html', (route) => route.fulfill({ contentType: 'text/html', body: frontPage }));
    await page.goto(`${server.origin}/front.html`);
    await askPageState(context, page.url());
    await popup.goto(`chrome-extension://${extensionId}/src/popup/index.html?tab=${await tabOf(worker, page.url())}`);
    await popup.waitForTimeout(700);
    await take(popup, 'popup-not-article', true);

    const options = await context.newPage();
    await options.setViewportSize({ width: 1000, height: 900 });
    await options.goto(`chrome-extension://${extensionId}/src/options/index.html`);
    await options.waitForTimeout(500);
    await take(options, 'settings', true);
  } finally {
    server.close();
    await close();
  }
}

/**
 * Selects words of the page and opens the editor on them, as the shortcut does.
 * @param {Page} page
 * @param {Worker} worker
 * @param {string} words
 */
async function openEditor(page, worker, words) {
  await page.bringToFront();
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = /** @type {Text} */ (node);
      const at = text.data.indexOf(wanted);
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(text, at, text, at + wanted.length);
      text.parentElement?.scrollIntoView({ block: 'center' });
      return;
    }
    throw new Error(`the sample article has no "${wanted}"`);
  }, words);
  const tab = await tabOf(worker, page.url());
  await worker.evaluate((id) => chrome.tabs.sendMessage(id, { type: 'note-selection' }), tab);
}

/**
 * @param {Worker} worker
 * @param {string} url
 * @returns {Promise<number>}
 */
function tabOf(worker, url) {
  return worker.evaluate(async (wanted) => {
    for (const { id = -1 } of await chrome.tabs.query({})) {
      const state = await chrome.tabs.sendMessage(id, { type: 'page-state' }, { frameId: 0 }).catch(() => undefined);
      if (state?.url === wanted) return id;
    }
    throw new Error(`no content script answers on ${wanted}`);
  }, url);
}
