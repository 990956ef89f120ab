// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../annotations/settings.ts';
import { parseJson } from '../exchange/json.ts';
import { annotation, testBench, URL_OF_PAGE } from '../popup/test-bench.ts';
import { speakEnglish } from '../ui/test-catalog.ts';
import { App } from './app.tsx';
import type { OptionsEnvironment } from './environment.ts';
import { createOptionsModel } from './options-model.ts';

speakEnglish();
afterEach(cleanup);

const INFO = {
  key: URL_OF_PAGE,
  url: URL_OF_PAGE,
  canonical: null,
  title: 'Pact signed',
  siteName: null,
  published: null,
  modified: null,
};

async function open(bench = testBench()) {
  const opened = { shortcuts: 0 };
  const env: OptionsEnvironment = {
    askBackground: bench.env.askBackground,
    onStored: bench.env.onStored,
    now: bench.env.now,
    generator: bench.env.generator,
    version: '0.1.0',
    shortcuts: async () => [
      { name: 'note-selection', description: 'Note on the selected passage', shortcut: 'Alt+Shift+N' },
      { name: 'toggle-marks', description: 'Marks on or off on this page', shortcut: '' },
    ],
    openShortcuts: () => {
      opened.shortcuts += 1;
    },
  };
  const model = createOptionsModel(env, new AbortController().signal);
  render(<App model={model} />);
  await waitFor(() => {
    expect(model.settings.settings.value).not.toBeNull();
    expect(model.pages.value).not.toBeNull();
  });
  return { bench, model, opened };
}

const list = (name: string) => within(screen.getByRole('region', { name }));

test('where to mark is chosen and stored', async () => {
  const { bench } = await open();
  const [everywhere, chosen] = screen.getAllByRole('radio');
  expect(everywhere).toHaveProperty('checked', true);
  fireEvent.click(chosen!);
  await waitFor(async () => expect(await bench.store.settings()).toMatchObject({ value: { where: 'chosen-sites' } }));
});

test('a site is added from a pasted address, said, and removed again', async () => {
  const { bench } = await open();
  const sites = list('Chosen sites');
  const field = sites.getByRole('textbox', { name: 'Add a site' });
  fireEvent.input(field, { target: { value: 'https://www.bbc.co.uk/news' } });
  fireEvent.submit(field.closest('form')!);
  await screen.findByText('bbc.co.uk added');
  expect(field).toHaveProperty('value', '');
  expect(await bench.store.settings()).toMatchObject({ value: { sites: ['bbc.co.uk'], blockedSites: [] } });
  fireEvent.click(sites.getByRole('button', { name: 'Remove bbc.co.uk' }));
  await screen.findByText('bbc.co.uk removed');
  expect(await bench.store.settings()).toMatchObject({ value: { sites: [] } });
});

test('what is no site is refused at its field and stays there', async () => {
  const bench = testBench();
  await bench.store.saveSettings({ ...DEFAULT_SETTINGS, blockedSites: ['a.example'] });
  await open(bench);
  const sites = list('Sites without marks');
  const field = sites.getByRole('textbox', { name: 'Add a site' });
  fireEvent.input(field, { target: { value: 'no site' } });
  fireEvent.submit(field.closest('form')!);
  await sites.findByText(/This is not the name of a site/);
  expect(field).toHaveProperty('value', 'no site');
  fireEvent.input(field, { target: { value: 'www.a.example' } });
  fireEvent.submit(field.closest('form')!);
  await sites.findByText('a.example is in the list already.');
});

test('a site that can not be stored stays in the field, with the reason', async () => {
  const { bench } = await open();
  bench.area.capacity = 4;
  const field = list('Chosen sites').getByRole('textbox', { name: 'Add a site' });
  fireEvent.input(field, { target: { value: 'a.example' } });
  fireEvent.submit(field.closest('form')!);
  expect((await screen.findByRole('alert')).textContent).toContain('storage is full');
  expect(field).toHaveProperty('value', 'a.example');
});

test('shortcuts are shown as the browser has them', async () => {
  const { opened } = await open();
  expect(await screen.findByText('Alt+Shift+N')).toBeDefined();
  expect(screen.getByText('No key set')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Open the browser’s shortcuts' }));
  expect(opened.shortcuts).toBe(1);
});

test('everything is exported as one file that can be read back', async () => {
  const bench = testBench();
  await bench.store.putAnnotation(INFO, annotation(1, 'one'));
  await bench.store.putAnnotation({ ...INFO, key: `${URL_OF_PAGE}2` }, annotation(2, 'two'));
  const { model } = await open(bench);
  expect(screen.getByText('2 notes and flags on 2 pages.')).toBeDefined();
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:test';
  });
  fireEvent.click(screen.getByRole('button', { name: 'Export everything as JSON' }));
  await waitFor(() => expect(model.announcement.value).toBe('Exported as 2026-11-20-newsgloss-notes.json'));
  const read = parseJson(await blobs[0]!.text());
  expect(read).toMatchObject({ status: 'ok', problems: [] });
  expect(read.status === 'ok' && read.pages.map(({ key }) => key)).toEqual([URL_OF_PAGE, `${URL_OF_PAGE}2`]);
});

test('with nothing noted there is nothing to export', async () => {
  await open();
  expect(screen.getByRole('button', { name: 'Export everything as JSON' })).toHaveProperty('disabled', true);
});
