import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { articleHtml } from './article-page.ts';
import { ARTICLE, type Extension, expect, painted, SITE, test, writeNote } from './extension.ts';

/** The popup in a tab of its own, on the tab of `page`. */
async function openPopup(extension: Extension, page: Page): Promise<Page> {
  const tabId = await (await extension.worker()).evaluate(async (url) => {
    for (const tab of await chrome.tabs.query({})) {
      const state = await chrome.tabs
        .sendMessage(tab.id!, { type: 'page-state' }, { frameId: 0 })
        .catch(() => undefined);
      if (state?.url === url) return tab.id;
    }
    return undefined;
  }, page.url());
  const popup = await extension.context.newPage();
  await popup.setViewportSize({ width: 400, height: 700 });
  await popup.goto(`chrome-extension://${extension.id}/src/popup/index.html?tab=${tabId}`);
  return popup;
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('shows the article, its date, counts by kind and its notes; finds nothing wrong for a screen reader', async ({
  extension,
}) => {
  const { page, state } = await extension.openMarked(ARTICLE);
  const popup = await openPopup(extension, page);
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText('Port of Rotterdam reopens after three days');
  await expect(popup.getByText(/Published 12 March 2026/)).toBeVisible();
  await expect(popup.getByRole('switch', { name: /People/ })).toBeChecked();
  await expect(popup.getByRole('switch', { name: `Places ${state.counts.PLACE}` })).toBeVisible();
  expect(await violations(popup)).toEqual([]);
});

test('switches a kind off and on, on every page at once, and remembers it', async ({ extension }) => {
  const { page } = await extension.openMarked(ARTICLE);
  const popup = await openPopup(extension, page);
  await popup.getByRole('switch', { name: /Places/ }).click();
  await expect.poll(async () => (await painted(page))[3]).toBeUndefined();
  expect((await painted(page))[8]?.length).toBeGreaterThan(0);
  const { page: other } = await extension.openMarked(`${ARTICLE}?utm_source=a`);
  expect((await painted(other))[3]).toBeUndefined();
  await popup.getByRole('switch', { name: /Places/ }).click();
  await expect.poll(async () => (await painted(page))[3]?.length).toBeGreaterThan(0);
});

test('switches marks off here, and off everywhere', async ({ extension }) => {
  const { page } = await extension.openMarked(ARTICLE);
  const popup = await openPopup(extension, page);
  await popup.getByRole('switch', { name: 'Show marks on this page' }).click();
  await expect.poll(() => painted(page)).toEqual({});
  await popup.getByRole('switch', { name: 'Show marks on this page' }).click();
  await expect.poll(async () => Object.keys(await painted(page)).length).toBeGreaterThan(2);
  await popup.reload();
  await popup.getByRole('switch', { name: 'Show marks everywhere' }).click();
  const another = await extension.context.newPage();
  await another.goto(ARTICLE);
  await extension.settledState(another, 'not-allowed');
  expect(await painted(another)).toEqual({});
});

test('a flag on the page with its kind and evidence; a link that is none is refused with the words kept', async ({
  extension,
}) => {
  const { page } = await extension.openMarked(ARTICLE);
  const popup = await openPopup(extension, page);
  await popup.getByText('Note on the page as a whole').click();
  await popup.getByLabel('Note', { exact: true }).fill('The whole piece rests on one statement.');
  await popup.getByLabel('Flag', { exact: true }).selectOption({ label: 'Needs a source' });
  await popup.getByRole('button', { name: 'Add a source' }).click();
  await popup.getByLabel('Link of source 1').fill('javascript:alert(1)');
  await popup.getByRole('button', { name: 'Save note' }).click();
  await expect(popup.getByText('Give a full web address')).toBeVisible();
  expect(await extension.storedPage(ARTICLE)).toBeUndefined();
  await popup.getByLabel('Link of source 1').fill('https://example.org/report');
  await popup.getByRole('button', { name: 'Save note' }).click();
  await expect
    .poll(async () => (await extension.storedPage(ARTICLE))?.annotations[0])
    .toMatchObject({
      target: { kind: 'page' },
      note: 'The whole piece rests on one statement.',
      flag: { kind: 'needs-source', status: 'open', evidence: [{ link: 'https://example.org/report' }] },
    });
  expect(await violations(popup)).toEqual([]);
});

test('lists a passage that is no longer on the page, and brings a deleted note back', async ({ extension }) => {
  const { page } = await extension.openMarked(ARTICLE);
  await writeNote(extension, page, 'found safe', 'By whom?');
  await expect.poll(async () => (await painted(page))[9]).toEqual(['found safe']);
  extension.serve(
    ARTICLE,
    articleHtml({
      paragraphs: [
        'Nothing of the old text is left in this article, which is about another matter and another town.',
        'Officials in Oslo met on Monday to talk about the ferries, the roads and the price of herring, and parted late.',
        'The mayor said that she was content and that the talks would go on until the end of the month.',
      ],
    }),
  );
  await page.reload();
  await extension.settledState(page, 'marked');
  const popup = await openPopup(extension, page);
  await expect(popup.getByText('No longer on the page')).toBeVisible();
  await expect(popup.getByText('By whom?')).toBeVisible();
  await popup.getByRole('button', { name: /^Delete the note/ }).click();
  await expect.poll(() => extension.storedPage(ARTICLE)).toBeUndefined();
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await extension.storedPage(ARTICLE))?.annotations[0]?.note).toBe('By whom?');
});

test('exports the notes of the page as JSON and as Markdown', async ({ extension }) => {
  const { page } = await extension.openMarked(ARTICLE);
  await writeNote(extension, page, 'found safe', 'By *whom*?');
  await expect.poll(async () => (await painted(page))[9]).toEqual(['found safe']);
  const popup = await openPopup(extension, page);
  const take = async (name: string): Promise<string> => {
    const [download] = await Promise.all([popup.waitForEvent('download'), popup.getByRole('button', { name }).click()]);
    return readFileSync(await download.path(), 'utf8');
  };
  const json = JSON.parse(await take('JSON'));
  expect(json).toMatchObject({ format: 'newsgloss', version: 1, pages: [{ key: ARTICLE }] });
  expect(json.pages[0].annotations[0].note).toBe('By *whom*?');
  const markdown = await take('Markdown');
  expect(markdown).toContain('> found safe');
  expect(markdown).toContain('By *whom*?');
});

test('says that a page is no article, and marks it when asked', async ({ extension }) => {
  extension.serve(
    `${SITE}/x`,
    '<!doctype html><title>A list</title><p>The office in Rotterdam is open on Mondays, and Marieke van Dalen of the United Nations takes the calls there, as she has done for the last years.</p>',
  );
  const page = await extension.context.newPage();
  await page.goto(`${SITE}/x`);
  await extension.settledState(page, 'not-article');
  const popup = await openPopup(extension, page);
  await expect(popup.getByText('This does not look like a news article')).toBeVisible();
  expect(await violations(popup)).toEqual([]);
  await popup.getByRole('button', { name: 'Mark it anyway' }).click();
  await expect.poll(async () => (await painted(page))[3]).toContain('Rotterdam');
});

test('says that a page of the browser may not be read', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto('chrome://version');
  const tabId = await (await extension.worker()).evaluate(
    async () => (await chrome.tabs.query({ active: true }))[0]?.id,
  );
  const popup = await extension.context.newPage();
  await popup.goto(`chrome-extension://${extension.id}/src/popup/index.html?tab=${tabId}`);
  await expect(popup.getByText('This page can’t be read')).toBeVisible();
  expect(await violations(popup)).toEqual([]);
});

test('the settings page saves what is chosen, and finds nothing wrong for a screen reader', async ({ extension }) => {
  const options = await extension.context.newPage();
  await options.goto(`chrome-extension://${extension.id}/src/options/index.html`);
  await options.getByLabel('On sites that I choose').check();
  await options.getByLabel('Add a site').first().fill('daily.test');
  await options.getByRole('button', { name: /^Add/ }).first().click();
  await expect
    .poll(async () => (await extension.stored()).settings)
    .toMatchObject({ where: 'chosen-sites', sites: ['daily.test'] });
  expect(await violations(options)).toEqual([]);
});

test('no view asks anything of the network', async ({ extension }) => {
  const { page } = await extension.openMarked(ARTICLE);
  const asked: string[] = [];
  extension.context.on('request', (request) => {
    if (/^https?:/.test(request.url())) asked.push(request.url());
  });
  await openPopup(extension, page);
  const options = await extension.context.newPage();
  await options.goto(`chrome-extension://${extension.id}/src/options/index.html`);
  await options.waitForTimeout(500);
  expect(asked).toEqual([]);
});
