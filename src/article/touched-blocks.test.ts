// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { buildDomTextModel } from './dom-text.ts';
import { touchedBlocks } from './touched-blocks.ts';

const article = (html: string): Element => {
  document.body.innerHTML = `<main><article>${html}</article><p id="outside">x</p></main>`;
  return document.querySelector('article')!;
};

it('names the block of a text node that changed', () => {
  const root = article('<p>One</p><p>Two <b>bold</b></p><p>Three</p>');
  const model = buildDomTextModel(root);
  const bold = root.querySelector('b')!.firstChild as Text;
  bold.data = 'plain';
  expect(touchedBlocks(model, [bold])).toEqual([1]);
  expect(touchedBlocks(model, [root.lastElementChild!, bold, bold])).toEqual([1, 2]);
});

it('names all blocks below an element, and of an element that was removed', () => {
  const root = article('<p>One</p><div><p>Two</p><p>Three</p></div>');
  const model = buildDomTextModel(root);
  expect(touchedBlocks(model, [root])).toEqual([0, 1, 2]);
  const div = root.querySelector('div')!;
  div.remove();
  expect(touchedBlocks(model, [div])).toEqual([1, 2]);
});

it('says all when new text came into the article', () => {
  const root = article('<p>One</p>');
  const model = buildDomTextModel(root);
  const added = document.createElement('p');
  added.textContent = 'New';
  root.append(added);
  expect(touchedBlocks(model, [added])).toBe('all');
});

it('is not concerned with ads, share counts, empty elements and the rest of the page', () => {
  const root = article('<p>One</p><div class="share-bar"><span>3</span></div>');
  const model = buildDomTextModel(root);
  const ad = document.createElement('div');
  ad.className = 'ad-slot';
  ad.textContent = 'Buy';
  const player = document.createElement('video');
  const empty = document.createElement('div');
  root.append(ad, player, empty);
  const count = root.querySelector('span')!.firstChild as Text;
  count.data = '4';
  expect(touchedBlocks(model, [ad, player, empty, count, document.querySelector('#outside')!])).toEqual([]);
  ad.remove();
  expect(touchedBlocks(model, [ad])).toEqual([]);
});
