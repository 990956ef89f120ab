import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from '../../src/dev/find-browser.mjs';
import { launch } from '../../src/dev/launch.mjs';
import { root } from '../../src/dev/project.mjs';
import { serve } from '../../src/dev/serve.mjs';
import { articleHtml } from './article-page.ts';
import { ARTICLE, Extension, expect, painted, test, writeNote } from './extension.ts';

test('a note survives the end of the browser', async () => {
  test.slow();
  const profile = mkdtempSync(path.join(tmpdir(), 'newsgloss-test-'));
  const start = async () => {
    const { extension, close } = await ownBrowser({ profile });
    await extension.intercept();
    extension.serve(ARTICLE, articleHtml());
    return { extension, close };
  };
  try {
    const first = await start();
    const { page } = await first.extension.openMarked(ARTICLE);
    await writeNote(first.extension, page, 'found safe', 'By whom?');
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

/** A browser of its own for one test, with the extension in it. */
async function ownBrowser(options: { profile?: string; args?: string[]; without?: string[] }) {
  const executable = process.env.CHROME_PATH ?? findBrowser();
  if (executable === undefined) throw new Error('no Chromium was found; npm test installs one');
  const { context, extensionId, close } = await launch({
    executable,
    extension: path.join(root, 'dist/chrome'),
    ...options,
  });
  return { extension: new Extension(context, extensionId), close };
}

test('takes its marks away when the extension is reloaded under the page', async () => {
  test.slow();
  const { extension, close } = await ownBrowser({});
  try {
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

test('lives again after the back/forward cache, with the notes as they are by then', async () => {
  test.slow();
  // Playwright switches that cache off by default, and answering requests for the page would too: a real server, then.
  const folder = mkdtempSync(path.join(tmpdir(), 'newsgloss-pages-'));
  writeFileSync(path.join(folder, 'article.html'), articleHtml());
  writeFileSync(path.join(folder, 'other.html'), '<!doctype html><title>Other</title><p>Nothing here.</p>');
  const server = await serve(folder);
  const { extension, close } = await ownBrowser({ without: ['--disable-back-forward-cache'] });
  try {
    const { page } = await extension.openMarked(`${server.origin}/article.html`);
    await page.evaluate(() =>
      window.addEventListener('pageshow', (event) => Object.assign(window, { persisted: event.persisted })),
    );
    await writeNote(extension, page, 'found safe', 'By whom?');
    await expect.poll(async () => (await painted(page))[9]).toEqual(['found safe']);
    const before = await painted(page);
    await page.goto(`${server.origin}/other.html`);
    const worker = await extension.worker();
    await worker.evaluate((key) => chrome.storage.local.remove(`page:${key}`), `${server.origin}/article.html`);
    // Playwright loses sight of a page that comes out of the cache; the protocol beneath it does not.
    const session = await extension.context.newCDPSession(page);
    const ask = async (expression: string) =>
      (await session.send('Runtime.evaluate', { expression, returnByValue: true })).result.value;
    await session.send('Runtime.evaluate', { expression: 'history.back()' });
    await expect.poll(() => ask('window.persisted')).toBe(true);
    const names = '[...CSS.highlights.keys()].sort().join()';
    const others = Object.keys(before).filter((number) => number !== '9');
    await expect
      .poll(() => ask(names))
      .toBe(
        others
          .map((number) => `newsgloss-${number}`)
          .sort()
          .join(),
      );
    expect(await ask("CSS.highlights.get('newsgloss-3').size")).toBe(before[3]?.length);
  } finally {
    await close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('no request leaves the browser while an article is marked, noted and looked at in the popup', async () => {
  test.slow();
  // All of the browser's traffic goes through this proxy, that of the background worker too, which a page's log would not show.
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === ARTICLE)
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(articleHtml());
    else response.writeHead(404).end();
  });
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const { extension, close } = await ownBrowser({ args: [`--proxy-server=http://127.0.0.1:${port}`] });
  try {
    const { page } = await extension.openMarked(ARTICLE);
    await writeNote(extension, page, 'found safe', 'By whom?');
    await expect.poll(async () => (await painted(page))[9]).toEqual(['found safe']);
    for (const view of ['popup', 'options']) {
      const opened = await extension.context.newPage();
      await opened.goto(`chrome-extension://${extension.id}/src/${view}/index.html`);
      await opened.waitForTimeout(500);
    }
    const own = /^http:\/\/daily\.test\/(?:2026\/03\/12\/harbour-report|favicon\.ico)$/;
    // What Chromium asks its maker for by itself is not ours; nothing of ours names those hosts.
    const chromium = /(?:^|\.)(?:google|googleapis|gstatic|gvt1)\.com(?::443)?(?:\/|$)/;
    const host = (url: string) => url.replace(/^https?:\/\//, '');
    expect(asked.filter((url) => !own.test(url) && !chromium.test(host(url)))).toEqual([]);
    expect(asked).toContain(ARTICLE);
  } finally {
    await close();
    proxy.close();
  }
});
