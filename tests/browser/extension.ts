import path from 'node:path';
import { type BrowserContext, test as base, expect, type Page, type Worker } from '@playwright/test';
import type { PageRecord } from '../../src/annotations/types.ts';
import type { PageProtocol, PageState } from '../../src/browser/messages.ts';
import { findBrowser } from '../../src/dev/find-browser.mjs';
import { launch } from '../../src/dev/launch.mjs';
import { root } from '../../src/dev/project.mjs';
import { articleHtml } from './article-page.ts';

/** The pages of the tests live on names that exist nowhere; every request is answered here or not at all. */
export const SITE = 'http://daily.test';
export const ARTICLE = `${SITE}/2026/03/12/harbour-report`;

/** The built extension in a running browser, with the questions that its tests ask. */
export class Extension {
  readonly context: BrowserContext;
  readonly id: string;
  readonly #pages = new Map<string, { body: string; headers: Record<string, string> }>();
  /** Every request that no test page answered: the addresses, so that a test can see that none was made. */
  readonly strayRequests: string[] = [];

  constructor(context: BrowserContext, id: string) {
    this.context = context;
    this.id = id;
  }

  /** Answers http requests with the pages that `serve` was given, and refuses all others. */
  async intercept(): Promise<void> {
    await this.context.route(/^https?:/, async (route) => {
      const url = route.request().url();
      const page = this.#pages.get(url.replace(/[?#].*$/, ''));
      if (page !== undefined)
        return route.fulfill({
          status: 200,
          contentType: 'text/html; charset=utf-8',
          headers: page.headers,
          body: page.body,
        });
      if (!url.endsWith('/favicon.ico')) this.strayRequests.push(url);
      return route.abort();
    });
  }

  /** Lays a page under an address, in place of the one that was there. */
  serve(url: string, body: string, headers: Record<string, string> = {}): void {
    this.#pages.set(url, { body, headers });
  }

  /** The background worker as it is now: a stopped one is started by being asked. */
  async worker(): Promise<Worker> {
    return this.context.serviceWorkers()[0] ?? this.context.waitForEvent('serviceworker');
  }

  /** Asks the content script of a page, as popup and background do. Undefined when there is none. */
  async ask<K extends keyof PageProtocol>(
    page: Page,
    type: K,
    data?: object,
  ): Promise<Awaited<ReturnType<PageProtocol[K]>>> {
    const worker = await this.worker();
    return worker.evaluate(
      async ({ url, message }) => {
        for (const tab of await chrome.tabs.query({})) {
          const state = await chrome.tabs
            .sendMessage(tab.id!, { type: 'page-state' }, { frameId: 0 })
            .catch(() => undefined);
          if (state?.url === url) return chrome.tabs.sendMessage(tab.id!, message, { frameId: 0 });
        }
        throw new Error(`no content script answers on ${url}`);
      },
      { url: page.url(), message: { type, data } },
    ) as never;
  }

  /** The page's state once its status is one of `statuses`. */
  async settledState(page: Page, ...statuses: PageState['status'][]): Promise<PageState> {
    let state: PageState | undefined;
    const deadline = Date.now() + 10_000;
    while (Date.now() < deadline) {
      state = await this.ask(page, 'page-state').catch(() => undefined);
      if (state !== undefined && statuses.includes(state.status)) return state;
      await page.waitForTimeout(50);
    }
    throw new Error(
      `the page is ${state?.status ?? 'silent'}, not ${statuses.join(' or ')}: ${state?.problems.join('; ')}`,
    );
  }

  async openMarked(url: string): Promise<{ page: Page; state: PageState }> {
    const page = await this.context.newPage();
    await page.goto(url);
    return { page, state: await this.settledState(page, 'marked') };
  }

  async stored(): Promise<Record<string, unknown>> {
    return (await this.worker()).evaluate(() => chrome.storage.local.get());
  }

  async storedPage(key: string): Promise<PageRecord | undefined> {
    return (await this.stored())[`page:${key}`] as PageRecord | undefined;
  }

  /** Stops the background worker, as the browser does after a while. */
  async stopBackground(): Promise<void> {
    const page = await this.context.newPage();
    const session = await this.context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await page.waitForTimeout(300);
    await page.close();
  }
}

/** The texts that are painted under our names, by number of the highlight, as the page itself can see them. */
export function painted(page: Page): Promise<Record<number, string[]>> {
  return page.evaluate(() => {
    const found: Record<number, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      const number = Number(/^newsgloss-(\d+)$/.exec(name)?.[1]);
      if (Number.isNaN(number)) continue;
      found[number] = [...highlight].map((range) => (range as Range).toString());
    }
    return found;
  });
}

/** Selects the first occurrence of `text` inside one text node of the page. */
export async function select(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted);
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`the page has no text "${wanted}"`);
  }, text);
}

/**
 * Selects `quote`, opens the editor and types, as a reader does: the editor lives in a closed shadow root. Ends with the keys
 * that save.
 */
export async function typeNote(extension: Extension, page: Page, quote: string, note: string): Promise<void> {
  await page.bringToFront();
  await select(page, quote);
  expect((await extension.ask(page, 'note-selection')).opened).toBe(true);
  await page.keyboard.type(note);
  await page.keyboard.press('Control+Enter');
}

/** Like `typeNote`, and waits until the note is stored: then the editor takes its host away. */
export async function writeNote(extension: Extension, page: Page, quote: string, note: string): Promise<void> {
  await typeNote(extension, page, quote, note);
  await expect(page.locator('html > div')).toHaveCount(0);
}

/** Records every change of the page's tree from `event` on; call before the page is opened, read with `mutationsOf`. */
export async function recordMutations(page: Page, event: 'DOMContentLoaded' | 'load'): Promise<void> {
  await page.addInitScript((from) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const observer = new MutationObserver((records) =>
      seen.push(...records.map(({ type, target }) => `${type} ${target.nodeName}`)),
    );
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    window.addEventListener(from, () => observer.observe(document, all));
  }, event);
}

export function mutationsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

export const test = base.extend<
  { extension: Extension },
  { launched: { context: BrowserContext; extensionId: string } }
>({
  launched: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const executable = process.env.CHROME_PATH ?? findBrowser();
      if (executable === undefined) throw new Error('no Chromium was found; npm test installs one');
      const { context, extensionId, close } = await launch({ executable, extension: path.join(root, 'dist/chrome') });
      await use({ context, extensionId });
      await close();
    },
    { scope: 'worker' },
  ],
  extension: async ({ launched }, use) => {
    const extension = new Extension(launched.context, launched.extensionId);
    await extension.intercept();
    extension.serve(ARTICLE, articleHtml());
    await (await extension.worker()).evaluate(() => chrome.storage.local.clear());
    await use(extension);
    await launched.context.unrouteAll({ behavior: 'ignoreErrors' });
    // The first page stays: a browser without a window ends.
    for (const page of launched.context.pages().slice(1)) await page.close();
  },
});
export { expect };
