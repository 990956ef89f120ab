import { expect, it } from 'vitest';
import type { PageState } from '../browser/messages.ts';
import { describe as report } from './report.mjs';

const marked: PageState = {
  status: 'marked',
  problems: [],
  url: 'http://127.0.0.1:4000/article.html',
  key: 'https://paper.example/a',
  gate: { isNews: true, score: 0.9, reasons: [] },
  meta: {
    title: 'A pact',
    byline: null,
    siteName: null,
    canonical: null,
    lang: 'en',
    published: null,
    publishedConflicts: [],
    modified: null,
  },
  published: { value: '2026-09-17', source: 'json-ld' },
  language: 'en',
  counts: { PERSON: 3, ORG: 0, PLACE: 1, GROUP: 0, EVENT: 0, WORK: 0, PRODUCT: 0, DATE: 1 },
  names: [
    { type: 'PERSON', name: 'Mart Kuusemäe', mentions: 3 },
    { type: 'PLACE', name: 'Tallinn', mentions: 1 },
  ],
  dates: [{ text: 'Thursday', value: '2026-09-17', reason: 'the day of publication is a Thursday' }],
  passages: [],
  marksHere: null,
  times: { gateMs: 2.25, readMs: 14, analysisMs: 80.4, paintedAt: 190 },
};

it('says what was found, with the reason of every date', () => {
  expect(report(marked)).toBe(`A pact
http://127.0.0.1:4000/article.html
Published: 2026-09-17 (from json-ld)

5 marks: 3 on people, 1 on places, 1 on dates

Names
  PERSON   Mart Kuusemäe (3 times)
  PLACE    Tallinn

Dates
  Thursday  2026-09-17  the day of publication is a Thursday

Time: 2.3 ms to decide, 14 ms to read, 80 ms to analyse, painted 190 ms after navigation began`);
});

it('says why a page was left alone', () => {
  const shop: PageState = {
    ...marked,
    status: 'not-article',
    published: null,
    times: { gateMs: 0.4, readMs: 0, analysisMs: 0, paintedAt: null },
    gate: { isNews: false, score: 0.1, reasons: ['the page calls itself a product'] },
  };
  const text = report(shop);
  expect(text).toContain('no date found');
  expect(text).toContain('not a news article');
  expect(text).toContain('the page calls itself a product');
  expect(text).not.toContain('Kuusemäe');
  expect(text).toContain('Time: 0.4 ms to decide');
  expect(text).not.toContain('to read');
});

it('passes problems on', () => {
  expect(report({ ...marked, status: 'failed', problems: ['The background did not answer.'] })).toContain(
    'could not be marked.\nThe background did not answer.',
  );
});

it('sums up a long list of names', () => {
  const names = Array.from({ length: 25 }, (_, i) => ({ type: 'PERSON' as const, name: `Name ${i}`, mentions: 1 }));
  const text = report({ ...marked, names });
  expect(text).toContain('Name 19\n  and 5 more');
  expect(text).not.toContain('Name 20');
});

// A title with an escape sequence could clear the screen or set the window's title.
it('takes control characters out of what the page says', () => {
  const title = 'A\u001b[2Jpact\nand more';
  expect(report({ ...marked, meta: { ...marked.meta!, title } })).toContain('A [2Jpact and more\n');
});
