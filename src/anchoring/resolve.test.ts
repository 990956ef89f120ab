import { expect, test } from 'vitest';
import { textModelOf } from '../text/text-model.ts';
import { describe } from './describe.ts';
import { resolve } from './resolve.ts';

const ARTICLE = `Flood waters rise again
Heavy rain fell over the northern valleys on Tuesday, and rivers burst their banks in three places.
Officials in Marlow said 12 people were killed when a bridge collapsed. “We had no warning at all,” said Jane Ellery, who runs the mill.
The regional council will meet on Friday to discuss repairs. It has set aside £4.5m for the work.
Schools in the area are expected to stay closed until next week, according to the council.`;

function find(passage: string, after: string) {
  const start = ARTICLE.indexOf(passage);
  return resolve(textModelOf(after), describe(textModelOf(ARTICLE), { start, end: start + passage.length }));
}

test('a passage on an unchanged page is exact, at its own offsets', () => {
  const start = ARTICLE.indexOf('Officials');
  expect(find('Officials in Marlow said 12 people', ARTICLE)).toEqual({
    status: 'exact',
    start,
    end: start + 34,
    score: 1,
    margin: 1,
    cosmetic: false,
  });
});

test('a changed figure is an edit, never the same passage', () => {
  const result = find('12 people were killed', ARTICLE.replace('12 people', '21 people'));
  expect(result).toMatchObject({ status: 'edited', changes: [{ kind: 'number', was: '12', now: '21' }] });
});

test('a passage that was taken out is not found in a sentence that looks like it', () => {
  const sentence = 'Officials in Marlow said 12 people were killed when a bridge collapsed. ';
  const after = `${ARTICLE.replace(sentence, '')}\nOfficials in Henley said 14 people were killed when a bridge collapsed.`;
  expect(['missing', 'ambiguous']).toContain(find(sentence.trim(), after).status);
});

test('a page without text is said to have no body', () => {
  expect(find('12 people', '\n ')).toEqual({ status: 'missing', reason: 'no-body' });
});

test('the same words with other quotation marks, dashes and spaces are exact, and not even cosmetic', () => {
  const after = ARTICLE.replaceAll('“', '"').replaceAll('”', '"').replace('12 people', '12\u00a0people');
  expect(find('killed when a bridge collapsed. “We had no warning', after)).toMatchObject({
    status: 'exact',
    cosmetic: false,
  });
});

test('another case or comma is exact, and said to be cosmetic', () => {
  const after = ARTICLE.replace('Officials in Marlow said 12', 'OFFICIALS, in Marlow, said 12');
  expect(find('Officials in Marlow said 12 people', after)).toMatchObject({ status: 'exact', cosmetic: true });
});

test('a paragraph that went elsewhere has moved', () => {
  const lines = ARTICLE.split('\n');
  const after = [lines[0], lines[3], lines[4], lines[1], lines[2]].join('\n');
  const result = find(lines[3]!, after);
  expect(result).toMatchObject({ status: 'moved', start: lines[0]!.length + 1 });
});

test('a word put in before the full stop of the passage is an edit', () => {
  const result = find(
    'It has set aside £4.5m for the work.',
    ARTICLE.replace('for the work.', 'for the work reportedly.'),
  );
  expect(result).toMatchObject({ status: 'edited', changes: [{ kind: 'hedge', was: '', now: 'reportedly' }] });
});

test('a figure is not found inside a longer one', () => {
  const result = find('12', ARTICLE.replace('12 people', '12,500 people'));
  expect(result).toMatchObject({ status: 'edited', changes: [{ kind: 'number', was: '12', now: '12,500' }] });
});

test('a word that was taken out is not taken for the same word elsewhere', () => {
  const result = find('council', ARTICLE.replace('The regional council will', 'They will'));
  expect(['exact', 'moved']).not.toContain(result.status);
  const short = find(
    'Jane Ellery',
    `${ARTICLE.replace('Jane Ellery', 'the woman')}\nThe mill of Jane Ellery was spared.`,
  );
  expect(['exact', 'moved']).not.toContain(short.status);
});

test('of two equal places on a page that repeats itself neither is chosen', () => {
  const passage = 'The regional council will meet on Friday to discuss repairs.';
  const before = `Before. ${passage} After.`;
  const start = before.indexOf(passage);
  const selectors = describe(textModelOf(before), { start, end: start + passage.length });
  const after = `One. ${passage} Two.\nThree. ${passage} Four.`;
  const result = resolve(textModelOf(after), selectors);
  expect(result).toMatchObject({ status: 'ambiguous', candidates: [{}, {}] });
});

test('the original is edited although a copy of its old words stands elsewhere', () => {
  const sentence = 'Officials in Marlow said 12 people were killed when a bridge collapsed.';
  const before = `${ARTICLE}\nIn pictures\n${sentence}`;
  const start = before.indexOf(sentence);
  const selectors = describe(textModelOf(before), { start, end: start + sentence.length });
  const after = before.replace('said 12', 'said 21');
  expect(resolve(textModelOf(after), selectors)).toMatchObject({ status: 'edited', start });
});

test('a quote from another program, without context and with curly marks, is found by its own words', () => {
  const selectors = {
    quote: { type: 'TextQuoteSelector', exact: '“We had no warning at all,”', prefix: '', suffix: '' },
    position: { type: 'TextPositionSelector', start: 0, end: 0 },
    block: { ordinal: 0, fingerprint: '' },
  } as const;
  const start = ARTICLE.indexOf('“We had');
  const result = resolve(textModelOf(ARTICLE), selectors);
  expect(result).toMatchObject({ start, end: start + 27 });
});

test('an article of many pages that was edited in one place is found whole', () => {
  const lines = Array.from(
    { length: 400 },
    (_, index) => `Line ${index} tells of ${(index * 37) % 101} things in ${(index * 53) % 97} places.`,
  );
  const before = lines.join('\n');
  const after = before.replace('Line 200 tells of', 'Line 200 never tells of');
  const result = resolve(textModelOf(after), describe(textModelOf(before), { start: 0, end: before.length }));
  expect(result).toMatchObject({
    status: 'edited',
    start: 0,
    end: after.length,
    changes: [{ kind: 'negation', was: '', now: 'never' }],
  });
});

test('a near double with the same neighbours does not hide that the passage itself was edited', () => {
  const near =
    'works on the launch system, the upper stage, the capsule and ground system developments, and all of it costs';
  const before = `The agency ${near} more than planned. Much later the head of the agency ${near} less than feared.`;
  const start = before.lastIndexOf('ground');
  const selectors = describe(textModelOf(before), { start, end: start + 6 });
  const after = `${before.slice(0, start)}orbit${before.slice(start + 6)}`;
  expect(resolve(textModelOf(after), selectors)).toMatchObject({ status: 'edited', start, end: start + 5 });
});
