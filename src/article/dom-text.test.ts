// @vitest-environment happy-dom
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { buildDomTextModel, type DomTextOptions } from './dom-text.ts';

const inHappyDom = (html: string): Element => {
  document.body.innerHTML = `<article>${html}</article>`;
  return document.querySelector('article')!;
};
const inLinkedom = (html: string): Element =>
  parseHTML(`<html><body><article>${html}</article></body></html>`).document.querySelector(
    'article',
  ) as unknown as Element;

describe.each([
  ['a live document', inHappyDom],
  ['linkedom', inLinkedom],
])('buildDomTextModel in %s', (_name, article) => {
  const read = (html: string, options?: DomTextOptions) => buildDomTextModel(article(html), options);
  const blocksOf = (html: string, options?: DomTextOptions) => {
    const { text, blocks } = read(html, options);
    return blocks.map((block) => `${block.role}: ${text.slice(block.start, block.end)}`);
  };

  it('runs text on across inline elements', () => {
    expect(blocksOf('<p><b>Bo</b>ris <a href="#">John<i>son</i></a> spoke.</p>')).toEqual([
      'paragraph: Boris Johnson spoke.',
    ]);
  });

  it('collapses white space and drops what is not seen', () => {
    expect(blocksOf('<p>\n  One&nbsp; two\u00adfold\u200b,\n\tthree <span> four</span> </p>')).toEqual([
      'paragraph: One twofold, three four',
    ]);
  });

  it('separates blocks by one line break that belongs to none', () => {
    const { text, blocks } = read('<h2>Head</h2><div>loose <p>First.</p> text</div><p></p><p>Second.</p>');
    expect(text).toBe('Head\nloose\nFirst.\ntext\nSecond.');
    for (const [i, block] of blocks.entries()) {
      if (i > 0) expect(block.start).toBe(blocks[i - 1]!.end + 1);
      expect(text.slice(block.start, block.end)).not.toMatch(/^\s|\s$|\n/);
    }
  });

  it('gives tables, lists, quotes, captions and headings their role', () => {
    expect(
      blocksOf(
        '<h3>Results</h3><ul><li>One<p>deep</p></li></ul><blockquote><p>Said so.</p></blockquote>' +
          '<figure><img><button>Zoom</button><div>1/3</div><figcaption>The square.</figcaption></figure>' +
          '<table><caption>Votes</caption><tr><th>Party</th><td>12</td></tr></table><pre>a\n  b</pre>',
      ),
    ).toEqual([
      'heading: Results',
      'list-item: One',
      'list-item: deep',
      'quote: Said so.',
      'caption: The square.',
      'caption: Votes',
      'cell: Party',
      'cell: 12',
      'preformatted: a\n  b',
    ]);
  });

  it('treats two line breaks as the end of a paragraph, one as a space unless the sentence is over', () => {
    expect(blocksOf('<div>One<br><br>Two<br>\n<br/>Three lines<br>run on.<br>“Four.”<br>Five</div>')).toEqual([
      'paragraph: One',
      'paragraph: Two',
      'paragraph: Three lines run on.',
      'paragraph: “Four.”',
      'paragraph: Five',
    ]);
  });

  it('leaves out scripts, forms, navigation, share bars, related links and hidden elements', () => {
    expect(
      blocksOf(
        '<p>Kept.</p><script>no()</script><style>p{}</style><noscript>no</noscript><template>no</template><nav>no</nav>' +
          '<aside>no</aside><footer>no</footer><form>no</form><button>no</button><p hidden>no</p><p aria-hidden="true">no</p>' +
          '<p style="display: none">no</p><div class="social-share">no</div><div class="relatedLinks"><a>no</a></div>' +
          '<div id="comments">no</div><section role="complementary">no</section><div class="newsletter-signup">no</div>',
      ),
    ).toEqual(['paragraph: Kept.']);
  });

  it('reads a page whose whole article stands in a form', () => {
    const one = 'The council voted on Tuesday to close the bridge, and the mayor signed the order at noon.';
    const two = 'Work is to begin in the spring, said the head of the building department of the city.';
    expect(blocksOf(`<form><p>${one}</p><p>${two}</p></form>`)).toHaveLength(2);
  });

  it('reads a caption that stands there for three widths of the screen once', () => {
    const caption = 'The bridge over the river, seen from the old town on a Tuesday in November.';
    expect(blocksOf(`<p>${caption}</p><div><p>${caption}</p></div><p>Yes.</p><p>Yes.</p>`)).toEqual([
      `paragraph: ${caption}`,
      'paragraph: Yes.',
      'paragraph: Yes.',
    ]);
  });

  it('reads a quoted post in a box that is named like a share bar', () => {
    expect(
      blocksOf(
        '<div class="embed social"><blockquote class="twitter-tweet"><p>It is closed.</p></blockquote></div><div class="social">Like us</div>',
      ),
    ).toEqual(['quote: It is closed.']);
  });

  it('leaves out the headline, lists of links and paragraphs that only point elsewhere, but no links in the text', () => {
    expect(
      blocksOf(
        '<h1>Headline of the day</h1><p>The <a href="/a">council</a> met.</p><p><a href="/b">OTHER STORY: BRIDGE CLOSED</a></p>' +
          '<p>Read more: <a href="/c">All about the bridge</a></p><p>ADVERTISEMENT</p>' +
          '<ul><li><a href="/d">One</a></li><li><a href="/e">Two</a></li></ul><ul><li><a href="/f">A</a> link with text</li></ul>',
      ),
    ).toEqual(['paragraph: The council met.', 'list-item: A link with text']);
  });

  it('asks for the visibility of block elements only, once each', () => {
    const asked: string[] = [];
    const isVisible = (element: Element) => {
      asked.push(element.localName);
      return element.className !== 'gone';
    };
    const html = '<p>Shown <b>bold</b> <i>text</i></p><div class="gone"><p>Gone</p></div>';
    expect(blocksOf(html, { isVisible })).toEqual(['paragraph: Shown bold text']);
    expect(asked).toEqual(['p', 'div']);
  });

  it('changes nothing', () => {
    const root = article('<p>One <b>two</b></p><aside>x</aside><!-- note -->');
    const before = root.innerHTML;
    buildDomTextModel(root).locate({ start: 0, end: 3 });
    expect(root.innerHTML).toBe(before);
  });
});

describe('locate', () => {
  it('finds every span of the text at the same characters in the DOM', () => {
    const root = inHappyDom('<p>One&nbsp; <b>tw\u00ado</b>fold</p>\n<p>Three<br>four <i>five</i></p>');
    const model = buildDomTextModel(root);
    expect(model.text).toBe('One twofold\nThree four five');
    for (let start = 0; start < model.text.length; start++) {
      for (let end = start + 1; end <= model.text.length; end++) {
        const wanted = model.text.slice(start, end);
        if (wanted.trim() === '') continue;
        const found = model.locate({ start, end })!;
        const range = document.createRange();
        range.setStart(found.startContainer, found.startOffset);
        range.setEnd(found.endContainer, found.endOffset);
        const squeezed = (text: string) => text.replace(/\u00ad/g, '').replace(/\s+/g, '');
        expect(squeezed(range.toString())).toBe(squeezed(wanted));
      }
    }
  });

  it('is the inverse of offsetOf', () => {
    const model = buildDomTextModel(inHappyDom('<p>One <b>two</b>   three</p><p>Four</p>'));
    for (let start = 0; start < model.text.length; start++) {
      if (/\s/.test(model.text[start]!)) continue;
      const found = model.locate({ start, end: start + 1 })!;
      expect(model.offsetOf(found.startContainer, found.startOffset)).toBe(start);
      expect(model.offsetOf(found.endContainer, found.endOffset)).toBe(start + 1);
    }
  });

  it.each([
    [-1, 2],
    [3, 2],
    [0, 1_000],
    [Number.NaN, 2],
  ])('has no place for the span %d to %d', (start, end) => {
    expect(buildDomTextModel(inHappyDom('<p>One two</p>')).locate({ start, end })).toBeNull();
  });

  it('gives null when a node has left the document, and still finds the others', () => {
    const root = inHappyDom('<p>One</p><p>Two</p>');
    const model = buildDomTextModel(root);
    root.querySelector('p')!.remove();
    expect(model.locate({ start: 0, end: 3 })).toBeNull();
    expect(model.locate({ start: 0, end: 5 })).toBeNull();
    expect(model.locate({ start: 4, end: 7 })).not.toBeNull();
  });

  it('gives null when the text of a node has changed under it', () => {
    const root = inHappyDom('<p>Twelve killed</p><p>Two</p>');
    const model = buildDomTextModel(root);
    const node = root.querySelector('p')!.firstChild as Text;
    node.data = 'Twenty killed';
    expect(model.locate({ start: 0, end: 6 })).toBeNull();
    expect(model.locate({ start: 7, end: 13 })).not.toBeNull();
    node.data = 'Tw';
    expect(model.locate({ start: 7, end: 13 })).toBeNull();
  });

  it('does not throw when the page empties itself', () => {
    const root = inHappyDom('<p>One <b>two</b></p>');
    const model = buildDomTextModel(root);
    document.body.textContent = '';
    expect(model.locate({ start: 0, end: 7 })).toBeNull();
    expect(model.offsetOf(root, 0)).toBe(0);
  });
});

describe('offsetOf', () => {
  it('takes an element point to the text that follows it', () => {
    const root = inHappyDom('<p>One</p><aside>skipped</aside><p>Two <b>three</b></p>');
    const model = buildDomTextModel(root);
    expect(model.offsetOf(root, 0)).toBe(0);
    expect(model.offsetOf(root, 1)).toBe(4);
    expect(model.offsetOf(root.querySelector('aside')!.firstChild!, 3)).toBe(4);
    expect(model.offsetOf(root.querySelectorAll('p')[1]!, 1)).toBe(8);
    expect(model.offsetOf(root, 3)).toBe(model.text.length);
  });

  it('has no answer outside the article', () => {
    const root = inHappyDom('<p>One</p>');
    const model = buildDomTextModel(root);
    expect(model.offsetOf(document.body, 0)).toBeNull();
    expect(model.offsetOf(document.createTextNode('x'), 0)).toBeNull();
  });

  it('takes a point in dropped white space to the next character read', () => {
    const root = inHappyDom('<p>One      two</p>');
    const node = root.querySelector('p')!.firstChild!;
    expect(buildDomTextModel(root).offsetOf(node, 7)).toBe(4);
  });
});

describe('shadow roots', () => {
  it('reads open shadow roots with what is put into their slots', () => {
    const root = inHappyDom('<p>Before.</p><x-part><b>slotted</b></x-part><p>After.</p>');
    const shadow = root.querySelector('x-part')!.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<p>Inside <slot></slot> here.</p>';
    const model = buildDomTextModel(root);
    expect(model.text).toBe('Before.\nInside slotted here.\nAfter.');
    const found = model.locate({ start: 8, end: 14 })!;
    expect(found.startContainer.getRootNode()).toBe(shadow);
    expect(model.offsetOf(root, 1)).toBe(8);
  });
});
