import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { formatNumber, t, tCount, useCatalog } from './i18n.ts';
import { readCatalog, speakEnglish } from './test-catalog.ts';

speakEnglish();
afterEach(speakEnglish);

const root = path.resolve(import.meta.dirname, '../..');

test('placeholders are filled in their order, as often as they occur, and values are not read as placeholders', () => {
  useCatalog({
    languageTag: { message: 'en-GB' },
    marksOnSite: { message: '$2 before $1, $1' },
    add: { message: 'by $NAME$', placeholders: { name: { content: '$1' } } },
  });
  expect(t('marksOnSite', '$2 cash', 'b')).toBe('b before $2 cash, $2 cash');
  expect(t('add', 'x')).toBe('by x');
});

test('one and many have texts of their own', () => {
  expect(tCount(1, 'notesCountOne', 'notesCount')).toBe('1 note or flag');
  expect(tCount(1234, 'notesCountOne', 'notesCount')).toBe('1,234 notes and flags');
  expect(formatNumber(0)).toBe('0');
});

function sources(): string {
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const code = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  return ['manifest.json', ...code.map((file) => path.join('src', file))]
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
}

test('no text is left that nothing uses', () => {
  const text = sources();
  const unused = Object.keys(readCatalog()).filter(
    (key) => !text.includes(`'${key}'`) && !text.includes(`__MSG_${key}__`),
  );
  expect(unused).toEqual([]);
});

test('every text that is asked for exists', () => {
  const text = sources();
  const catalog = readCatalog();
  const asked = [...text.matchAll(/\bt(?:Count)?\(\s*'(\w+)'|__MSG_(\w+)__/g)].map((match) => match[1] ?? match[2]!);
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((key) => !Object.hasOwn(catalog, key))).toEqual([]);
});

test('every text is calm: no exclamation, no markup, no straight quotation marks, no space at its ends', () => {
  for (const { message } of Object.values(readCatalog())) {
    expect(message).toBe(message.trim());
    expect(message).not.toMatch(/[!<>"]|'/);
  }
});
