import { forEachRenderedChild, isBlockElement, isElement, isText } from './blocks.ts';
import { isUnreadable, tagOf } from './furniture.ts';

/** A run of text below this length is a label, a teaser or a caption more often than a paragraph. UTF-16 code units. */
const MIN_PARAGRAPH = 60;
/** A list item is a teaser more often than a paragraph, and counts for less. */
const LIST_ITEM_WEIGHT = 0.3;
/** Above this share of linked text a paragraph is navigation. */
const MAX_LINK_DENSITY = 0.45;
/** A heading is a link when at least this share of it is; shorter ones are "More" and "Next". UTF-16 code units. */
const ALL_LINK = 0.8;
const MIN_HEADING = 12;
const HEADING = /^h[1-6]$/;
/** A longer text below a linked heading is no teaser but a section of a list article. UTF-16 code units. */
const MAX_TEASER = 600;
/** Deeper markup is left unread: no article nests like that, and recursion has a limit. */
const MAX_DEPTH = 600;

/** The elements below a top one in document order, each with its parent's place and the length of its good paragraphs. */
export interface Survey {
  readonly elements: readonly Element[];
  /** -1 for the top. */
  readonly parents: readonly number[];
  /** Length of the good paragraphs that stand directly in the element, in UTF-16 code units. */
  readonly own: readonly number[];
  /** The places of headings that are nothing but a link: each announces something that stands elsewhere. */
  readonly linkedHeadings: readonly number[];
}

/**
 * Measures the running text below `top`: one visit per node, no layout. A run of text of less than `minParagraph` UTF-16 code
 * units counts for nothing.
 */
export function survey(top: Element, minParagraph = MIN_PARAGRAPH): Survey {
  const elements: Element[] = [];
  const parents: number[] = [];
  const own: number[] = [];
  const linkedHeadings: number[] = [];

  const visit = (
    element: Element,
    parent: number,
    depth: number,
    inLink: boolean,
  ): { text: number; linked: number } => {
    const index = elements.length;
    elements.push(element);
    parents.push(parent);
    own.push(0);
    let text = 0;
    let linked = 0;
    const isLink = tagOf(element) === 'a';
    if (depth < MAX_DEPTH) {
      forEachRenderedChild(element, (child) => {
        if (isText(child)) text += child.data.trim().length;
        else if (isElement(child) && !isUnreadable(tagOf(child))) {
          const inner = visit(child, index, depth + 1, inLink || isLink);
          text += inner.text;
          linked += inner.linked;
        }
      });
    }
    if (!isBlockElement(element)) return { text, linked: isLink ? text : linked };
    if (HEADING.test(tagOf(element))) {
      if (text >= MIN_HEADING && (inLink || linked >= text * ALL_LINK)) linkedHeadings.push(index);
    } else if (text >= minParagraph && linked <= text * MAX_LINK_DENSITY) {
      own[index] = tagOf(element) === 'li' ? text * LIST_ITEM_WEIGHT : text;
    }
    // The text of a block does not run on in its parent's line.
    return { text: 0, linked: 0 };
  };
  visit(top, -1, 0, false);
  return { elements, parents, own, linkedHeadings };
}

/**
 * The length of the good paragraphs in each element of a survey and all below it. An element that is not let through counts
 * nothing, for itself and for those above it.
 */
export function propagate(survey: Survey, letThrough: (index: number) => boolean = () => true): number[] {
  const mass = [...survey.own];
  for (let i = mass.length - 1; i > 0; i--) {
    if (mass[i] === 0) continue;
    if (letThrough(i)) mass[survey.parents[i]!]! += mass[i]!;
    else mass[i] = 0;
  }
  return mass;
}

/**
 * The elements that only announce other articles: each is the largest around one linked heading that holds no other linked
 * heading, and has little text. `mass` is that of all paragraphs.
 */
export function findTeasers(survey: Survey, mass: readonly number[]): ReadonlySet<number> {
  const { parents, linkedHeadings } = survey;
  const headings = new Map<number, number>();
  for (const heading of linkedHeadings) {
    for (let at = heading; at >= 0; at = parents[at]!) headings.set(at, (headings.get(at) ?? 0) + 1);
  }
  const teasers = new Set<number>();
  for (const heading of linkedHeadings) {
    let at = heading;
    while (parents[at]! >= 0 && headings.get(parents[at]!) === 1) at = parents[at]!;
    if (parents[at]! >= 0 && mass[at]! <= MAX_TEASER) teasers.add(at);
  }
  return teasers;
}

/** The length of all good paragraphs in an element. */
export function paragraphMass(element: Element): number {
  return survey(element).own.reduce((sum, length) => sum + length, 0);
}
