import { expect, test } from 'vitest';
import { textModelOf } from '../text/text-model.ts';
import { describe as describePassage } from './describe.ts';

const TEXT = `Council votes on bridge
The council of Marlow voted “unanimously” on Tuesday to repair the bridge over the river Wey before winter comes.
The council of Henley will vote on Friday.`;
const model = textModelOf(TEXT);
const spanOf = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });

test('quote and context are stored in normalised form, the position in that of the page', () => {
  const { quote, position } = describePassage(model, spanOf('“unanimously” on Tuesday'));
  expect(quote.exact).toBe('"unanimously" on Tuesday');
  expect(position).toEqual({ type: 'TextPositionSelector', ...spanOf('“unanimously” on Tuesday') });
});

test('there are at least 32 characters of context on each side, cut between words', () => {
  const { quote } = describePassage(model, spanOf('repair the bridge'));
  expect(quote.prefix.length).toBeGreaterThanOrEqual(32);
  expect(quote.suffix.length).toBeGreaterThanOrEqual(32);
  expect(quote.prefix).toMatch(/^\W|^(?:The|of|council|Council|votes|Marlow)\b/);
  expect(TEXT.replaceAll('\n', ' ').replace(/[“”]/g, '"')).toContain(quote.prefix + quote.exact + quote.suffix);
});

test('the context grows until it tells the passage from its double', () => {
  const line =
    'The same long sentence comes back again and again, word for word, without any difference at all between them.';
  const text = `First. ${line} ${line} ${line} Last.`;
  const start = text.indexOf(line, 20);
  const { quote } = describePassage(textModelOf(text), { start, end: start + 8 });
  const whole = quote.prefix + quote.exact + quote.suffix;
  expect(text.indexOf(whole)).toBeGreaterThanOrEqual(0);
  expect(text.indexOf(whole)).toBe(text.lastIndexOf(whole));
});

test('the block is the one in which the passage begins', () => {
  const first = describePassage(model, spanOf('votes'));
  const across = describePassage(model, { start: TEXT.indexOf('before winter'), end: TEXT.indexOf('Henley') });
  expect(first.block.ordinal).toBe(0);
  expect(across.block.ordinal).toBe(1);
  expect(across.quote.exact).toBe('before winter comes. The council of ');
  expect(first.block.fingerprint).not.toBe(across.block.fingerprint);
});

test.each([
  [{ start: -1, end: 4 }, 'start -1'],
  [{ start: 0, end: TEXT.length + 1 }, `end ${TEXT.length + 1}`],
  [{ start: 0.5, end: 4 }, 'start 0.5'],
  [{ start: 5, end: 5 }, 'start 5 is not before its end 5'],
  [{ start: 9, end: 5 }, 'start 9 is not before its end 5'],
])('a span that is no passage is refused with what and where: %o', (span, message) => {
  expect(() => describePassage(model, span)).toThrow(RangeError);
  expect(() => describePassage(model, span)).toThrow(message);
});
