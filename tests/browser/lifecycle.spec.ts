import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from '../../src/dev/find-browser.mjs';
import { launch } from '../../src/dev/launch.mjs';
import { root } from '../../src/dev/project.mjs';
import { articleHtml } from './article-page.ts';
import { ARTICLE, Extension, expect, painted, select, test } from './extension.ts';

test('a note survives the end of the browser', async () => {
  test.slow();
  const executable = process.env.CHROME_PATH ?? findBrowser();
  if (executable === undefined) throw new Error('no Chromium was found; npm test installs one');
  const profile = mkdtempSync(path.join(tmpdir(), 'newsgloss-test-'));
  const start = async () => {
    const { context, extensionId, close } = await launch({
      executable,
      extension: path.join(root, 'dist/chrome'),
      profile,
    });
    const extension = new Extension(context, extensionId);
    await extension.intercept();
    extension.serve(ARTICLE, articleHtml());
    return { extension, close };
  };
  try {
    const first = await start();
    const { page } = await first.extension.openMarked(ARTICLE);
    await page.bringToFront();
    await select(page, 'found safe');
    await first.extension.ask(page, 'note-selection');
    await page.keyboard.type('By whom?');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await painted(page))[9]).toEqual(['found safe']);
    await first.close();

    const second = await start();
    const { page: again } = await second.extension.openMarked(ARTICLE);
    expect((await painted(again))[9]).toEqual(['found safe']);
    expect((await second.extension.storedPage(ARTICLE))?.annotations[0]?.note).toBe('By whom?');
    await second.close();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});

test('takes its marks away when the extension is reloaded under the page', async () => {
  test.slow();
  const executable = process.env.CHROME_PATH ?? findBrowser();
  if (executable === undefined) throw new Error('no Chromium was found; npm test installs one');
  const { context, extensionId, close } = await launch({ executable, extension: path.join(root, 'dist/chrome') });
  try {
    const extension = new Extension(context, extensionId);
    await extension.intercept();
    extension.serve(ARTICLE, articleHtml());
    const { page } = await extension.openMarked(ARTICLE);
    const worker = await extension.worker();
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
    await page.waitForTimeout(1500);
    // The reader comes back to the tab: that is when the old script notices.
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect.poll(() => painted(page)).toEqual({});
    await page.evaluate(() => document.querySelector('article p')!.append(' More text that comes in later.'));
    await page.waitForTimeout(500);
    expect(await painted(page)).toEqual({});
  } finally {
    await close();
  }
});
