import { expect, test } from 'vitest';
import { fileNameFor } from './file-name.ts';

test('no title can name a folder, a hidden file or a device', () => {
  expect(fileNameFor('../../etc/passwd', '2019-11-08', 'md')).toBe('2019-11-08-etc-passwd.md');
  expect(fileNameFor('C:\\con?*|"<>', '2019-11-08T06:00:00Z', 'json')).toBe('2019-11-08-c-con.json');
  expect(fileNameFor('  .hidden\u202e\u0000 ', '2019', 'md')).toBe('2019-hidden.md');
});

test('an empty title leaves the date, and letters of every script stay', () => {
  expect(fileNameFor('…', '2019-11-08', 'md')).toBe('2019-11-08.md');
  expect(fileNameFor('Žalgiris’ Nachspiel: Тест', '2019-11-08', 'md')).toBe('2019-11-08-žalgiris-nachspiel-тест.md');
});

test('a long title is cut, and not inside a character', () => {
  const name = fileNameFor(`${'a'.repeat(59)}𝒜𝒜𝒜`, '2019-11-08', 'md');
  expect(name).toBe(`2019-11-08-${'a'.repeat(59)}𝒜.md`);
});
