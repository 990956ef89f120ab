import { parseDateValue } from './published-value.ts';
import { findWrittenDate } from './written-date.ts';

/** Dates of publication that a reader of the page can see: `<time>`, the byline, the dateline. */

const MODIFIED_HINT = /updat|modif|edited|revis/i;
const PUBLISHED_HINT = /publish|posted|pubdate|entry-date|post-date|created/i;
/** Parts that carry dates of something else. */
const ELSEWHERE =
  /comment|related|recommend|sidebar|footer|widget|trending|latest|popular|promo|teaser|more-|newsletter|card|listing|event/i;
const MAX_TIMES = 60;

/**
 * The `<time>` that stands for publication, and the first one marked as a change. `thorough`: where there is none, also looks
 * for elements marked by microdata or hAtom, which takes a walk over the page.
 */
export function readTimeElements(
  document: Document,
  thorough: boolean,
): { published: string | null; modified: string | null } {
  let rank = 0;
  let best: { element: Element; value: string }[] = [];
  let modified: string | null = null;
  const times = document.getElementsByTagName('time');
  for (let i = 0; i < times.length && i < MAX_TIMES; i++) {
    const time = times[i] as Element;
    const written = time.getAttribute('datetime') || time.getAttribute('content') || time.textContent || '';
    const value = parseDateValue(written);
    if (value === null) continue;
    const itemprop = time.getAttribute('itemprop') ?? '';
    const hints = `${time.getAttribute('class') ?? ''} ${itemprop} ${time.parentElement?.getAttribute('class') ?? ''}`;
    const saysModified = /dateModified/i.test(itemprop) || (MODIFIED_HINT.test(hints) && !PUBLISHED_HINT.test(hints));
    if (saysModified) {
      modified ??= value;
      continue;
    }
    let here = 1;
    if (/datePublished/i.test(itemprop) || time.hasAttribute('pubdate')) here += 4;
    else if (PUBLISHED_HINT.test(hints)) here += 2;
    if (inside(time, /^(ARTICLE|MAIN)$/)) here += 1;
    if (isElsewhere(time)) here -= 3;
    if (here > rank) best = [];
    if (here >= rank) best.push({ element: time, value });
    rank = Math.max(rank, here);
  }
  const [first] = best;
  let published = rank > 0 && first !== undefined ? first.value : null;
  // Among equals the one beside the headline; looking for that is left for when it decides something.
  if (published !== null && best.some(({ value }) => value.slice(0, 10) !== published?.slice(0, 10))) {
    const heading = headingOf(document);
    const near = heading === null ? undefined : best.find(({ element }) => nearHeading(heading, element));
    published = near?.value ?? published;
  }
  if (published === null && thorough) {
    const marked = document.querySelector('[itemprop="datePublished"]:not(meta),abbr.published,.dt-published');
    if (marked !== null) {
      published = parseDateValue(
        marked.getAttribute('content') ||
          marked.getAttribute('datetime') ||
          marked.getAttribute('title') ||
          marked.textContent ||
          '',
      );
    }
  }
  return { published, modified };
}

/** The headline: of several `<h1>` the one that the page's title repeats, for the first is often the site's name. */
function headingOf(document: Document): Element | null {
  const headings = document.getElementsByTagName('h1');
  const title = (document.getElementsByTagName('title')[0]?.textContent ?? '').toLowerCase();
  for (let i = 0; i < headings.length && i < 6; i++) {
    const text = (headings[i]?.textContent ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
    if (text.length >= 8 && title.includes(text.slice(0, 24))) return headings[i] as Element;
  }
  return headings[0] ?? document.getElementsByTagName('h2')[0] ?? null;
}

function inside(element: Element, names: RegExp): boolean {
  for (let up = element.parentElement; up !== null; up = up.parentElement) if (names.test(up.tagName)) return true;
  return false;
}

function isElsewhere(element: Element): boolean {
  let up: Element | null = element;
  for (let step = 0; up !== null && step < 8; step++, up = up.parentElement) {
    if (/^(ASIDE|FOOTER|NAV)$/.test(up.tagName)) return true;
    if (/^(ARTICLE|MAIN|BODY)$/.test(up.tagName)) return false;
    if (ELSEWHERE.test(`${up.getAttribute('class') ?? ''} ${up.id ?? ''}`)) return true;
  }
  return false;
}

/** Whether both hang under one ancestor a few steps up. */
function nearHeading(heading: Element, element: Element): boolean {
  let up: Element | null = heading;
  for (let step = 0; up !== null && step < 4; step++, up = up.parentElement) {
    if (up.tagName === 'BODY' || up.tagName === 'MAIN') return false;
    if (up.contains(element)) return true;
  }
  return false;
}

const LABEL =
  /\b(?:publi(?:shed|cation date)|posted|first published|date(?: published)?|created|written|released|added|filed)\b/i;
const MODIFIED_LABEL = /\b(?:updated|modified|edited|revised|reviewed|accessed|retrieved)\b/i;
const BYLINE_SELECTOR =
  'published post-date entry-date posted-on entry-meta post-meta byline dateline timestamp article-date article__date pubdate date-header published-date publish-date publication-date story-date article-meta article-info post-info date meta'
    .split(' ')
    .map((name) => `.${name}`)
    .join(',');
const MAX_CANDIDATES = 40;
/** A byline is short; longer text is the article's own. UTF-16 code units. */
const MAX_BYLINE = 160;
const MAX_BYLINE_NODES = 80;
const HEADING_REACH = 60;

/** The date in the visible byline: near the headline first, then in elements whose class names say date. */
export function readByline(document: Document): string | null {
  const heading = headingOf(document);
  let unlabelled: string | null = null;
  if (heading !== null) {
    for (const text of textsAround(heading)) {
      const value = datedText(text);
      if (value === null) continue;
      if (LABEL.test(text)) return value;
      unlabelled ??= value;
    }
  }
  if (unlabelled !== null) return unlabelled;
  // One query for all names: each would be a walk of its own over the page.
  const elements = document.querySelectorAll(BYLINE_SELECTOR);
  for (let i = 0; i < elements.length && i < MAX_CANDIDATES; i++) {
    const text = shortText(elements[i] as Element);
    const value = text === null ? null : datedText(text);
    if (value !== null) return value;
  }
  return null;
}

function datedText(text: string): string | null {
  if (!/\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2}/.test(text)) return null;
  const modified = MODIFIED_LABEL.exec(text);
  // "Published 8 November 2019, updated 9 November": what stands before the label of the change counts.
  if (modified !== null)
    return LABEL.test(text.slice(0, modified.index)) ? findWrittenDate(text.slice(0, modified.index)) : null;
  return findWrittenDate(text);
}

/** The text of an element, or null when it's longer than a byline; stops reading as soon as that is clear. */
function shortText(element: Element): string | null {
  const parts: string[] = [];
  let length = 0;
  let nodes = 0;
  let node: Node | null = element.firstChild;
  while (node !== null && node !== element) {
    if (++nodes > MAX_BYLINE_NODES) return null;
    if (node.nodeType === 3) {
      const text = (node.nodeValue ?? '').replace(/\s+/g, ' ');
      parts.push(text);
      length += text.length;
      if (length > MAX_BYLINE) return null;
    }
    const skipped = node.nodeName === 'SCRIPT' || node.nodeName === 'STYLE';
    let next: Node | null = skipped ? null : node.firstChild;
    // Elements set their texts apart even where the markup has no space between them.
    if (node.nodeType === 1) parts.push(' ');
    while (next === null && node !== null && node !== element) {
      next = node.nextSibling;
      if (next === null) node = node.parentNode;
    }
    node = next;
  }
  const text = parts.join('').replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

/** Short texts in reading order around the headline: what follows it, then what stands just before. */
function* textsAround(heading: Element): Generator<string> {
  let left = HEADING_REACH;
  let from: Element = heading;
  for (let step = 0; step < 4 && left > 0; step++) {
    for (let next = from.nextElementSibling; next !== null && left > 0; next = next.nextElementSibling, left--) {
      const text = shortText(next);
      if (text !== null) yield text;
      else yield* firstShortTexts(next, 12);
    }
    const before = from.previousElementSibling;
    const text = before === null ? null : shortText(before);
    if (text !== null) yield text;
    const parent = from.parentElement;
    if (parent === null || parent.tagName === 'BODY') return;
    from = parent;
  }
}

/** The first short elements inside a long one: a byline often heads the block that holds the body. */
function* firstShortTexts(element: Element, most: number): Generator<string> {
  let left = most;
  let current: Element | null = element.firstElementChild;
  while (current !== null && left > 0) {
    left--;
    const text = shortText(current);
    if (text !== null) {
      yield text;
      current = current.nextElementSibling;
    } else current = current.firstElementChild ?? current.nextElementSibling;
  }
}

/** "LONDON, Nov. 8, 2019 (Reuters) -": the date at the head of the first paragraph, where it has its year. */
export function readDateline(document: Document): string | null {
  const scope = document.getElementsByTagName('article')[0] ?? document.getElementsByTagName('body')[0];
  const paragraphs = scope?.getElementsByTagName('p') ?? [];
  for (let i = 0; i < paragraphs.length && i < 6; i++) {
    const text = ((paragraphs[i] as Element).textContent ?? '').trim();
    if (text.length < 60) continue;
    const head = /^[A-Z][A-Z .,'’-]{2,40}[,(]?[^–—]{0,60}?(?:[–—]|--| - |:)/.exec(text.slice(0, 120))?.[0];
    if (head !== undefined) return findWrittenDate(head);
  }
  return null;
}
