import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonOf } from './open-page.mjs';
import { openTarget } from './target.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsgloss-target-'));
  writeFileSync(path.join(folder, 'my page.html'), '<!-- saved --><html><body><p>Text</p></body></html>');
  writeFileSync(path.join(folder, 'empty.html'), '');
  writeFileSync(path.join(folder, 'notes.txt'), '<html>');
  writeFileSync(path.join(folder, 'broken.html.gz'), 'not gzip');
  mkdirSync(path.join(folder, 'folder.html'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what npm start opens', () => {
  it('is the sample article when nothing is named', async () => {
    const { url, close } = await openTarget(undefined, folder);
    const page = await (await fetch(url)).text();
    close();
    expect(page).toContain('The Skerry Post');
  });

  it('is a saved page, found from where the person stands', async () => {
    const { url, close } = await openTarget('my page.html', folder);
    const page = await (await fetch(url)).text();
    close();
    expect(page).toContain('<p>Text</p>');
  });

  it('is an address as it was given', async () => {
    const { url } = await openTarget('https://paper.example/a?b=c', folder);
    expect(url).toBe('https://paper.example/a?b=c');
  });
});

it.each([
  ['none.html', 'There is no file none.html.'],
  ['folder.html', 'folder.html is not a file'],
  ['notes.txt', 'notes.txt is not a saved web page'],
  ['empty.html', 'empty.html is not a saved web page'],
  ['broken.html.gz', 'broken.html.gz cannot be read.'],
  ['ftp://paper.example/a.html', 'only http and https'],
  ['https://', 'https:// is not a web address.'],
])('%s is refused in plain words', async (given, words) => {
  await expect(openTarget(given, folder)).rejects.toThrow(words);
});

it('says why a page could not be opened without the browser’s own codes', () => {
  const log = '\nCall log:\n  - navigating to "https://nope.invalid/"';
  expect(reasonOf(new Error(`page.goto: net::ERR_NAME_NOT_RESOLVED at https://nope.invalid/${log}`))).toBe(
    'there is no server of that name',
  );
  expect(reasonOf(new Error(`page.goto: Timeout 30000ms exceeded.${log}`))).toBe('Timeout 30000ms exceeded');
});
