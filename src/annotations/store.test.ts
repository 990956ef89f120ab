import { describe, expect, it } from 'vitest';
import { MemoryArea } from './memory-area.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { StorageArea } from './storage-area.ts';
import { createStore } from './store.ts';
import { annotation, FLAG, PAGE, uuid } from './testing/samples.ts';
import type { Draft, PageRecord } from './types.ts';

const NOW = '2026-03-10T12:00:00.000Z';
const now = () => new Date(NOW);
const DRAFT: Draft = { id: null, target: { kind: 'page' }, note: 'half a tho', tags: [], flag: null };

function setUp(items: Record<string, unknown> = {}) {
  const area = new MemoryArea(items);
  return { area, store: createStore(area, now) };
}

/** The value of a result that must be `ok`. */
async function sound<T>(result: Promise<{ status: 'ok'; value: T } | { status: string }>): Promise<T> {
  const got = await result;
  if (got.status !== 'ok' || !('value' in got)) throw new Error(JSON.stringify(got));
  return got.value;
}

describe('writing', () => {
  it('gives back what was put, in the order of creation', async () => {
    const { store } = setUp();
    await store.putAnnotation(PAGE, annotation(2));
    await store.putAnnotation(PAGE, annotation(1, { flag: FLAG }));
    const page = await sound(store.page(PAGE.key));
    expect(page?.annotations).toEqual([annotation(1, { flag: FLAG }), annotation(2)]);
    expect(page).toMatchObject({ ...PAGE, firstSeen: NOW, lastSeen: NOW });
  });

  it('replaces the annotation with the same id', async () => {
    const { store } = setUp();
    await store.putAnnotation(PAGE, annotation(1));
    const page = await sound(store.putAnnotation(PAGE, annotation(1, { note: 'second thought' })));
    expect(page.annotations.map(({ note }) => note)).toEqual(['second thought']);
  });

  it('loses none of a hundred puts to one page and of others to other pages at the same moment', async () => {
    const { store } = setUp();
    const numbers = Array.from({ length: 100 }, (_, position) => position + 1);
    await Promise.all(
      numbers.flatMap((number) => [
        store.putAnnotation(PAGE, annotation(number)),
        store.putAnnotation({ ...PAGE, key: `https://news.example/${number % 5}` }, annotation(number)),
      ]),
    );
    expect((await sound(store.page(PAGE.key)))?.annotations).toHaveLength(100);
    const index = await sound(store.index());
    expect(index.map(({ annotations }) => annotations).sort((a, b) => a - b)).toEqual([20, 20, 20, 20, 20, 100]);
  });

  it('keeps the first time a page was seen, also when an older record comes back by import', async () => {
    const { area, store } = setUp();
    await store.putAnnotation(PAGE, annotation(1));
    const later = createStore(area, () => new Date('2026-04-01T00:00:00.000Z'));
    const page = await sound(later.putAnnotation(PAGE, annotation(2)));
    expect(page).toMatchObject({ firstSeen: NOW, lastSeen: '2026-04-01T00:00:00.000Z' });
    const older: PageRecord = { ...page, firstSeen: '2020-01-01T00:00:00.000Z' };
    expect(await sound(later.putAnnotation(older, annotation(3)))).toMatchObject({ firstSeen: older.firstSeen });
  });

  it('refuses what it could not read again, and stores nothing of it', async () => {
    const { area, store } = setUp();
    const bad = annotation(2, { created: 'yesterday' });
    expect(await store.putAnnotations(PAGE, [annotation(1), bad])).toMatchObject({
      status: 'invalid',
      path: 'annotations[1].created',
    });
    expect(await store.putAnnotation({ ...PAGE, url: 'javascript:alert(1)' }, annotation(1))).toMatchObject({
      status: 'invalid',
      path: 'page.url',
    });
    expect(Object.keys(await area.get(null))).toEqual([]);
  });

  it('takes a note on a page with bad metadata', async () => {
    const { store } = setUp();
    const careless = {
      ...PAGE,
      title: 'T'.repeat(9_999),
      canonical: 'javascript:0',
      published: 'Friday',
      modified: '2019-02-30',
    };
    const page = await sound(store.putAnnotation(careless, annotation(1)));
    expect(page).toMatchObject({ canonical: null, published: null, modified: null });
    expect(page.title).toHaveLength(2_000);
  });
});

describe('deleting', () => {
  it('gives back the annotation, and putting it again restores the page as it was', async () => {
    const { store } = setUp();
    const before = await sound(store.putAnnotations(PAGE, [annotation(1), annotation(2), annotation(3)]));
    const { annotation: gone, page } = await sound(store.deleteAnnotation(PAGE.key, uuid(2)));
    expect(page.annotations.map(({ id }) => id)).toEqual([uuid(1), uuid(3)]);
    expect(await sound(store.page(PAGE.key))).toEqual(page);
    expect(await sound(store.putAnnotation(page, gone))).toEqual(before);
  });

  it('leaves no trace of a page whose last annotation is deleted', async () => {
    const { area, store } = setUp();
    await store.putAnnotation(PAGE, annotation(1));
    await store.deleteAnnotation(PAGE.key, uuid(1));
    expect(JSON.stringify(await area.get(null))).not.toContain('news.example');
    expect(await sound(store.page(PAGE.key))).toBeNull();
  });

  it('is done even when the empty page can not be removed at once', async () => {
    const memory = new MemoryArea();
    const area: StorageArea = {
      get: (keys) => memory.get(keys),
      set: (items) => memory.set(items),
      remove: () => Promise.reject(new Error('stopped')),
    };
    const store = createStore(area, now);
    await store.putAnnotation(PAGE, annotation(1));
    expect((await store.deleteAnnotation(PAGE.key, uuid(1))).status).toBe('ok');
    expect(await sound(store.page(PAGE.key))).toBeNull();
    const restarted = createStore(memory, now);
    await restarted.repairIndex();
    expect(JSON.stringify(await memory.get(null))).not.toContain('news.example');
  });

  it('says so when the annotation is gone already', async () => {
    const { store } = setUp();
    await store.putAnnotation(PAGE, annotation(1));
    expect((await store.deleteAnnotation(PAGE.key, uuid(9))).status).toBe('not-found');
    expect((await store.deleteAnnotation('https://other.example/', uuid(1))).status).toBe('not-found');
  });

  it('deletes a page and gives it back', async () => {
    const { store } = setUp();
    const page = await sound(store.putAnnotations(PAGE, [annotation(1), annotation(2)]));
    expect(await sound(store.deletePage(PAGE.key))).toEqual({ ...page });
    expect(await sound(store.index())).toEqual([]);
  });

  it('wipes everything and goes on working', async () => {
    const { area, store } = setUp({ 'damaged:page:x': 1 });
    await store.putAnnotation(PAGE, annotation(1));
    await store.saveDraft(PAGE.key, DRAFT);
    await sound(store.wipe());
    expect(await area.get(null)).toEqual({});
    await sound(store.putAnnotation(PAGE, annotation(1)));
  });
});

describe('the index', () => {
  it('counts notes and open flags, the page last worked on first', async () => {
    const { store } = setUp();
    const other = { ...PAGE, key: 'https://news.example/2' };
    await store.putAnnotations(PAGE, [
      annotation(1, { note: ' ', flag: FLAG }),
      annotation(2, { flag: { ...FLAG, status: 'checking' } }),
      annotation(3, { flag: { ...FLAG, status: 'resolved' } }),
    ]);
    await store.putAnnotation(other, annotation(4, { modified: '2026-03-09T00:00:00.000Z' }));
    const index = await sound(store.index());
    expect(index.map(({ key }) => key)).toEqual([other.key, PAGE.key]);
    expect(index[1]).toMatchObject({ annotations: 3, notes: 2, openFlags: 2, modified: '2026-03-04T10:00:00.000Z' });
    expect((await sound(store.pages())).map(({ key }) => key)).toEqual([other.key, PAGE.key]);
  });

  it('is repaired when the process was stopped between two writes', async () => {
    const { area, store } = setUp();
    const page = await sound(store.putAnnotation(PAGE, annotation(1)));
    const { index } = await area.get(['index']);
    const emptied = { ...page, key: 'https://news.example/emptied', annotations: [] };
    await area.set({
      'page:https://news.example/unlisted': { ...page, key: 'https://news.example/unlisted' },
      'page:https://news.example/emptied': emptied,
      index: [...(index as object[]), { ...(index as object[])[0], key: 'https://news.example/gone' }],
    });
    const restarted = createStore(area, now);
    expect(await sound(restarted.repairIndex())).toEqual({ lines: 1, damagedPages: [] });
    expect((await sound(restarted.index())).map(({ key }) => key)).toEqual([PAGE.key, 'https://news.example/unlisted']);
    expect(await area.get(['page:https://news.example/emptied'])).toEqual({});
    expect(await sound(restarted.repairIndex())).toEqual({ lines: 0, damagedPages: [] });
  });

  it.each([['is absent'], ['is damaged']])('is computed from the pages when it %s', async (state) => {
    const { area, store } = setUp();
    await store.putAnnotation(PAGE, annotation(1));
    if (state === 'is absent') await area.remove(['index']);
    else await area.set({ index: { not: 'a list' } });
    expect((await sound(store.index())).map(({ key }) => key)).toEqual([PAGE.key]);
    await store.putAnnotation({ ...PAGE, key: 'https://news.example/2' }, annotation(2));
    expect(await sound(store.index())).toHaveLength(2);
  });
});

describe('a write that fails', () => {
  it('tells that the area is full and leaves the stored state as it was', async () => {
    const { area, store } = setUp();
    await store.putAnnotation(PAGE, annotation(1));
    const before = await area.get(null);
    area.capacity = (await area.getBytesInUse(null)) + 100;
    expect(await store.putAnnotation(PAGE, annotation(2))).toMatchObject({ status: 'failed', reason: 'quota' });
    expect(await store.saveDraft(PAGE.key, { ...DRAFT, note: 'n'.repeat(500) })).toMatchObject({ reason: 'quota' });
    expect(await area.get(null)).toEqual(before);
  });

  it('can still delete in a full area', async () => {
    const { area, store } = setUp();
    await store.putAnnotations(PAGE, [annotation(1), annotation(2)]);
    area.capacity = await area.getBytesInUse(null);
    expect((await store.deleteAnnotation(PAGE.key, uuid(1))).status).toBe('ok');
    expect((await store.deleteAnnotation(PAGE.key, uuid(2))).status).toBe('ok');
  });

  it('does not stop the writes behind it', async () => {
    const memory = new MemoryArea();
    let calls = 0;
    const area: StorageArea = {
      get: (keys) => memory.get(keys),
      set: (items) => (++calls === 2 ? Promise.reject(new Error('disk gone')) : memory.set(items)),
      remove: (keys) => memory.remove(keys),
    };
    const store = createStore(area, now);
    const [failed, done] = await Promise.all([
      store.putAnnotation(PAGE, annotation(1)),
      store.putAnnotation(PAGE, annotation(2)),
    ]);
    expect(failed).toEqual({ status: 'failed', reason: 'unknown', message: 'disk gone' });
    expect(done.status).toBe('ok');
    expect((await sound(store.page(PAGE.key)))?.annotations.map(({ id }) => id)).toEqual([uuid(2)]);
  });
});

describe('damaged data', () => {
  const storageKey = `page:${PAGE.key}`;
  const record = { ...PAGE, firstSeen: NOW, lastSeen: NOW };
  const halfSound = {
    ...record,
    annotations: [annotation(1), { ...annotation(2), flag: { kind: 'x' } }, annotation(3)],
  };

  it('is set aside as it was, and the sound annotations of the page stay', async () => {
    const { area, store } = setUp({ [storageKey]: halfSound });
    const result = await store.page(PAGE.key);
    expect(result).toMatchObject({ status: 'damaged', damage: { keptAs: `damaged:${storageKey}` } });
    expect('damage' in result && result.damage?.message).toContain(
      'annotations[1].flag.kind: "x" is not one of needs-source',
    );
    expect('value' in result && result.value?.annotations.map(({ id }) => id)).toEqual([uuid(1), uuid(3)]);
    expect((await area.get([`damaged:${storageKey}`]))[`damaged:${storageKey}`]).toEqual(halfSound);
    expect((await store.page(PAGE.key)).status).toBe('ok');
  });

  it('does not stand in the way of a new note', async () => {
    const { area, store } = setUp({ [storageKey]: 'rubbish', index: 7 });
    const result = await store.putAnnotation(PAGE, annotation(5));
    expect(result).toMatchObject({ status: 'ok', damage: { keptAs: `damaged:${storageKey}` } });
    const stored = await area.get(null);
    expect(stored[`damaged:${storageKey}`]).toBe('rubbish');
    expect(stored['damaged:index']).toBe(7);
  });

  it('is never written over data that was set aside earlier', async () => {
    const { area, store } = setUp({ [storageKey]: 'second', [`damaged:${storageKey}`]: 'first' });
    expect(await store.page(PAGE.key)).toMatchObject({ value: null, damage: { keptAs: `damaged:${storageKey} (2)` } });
    const kept = { [`damaged:${storageKey}`]: 'first', [`damaged:${storageKey} (2)`]: 'second' };
    expect(await area.get(null)).toMatchObject(kept);
    expect(await sound(store.damaged())).toEqual(kept);
  });

  it('stays where it is when there is no room to set it aside', async () => {
    const { area, store } = setUp({ [storageKey]: halfSound, meta: { schemaVersion: 1 } });
    area.capacity = await area.getBytesInUse(null);
    const result = await store.page(PAGE.key);
    expect(result).toMatchObject({ status: 'damaged', damage: { keptAs: storageKey } });
    expect((await area.get([storageKey]))[storageKey]).toEqual(halfSound);
  });

  it('is told of a page that lies under the key of another', async () => {
    const { store } = setUp({ 'page:https://news.example/other': { ...record, annotations: [annotation(1)] } });
    const result = await store.page('https://news.example/other');
    expect(result).toMatchObject({ status: 'damaged', value: null });
  });

  it.each([['pages'], ['deletePage']] as const)('is really kept where %s says', async (operation) => {
    const { area, store } = setUp({ [storageKey]: { ...halfSound, url: 7 } });
    const result = operation === 'pages' ? await store.pages() : await store.deletePage(PAGE.key);
    expect(result).toMatchObject({ status: 'damaged', damage: { keptAs: `damaged:${storageKey}` } });
    expect(await area.get([`damaged:${storageKey}`, storageKey])).toEqual({
      [`damaged:${storageKey}`]: { ...halfSound, url: 7 },
    });
  });

  it('does not keep the sound pages from being read or listed, even in a full area', async () => {
    const { area, store } = setUp({ meta: { schemaVersion: 1 } });
    await store.putAnnotation({ ...PAGE, key: 'https://news.example/2' }, annotation(2));
    await area.set({ [storageKey]: 'rubbish' });
    area.capacity = await area.getBytesInUse(null);
    expect(await store.pages()).toMatchObject({
      status: 'damaged',
      value: [{ key: 'https://news.example/2' }],
      damage: { keptAs: storageKey },
    });
    expect(await sound(store.repairIndex())).toEqual({ lines: 0, damagedPages: [storageKey] });
    expect(await area.get([storageKey])).toEqual({ [storageKey]: 'rubbish' });
  });

  it('is set aside by the repair of the index too', async () => {
    const { store } = setUp({ [storageKey]: halfSound, 'page:rubbish': [] });
    const result = await sound(store.repairIndex());
    expect([...result.damagedPages].sort()).toEqual([`damaged:${storageKey}`, 'damaged:page:rubbish']);
    expect(await sound(store.index())).toMatchObject([{ key: PAGE.key, annotations: 2 }]);
  });
});

describe('settings and drafts', () => {
  it('gives the defaults until settings are saved', async () => {
    const { store } = setUp();
    expect(await sound(store.settings())).toEqual(DEFAULT_SETTINGS);
    const saved = { ...DEFAULT_SETTINGS, where: 'chosen-sites', sites: ['www.News.example'] } as const;
    await store.saveSettings(saved);
    expect(await sound(store.settings())).toEqual({ ...saved, sites: ['news.example'] });
  });

  it('sets damaged settings aside and goes on with the defaults', async () => {
    const { area, store } = setUp({ settings: { where: 'nowhere' } });
    expect(await store.settings()).toMatchObject({ status: 'damaged', value: DEFAULT_SETTINGS });
    expect(await area.get(['damaged:settings'])).toEqual({ 'damaged:settings': { where: 'nowhere' } });
    expect((await store.settings()).status).toBe('ok');
  });

  it('keeps one draft a page until it is cleared, with links half typed', async () => {
    const { store } = setUp();
    const draft: Draft = { ...DRAFT, flag: { ...FLAG, evidence: [{ ...FLAG.evidence[0]!, link: 'https:/' }] } };
    await store.saveDraft(PAGE.key, draft);
    expect(await sound(store.draft(PAGE.key))).toEqual(draft);
    expect(await sound(store.draft('https://other.example/'))).toBeNull();
    await store.clearDraft(PAGE.key);
    expect(await sound(store.draft(PAGE.key))).toBeNull();
  });
});

describe('data of a newer version', () => {
  it('is neither read nor written', async () => {
    const items = { meta: { schemaVersion: 2 }, [`page:${PAGE.key}`]: { of: 'the future' } };
    const { area, store } = setUp(items);
    const results = [
      await store.open(),
      await store.page(PAGE.key),
      await store.settings(),
      await store.putAnnotation(PAGE, annotation(1)),
      await store.deletePage(PAGE.key),
      await store.repairIndex(),
    ];
    for (const result of results) expect(result).toMatchObject({ status: 'refused', reason: 'newer-schema' });
    expect(await area.get(null)).toEqual(items);
  });
});
