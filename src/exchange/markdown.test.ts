import { describe, expect, it } from 'vitest';
import { annotation, FLAG, PAGE } from '../annotations/testing/samples.ts';
import type { Annotation, PageRecord } from '../annotations/types.ts';
import { exportMarkdown } from './markdown.ts';

const CONTEXT = { exported: '2026-03-10T12:00:00.000Z', generator: 'Newsgloss 0.1.0' };

function page(changes: Partial<PageRecord> = {}): PageRecord {
  return {
    ...PAGE,
    firstSeen: '2026-03-01T00:00:00.000Z',
    lastSeen: '2026-03-09T00:00:00.000Z',
    annotations: [annotation(1)],
    ...changes,
  };
}

function onPassage(exact: string, changes: Partial<Annotation> = {}, start = 0): Annotation {
  const selectors = {
    quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    position: { type: 'TextPositionSelector', start, end: start + exact.length },
    block: { ordinal: 0, fingerprint: '' },
  } as const;
  return annotation(1, { target: { kind: 'passage', selectors }, ...changes });
}

const withNote = (note: string) => exportMarkdown([page({ annotations: [onPassage('x', { note })] })], CONTEXT);
const withPassage = (exact: string) =>
  exportMarkdown([page({ annotations: [onPassage(exact, { note: '' })] })], CONTEXT);
const frontMatterOf = (markdown: string) => markdown.split('\n---\n')[0]!;

describe('a page in Markdown', () => {
  it('reads like this', () => {
    const annotations = [
      annotation(3, { target: { kind: 'entity', name: 'John Healey', type: 'PERSON' }, note: 'Minister.', tags: [] }),
      onPassage('12 people were killed', { note: 'Check **this**.', flag: FLAG, author: 'Desk' }, 9),
      onPassage('First words\nof two blocks', { note: '', tags: [], modified: '2026-03-03T00:00:00.000Z' }, 2),
      annotation(4, { target: { kind: 'page' }, note: 'On the whole.', tags: ['a', 'b'] }),
    ];
    expect(exportMarkdown([page({ annotations })], CONTEXT)).toBe(`---
title: "Fire in the harbour"
url: "https://news.example/fire"
site: "News Example"
published: "2026-03-01T06:03:00-05:00"
exported: "2026-03-10T12:00:00.000Z"
generator: "Newsgloss 0.1.0"
---

# Fire in the harbour

<https://news.example/fire> · News Example · published 2026-03-01T06:03:00-05:00

## On the page

On the whole.

Tags: a, b

*Noted 2026-03-05T10:00:00.000Z*

## Passages

> First words
>
> of two blocks

*Noted 2026-03-02T10:00:00.000Z, changed 2026-03-03T00:00:00.000Z*

***

> 12 people were killed

Check **this**.

**Flag:** number-unclear (open); rating: Too low

- refutes: [Report of the fire service](<https://fire.example/report?id=7&lang=en>), Fire service, accessed 2026-03-02

  > twenty-one dead

Tags: fire

*Noted 2026-03-02T10:00:00.000Z by Desk*

## Names

**John Healey** (person)

Minister.

*Noted 2026-03-04T10:00:00.000Z*
`);
  });

  it('goes with others into one file', () => {
    const markdown = exportMarkdown([page(), page({ key: 'k', title: 'Second', canonical: null })], CONTEXT);
    expect(frontMatterOf(markdown)).toContain('title: "Notes on 2 pages"');
    expect(markdown.match(/^# .*$/gm)).toEqual(['# Fire in the harbour', '# Second']);
    expect(markdown).toContain('<https://news.example/fire?utm_source=mail>');
  });

  it('has its address for a title when it has none, and no link to a file of the reader', () => {
    const markdown = exportMarkdown([page({ title: ' ', canonical: null, url: 'file:///home/me/fire.html' })], CONTEXT);
    expect(markdown).toContain('\n# file\\:///home/me/fire.html\n');
    expect(markdown).not.toContain('<file:');
  });
});

describe('text of a page', () => {
  it('can not end the front matter or add to it', () => {
    const title = 'A\n---\nevil: yes\n"\\\u0085---\u2028b: c\u202e\u0000 #x';
    const head = frontMatterOf(exportMarkdown([page({ title, siteName: 'x"\nurl: y' })], CONTEXT));
    expect(
      head
        .split('\n')
        .slice(1)
        .map((line) => line.split(':')[0]),
    ).toEqual(['title', 'url', 'site', 'published', 'exported', 'generator']);
    expect(head).toContain('title: "A --- evil: yes \\"\\\\ --- b: c #x"');
  });

  it.each([
    ['<script>alert(1)</script>', '> &lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<!-- never closed', '> &lt;!-- never closed'],
    ['AT&T &lt; &#60; &copy', '> AT&T &amp;lt; &\\#60; &copy'],
    ['![x](http://e.example/pixel.png)', '> !\\[x\\](http\\://e.example/pixel.png)'],
    ['[a](javascript:alert(1))', '> \\[a\\](javascript:alert(1))'],
    ['[a]: http://e.example', '> \\[a\\]: http\\://e.example'],
    ['`code` ``` ~~~', '> \\`code\\` \\`\\`\\` \\~\\~\\~'],
    ['**bold** _it_ a_b', '> \\*\\*bold\\*\\* \\_it\\_ a\\_b'],
    ['# no heading #tag', '> \\# no heading \\#tag'],
    ['- no item', '> \\- no item'],
    ['2. Bundesliga', '> 2\\. Bundesliga'],
    ['12 killed, 3.5 million', '> 12 killed, 3.5 million'],
    ['---', '> \\---'],
    ['a | b', '> a \\| b'],
    ['{{ page.x }} {% y %}', '> \\{\\{ page.x \\}\\} \\{% y %\\}'],
    ['==h== %%c%% $x$', '> \\=\\=h\\=\\= \\%\\%c\\%\\% \\$x\\$'],
    ['see www.a_b.example', '> see www\\.a\\_b.example'],
    ['back\\slash\\', '> back\\\\slash\\\\'],
    ['txt.\u202egnp\u202c \u2066a\u2069 b\u0007c', '> txt.gnp a bc'],
    ['half \ud83d', '> half \ufffd'],
    ['    indented\r\n> second\u2028third', '> indented\n>\n> &gt; second\n>\n> third'],
  ])('is data: %j', (exact, line) => {
    expect(withPassage(exact)).toContain(`\n\n${line}\n\nTags`);
  });

  it('can not leave the words of a link, nor a URL its brackets', () => {
    const evidence = {
      ...FLAG.evidence[0]!,
      title: 'a](http://e.example) ![b](c) <i>',
      link: 'https://a.example/>)<b>{{x}}`&lt;|\\q"',
    };
    const markdown = exportMarkdown(
      [page({ annotations: [onPassage('x', { flag: { ...FLAG, evidence: [evidence] } })] })],
      CONTEXT,
    );
    expect(markdown).toContain(
      '- refutes: [a&#93;(http\\://e.example) !&#91;b&#93;(c) &lt;i&gt;](<https://a.example/%3E)%3Cb%3E%7B%7Bx%7D%7D%60&amp;lt;%7C/q%22>), Fire',
    );
  });
});

describe('a note', () => {
  it.each([
    ['**bold**, [link](https://a.example/x_y), <https://a.example>\n\n- item\n- item\n\n> quoted'],
    ['```js\nif (a < b) run(`x`);\n```\n\nafter'],
    ['~~~\n<script>\n~~~'],
    ['1. one\n2. two\n\n---\n\nThe data: 12 dead & gone'],
  ])('stays Markdown: %j', (note) => {
    expect(withNote(note)).toContain(`> x\n\n${note}\n\nTags`);
  });

  it.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)>'],
    ['<https://a.example onclick=x>', '&lt;https://a.example onclick=x>'],
    ['![p](http://e.example/pixel.png)', '\\![p](http://e.example/pixel.png)'],
    ['[a](javascript:alert(1))', '[a](javascript :alert(1))'],
    ['[a](java&#115;cript&colon;x)', '[a](java&amp;#115;cript&amp;colon;x)'],
    ['[a](<java\tscript:x>)', '[a](&lt;java\tscript:x>)'],
    ['[a]: data:text/html,x', '[a]: data :text/html,x'],
    ['```\nnever closed', '\\`\\`\\`\nnever closed'],
    ['- a\n\n  ```\nb <b>', '- a\n\n  \\`\\`\\`\nb &lt;b>'],
    ['  ```\n```\n<b>', '\\`\\`\\`\n\\`\\`\\`\n&lt;b>'],
    ['````\n```\n<b>', '\\`\\`\\`\\`\n\\`\\`\\`\n&lt;b>'],
    ['3 < 4', '3 &lt; 4'],
    ['# Title\n###### deep', '### Title\n###### deep'],
    ['> # Title\n- 1. # Title', '> ### Title\n- 1. ### Title'],
    ['Title\n===\nTwo\n---', 'Title\n\\===\nTwo\n\\---'],
    ['a\u202eb\u0000\r\nc', 'ab\nc'],
  ])('can not run, load, swallow or outrank anything: %j', (note, written) => {
    expect(withNote(note)).toContain(`> x\n\n${written}\n\nTags`);
  });
});
