import { expect, test } from 'vitest';
import type { PageRecord } from '../annotations/types.ts';
import { parseJson } from '../exchange/json.ts';
import { exportFileOf } from './export-page.ts';
import { annotation, URL_OF_PAGE } from './test-bench.ts';

const CONTEXT = { exported: '2026-11-20T12:00:00.000Z', generator: 'Newsgloss 0.1.0' };
const PAGE: PageRecord = {
  key: URL_OF_PAGE,
  url: URL_OF_PAGE,
  canonical: null,
  title: 'Pact “signed” in Vilnius: what/now?',
  siteName: null,
  published: '2019-11-08T06:03:00-05:00',
  modified: null,
  firstSeen: '2026-11-01T09:00:00.000Z',
  lastSeen: '2026-11-01T09:00:00.000Z',
  annotations: [annotation(1, 'the words', { note: 'Check this.' })],
};

test('the JSON file is named by day and title and can be read back', () => {
  const file = exportFileOf(PAGE, 'json', CONTEXT);
  expect(file.name).toBe('2019-11-08-pact-signed-in-vilnius-what-now.json');
  expect(parseJson(file.text)).toMatchObject({ status: 'ok', pages: [PAGE], problems: [] });
});

test('the Markdown file holds passage and note, and is named by the day of export where no other is known', () => {
  const file = exportFileOf({ ...PAGE, published: null }, 'markdown', CONTEXT);
  expect(file.name).toBe('2026-11-20-pact-signed-in-vilnius-what-now.md');
  expect(file.text).toContain('> the words');
  expect(file.text).toContain('Check this.');
});
