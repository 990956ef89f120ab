import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, mayMark } from '../annotations/settings.ts';
import { speakEnglish } from '../ui/test-catalog.ts';
import { createPopupModel } from './popup-model.ts';
import { annotation, pageState, testBench, URL_OF_PAGE, unreadState } from './test-bench.ts';

speakEnglish();

const HOST = 'www.courier.example';

async function open(bench = testBench()) {
  const closing = new AbortController();
  const model = createPopupModel(bench.env, closing.signal);
  await vi.waitFor(() => {
    expect(model.settings.settings.value).not.toBeNull();
    expect(model.watch.view.value.status).not.toBe('asking');
  });
  return { bench, model, closing };
}

test('page, settings and notes are asked for at once, none waiting for another', () => {
  const bench = testBench();
  const asked: string[] = [];
  const never = new Promise<never>(() => {});
  Object.assign(bench.env, {
    askBackground: (type: string) => {
      asked.push(type);
      return never;
    },
    askPage: () => {
      asked.push('page-state');
      return never;
    },
  });
  createPopupModel(bench.env, new AbortController().signal);
  return vi.waitFor(() => expect(asked.sort()).toEqual(['get-page', 'get-settings', 'page-state']));
});

test('notes are asked for again when the page names another key than its address', async () => {
  const bench = testBench();
  const key = 'https://www.courier.example/2019/pact';
  const info = { key, url: URL_OF_PAGE, canonical: key, title: '', siteName: null, published: null, modified: null };
  await bench.store.putAnnotation(info, annotation(1, 'words'));
  bench.page.state = pageState({ key });
  const { model } = await open(bench);
  await vi.waitFor(() => expect(model.notebook.items.value).toHaveLength(1));
});

test('a draft is taken up however late the page answers', async () => {
  const bench = testBench();
  const draft = { id: null, target: { kind: 'page' }, note: 'Half a', tags: [], flag: null } as const;
  await bench.store.saveDraft(`page-note ${URL_OF_PAGE}`, draft);
  bench.page.reply['page-state'] = (() =>
    new Promise((resolve) => setTimeout(() => resolve(pageState()), 60))) as never;
  const { model } = await open(bench);
  await vi.waitFor(() => expect(model.pageNote.form.value.note).toBe('Half a'));
});

test('a kind that is switched off is stored, and the others stay', async () => {
  const { bench, model } = await open();
  await model.setKind('DATE', false);
  const stored = await bench.store.settings();
  expect(stored).toMatchObject({ value: { kinds: { ...DEFAULT_SETTINGS.kinds, DATE: false } } });
});

test('a switch that can not be saved springs back, with the reason', async () => {
  const { bench, model } = await open();
  bench.area.capacity = 5;
  await model.setMarksOn(false);
  expect(model.settings.settings.value?.marksOn).toBe(true);
  expect(model.settings.problem.value).toContain('storage is full');
});

test('blocking a site and lifting the block', async () => {
  const { model } = await open();
  await model.setBlocked(true);
  expect(model.settings.settings.value?.blockedSites).toEqual(['courier.example']);
  await model.setBlocked(false);
  expect(model.settings.settings.value?.blockedSites).toEqual([]);
});

test('lifting a block lifts the one of the site above as well, and no other', async () => {
  const bench = testBench({ url: 'https://news.courier.example/a' });
  bench.page.state = unreadState({ status: 'not-allowed', url: 'https://news.courier.example/a' });
  await bench.store.saveSettings({ ...DEFAULT_SETTINGS, blockedSites: ['courier.example', 'other.example'] });
  const { model } = await open(bench);
  await model.setBlocked(false);
  expect(model.settings.settings.value?.blockedSites).toEqual(['other.example']);
});

test.each(['on-click', 'chosen-sites', 'everywhere'] as const)(
  '"always on this site" leads to marks there, whatever forbade them (%s)',
  async (where) => {
    const bench = testBench();
    bench.page.state = unreadState({ status: 'not-allowed' });
    await bench.store.saveSettings({ ...DEFAULT_SETTINGS, where, marksOn: false, blockedSites: ['courier.example'] });
    const { model } = await open(bench);
    await model.alwaysHere();
    const settings = model.settings.settings.value;
    expect(settings && mayMark(settings, HOST)).toBe(true);
    expect(settings && mayMark(settings, 'elsewhere.example')).toBe(where === 'everywhere');
  },
);

test('a note made in the page while the popup is open appears', async () => {
  const { bench, model } = await open();
  const info = {
    key: URL_OF_PAGE,
    url: URL_OF_PAGE,
    canonical: null,
    title: '',
    siteName: null,
    published: null,
    modified: null,
  };
  await bench.store.putAnnotation(info, annotation(1, 'words'));
  bench.stored(['index', `page:${URL_OF_PAGE}`]);
  await vi.waitFor(() => expect(model.notebook.items.value).toHaveLength(1));
});

test('typing, which stores drafts, does not make the page be asked again', async () => {
  const { bench } = await open();
  const asked = bench.page.asked.length;
  bench.stored([`draft:page-note ${URL_OF_PAGE}`]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(bench.page.asked).toHaveLength(asked);
});

test('the same words are announced twice when the same thing is done twice', async () => {
  const { model } = await open();
  model.announce('Deleted');
  const first = model.announcement.value;
  model.announce('Deleted');
  expect(model.announcement.value).not.toBe(first);
  expect(model.announcement.value.trim()).toBe('Deleted');
});
