import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const html = readFileSync(new URL('../../public/sample/article.html', import.meta.url), 'utf8');
const jsonLd = JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}');
const weekday = (date: string) => new Date(date).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });

// docs/sample.md promises these; a change of the article must not lose them unseen.
it('the sample says when it was published, the same in all three places', () => {
  expect(jsonLd['@type']).toBe('NewsArticle');
  expect(jsonLd.datePublished).toBe('2026-09-17T16:40:00+03:00');
  expect(html).toContain(`property="article:published_time" content="${jsonLd.datePublished}"`);
  expect(html).toContain(`<time datetime="${jsonLd.datePublished}">`);
});

it('its two planted errors are errors, and the dates beside them are right', () => {
  expect(weekday('2026-09-17')).toBe('Thursday');
  expect(html).toContain('signed a ten-year defence pact on Thursday');
  expect(html).toContain('signed on September 17, 2025,');
  expect(html).toContain('on Friday, October 21');
  expect(weekday('2026-10-21')).toBe('Wednesday');
  expect([weekday('2026-10-06'), weekday('2026-10-12')]).toEqual(['Tuesday', 'Monday']);
});

it('it loads nothing and runs nothing', () => {
  expect(html).not.toMatch(
    /<(img|iframe|link rel="stylesheet")|@import|url\(|<script(?! type="application\/ld\+json")/,
  );
});
