import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { findBody } from './body.ts';

const SENTENCES = [
  'The council voted on Tuesday to close the bridge, and the mayor signed the order at noon.',
  'Engineers had warned for years that the steel was tired, according to a report seen by reporters.',
  'Work is to begin in the spring and will take two years, said the head of the building department.',
  'Shops on the far side fear for their trade; the city has promised a ferry for the time being.',
  'The opposition called the decision late but right, and asked for the report to be made public.',
];
const article = SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('');
const comment =
  '<p>I crossed that bridge every day of my life, and nobody ever asked me what I think of it, really.</p>';
const teaser = (n: number) =>
  `<div class="card"><h3><a href="/story-${n}">Another story of the day, number ${n}</a></h3><p>It says here in a few words what the story number ${n} is about, so that you click.</p></div>`;

const bodyOf = (html: string) => findBody(parseHTML(html).document as unknown as Document);
const idOf = (html: string) => bodyOf(`<html><body>${html}</body></html>`)?.id ?? null;

describe('findBody', () => {
  it('finds the smallest element with all good paragraphs', () => {
    expect(idOf(`<div><header><p>Short</p></header><div id="x"><div id="text">${article}</div></div></div>`)).toBe(
      'text',
    );
  });

  it('keeps the parts of a body together that ads have split', () => {
    expect(idOf(`<div id="all"><div>${article}</div><div class="ad">Buy</div><div>${article}</div></div>`)).toBe('all');
  });

  it('follows what the page calls the body, at any depth', () => {
    expect(
      idOf(`<div><div>${comment}${comment}</div><div><div id="b" itemprop="articleBody">${article}</div></div></div>`),
    ).toBe('b');
    expect(idOf(`<div>${comment}${comment}<article id="a">${article}</article></div>`)).toBe('a');
  });

  it('is not misled by more text in comments, navigation and footers', () => {
    expect(
      idOf(
        `<div id="a">${article}</div><div class="comment-list">${comment.repeat(9)}</div><footer>${comment.repeat(3)}</footer>`,
      ),
    ).toBe('a');
  });

  it('is not misled by more text in teasers', () => {
    const teasers = Array.from({ length: 30 }, (_, n) => teaser(n)).join('');
    expect(idOf(`<div><div id="a">${article}</div><div>${teasers}</div></div>`)).toBe('a');
  });

  it('reads a page that consists of sections with linked headings', () => {
    const sections = Array.from({ length: 9 }, (_, n) => teaser(n)).join('');
    expect(idOf(`<div id="list">${sections}</div>`)).toBe('list');
  });

  it('reads an article whose paragraphs are lines of one element', () => {
    expect(idOf(`<div id="a">${SENTENCES.join('<br><br>')}</div><div>Short</div>`)).toBe('a');
  });

  it('goes into a container whose class only speaks of a sidebar, and one whose name is suspicious but holds the page', () => {
    expect(idOf(`<div class="layout-right-sidebar"><div id="a">${article}</div></div>`)).toBe('a');
    expect(idOf(`<div class="modal"><h1>Bridge</h1><div id="a">${article}</div></div>`)).toBe('a');
  });

  it('takes the article with the headline before others that hold more text', () => {
    const other = `<article>${article}${article}</article>`;
    expect(
      idOf(`<div><article id="a"><h1>Bridge closed</h1>${article}</article><div>${other}${other}</div></div>`),
    ).toBe('a');
  });

  it('keeps together what the page calls body several times over', () => {
    const part = `<div class="article-body">${article}</div>`;
    expect(idOf(`<main id="all">${part}<div class="ad">Buy</div>${part}${part}</main>`)).toBe('all');
    expect(idOf(`<div id="two">${part}<div class="article-body">${article.repeat(3)}</div></div>`)).toBe('two');
  });

  it('keeps a standfirst that stands apart, but not a paragraph of something else', () => {
    const lead = `<p class="standfirst">${SENTENCES[0]}</p>`;
    expect(idOf(`<div id="all">${lead}<div id="text">${article}</div></div>`)).toBe('all');
    expect(idOf(`<div id="all"><p>${SENTENCES[0]}</p><div id="text">${article}</div></div>`)).toBe('text');
  });

  it('finds a bulletin of one sentence, and verse', () => {
    expect(idOf(`<article id="a"><p>${SENTENCES[0]}</p></article>`)).toBe('a');
    expect(
      idOf(
        `<nav>${'<a href="/">Home page</a>'.repeat(20)}</nav><div id="v">${'<p>The bridge is falling down,</p><p>my fair lady of the town.</p>'.repeat(3)}</div>`,
      ),
    ).toBe('v');
  });

  it('has no body for a page without running text', () => {
    expect(idOf('<nav><a href="/">Home</a></nav><p>Welcome</p>')).toBeNull();
    expect(bodyOf('')).toBeNull();
  });

  it('finds the text where a broken head makes the parser open two bodies', () => {
    const body = bodyOf(
      `<!doctype html><div>stray</div><html><head></head><body><div id="a">${article}</div></body></html>`,
    );
    expect(body?.id).toBe('a');
  });

  it('survives markup that never closes', () => {
    expect(() => bodyOf(`<html><body>${'<div><font>'.repeat(20_000)}${article}`)).not.toThrow();
  });
});
