import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readArticle } from './read-article.ts';

const documentOf = (body: string): Document =>
  parseHTML(`<html><head><title>Bridge closed</title></head><body>${body}</body></html>`)
    .document as unknown as Document;
const PARAGRAPH = '<p>The council voted on Tuesday to close the bridge, and the mayor signed the order at noon.</p>';

describe('readArticle', () => {
  it('gives the text and what the page says of itself', () => {
    const read = readArticle(
      documentOf(
        `<nav><a href="/">Home</a></nav><article>${PARAGRAPH}<p>It reopens in May, the city said in a note to all readers.</p></article>`,
      ),
      '',
    );
    if (read.status !== 'ok') throw new Error(read.status);
    expect(read.model.blocks).toHaveLength(2);
    expect(read.model.root.localName).toBe('article');
    expect(read.meta.title).toBe('Bridge closed');
  });

  it('says so when there is no running text', () => {
    expect(readArticle(documentOf('<p>Welcome</p>'), '')).toEqual({ status: 'no-body' });
  });

  it('reads what there is when the reader asks for any page, but not an empty one', () => {
    const read = readArticle(documentOf('<p>Welcome</p>'), '', { anyPage: true });
    if (read.status !== 'ok') throw new Error(read.status);
    expect(read.model.text).toBe('Welcome');
    expect(readArticle(documentOf(''), '', { anyPage: true }).status).toBe('no-body');
  });

  it('reads only what is visible when it is told what is', () => {
    const read = readArticle(
      documentOf(
        `<article>${PARAGRAPH}<p id="gone">Only for those who look into the source of the page, as nobody does.</p></article>`,
      ),
      '',
      {
        isVisible: (element) => element.id !== 'gone',
      },
    );
    if (read.status !== 'ok') throw new Error(read.status);
    expect(read.model.blocks).toHaveLength(1);
  });
});
