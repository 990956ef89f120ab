import { articleHtml, PARAGRAPHS } from './article-page.ts';
import { ARTICLE, expect, painted, SITE, select, test, typeNote, writeNote } from './extension.ts';

test('a note on a selected passage: shortcut, typing, Ctrl+Enter; stored with W3C selectors and painted', async ({
  extension,
}) => {
  const { page } = await extension.openMarked(ARTICLE);
  await writeNote(extension, page, 'more than 60 ships', 'Who counted?');
  await expect.poll(async () => (await painted(page))[9]).toEqual(['more than 60 ships']);
  const record = await extension.storedPage(ARTICLE);
  expect(record?.title).toBe('Port of Rotterdam reopens after three days');
  expect(record?.annotations).toHaveLength(1);
  const [annotation] = record!.annotations;
  expect(annotation?.note).toBe('Who counted?');
  if (annotation?.target.kind !== 'passage') throw new Error('not a passage');
  const { quote, position } = annotation.target.selectors;
  expect(quote).toMatchObject({ type: 'TextQuoteSelector', exact: 'more than 60 ships' });
  expect(quote.prefix.length).toBeGreaterThanOrEqual(32);
  expect(position.end - position.start).toBe('more than 60 ships'.length);
  expect((await extension.stored()).index).toBeDefined();
});

test('the shortcut of the browser itself opens the editor', async ({ extension }) => {
  const { page } = await extension.openMarked(ARTICLE);
  await page.bringToFront();
  await select(page, 'before dawn');
  const worker = await extension.worker();
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    (chrome.commands.onCommand as unknown as { dispatch(name: string, tab?: chrome.tabs.Tab): void }).dispatch(
      'note-selection',
      tab,
    );
  });
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('DIV');
  await page.keyboard.type('At what time?');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await extension.storedPage(ARTICLE))?.annotations[0]?.note).toBe('At what time?');
});

test('the button by a selection opens the editor on a click, without taking focus or selection before', async ({
  extension,
}) => {
  const { page } = await extension.openMarked(ARTICLE);
  await page.bringToFront();
  const box = await page.evaluate(() => {
    const rect = document.querySelector('article p:nth-of-type(3)')!.getBoundingClientRect();
    return { x: rect.left, y: rect.top };
  });
  await page.mouse.move(box.x + 2, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 220, box.y + 12, { steps: 4 });
  await page.mouse.up();
  const host = page.locator('html > div');
  await expect(host).toHaveCount(1);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  const selected = await page.evaluate(() => String(getSelection()));
  expect(selected.length).toBeGreaterThan(10);
  // The button stands below the selection, at its left edge.
  const anchor = await page.evaluate(() => {
    const rect = getSelection()!.getRangeAt(0).getBoundingClientRect();
    return { left: rect.left, bottom: rect.bottom };
  });
  await page.mouse.click(anchor.left + 24, anchor.bottom + 20);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('DIV');
  await page.keyboard.type('By the button');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await extension.storedPage(ARTICLE))?.annotations[0]?.note).toBe('By the button');
  await expect(host).toHaveCount(0);
  // The passage is painted now; the selection would hide it and bring the button back.
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
  expect((await painted(page))[9]).toEqual([selected.trim()]);
});

test('what is typed in the editor never reaches the keys of the page', async ({ extension }) => {
  extension.serve(
    ARTICLE,
    articleHtml({
      after:
        '<script>window.keys=[];for(const t of ["keydown","keypress","keyup","input"])document.addEventListener(t,e=>keys.push(t+e.key),true)</script>',
    }),
  );
  const { page } = await extension.openMarked(ARTICLE);
  await writeNote(extension, page, 'found safe', 'jk? a b');
  await expect.poll(async () => (await extension.storedPage(ARTICLE))?.annotations[0]?.note).toBe('jk? a b');
  const keys = await page.evaluate(() =>
    (window as unknown as { keys: string[] }).keys.filter((key) => key.startsWith('key')),
  );
  // The release of Ctrl+Enter comes after the editor has closed: those two keys alone are the page's again.
  expect(keys.filter((key) => !/^keyup(?:Enter|Control)$/.test(key))).toEqual([]);
});

test('Escape closes the editor and gives focus and selection back; the words are kept as a draft', async ({
  extension,
}) => {
  extension.serve(ARTICLE, articleHtml({ after: '<button id="b">Own</button>' }));
  const { page } = await extension.openMarked(ARTICLE);
  await page.bringToFront();
  await page.focus('#b');
  await select(page, 'no delays');
  await extension.ask(page, 'note-selection');
  await page.keyboard.type('half a thought');
  await page.waitForTimeout(700);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => [document.activeElement?.id, String(getSelection())])).toEqual(['b', 'no delays']);
  const draft = (await extension.stored())[`draft:${ARTICLE}`];
  expect(draft).toMatchObject({ note: 'half a thought' });
});

test('a note is found again after a reload, after the background was stopped, and with tracking parameters', async ({
  extension,
}) => {
  const { page } = await extension.openMarked(ARTICLE);
  await writeNote(extension, page, '12 million euros', 'Source?');
  await expect.poll(async () => (await painted(page))[9]).toEqual(['12 million euros']);
  await page.reload();
  await expect.poll(async () => (await painted(page))[9]).toEqual(['12 million euros']);
  await extension.stopBackground();
  const again = await extension.context.newPage();
  await again.goto(`${ARTICLE}?utm_source=mail&fbclid=1`);
  await expect.poll(async () => (await painted(again))[9]).toEqual(['12 million euros']);
});

test('tells an edited passage with what changed, finds one that moved, and lists one that is gone', async ({
  extension,
}) => {
  const { page } = await extension.openMarked(ARTICLE);
  await writeNote(extension, page, 'We lost 12 million euros in three days', 'a');
  await writeNote(extension, page, 'Officials in Germany said that barges on the Rhine', 'b');
  await writeNote(extension, page, 'The last closure of this length was in 1987, when a tanker ran aground', 'c');
  const [first, second, third, fourth, , last] = PARAGRAPHS as [string, string, string, string, string, string];
  const changed = [last, first, second.replace('12 million', '21 million'), third, fourth];
  extension.serve(ARTICLE, articleHtml({ paragraphs: changed }));
  await page.reload();
  const state = await extension.settledState(page, 'marked');
  const [edited, moved, gone] = state.passages.map(({ resolution }) => resolution.status);
  expect(edited).toBe('edited');
  // The paragraph went to the top with the words around the passage: "exact" and "moved" are both true of it.
  expect(['exact', 'moved']).toContain(moved);
  expect(gone).toBe('missing');
  expect((await painted(page))[9]).toEqual([
    'We lost 21 million euros in three days',
    'Officials in Germany said that barges on the Rhine',
  ]);
  expect(state.passages[0]?.resolution).toMatchObject({
    changes: expect.arrayContaining([{ kind: 'number', was: '12', now: '21' }]),
  });
});

test('storage that is full: the editor stays with the words and says why', async ({ extension }) => {
  const { page } = await extension.openMarked(ARTICLE);
  const worker = await extension.worker();
  await worker.evaluate(() => {
    const area = chrome.storage.local as unknown as { set: unknown; realSet: unknown };
    area.realSet = area.set;
    area.set = (_: object, done?: () => void) => {
      const error = new Error('QUOTA_BYTES quota exceeded');
      if (typeof done !== 'function') return Promise.reject(error);
      throw error;
    };
  });
  await typeNote(extension, page, 'found safe', 'must not be lost');
  await page.waitForTimeout(600);
  await expect(page.locator('html > div')).toHaveCount(1);
  expect(await extension.storedPage(ARTICLE)).toBeUndefined();
  await page.screenshot({ path: 'artifacts/storage-full.png' });
  await worker.evaluate(() => {
    const area = chrome.storage.local as unknown as { set: unknown; realSet: unknown };
    area.set = area.realSet;
  });
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await extension.storedPage(ARTICLE))?.annotations[0]?.note).toBe('must not be lost');
});

test('two tabs on one page write at the same time, and nothing is lost', async ({ extension }) => {
  const { page } = await extension.openMarked(ARTICLE);
  const { page: other } = await extension.openMarked(ARTICLE.concat('?utm_medium=x'));
  await writeNote(extension, page, 'found safe', 'one');
  await writeNote(extension, other, 'no delays', 'two');
  await expect
    .poll(async () => (await extension.storedPage(ARTICLE))?.annotations.map(({ note }) => note).sort())
    .toEqual(['one', 'two']);
  await expect.poll(async () => (await painted(page))[9]?.length).toBe(2);
  await expect.poll(async () => (await painted(other))[9]?.length).toBe(2);
});

test('a page that is no article can be noted all the same', async ({ extension }) => {
  extension.serve(`${SITE}/about`, `<!doctype html><title>About</title><h1>About</h1><p>${PARAGRAPHS[4]}</p>`);
  const page = await extension.context.newPage();
  await page.goto(`${SITE}/about`);
  await extension.settledState(page, 'not-article');
  await writeNote(extension, page, '440 million tonnes', 'of what?');
  await expect.poll(async () => (await extension.storedPage(`${SITE}/about`))?.annotations[0]?.note).toBe('of what?');
});
