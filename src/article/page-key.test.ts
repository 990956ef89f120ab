import { describe, expect, it } from 'vitest';
import { pageKey, usableCanonical } from './page-key.ts';

describe('pageKey', () => {
  it('drops the fragment and what says how the reader came', () => {
    expect(pageKey('https://news.example/a-b-c-d?utm_source=x&id=7&fbclid=1&gclid=2&mc_cid=3#top', null)).toBe(
      'https://news.example/a-b-c-d?id=7',
    );
    expect(pageKey('https://news.example/a?utm_medium=x', null)).toBe('https://news.example/a');
  });

  it('keeps what may choose the page, as it was written', () => {
    const url = 'https://news.example/a?ref=front&source=rss&t=90&id=1&q=two%20words';
    expect(pageKey(url, null)).toBe(url);
  });

  it('is the same for two ways to one page', () => {
    const canonical = 'https://www.news.example/politics/bridge-closed-on-tuesday';
    expect(pageKey('https://amp.news.example/politics/bridge-closed-on-tuesday?outputType=amp', canonical)).toBe(
      canonical,
    );
    expect(pageKey(`${canonical}?utm_campaign=1#c`, canonical)).toBe(canonical);
  });

  it('does not trust a canonical link of another site or to the front page', () => {
    const url = 'https://news.example/politics/bridge-closed-on-tuesday';
    expect(pageKey(url, 'https://other.example/bridge-closed-on-tuesday')).toBe(url);
    expect(pageKey(url, 'https://news.example/')).toBe(url);
  });

  it('takes what is no web address as it is', () => {
    expect(pageKey('file:///home/x/a.html#b', null)).toBe('file:///home/x/a.html');
    expect(pageKey('', null)).toBe('');
  });
});

describe('usableCanonical', () => {
  const page = 'https://www.news.example.co.uk/world/2019/11/bridge-closed-on-tuesday';

  it.each([
    ['/world/2019/11/bridge-closed-on-tuesday', page],
    ['//news.example.co.uk/world/2019/11/bridge-closed-on-tuesday', page.replace('www.', '')],
    ['https://m.news.example.co.uk/x', 'https://m.news.example.co.uk/x'],
    [`${page}#comments`, page],
  ])('takes %s', (written, wanted) => {
    expect(usableCanonical(written, page)).toBe(wanted);
  });

  it.each([
    '',
    '/',
    '/en/',
    '/index.html',
    'https://other.co.uk/x',
    'javascript:void(0)',
    'https://',
    'https://www.news.example.co.uk/world',
    'https://www.news.example.co.uk/world/2019',
  ])('refuses %s', (written) => {
    expect(usableCanonical(written, page)).toBeNull();
  });

  it('keeps the folder of a page that is a version of the same article', () => {
    expect(usableCanonical(page, `${page}/amp`)).toBe(page);
  });

  it('keeps blogs on one host apart', () => {
    expect(
      usableCanonical('https://a.blogspot.com/2019/11/x.html', 'https://b.blogspot.com/2019/11/x.html'),
    ).toBeNull();
  });

  it('needs a full address when that of the page is not known', () => {
    expect(usableCanonical('/a', '')).toBeNull();
    expect(usableCanonical('https://news.example/a', '')).toBe('https://news.example/a');
  });
});
