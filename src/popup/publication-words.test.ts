import { expect, test } from 'vitest';
import { speakEnglish } from '../ui/test-catalog.ts';
import { otherDatesWords, publicationWords } from './publication-words.ts';
import { pageState } from './test-bench.ts';

speakEnglish();

test('the day is the one that the page wrote, wherever the reader is', () => {
  const late = { value: '2019-11-08T23:30:00-11:00', source: 'meta' } as const;
  expect(publicationWords(late)).toBe('Published 8 November 2019, from the page’s metadata');
});

test('a missing date says what follows from it', () => {
  expect(publicationWords(null)).toBe('No publication date found: relative dates stay open');
});

test('dates that disagree and a later change are told', () => {
  const meta = pageState().meta!;
  const told = otherDatesWords({
    ...meta,
    publishedConflicts: [{ value: '2019-11-07', source: 'byline' }],
    modified: '2019-11-10T08:00:00Z',
  });
  expect(told).toEqual([
    'The page also says 7 November 2019, from the byline',
    'Changed by the publisher 10 November 2019',
  ]);
  expect(otherDatesWords({ ...meta, modified: '2019-11-08T20:00:00-05:00' })).toEqual([]);
});
