import { expect, test } from 'vitest';
import { dayInWords } from './iso-words.ts';
import { speakEnglish } from './test-catalog.ts';

speakEnglish();

test.each([
  ['2019-11-08', '8 November 2019'],
  ['2019-11-08T23:30:00-11:00', '8 November 2019'],
  ['2019-11', 'November 2019'],
  ['2019', '2019'],
  ['0099-01-02', '2 January 99'],
  ['yesterday', 'yesterday'],
])('%s reads %s', (value, words) => {
  expect(dayInWords(value)).toBe(words);
});
