import { expect, test, vi } from 'vitest';
import { speakEnglish } from '../ui/test-catalog.ts';
import { createNotebook } from './notebook.ts';
import { createPageNote } from './page-note.ts';
import { createPageWatch } from './page-watch.ts';
import { annotation, pageState, testBench, URL_OF_PAGE } from './test-bench.ts';

speakEnglish();

const SOURCE = {
  link: null,
  title: null,
  publisher: null,
  quote: null,
  stance: 'refutes' as const,
  accessed: null,
  archived: null,
};

async function open(bench = testBench()) {
  const watch = createPageWatch(bench.env, new AbortController().signal);
  const notebook = createNotebook(bench.env, watch);
  const pageNote = createPageNote(bench.env, notebook);
  await watch.refresh();
  await notebook.load();
  await pageNote.restore();
  return { bench, watch, notebook, pageNote };
}

test('a note on the page is stored with what the page says of itself', async () => {
  const { bench, pageNote } = await open();
  pageNote.change({ note: '  Second report this week.  ' });
  expect(await pageNote.save()).toBe(true);
  expect(await bench.store.page(URL_OF_PAGE)).toMatchObject({
    value: {
      title: 'Pact signed',
      siteName: 'The Courier',
      published: '2019-11-08T06:03:00-05:00',
      annotations: [{ target: { kind: 'page' }, note: 'Second report this week.', flag: null }],
    },
  });
  expect(pageNote.form.value).toMatchObject({ id: null, note: '' });
});

test('what was typed is there again when the popup is opened again, also after two quick strokes', async () => {
  const { bench, pageNote } = await open();
  pageNote.change({ note: 'Half a' });
  pageNote.change({ note: 'Half a sentence' });
  const again = () => open(bench).then((popup) => popup.pageNote.form.value.note);
  await vi.waitFor(async () => expect(await again()).toBe('Half a sentence'));
});

test('a saved note leaves no draft behind', async () => {
  const { bench, pageNote } = await open();
  pageNote.change({ note: 'Done' });
  await pageNote.save();
  await vi.waitFor(async () => expect((await open(bench)).pageNote.form.value.note).toBe(''));
});

test('the draft of a passage, kept for the editor in the page, is neither shown nor overwritten', async () => {
  const bench = testBench();
  const { target } = annotation(1, 'the words');
  await bench.store.saveDraft(URL_OF_PAGE, { id: null, target, note: 'on a passage', tags: [], flag: null });
  const { pageNote } = await open(bench);
  expect(pageNote.form.value.note).toBe('');
  pageNote.change({ note: 'on the page' });
  await vi.waitFor(async () => expect((await open(bench)).pageNote.form.value.note).toBe('on the page'));
  expect(await bench.store.draft(URL_OF_PAGE)).toMatchObject({ value: { note: 'on a passage' } });
});

test('an empty form is not saved', async () => {
  const { bench, pageNote } = await open();
  pageNote.change({ note: '   ' });
  expect(await pageNote.save()).toBe(false);
  expect(pageNote.error.value).toBe('empty');
  expect(await bench.store.page(URL_OF_PAGE)).toMatchObject({ value: null });
});

test.each(['example.org/report', 'javascript:alert(1)', 'ftp://example.org/', 'https://', 'https://a b.example/'])(
  'evidence at %s is refused by its place in the list, and typing clears the error',
  async (link) => {
    const { pageNote } = await open();
    const good = { ...SOURCE, link: ' https://example.org/report ' };
    const evidence = [good, { ...SOURCE, link }];
    pageNote.change({ flag: { kind: 'number-unclear', status: 'open', rating: null, evidence } });
    expect(await pageNote.save()).toBe(false);
    expect(pageNote.error.value).toEqual({ badLinks: [1] });
    pageNote.change({ flag: { kind: 'number-unclear', status: 'open', rating: null, evidence: [good] } });
    expect(pageNote.error.value).toBeNull();
    expect(await pageNote.save()).toBe(true);
  },
);

test('a line of evidence that was left empty is dropped, and one without a link kept', async () => {
  const { notebook, pageNote } = await open();
  const evidence = [
    { ...SOURCE, link: '' },
    { ...SOURCE, title: 'Annual report, page 12' },
  ];
  pageNote.change({ flag: { kind: 'needs-source', status: 'checking', rating: null, evidence } });
  expect(await pageNote.save()).toBe(true);
  expect(notebook.record.value?.annotations[0]?.flag?.evidence).toEqual([
    { ...SOURCE, title: 'Annual report, page 12' },
  ]);
});

test('editing keeps id, day of creation, author, tags and target', async () => {
  const { notebook, pageNote } = await open();
  const before = annotation(3, 'gone words', { note: 'old', tags: ['a'], author: 'Desk' });
  await notebook.put(before);
  pageNote.edit(before);
  pageNote.change({ note: 'new' });
  expect(await pageNote.save()).toBe(true);
  expect(notebook.record.value?.annotations).toEqual([
    { ...before, note: 'new', modified: '2026-11-20T12:00:00.000Z' },
  ]);
});

test('a note that does not fit into storage stays in the form, with the reason', async () => {
  const { bench, pageNote } = await open();
  bench.area.capacity = 20;
  pageNote.change({ note: 'Long thoughts' });
  expect(await pageNote.save()).toBe(false);
  expect(pageNote.problem.value).toContain('storage is full');
  expect(pageNote.form.value.note).toBe('Long thoughts');
});

test('restoring never overwrites what is being typed', async () => {
  const { bench, pageNote } = await open();
  pageNote.change({ note: 'first' });
  await vi.waitFor(async () => expect((await open(bench)).pageNote.form.value.note).toBe('first'));
  pageNote.change({ note: 'first and more' });
  bench.page.state = pageState({ key: `${URL_OF_PAGE}?page=2` });
  await pageNote.restore();
  expect(pageNote.form.value.note).toBe('first and more');
});

test('a note that was begun is not thrown away to edit another one', async () => {
  const { notebook, pageNote } = await open();
  const other = annotation(3, 'gone words', { note: 'old' });
  await notebook.put(other);
  pageNote.change({ note: 'begun' });
  pageNote.edit(other);
  expect(pageNote.error.value).toBe('unfinished');
  expect(pageNote.form.value).toMatchObject({ id: null, note: 'begun' });
  pageNote.discard();
  pageNote.edit(other);
  expect(pageNote.form.value).toMatchObject({ id: other.id, note: 'old' });
});

test('from one note that was opened and not changed to the next there is nothing to lose', async () => {
  const { notebook, pageNote } = await open();
  const flag = { kind: 'out-of-date', status: 'open', rating: null, evidence: [] } as const;
  const [first, second] = [annotation(1, 'one', { flag }), annotation(2, 'two', { note: 'second' })];
  await notebook.put(first);
  await notebook.put(second);
  pageNote.edit(first);
  pageNote.edit(second);
  expect(pageNote.form.value.id).toBe(second.id);
  pageNote.change({ note: 'second, changed' });
  pageNote.edit(first);
  expect(pageNote.form.value).toMatchObject({ id: second.id, note: 'second, changed' });
});
