import { expect, test } from 'vitest';
import { sameWords, splitsWord, wordsOf } from './words.ts';

const same = (a: string, b: string) => sameWords(wordsOf(a).keys, wordsOf(b).keys);

test.each([
  ['He left.', 'he left'],
  ['e-mail', 'email'],
  ['the U.S. army', 'the US army'],
  ['1,200 people', '1200 people'],
  ["don't", 'dont'],
  ['a well-known man, aged 40', 'a well known man aged 40'],
])('only case, punctuation or white space differ: %s / %s', (a, b) => {
  expect(same(a, b)).toBe(true);
});

test.each([
  ['1.5', '15'],
  ['1 2', '12'],
  ['3:30', '330'],
  ['$5', '€5'],
  ['5%', '5'],
  ['-5 degrees', '5 degrees'],
  ['-$5', '$5'],
  ['12', '21'],
  ['was', 'was not'],
])('a difference of meaning is a difference of words: %s / %s', (a, b) => {
  expect(same(a, b)).toBe(false);
});

test('an offset inside a figure or a word splits it, one between words does not', () => {
  expect(splitsWord('12.5', 2)).toBe(true);
  expect(splitsWord('1,200', 1)).toBe(true);
  expect(splitsWord("isn't", 3)).toBe(true);
  expect(splitsWord('at -5', 4)).toBe(true);
  expect(splitsWord('12. Then', 2)).toBe(false);
  expect(splitsWord('the end', 3)).toBe(false);
});
