import { articleHtml, PARAGRAPHS } from './article-page.ts';
import { ARTICLE, expect, mutationsOf, painted, recordMutations, SITE, test } from './extension.ts';

test('marks people, organisations, places and dates of an article, and says what it found', async ({ extension }) => {
  const { page, state } = await extension.openMarked(ARTICLE);
  const marks = await painted(page);
  expect(marks[1]).toContain('Marieke van Dalen');
  expect(marks[3]).toEqual(expect.arrayContaining(['Rotterdam', 'Brussels', 'Germany']));
  expect(marks[8]).toEqual(expect.arrayContaining(['Tuesday', 'Friday', '4 February 2026']));
  expect(state.published).toEqual({ value: '2026-03-12T08:30:00+01:00', source: 'json-ld' });
  const dates = Object.fromEntries(state.dates.map(({ text, value }) => [text, value]));
  expect(dates).toMatchObject({ Tuesday: '2026-03-10', Friday: '2026-03-13', '4 February 2026': '2026-02-04' });
  expect(state.counts.PERSON).toBe(marks[1]?.length);
});

test('paints with styles that the page can see and that differ by kind', async ({ extension }) => {
  const { page } = await extension.openMarked(ARTICLE);
  const styles = await page.evaluate(() =>
    [1, 3, 8].map((number) => {
      const style = getComputedStyle(document.querySelector('p')!, `::highlight(newsgloss-${number})`);
      return `${style.textDecorationLine} ${style.textDecorationStyle}`;
    }),
  );
  expect(styles).toEqual(['underline solid', 'underline dotted', 'underline dashed']);
});

test('uses the colours for dark ground on a dark page', async ({ extension }) => {
  extension.serve(ARTICLE, articleHtml({ style: 'body{background:#111;color:#eee}' }));
  const { page } = await extension.openMarked(ARTICLE);
  expect(
    Object.keys(await painted(page))
      .map(Number)
      .every((number) => number > 10),
  ).toBe(true);
});

test('leaves the page as it was: no change of its tree, of its boxes, of its focus, no request', async ({
  extension,
}) => {
  const page = await extension.context.newPage();
  await recordMutations(page, 'DOMContentLoaded');
  await page.goto(ARTICLE);
  await extension.settledState(page, 'marked');
  const boxes = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')].map((element) => JSON.stringify(element.getBoundingClientRect())),
    );
  const marked = await boxes();
  await extension.ask(page, 'set-marks-here', { on: false });
  expect(await painted(page)).toEqual({});
  expect(await boxes()).toEqual(marked);
  expect(await mutationsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  expect(extension.strayRequests).toEqual([]);
});

test('keeps the highlights of the page itself', async ({ extension }) => {
  extension.serve(ARTICLE, articleHtml({ after: '<script>CSS.highlights.set("own", new Highlight())</script>' }));
  const { page } = await extension.openMarked(ARTICLE);
  await extension.ask(page, 'set-marks-here', { on: false });
  expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual(['own']);
});

test('stays off a page that is no article: nothing is painted, and no resource of ours can be seen', async ({
  extension,
}) => {
  const links = Array.from(
    { length: 40 },
    (_, i) => `<li><a href="/story-${i}">A headline about something, number ${i}</a></li>`,
  ).join('');
  extension.serve(`${SITE}/`, `<!doctype html><title>The Daily Test</title><ul>${links}</ul>`);
  const page = await extension.context.newPage();
  await page.goto(`${SITE}/`);
  const state = await extension.settledState(page, 'not-article');
  await page.waitForTimeout(1800);
  expect((await extension.settledState(page, 'not-article')).meta).toBeNull();
  expect(state.gate.isNews).toBe(false);
  expect(await painted(page)).toEqual({});
  const seen = await page.evaluate(
    (id) =>
      Promise.all(
        ['model/en.bin', 'src/content/content.iife.js', 'icons/16.png', 'manifest.json'].map((file) =>
          fetch(`chrome-extension://${id}/${file}`).then(
            () => file,
            () => null,
          ),
        ),
      ),
    extension.id,
  );
  expect(seen.filter(Boolean)).toEqual([]);
});

test('marks such a page when the reader asks for it', async ({ extension }) => {
  extension.serve(`${SITE}/notes`, `<!doctype html><title>Notes</title><p>${PARAGRAPHS[2]}</p><p>${PARAGRAPHS[1]}</p>`);
  const page = await extension.context.newPage();
  await page.goto(`${SITE}/notes`);
  await extension.settledState(page, 'not-article');
  const state = await extension.ask(page, 'mark-anyway');
  expect(state.status).toBe('marked');
  expect((await painted(page))[3]).toContain('Brussels');
});

test('follows text that comes late and text that changes', async ({ extension }) => {
  const { page } = await extension.openMarked(ARTICLE);
  await page.evaluate(() => {
    const paragraph = document.createElement('p');
    paragraph.textContent =
      'In Antwerp, the harbour council led by Sophie Peeters met on Wednesday to talk about the closure in Rotterdam.';
    document.querySelector('article')!.append(paragraph);
  });
  await expect.poll(async () => (await painted(page))[3]).toContain('Antwerp');
  await page.evaluate(() => {
    document.querySelector('article p')!.textContent =
      'The port of Hamburg reopened on Monday after a closure that held up ships, the harbour master said.';
  });
  await expect.poll(async () => (await painted(page))[3]).toContain('Hamburg');
  expect((await painted(page))[8]).toContain('Monday');
});

test('marks again when hydration replaces every node with the same text', async ({ extension }) => {
  const { page } = await extension.openMarked(ARTICLE);
  const before = await painted(page);
  await page.evaluate(() => {
    const article = document.querySelector('article')!;
    article.replaceWith(article.cloneNode(true));
  });
  await expect
    .poll(async () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('newsgloss-3') ?? [])].every(
          (range) => range.startContainer.isConnected && !range.collapsed,
        ),
      ),
    )
    .toBe(true);
  expect(await painted(page)).toEqual(before);
});

test('follows a single-page app from one article to the next, to a front page, and back', async ({ extension }) => {
  const { page } = await extension.openMarked(ARTICLE);
  const show = (path: string, html: string) =>
    page.evaluate(
      ({ path, html }) => {
        history.pushState({}, '', path);
        document.querySelector('main')!.innerHTML = html;
      },
      { path, html },
    );
  await show(
    '/2026/03/12/vienna-talks',
    `<article><h1>Talks in Vienna</h1>${[3, 4, 5].map(() => '<p>Negotiators from Austria met in Vienna on Monday, where Chancellor Lena Gruber said that an agreement with Hungary was near and would be signed within days.</p>').join('')}</article>`,
  );
  await expect.poll(async () => (await painted(page))[3] ?? []).toContain('Vienna');
  expect((await painted(page))[3]).not.toContain('Rotterdam');
  expect((await extension.ask(page, 'page-state')).key).toBe(`${SITE}/2026/03/12/vienna-talks`);
});

test('answers after the background was stopped', async ({ extension }) => {
  await extension.stopBackground();
  const page = await extension.context.newPage();
  await page.goto(ARTICLE);
  await expect.poll(async () => Object.keys(await painted(page)).length).toBeGreaterThan(2);
});

test('marks where the reader wants it: chosen sites and blocked sites', async ({ extension }) => {
  const worker = await extension.worker();
  const save = (change: object) =>
    worker.evaluate(async (change) => {
      const { settings } = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...(settings as object), ...change } });
    }, change);
  await save({
    where: 'chosen-sites',
    sites: ['other.test'],
    blockedSites: [],
    marksOn: true,
    kinds: { PERSON: true, ORG: true, PLACE: true, GROUP: true, EVENT: true, WORK: true, PRODUCT: true, DATE: true },
  });
  const page = await extension.context.newPage();
  await page.goto(ARTICLE);
  await extension.settledState(page, 'not-allowed');
  expect(await painted(page)).toEqual({});
  await save({ sites: ['daily.test'] });
  await page.reload();
  await extension.settledState(page, 'marked');
  await save({ blockedSites: ['daily.test'] });
  await extension.settledState(page, 'not-allowed');
  expect(await painted(page)).toEqual({});
});
