// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Resolution } from '../anchoring/types.ts';
import { speakEnglish } from '../ui/test-catalog.ts';
import { App } from './app.tsx';
import { createPopupModel } from './popup-model.ts';
import { annotation, pageState, testBench, URL_OF_PAGE, unreadState } from './test-bench.ts';

speakEnglish();
afterEach(cleanup);

const INFO = {
  key: URL_OF_PAGE,
  url: URL_OF_PAGE,
  canonical: URL_OF_PAGE,
  title: 'Pact signed',
  siteName: null,
  published: null,
  modified: null,
};

async function open(bench = testBench()) {
  const model = createPopupModel(bench.env, new AbortController().signal);
  render(<App model={model} />);
  await waitFor(() => {
    expect(model.watch.view.value.status).not.toBe('asking');
    expect(model.settings.settings.value).not.toBeNull();
  });
  return { bench, model };
}

test('the article is named with its date and counts', async () => {
  await open();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Pact signed');
  expect(screen.getByText('Published 8 November 2019, from the page’s metadata')).toBeDefined();
  expect(screen.getByRole('switch', { name: 'People 3' })).toHaveProperty('checked', true);
  expect(screen.getByText('Ingrid Halvorsen')).toBeDefined();
});

test('something is shown before anybody has answered', () => {
  const bench = testBench();
  const never = new Promise<never>(() => {});
  Object.assign(bench.env, { askBackground: () => never, askPage: () => never });
  render(<App model={createPopupModel(bench.env, new AbortController().signal)} />);
  expect(screen.getByText('Asking the page …')).toBeDefined();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Newsgloss');
});

test.each([
  [
    {
      status: 'edited',
      start: 8,
      end: 17,
      score: 0.9,
      margin: 0.5,
      changes: [{ kind: 'number', was: '12', now: '21' }],
    },
    ['Changed since you noted it', 'Number', '12', '21'],
  ],
  [{ status: 'missing', reason: 'not-found' }, ['No longer on the page']],
  [
    {
      status: 'ambiguous',
      candidates: [
        { start: 1, end: 2, score: 0.6 },
        { start: 5, end: 6, score: 0.6 },
      ],
    },
    ['Place not certain', '2 places'],
  ],
  [{ status: 'moved', start: 8, end: 17, score: 1, margin: 1, cosmetic: false }, ['in another place']],
] satisfies [Resolution, string[]][])(
  'a passage that is $status is listed with what became of it',
  async (resolution, words) => {
    const bench = testBench();
    const note = annotation(1, '12 killed');
    await bench.store.putAnnotation(INFO, note);
    bench.page.state = pageState({ passages: [{ id: note.id, resolution }] });
    await open(bench);
    const quote = await screen.findByText('12 killed');
    const card = quote.closest('li')!;
    for (const part of words) expect(card.textContent).toContain(part);
  },
);

test('pressing a passage leads to it; a lost one can not be pressed and is edited in the popup', async () => {
  const bench = testBench();
  const [found, lost] = [annotation(1, 'found words'), annotation(2, 'lost words', { note: 'Why?' })];
  await bench.store.putAnnotations(INFO, [found, lost]);
  bench.page.state = pageState({
    passages: [
      { id: found.id, resolution: { status: 'exact', start: 8, end: 19, score: 1, margin: 1, cosmetic: false } },
      { id: lost.id, resolution: { status: 'missing', reason: 'not-found' } },
    ],
  });
  bench.page.reply = { 'show-passage': () => ({ shown: true }), 'edit-annotation': () => ({ opened: false }) };
  await open(bench);
  fireEvent.click(await screen.findByRole('button', { name: 'found words' }));
  await screen.findByText('Shown in the page');
  expect(bench.page.asked).toContainEqual({ type: 'show-passage', data: { id: found.id } });
  expect(screen.queryByRole('button', { name: 'lost words' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Edit the note on “lost words”' }));
  const field = await screen.findByRole('textbox', { name: 'Note on “lost words”' });
  expect(field).toHaveProperty('value', 'Why?');
});

test('evidence opens in a new tab that learns nothing of this one', async () => {
  const bench = testBench();
  const source = {
    link: 'https://www.mod.example/report',
    title: null,
    publisher: null,
    quote: null,
    accessed: null,
    archived: null,
  };
  const evidence = [{ ...source, stance: 'refutes' as const }];
  const flag = { kind: 'number-unclear', status: 'open', rating: null, evidence } as const;
  await bench.store.putAnnotation(INFO, annotation(1, 'words', { flag }));
  await open(bench);
  const link = await screen.findByRole('link', { name: /mod\.example\/report/ });
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toContain('noopener');
});

test('text of a page is shown as text, whatever it looks like', async () => {
  const bench = testBench();
  await bench.store.putAnnotation(INFO, annotation(1, '<img src=x onerror=alert(1)>', { note: '<b>bold</b>' }));
  await open(bench);
  const quote = await screen.findByText('<img src=x onerror=alert(1)>');
  expect(quote.closest('li')!.querySelector('img, b')).toBeNull();
});

test('a deleted note comes back by undo, to which the focus moves', async () => {
  const bench = testBench();
  await bench.store.putAnnotation(INFO, annotation(1, 'words'));
  await open(bench);
  fireEvent.click(await screen.findByRole('button', { name: 'Delete the note on “words”' }));
  const undo = await screen.findByRole('button', { name: 'Undo' });
  expect(screen.queryByText('words')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(undo));
  fireEvent.click(undo);
  await screen.findByText('words');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('a note on the page is written with flag and source, and a bad link is pointed at', async () => {
  const { bench } = await open();
  fireEvent.input(await screen.findByRole('textbox', { name: 'Note' }), {
    target: { value: 'Not what the report says.' },
  });
  fireEvent.change(screen.getByRole('combobox', { name: 'Flag' }), { target: { value: 'source-disagrees' } });
  fireEvent.click(await screen.findByRole('button', { name: 'Add a source' }));
  const link = await screen.findByRole('textbox', { name: 'Link of source 1' });
  fireEvent.input(link, { target: { value: 'mod.example' } });
  const form = link.closest('form')!;
  fireEvent.submit(form);
  await within(form).findByText(/Give a full web address/);
  expect(link.getAttribute('aria-invalid')).toBe('true');
  fireEvent.input(link, { target: { value: 'https://mod.example/report' } });
  fireEvent.submit(form);
  await screen.findByText('Note saved');
  expect(await bench.store.page(URL_OF_PAGE)).toMatchObject({
    value: {
      annotations: [
        {
          note: 'Not what the report says.',
          flag: { kind: 'source-disagrees', status: 'open', evidence: [{ link: 'https://mod.example/report' }] },
        },
      ],
    },
  });
});

test('a note that can not be stored stays in the form, with the reason beside it', async () => {
  const { bench } = await open();
  bench.area.capacity = 10;
  const field = await screen.findByRole('textbox', { name: 'Note' });
  fireEvent.input(field, { target: { value: 'Precious words' } });
  fireEvent.submit(field.closest('form')!);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('storage is full');
  expect(field).toHaveProperty('value', 'Precious words');
});

test('on a page that is no article marks are offered, and notes that exist are still there', async () => {
  const bench = testBench();
  await bench.store.putAnnotation(INFO, annotation(1, 'old words'));
  bench.page.state = unreadState({ status: 'not-article' });
  await open(bench);
  await screen.findByText('old words');
  expect(screen.queryByText('Kinds of marks')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Mark it anyway' }));
  await waitFor(() => expect(bench.page.asked.at(-1)?.type).toBe('mark-anyway'));
});

test('the page’s own switch asks the page, and shows what the page answers', async () => {
  const { bench } = await open();
  bench.page.reply['set-marks-here'] = ({ on }) => pageState({ status: on ? 'marked' : 'off', marksHere: on });
  fireEvent.click(screen.getByRole('switch', { name: 'Show marks on this page' }));
  await screen.findByText('Marks are off on this page');
  expect(screen.getByRole('switch', { name: 'Show marks on this page' })).toHaveProperty('checked', false);
});

test('notes are exported through a link that is pressed', async () => {
  const bench = testBench();
  await bench.store.putAnnotation(INFO, annotation(1, 'words'));
  const { model } = await open(bench);
  const pressed: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    pressed.push(`${this.download} ${this.href.slice(0, 5)}`);
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Export Markdown' }));
  expect(pressed).toEqual(['2026-11-20-pact-signed.md blob:']);
  expect(model.announcement.value).toContain('2026-11-20-pact-signed.md');
  expect(document.querySelector('a[download]')).toBeNull();
});

test('settings are reached', async () => {
  const { bench } = await open();
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  expect(bench.openedSettings).toBe(1);
});

test('what changes while the popup is open is shown', async () => {
  const { bench, model } = await open();
  bench.page.state = unreadState({ status: 'failed', problems: ['The file is damaged.'] });
  await act(() => model.watch.refresh());
  await screen.findByText('The file is damaged.');
});
