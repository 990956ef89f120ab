import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readMeta } from './meta.ts';

const URL_OF_PAGE = 'https://www.springfield-times.example/news/2019/11/bridge-closed-on-tuesday?utm_source=x';
const read = (head: string, body = '', url = URL_OF_PAGE, attributes = '') =>
  readMeta(
    parseHTML(`<!doctype html><html ${attributes}><head>${head}</head><body>${body}</body></html>`)
      .document as unknown as Document,
    url,
  );

describe('readMeta', () => {
  it('reads what a news page says of itself', () => {
    const jsonLd =
      '{"@type":"NewsArticle","headline":"Other","author":[{"@type":"Person","name":"Ann Moore"},{"name":"Bo Lee"}],"publisher":{"name":"Springfield Times"}}';
    expect(
      read(
        `<meta property="og:title" content="Bridge closed &amp; guarded"><link rel="canonical" href="/news/2019/11/bridge-closed-on-tuesday">
         <script type="application/ld+json">${jsonLd}</script>`,
        '',
        URL_OF_PAGE,
        'lang="en-US"',
      ),
    ).toMatchObject({
      title: 'Bridge closed & guarded',
      byline: 'Ann Moore, Bo Lee',
      siteName: 'Springfield Times',
      canonical: 'https://www.springfield-times.example/news/2019/11/bridge-closed-on-tuesday',
      lang: 'en-US',
    });
  });

  it('has nothing to say about an empty page', () => {
    expect(read('', '', '')).toMatchObject({ title: null, byline: null, siteName: null, canonical: null, lang: null });
  });

  it.each([
    ['<title>Bridge closed on Tuesday | Springfield Times</title>', '', 'Bridge closed on Tuesday'],
    ['<title>Springfield Times - Bridge closed on Tuesday</title>', '', 'Bridge closed on Tuesday'],
    ['<title>Bridge closed - what now? - Springfield Times</title>', '', 'Bridge closed - what now?'],
    ['<title>Bridge closed - what now?</title>', '', 'Bridge closed - what now?'],
    [
      '<title>Bridge | News | Springfield Times</title>',
      '<h1>Bridge closed on Tuesday</h1>',
      'Bridge closed on Tuesday',
    ],
    [
      '<meta property="og:title" content="Bridge closed on Tuesday | Local | Daily">',
      '<h1>Bridge closed on Tuesday</h1>',
      'Bridge closed on Tuesday',
    ],
  ])('gives the title without the site in %s', (head, body, title) => {
    expect(read(head, body).title).toBe(title);
  });

  it.each([
    ['<meta name="author" content="By Ann Moore">', '', 'Ann Moore'],
    [
      '<meta property="article:author" content="https://facebook.com/ann">',
      '<a rel="author" href="/ann">Ann Moore</a>',
      'Ann Moore',
    ],
    ['', '<p class="article-byline">By <b>Ann Moore</b> November 19, 2019 3:46 PM</p>', 'Ann Moore'],
    ['', `<p class="byline">${'A whole paragraph about the writer. '.repeat(9)}</p>`, null],
    ['<script type="application/ld+json">{"@type":"Article","author":"Ann Moore"}</script>', '', 'Ann Moore'],
    ['<script type="application/ld+json">{"@type":"Article","author":{"name":["Ann","Bo"]}}</script>', '', 'Ann, Bo'],
    ['<script type="application/ld+json">{"@type":"Article","author":{"@id":"#x"}}</script>', '', null],
  ])('reads the byline of %s %s', (head, body, wanted) => {
    expect(read(head, body).byline).toBe(wanted);
  });

  it('takes og:url where the canonical link is not usable, and nothing where neither is', () => {
    const ogUrl =
      '<meta property="og:url" content="https://springfield-times.example/news/2019/11/bridge-closed-on-tuesday">';
    expect(read(`<link rel="canonical" href="/">${ogUrl}`).canonical).toBe(
      'https://springfield-times.example/news/2019/11/bridge-closed-on-tuesday',
    );
    expect(read('<link rel="canonical" href="https://other.example/a">').canonical).toBeNull();
  });
});
