import { expect, test } from 'vitest';
import { speakEnglish } from '../ui/test-catalog.ts';
import { createNotebook } from './notebook.ts';
import { createPageWatch } from './page-watch.ts';
import { annotation, pageState, testBench, URL_OF_PAGE, unreadState } from './test-bench.ts';

speakEnglish();

const INFO = {
  key: URL_OF_PAGE,
  url: URL_OF_PAGE,
  canonical: URL_OF_PAGE,
  title: 'Pact signed',
  siteName: null,
  published: '2019-11-08',
  modified: null,
};

async function open(bench: ReturnType<typeof testBench>) {
  const watch = createPageWatch(bench.env, new AbortController().signal);
  const notebook = createNotebook(bench.env, watch);
  await watch.refresh();
  await notebook.load();
  return { watch, notebook };
}

test('a note whose passage is missing is listed, after those that are found', async () => {
  const bench = testBench();
  const [lost, late, early] = [annotation(1, 'lost words'), annotation(2, 'late words'), annotation(3, 'early words')];
  await bench.store.putAnnotations(INFO, [lost, late, early]);
  const found = { status: 'exact', score: 1, margin: 1, cosmetic: false } as const;
  bench.page.state = pageState({
    passages: [
      { id: lost.id, resolution: { status: 'missing', reason: 'not-found' } },
      { id: late.id, resolution: { ...found, start: 900, end: 910 } },
      { id: early.id, resolution: { ...found, start: 100, end: 110 } },
    ],
  });
  const { notebook } = await open(bench);
  expect(notebook.items.value.map(({ annotation: { id } }) => id)).toEqual([early.id, late.id, lost.id]);
  expect(notebook.items.value[2]?.place).toEqual({ status: 'missing', reason: 'not-found' });
});

test('a note that the page says nothing of is listed without a place', async () => {
  const bench = testBench();
  await bench.store.putAnnotation(INFO, annotation(1, 'some words'));
  const { notebook } = await open(bench);
  expect(notebook.items.value).toMatchObject([{ place: null }]);
});

test('undo puts the very same annotation back, the one deleted last first', async () => {
  const bench = testBench();
  const [first, second] = [annotation(1, 'first', { note: 'one' }), annotation(2, 'second', { tags: ['two'] })];
  await bench.store.putAnnotations(INFO, [first, second]);
  const { notebook } = await open(bench);
  expect(await notebook.remove(first.id)).toBe(true);
  expect(await notebook.remove(second.id)).toBe(true);
  expect(notebook.items.value).toEqual([]);
  expect(notebook.deletions.value).toBe(2);
  await notebook.undo();
  expect(notebook.record.value?.annotations).toEqual([second]);
  await notebook.undo();
  expect(notebook.record.value?.annotations).toEqual([first, second]);
  expect(notebook.deletions.value).toBe(0);
  expect(await bench.store.page(URL_OF_PAGE)).toMatchObject({ value: { annotations: [first, second] } });
});

test('an undo that does not fit into storage says so and can be tried again', async () => {
  const bench = testBench();
  await bench.store.putAnnotation(INFO, annotation(1, 'words'));
  const { notebook } = await open(bench);
  await notebook.remove(annotation(1, 'words').id);
  bench.area.capacity = 10;
  expect(await notebook.undo()).toBe(false);
  expect(notebook.problem.value).toContain('storage is full');
  expect(notebook.deletions.value).toBe(1);
  bench.area.capacity = Number.POSITIVE_INFINITY;
  expect(await notebook.undo()).toBe(true);
  expect(notebook.problem.value).toBeNull();
});

test('notes on a page that is not read now are found through the address that was open', async () => {
  const bench = testBench();
  const canonical = 'https://www.courier.example/2019/11/08/pact';
  await bench.store.putAnnotation({ ...INFO, key: canonical, canonical }, annotation(1, 'words'));
  bench.page.state = unreadState({ status: 'not-allowed' });
  const { notebook } = await open(bench);
  expect(notebook.items.value).toHaveLength(1);
  expect(notebook.pageInfo.value?.key).toBe(canonical);
});

test('notes on a page in a tab that does not answer are found by its address without click ids', async () => {
  const bench = testBench({ url: `${URL_OF_PAGE}?utm_source=mail#top` });
  await bench.store.putAnnotation(INFO, annotation(1, 'words'));
  bench.page.state = null;
  const { notebook } = await open(bench);
  expect(notebook.items.value).toHaveLength(1);
});

test('a background that does not answer is told in words', async () => {
  const bench = testBench();
  const { notebook } = await open(bench);
  Object.assign(bench.env, { askBackground: () => Promise.reject(new Error('Extension context invalidated.')) });
  await notebook.load();
  expect(notebook.problem.value).toContain('Extension context invalidated.');
});
