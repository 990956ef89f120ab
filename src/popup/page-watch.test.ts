import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ASK_AGAIN_MS, createPageWatch, SLOW_AFTER_ANSWERS } from './page-watch.ts';
import { pageState, testBench, unreadState } from './test-bench.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watchOver(bench: ReturnType<typeof testBench>) {
  const closing = new AbortController();
  return { watch: createPageWatch(bench.env, closing.signal), closing };
}

test('a page that is being read is asked again until it is marked, and then left alone', async () => {
  const bench = testBench();
  bench.page.state = unreadState({ status: 'reading' });
  const { watch } = watchOver(bench);
  await watch.refresh();
  expect(watch.view.value).toMatchObject({ status: 'known', state: { status: 'reading' } });
  bench.page.state = pageState();
  await vi.advanceTimersByTimeAsync(ASK_AGAIN_MS);
  expect(watch.view.value).toMatchObject({ status: 'known', state: { status: 'marked' } });
  const asked = bench.page.asked.length;
  await vi.advanceTimersByTimeAsync(10 * ASK_AGAIN_MS);
  expect(bench.page.asked).toHaveLength(asked);
});

test('nothing is asked after the popup was closed', async () => {
  const bench = testBench();
  bench.page.state = unreadState({ status: 'reading' });
  const { watch, closing } = watchOver(bench);
  await watch.refresh();
  closing.abort();
  await vi.advanceTimersByTimeAsync(5 * ASK_AGAIN_MS);
  expect(bench.page.asked).toHaveLength(1);
});

test('reading that does not end is said to be slow', async () => {
  const bench = testBench();
  bench.page.state = unreadState({ status: 'reading' });
  const { watch } = watchOver(bench);
  await watch.refresh();
  expect(watch.view.value).toMatchObject({ slow: false });
  await vi.advanceTimersByTimeAsync(SLOW_AFTER_ANSWERS * ASK_AGAIN_MS);
  expect(watch.view.value).toMatchObject({ slow: true });
});

test('silence of a tab that is still loading means nothing yet', async () => {
  const bench = testBench({ loading: true });
  bench.page.state = null;
  const { watch } = watchOver(bench);
  await watch.refresh();
  expect(watch.view.value.status).toBe('asking');
  bench.page.state = pageState();
  await vi.advanceTimersByTimeAsync(ASK_AGAIN_MS);
  expect(watch.view.value.status).toBe('known');
});

test('a tab without a content script is said to be unreadable, with the reason that its address gives', async () => {
  const bench = testBench({ url: 'chrome://settings/' });
  bench.page.state = null;
  const { watch } = watchOver(bench);
  await watch.refresh();
  expect(watch.view.value).toEqual({ status: 'unreadable', why: 'browser-page', refusal: null });
});

test('a tab that was closed does not leave the popup waiting', async () => {
  const { watch } = watchOver(testBench(null));
  await watch.refresh();
  expect(watch.view.value.status).toBe('unreadable');
});

test('starting in a tab that is older than the extension marks it', async () => {
  const bench = testBench();
  bench.page.state = null;
  const { watch } = watchOver(bench);
  await watch.refresh();
  bench.startInTab = async () => {
    bench.page.state = pageState();
  };
  await watch.start();
  expect(watch.view.value).toMatchObject({ status: 'known', state: { status: 'marked' } });
  expect(bench.page.asked.at(-1)?.type).toBe('mark-anyway');
});

test('a browser that refuses to start us is quoted, and the reason stays known', async () => {
  const bench = testBench({ url: 'file:///home/reader/page.html' });
  bench.page.state = null;
  const { watch } = watchOver(bench);
  await watch.refresh();
  bench.startInTab = async () => {
    throw new Error('Cannot access contents of the page');
  };
  await watch.start();
  expect(watch.view.value).toEqual({
    status: 'unreadable',
    why: 'file',
    refusal: 'Cannot access contents of the page',
  });
});

test('marking a page shows that it is being read until the page has answered', async () => {
  const bench = testBench();
  bench.page.state = unreadState({ status: 'not-article' });
  const { watch } = watchOver(bench);
  await watch.refresh();
  let finish = (): void => {};
  bench.page.reply['mark-anyway'] = (() =>
    new Promise((resolve) => {
      finish = () => resolve(pageState());
    })) as never;
  const marking = watch.markAnyway();
  expect(watch.view.value).toMatchObject({ state: { status: 'reading' } });
  finish();
  await marking;
  expect(watch.view.value).toMatchObject({ state: { status: 'marked' } });
});

test('a passage that a vanished page can not show is reported, not thrown', async () => {
  const bench = testBench();
  const { watch } = watchOver(bench);
  await watch.refresh();
  bench.page.state = null;
  expect(await watch.showPassage('x')).toBe(false);
  expect(await watch.editInPage('x')).toBe(false);
});
