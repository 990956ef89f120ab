import { describe, expect, test } from 'vitest';
import { analyseLine } from './analyse-line.ts';

const noNames = { problem: 'no model in this test' };
type Line = {
  text: string;
  published: unknown;
  dates: { start: number; end: number; value: string; reason: string }[];
  article: { isNews: boolean; title: string };
};
const run = (input: Record<string, unknown>): Line => analyseLine(input, noNames) as unknown as Line;

describe('text', () => {
  test('dates have offsets of the text as given, and are resolved against the date given', () => {
    const text = 'Intro.\n\nShe left on Friday.';
    const { dates, published } = run({ id: 1, text, published: '2019-11-08' });
    expect(published).toEqual({ value: '2019-11-08', source: 'given' });
    expect(dates.map(({ start, end, value }) => [text.slice(start, end), value])).toEqual([['Friday', '2019-11-08']]);
  });

  test('without a date of publication, relative dates stay open and say so', () => {
    const { dates, published } = run({ id: 1, text: 'She left on Friday.' });
    expect(published).toBeNull();
    expect(dates[0]?.value).toContain('X');
    expect(dates[0]?.reason).toMatch(/no date of publication/);
  });
});

describe('html', () => {
  const html = `<html><head><title>T</title><meta property="og:type" content="article">
    <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-11-08T06:03:00-05:00"}</script></head><body><nav>Home</nav>
    <article><h1>Ferries run again</h1><p>The ferries ran again on Thursday after a strike that had lasted for eleven days, the operator said.</p>
    <p>Officials said that the strike had cost the islands about two million euros, and that talks would go on.</p></article></body></html>`;

  test('gives back the article text in which the offsets count', () => {
    const { text, dates, published, article } = run({
      id: 'x',
      html,
      url: 'https://daily.test/news/2019/11/08/ferries-run-again',
    });
    expect(text).toContain('The ferries ran again');
    expect(text).not.toContain('Home');
    expect(published).toEqual({ value: '2019-11-08T06:03:00-05:00', source: 'json-ld' });
    expect(dates.map(({ start, end, value }) => [text.slice(start, end), value])).toContainEqual([
      'Thursday',
      '2019-11-07',
    ]);
    expect(article.isNews).toBe(true);
    expect(article.title).toBe('Ferries run again');
  });

  test.each(['', '   ', '<p>', 'just words', '<html></html>'])('an empty or broken page "%s" is no error', (broken) => {
    expect(run({ id: 1, html: broken }).article.isNews).toBe(false);
  });
});

test.each([
  [{ id: 1 }, '"text" or "html" must be a string'],
  [{ id: 1, text: 5 }, '"text" or "html" must be a string'],
  [{ id: 1, text: 'a', published: 'soon' }, '"published" must be an ISO 8601 date, not "soon"'],
  [{ id: 1, text: 'a', published: '2019-13-40' }, '"published" must be an ISO 8601 date, not "2019-13-40"'],
  [{ id: 1, html: '<p>', url: 7 }, '"url" must be a string, not number'],
])('a bad line %j is refused by the name of its field', (input, message) => {
  expect(() => run(input)).toThrow(message);
});
