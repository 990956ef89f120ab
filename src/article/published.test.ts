import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { findPublished } from './published.ts';

const page = (
  head: string,
  body = '<h1>Storm hits the coast of Wales</h1><p>Text.</p>',
  url = 'https://example.org/news/storm',
) =>
  findPublished(
    parseHTML(`<html><head><title>Storm hits the coast of Wales</title>${head}</head><body>${body}</body></html>`)
      .document as unknown as Document,
    url,
  );
const ld = (data: unknown): string =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;

describe('findPublished', () => {
  it('takes the article of a JSON-LD graph and keeps the zone as written', () => {
    const { published, modified } = page(
      ld({
        '@graph': [
          { '@type': 'Organization', name: 'X' },
          {
            '@type': ['NewsArticle'],
            datePublished: '2019-11-08T06:03:00-05:00',
            dateModified: '2019-11-09T01:00:00-05:00',
          },
        ],
      }),
    );
    expect(published).toEqual({ value: '2019-11-08T06:03:00-05:00', source: 'json-ld' });
    expect(modified).toBe('2019-11-09T01:00:00-05:00');
  });

  it('prefers the node that names this address over other articles that the page lists', () => {
    const { published } = page(
      ld([
        { '@type': 'NewsArticle', url: 'https://example.org/news/other', datePublished: '2019-01-01' },
        {
          '@type': 'NewsArticle',
          mainEntityOfPage: { '@id': 'https://example.org/news/storm' },
          datePublished: '2019-11-08',
        },
      ]),
    );
    expect(published?.value).toBe('2019-11-08');
  });

  it('reads a block that can not be parsed, and is not stopped by it', () => {
    expect(
      page(ld('{"@type":"NewsArticle","headline":"a "quoted" word","datePublished":"2019-11-08"}')).published?.value,
    ).toBe('2019-11-08');
    expect(page(ld('{{{') + ld({ '@type': 'NewsArticle', datePublished: '2019-11-08' })).published?.value).toBe(
      '2019-11-08',
    );
  });

  it('never takes a date of change for a date of publication', () => {
    const { published, modified } = page('<meta property="article:modified_time" content="2019-11-09T10:00:00Z">');
    expect(published).toBeNull();
    expect(modified).toBe('2019-11-09T10:00:00Z');
  });

  it.each([
    ['<meta property="article:published_time" content="2019-11-08T06:03:00+0100">', '2019-11-08T06:03:00+01:00'],
    ['<meta name="sailthru.date" content="Fri, 08 Nov 2019 06:03:00 GMT">', '2019-11-08T06:03:00Z'],
    ['<meta name="parsely-pub-date" content="1573192980000">', '2019-11-08T06:03:00Z'],
    ['<meta itemprop="datePublished" content="20191108">', '2019-11-08'],
    ['<meta name="DC.date.issued" content="November 8, 2019">', '2019-11-08'],
  ])('reads %s', (head, value) => {
    expect(page(head).published).toEqual({ value, source: 'meta' });
  });

  it.each(['1970-01-01T00:00:00Z', '0001-01-01', '2019-13-45', 'yesterday'])('refuses %s', (content) => {
    expect(page(`<meta property="article:published_time" content="${content}">`).published).toBeNull();
  });

  it('takes the time element of the article, not those of related stories or comments', () => {
    const { published } = page(
      '',
      '<div class="related"><time datetime="2018-01-01">old</time></div><article><header><h1>Storm hits the coast of Wales</h1><time datetime="2019-11-08T06:03">8 Nov</time></header><p>Text.</p></article><div class="comments"><time datetime="2019-11-10">c</time></div>',
    );
    expect(published).toEqual({ value: '2019-11-08T06:03:00', source: 'time' });
  });

  it.each([
    ['https://example.org/2019/11/08/storm', '2019-11-08'],
    ['https://example.org/2019/nov/08/storm', '2019-11-08'],
    ['https://example.org/news/storm-2019-11-08.html', '2019-11-08'],
    ['https://example.org/20191108/storm', '2019-11-08'],
  ])('reads the day in %s', (url, value) => {
    expect(page('', undefined, url).published).toEqual({ value, source: 'url' });
  });

  it.each([
    'https://example.org/2019/11/storm',
    'https://example.org/p/20195508',
    'https://example.org/11-9-2001-storm',
  ])('sees no day in %s', (url) => {
    expect(page('', undefined, url).published).toBeNull();
  });

  it.each([
    'Published 8 November 2019',
    'Posted on November 8th, 2019 by A. Writer',
    'By A. Writer | Nov. 8, 2019',
    'Published 8 November 2019. Updated 9 November 2019',
  ])('reads the byline "%s"', (byline) => {
    expect(
      page('', `<h1>Storm hits the coast of Wales</h1><div><span>${byline}</span></div><p>Text.</p>`).published,
    ).toEqual({ value: '2019-11-08', source: 'byline' });
  });

  it('leaves a byline alone that only tells of a change', () => {
    expect(page('', '<h1>Storm hits the coast of Wales</h1><p>Updated 9 November 2019</p>').published).toBeNull();
  });

  it('reads a dateline with its year', () => {
    const text =
      'LONDON, Nov. 8, 2019 (Agency) - A storm hit the coast of Wales, and the people of the towns there left their homes.';
    expect(page('', `<article><p>${text}</p></article>`).published).toEqual({
      value: '2019-11-08',
      source: 'dateline',
    });
  });

  it('keeps another day of another source as a conflict', () => {
    const { published, conflicts } = page(
      `${ld({ '@type': 'NewsArticle', datePublished: '2019-11-08' })}<meta property="article:published_time" content="2018-11-08">`,
    );
    expect(published?.value).toBe('2019-11-08');
    expect(conflicts).toEqual([{ value: '2018-11-08', source: 'meta' }]);
  });

  // A story of 20:49 on 8 November in Denver gave 01:49 Z of the 9th in its data and /2023/11/08/ in its address.
  it('takes the local day where the data is in UTC and another source has the day before', () => {
    const { published, conflicts } = page(
      ld({ '@type': 'NewsArticle', datePublished: '2023-11-09T01:49:09Z' }),
      undefined,
      'https://example.org/2023/11/08/storm',
    );
    expect(published).toEqual({ value: '2023-11-08', source: 'url' });
    expect(conflicts).toEqual([]);
  });

  it('changes nothing in the page', () => {
    const { document } = parseHTML(
      '<html><body><article><h1>Storm</h1><p>Posted on 8 November 2019</p></article></body></html>',
    );
    const before = document.toString();
    findPublished(document as unknown as Document, 'https://example.org/');
    expect(document.toString()).toBe(before);
  });
});
