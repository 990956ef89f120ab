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
