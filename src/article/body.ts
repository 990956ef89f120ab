import { topElement } from './blocks.ts';
import { hasBodyName, hasLeadName, isFurniture, nameOf, tagOf } from './furniture.ts';
import { findTeasers, propagate, type Survey, survey } from './paragraphs.ts';

/** An element around the article is searched all the same when it holds this share of the page's paragraphs. */
const FURNITURE_OVERRULED = 0.75;
/** The same where it also holds a headline. */
const FURNITURE_OVERRULED_HEADED = 0.4;
/** Teasers are counted all the same when less than this share of the page's paragraphs is left without them. */
const TEASERS_OVERRULED = 0.15;
/** How much of the paragraphs a child must hold for the search to go down into it: by its name, or by its mass alone. */
const DESCEND_NAMED = 0.6;
const DESCEND = 0.8;
/** The `<article>` with the headline is the article even when others on the page hold more text, down to this share. */
const HEADED_ARTICLE = 0.2;
/** With its lead a body does not hold more than this times its own paragraphs, else there is something else beside it. */
const MAX_WITH_LEAD = 1.4;
/** Below this there is no article to speak of. UTF-16 code units. */
const MIN_BODY = 80;
/** What counts as a paragraph, first; and where that finds no body, as in verse, a live ticker or a two-line bulletin. */
const PARAGRAPH = 60;
const SHORT_PARAGRAPH = 20;

/** Elements that are a piece of a text, not the place that holds it. */
const PIECES = new Set(
  'p span a b i em strong li ul ol dl blockquote pre h1 h2 h3 h4 h5 h6 td tr tbody center font'.split(' '),
);

/**
 * The element of the live page that holds the article's body, or null when no element holds enough running text.
 *
 * Every block with enough unlinked text counts as a paragraph, and its length counts for all its ancestors; blocks in
 * navigation, comments, share bars and the like count for nothing. From the top the search then goes down as long as one
 * child holds nearly all of it, which gives the smallest element with nearly all good paragraphs. What the page itself calls
 * its body (schema.org `articleBody`, `<article>`, the usual class names) is followed with less proof. Linear in the size of
 * the page; reads no layout and changes nothing. After Readability's paragraph scoring (https://github.com/mozilla/readability).
 */
export function findBody(document: Document): Element | null {
  const top = topElement(document);
  if (top === null) return null;
  return search(top, PARAGRAPH) ?? search(top, SHORT_PARAGRAPH);
}

function search(top: Element, minParagraph: number): Element | null {
  const found = survey(top, minParagraph);
  const { elements, parents } = found;
  const raw = propagate(found);
  const headed = holdersOf('h1', found);
  const overrules = (i: number): boolean =>
    raw[i]! >= raw[0]! * (headed.has(i) ? FURNITURE_OVERRULED_HEADED : FURNITURE_OVERRULED);
  const inside = (i: number): boolean => overrules(i) || !isFurniture(elements[i]!);
  const teasers = findTeasers(found, raw);
  let mass = propagate(found, (i) => inside(i) && !teasers.has(i));
  // A list article may consist of nothing but what elsewhere would be teasers.
  if (mass[0]! < Math.max(MIN_BODY, raw[0]! * TEASERS_OVERRULED)) mass = propagate(found, inside);
  if (mass[0]! < MIN_BODY) return null;

  const children: number[][] = elements.map(() => []);
  for (let i = 1; i < elements.length; i++) if (mass[i]! > 0) children[parents[i]!]!.push(i);
  const named = namedBodies(elements, mass);
  let at = articleOfHeadline(found, mass) ?? 0;
  for (;;) {
    const next = nextDown(at, parents, mass, children, named);
    if (next === null) break;
    at = next;
  }
  at = withLead(at, elements, parents, mass, children);
  while (PIECES.has(tagOf(elements[at]!)) && parents[at]! >= 0) at = parents[at]!;
  return elements[at]!;
}

function nextDown(
  at: number,
  parents: readonly number[],
  mass: readonly number[],
  children: readonly number[][],
  named: readonly number[],
): number | null {
  const below = named.find((i) => i > at && mass[i]! >= mass[at]! * DESCEND_NAMED && isBelow(i, at, parents));
  if (below !== undefined) return below;
  return children[at]!.find((child) => mass[child]! >= mass[at]! * DESCEND) ?? null;
}

/**
 * The element itself, or one above it that also holds the lead: a standfirst, so named by the page, that stands before the
 * body and apart from it.
 */
function withLead(
  at: number,
  elements: readonly Element[],
  parents: readonly number[],
  mass: readonly number[],
  children: readonly number[][],
): number {
  for (let child = at, above = parents[at]!; above >= 0; child = above, above = parents[above]!) {
    if (mass[above]! > mass[at]! * MAX_WITH_LEAD) break;
    if (children[above]!.some((sibling) => sibling < child && hasLeadName(nameOf(elements[sibling]!)))) return above;
  }
  return at;
}

/** The places of all elements above one with the given tag. */
function holdersOf(tag: string, { elements, parents }: Survey): ReadonlySet<number> {
  const holders = new Set<number>();
  for (const [i, element] of elements.entries()) {
    if (tagOf(element) !== tag) continue;
    for (let at = parents[i]!; at >= 0 && !holders.has(at); at = parents[at]!) holders.add(at);
  }
  return holders;
}

function isBelow(index: number, top: number, parents: readonly number[]): boolean {
  let at = index;
  while (at > top) at = parents[at]!;
  return at === top;
}

/** The places of the elements that the page itself calls its body or its article. */
function namedBodies(elements: readonly Element[], mass: readonly number[]): number[] {
  const heavy = elements.flatMap((_, i) => (mass[i]! >= MIN_BODY ? [i] : []));
  const bodies = heavy.filter((i) => isNamedBody(elements[i]!));
  const names = bodies.map((i) => nameOf(elements[i]!));
  // Several elements of one name are the parts into which ads have cut a body: none of them is the whole.
  const whole = bodies.filter((_, k) => names.indexOf(names[k]!) === names.lastIndexOf(names[k]!));
  return heavy.filter((i) => whole.includes(i) || tagOf(elements[i]!) === 'article' || tagOf(elements[i]!) === 'main');
}

/** The innermost `<article>` around the page's only headline, if it holds a fair part of the page's paragraphs. */
function articleOfHeadline({ elements, parents }: Survey, mass: readonly number[]): number | null {
  const headlines = elements.flatMap((element, i) => (tagOf(element) === 'h1' ? [i] : []));
  if (headlines.length !== 1) return null;
  let at = headlines[0]!;
  while (at >= 0 && tagOf(elements[at]!) !== 'article') at = parents[at]!;
  return at >= 0 && mass[at]! >= Math.max(MIN_BODY, mass[0]! * HEADED_ARTICLE) ? at : null;
}

function isNamedBody(element: Element): boolean {
  return /\barticleBody\b/.test(element.getAttribute('itemprop') ?? '') || hasBodyName(nameOf(element));
}
