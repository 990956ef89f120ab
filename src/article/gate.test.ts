import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { gate } from './gate.ts';

const decide = (url: string, head: string, body: string) =>
  gate(parseHTML(`<html><head>${head}</head><body>${body}</body></html>`).document as unknown as Document, url);

const REPORT = [
  'SPRINGFIELD — The council voted on Tuesday to close the bridge, officials said, and the mayor signed the order at noon.',
  '“We had no choice,” said Ann Moore, a spokeswoman for the city. Engineers had warned for years, according to a report.',
  'Police confirmed that traffic would be led over the old road. “It will take longer,” a police officer said.',
]
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('');
const SECTIONS = ['politics', 'sports', 'business', 'world', 'opinion', 'entertainment']
  .map((section) => `<a href="/${section}">${section}</a>`)
  .join('');
const NEWS_LD =
  '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge"}</script>';
const OG_ARTICLE = '<meta property="og:type" content="article">';
const teasers = (n: number) =>
  Array.from(
    { length: n },
    (_, i) => `<h2><a href="/2019/11/story-of-the-day-${i}">Story of the day number ${i}</a></h2>`,
  ).join('');

describe('gate', () => {
  it('lets in a report of a news site', () => {
    const result = decide(
      'https://www.springfield-times.example/news/2019/11/19/bridge-closed-on-tuesday',
      NEWS_LD + OG_ARTICLE,
      SECTIONS + REPORT,
    );
    expect(result.isNews).toBe(true);
    expect(result.score).toBeGreaterThan(0.9);
    expect(result.reasons[0]).toBe('the page calls itself a news article');
  });

  it('lets in a report whose page says nothing of itself, but that reads like one', () => {
    expect(
      decide('https://springfield.example/news/2019/11/bridge-closed-on-tuesday', '', SECTIONS + REPORT).isNews,
    ).toBe(true);
  });

  it('lets in news in another language', () => {
    const body =
      '<p>El ayuntamiento cerrará el puente a partir del martes, según un informe publicado por el gobierno regional.</p>'.repeat(
        5,
      );
    expect(
      decide('https://www.diario.example/noticias/cierra-el-puente-viejo', NEWS_LD + OG_ARTICLE, SECTIONS + body)
        .isNews,
    ).toBe(true);
  });

  it('reads the types of a block that is broken or lists its types', () => {
    const broken =
      '<script type="application/ld+json">{"@type": ["Thing", "http://schema.org/ReportageNewsArticle"], "headline": "a "quoted" b",}</script>';
    const result = decide('https://a.example/bridge-closed-on-tuesday', broken, REPORT);
    expect(result.reasons).toContain('the page calls itself a news article');
  });

  it.each([
    [
      'the front page of a news site',
      'https://www.springfield-times.example/',
      '<meta property="og:type" content="website">',
      SECTIONS + teasers(40),
    ],
    [
      'a front page that describes its articles',
      'https://www.springfield-times.example/',
      NEWS_LD.repeat(6),
      SECTIONS + teasers(40) + REPORT,
    ],
    [
      'a section page of a news site',
      'https://www.springfield-times.example/news/politics',
      '<meta property="og:type" content="website">',
      SECTIONS + teasers(40),
    ],
    ['a section page without metadata', 'https://www.springfield-times.example/sports', '', SECTIONS + teasers(40)],
    [
      'a section page whose teasers read like reports',
      'https://www.springfield-times.example/news/local',
      '<meta property="og:type" content="website">',
      SECTIONS + teasers(40) + REPORT,
    ],
    [
      'a recipe',
      'https://kitchen.example/recipes/honey-pear-jam-for-winter',
      `${OG_ARTICLE}<script type="application/ld+json">{"@type":"Recipe"}</script>`,
      '<p>You will love this jam, and your friends will love it too. I make it every winter with my mother.</p>'.repeat(
        6,
      ),
    ],
    [
      'a product',
      'https://shop.example/product/12345678',
      '<meta property="og:type" content="product"><script type="application/ld+json">{"@type":"Product"}</script>',
      '<p>Your new favourite lamp. You can put it on your desk or on your shelf, and you will see it shines.</p>'.repeat(
        5,
      ),
    ],
    [
      'a forum',
      'https://forum.example/threads/bridge-closed-on-tuesday.1234567',
      '<script type="application/ld+json">{"@type":"DiscussionForumPosting"}</script>',
      REPORT,
    ],
    [
      'documentation',
      'https://docs.example/api/reference/text-model',
      '',
      '<p>Returns the text model of your document. You must call this before you use the offsets that it gives.</p>'.repeat(
        9,
      ),
    ],
    [
      'an encyclopedia',
      'https://en.wikipedia.org/wiki/Bridge',
      '<meta property="og:type" content="website">',
      '<p>A bridge is a structure built to span a physical obstacle without blocking the way underneath it.</p>'.repeat(
        20,
      ),
    ],
    [
      'a company blog',
      'https://blog.company.example/introducing-our-new-chief-executive',
      `${OG_ARTICLE}<script type="application/ld+json">{"@type":"BlogPosting"}</script>`,
      '<p>We are thrilled that you can now meet our new chief. I have known her for years and you will love her.</p>'.repeat(
        8,
      ),
    ],
    ['an application', 'https://app.example/documents/edit', '', '<div contenteditable="true"></div>'],
    ['an empty page', '', '', ''],
  ])('keeps out %s', (_name, url, head, body) => {
    expect(decide(url, head, body)).toMatchObject({ isNews: false });
  });

  it('does not take the host of a blog service for the name of a newspaper', () => {
    expect(decide('https://bridges.wordpress.com/bridge-closed-on-tuesday', '', REPORT).reasons).not.toContain(
      'the site is named like a news site',
    );
    expect(decide('https://www.springfieldpost.com/bridge-closed-on-tuesday', '', REPORT).reasons).toContain(
      'the site is named like a news site',
    );
  });

  it('takes the address from the canonical link when it is not given one', () => {
    const canonical = '<link rel="canonical" href="https://www.springfield-times.example/">';
    expect(decide('', canonical, REPORT).reasons).toContain('against: it is a front page');
  });
});
