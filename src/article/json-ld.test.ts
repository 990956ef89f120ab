import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readJsonLd, typesOf } from './json-ld.ts';

const page = (...blocks: string[]): Document =>
  parseHTML(
    `<html><head>${blocks.map((block) => `<script type="application/ld+json">${block}</script>`).join('')}</head><body></body></html>`,
  ).document as unknown as Document;

describe('readJsonLd', () => {
  it('takes nodes out of arrays, @graph and mainEntity', () => {
    const nodes = readJsonLd(
      page(
        '[{"@type":"Organization","name":"A"},{"@context":"https://schema.org","@graph":[{"@type":"WebPage","mainEntity":{"@type":"NewsArticle"}}]}]',
      ),
    );
    expect(nodes.flatMap(typesOf)).toEqual(['Organization', 'WebPage', 'NewsArticle']);
  });

  it('reads the good blocks when another is broken beyond repair', () => {
    const nodes = readJsonLd(page('{"@type": "WebSite"', '{"@type":"NewsArticle","headline":"Kept"}'));
    expect(nodes).toEqual([{ '@type': 'NewsArticle', headline: 'Kept' }]);
  });

  it.each([
    ['a raw line break in a string', '{"headline":"two\nlines"}', 'two lines'],
    ['a comma before the closing bracket', '{"headline":"two lines",}', 'two lines'],
    ['a semicolon at the end', '{"headline":"two lines"};', 'two lines'],
    ['a CDATA wrapper in comments', '//<![CDATA[\n{"headline":"two lines"}\n//]]>', 'two lines'],
  ])('repairs %s', (_case, block, headline) => {
    expect(readJsonLd(page(block))[0]?.headline).toBe(headline);
  });

  it('leaves a valid string alone even when it looks like something to repair', () => {
    expect(readJsonLd(page('{"headline":"a ,] b;"}'))[0]?.headline).toBe('a ,] b;');
  });

  it('does not read other scripts', () => {
    const { document } = parseHTML('<html><body><script>{"@type":"NewsArticle"}</script></body></html>');
    expect(readJsonLd(document as unknown as Document)).toEqual([]);
  });

  it('skips a block that is too large to describe one article', () => {
    expect(readJsonLd(page(`{"a":"${'x'.repeat(1_100_000)}"}`))).toEqual([]);
  });
});

describe('typesOf', () => {
  it('drops the namespace', () => {
    expect(typesOf({ '@type': ['http://schema.org/NewsArticle', 'schema:Article'] })).toEqual([
      'NewsArticle',
      'Article',
    ]);
  });
});
