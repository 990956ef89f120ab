import { topElement } from './blocks.ts';
import { findBody } from './body.ts';
import { buildDomTextModel } from './dom-text.ts';
import { readMeta } from './meta.ts';
import type { ArticleMeta, DomTextModel } from './types.ts';

export interface ReadOptions {
  /** Asked once per block element; what is not visible is not read. See `isRendered` for a live page. */
  readonly isVisible?: (element: Element) => boolean;
  /** Read the whole page where no body is found: the reader asked for a page that is no article. */
  readonly anyPage?: boolean;
}

export type ReadResult =
  | { readonly status: 'ok'; readonly model: DomTextModel; readonly meta: ArticleMeta }
  | { readonly status: 'no-body' };

/**
 * Reads the article of a page in one pass: where its body is, its text with the way back to the DOM, and what the page says
 * about itself. `url` is the page's address, empty when it is not known. `no-body` when there is no running text to read.
 * The document may come from a browser or from linkedom; it is not changed.
 */
export function readArticle(document: Document, url: string, options: ReadOptions = {}): ReadResult {
  const { isVisible, anyPage = false } = options;
  const body = findBody(document) ?? (anyPage ? topElement(document) : null);
  if (body === null) return { status: 'no-body' };
  const model = buildDomTextModel(body, isVisible === undefined ? {} : { isVisible });
  return model.blocks.length === 0 ? { status: 'no-body' } : { status: 'ok', model, meta: readMeta(document, url) };
}

/**
 * Whether an element of a live page is shown, for `ReadOptions.isVisible`. Asks the browser for the style of the element and
 * those above it, which may make it bring styles up to date; no layout is forced. True where the browser can't tell.
 */
export function isRendered(element: Element): boolean {
  if ((element as Partial<Element>).checkVisibility?.({ visibilityProperty: true }) ?? true) return true;
  // An element with `display: contents` has no box of its own and counts as not visible, while all that is in it is shown.
  return element.ownerDocument.defaultView?.getComputedStyle(element).display === 'contents';
}
