// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { buildDomTextModel } from '../../article/dom-text.ts';
import { selectedSpan } from './selected-span.ts';

function page(): { model: ReturnType<typeof buildDomTextModel>; text: (selector: string) => Text } {
  document.body.innerHTML = `<h1>A headline above</h1><article><p id="a">The minister <b>said</b> on Friday that the talks had failed.</p>
    <p id="b">Nobody was there to hear her say it, reporters wrote.</p></article><footer>All rights reserved</footer>`;
  const model = buildDomTextModel(document.querySelector('article')!);
  return { model, text: (selector) => document.querySelector(selector)!.firstChild as Text };
}

/** A selection as the function sees one. */
function selection(start: Text, from: number, end: Text, to: number): Selection {
  const range = document.createRange();
  range.setStart(start, from);
  range.setEnd(end, to);
  return { rangeCount: 1, isCollapsed: range.collapsed, getRangeAt: () => range } as unknown as Selection;
}

test('covers the words selected, across elements, without white space at the ends', () => {
  const { model, text } = page();
  const span = selectedSpan(selection(text('#a'), 3, text('b'), 4), model)!;
  expect(model.text.slice(span.start, span.end)).toBe('minister said');
});

test('runs on over paragraphs', () => {
  const { model, text } = page();
  const span = selectedSpan(selection(text('#a'), 4, text('#b'), 6), model)!;
  expect(model.text.slice(span.start, span.end)).toBe('minister said on Friday that the talks had failed.\nNobody');
});

test('is cut to the article where the selection begins above it or ends below it', () => {
  const { model, text } = page();
  const span = selectedSpan(selection(text('h1'), 2, text('footer'), 3), model)!;
  expect(model.text.slice(span.start, span.end)).toBe(model.text.trim());
});

test('is nothing for a caret, for white space, and for words outside the article', () => {
  const { model, text } = page();
  expect(selectedSpan(null, model)).toBeNull();
  expect(selectedSpan(selection(text('#a'), 4, text('#a'), 4), model)).toBeNull();
  expect(selectedSpan(selection(text('#a'), 12, text('#a'), 13), model)).toBeNull();
  expect(selectedSpan(selection(text('h1'), 0, text('h1'), 5), model)).toBeNull();
});
