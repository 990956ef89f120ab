import type { HeadSignals, LinkSignals, TextSignals } from './gate-signals.ts';

/**
 * What each signal adds to the log odds of being news; below 0 it speaks against it.
 *
 * The weights come from a logistic regression over half of the labelled pages (`tests/eval/gate.ts` measures on the other
 * half), rounded; those of front, section and product pages, which the labelled pages lack, are set so that such a page stays
 * out even when everything else of a news site is there. Mobile versions and dated addresses count for nothing beside the marks
 * of blog software, which gives them to every post.
 *
 * Three plain functions and no table of closures: in a cold page every closure is compiled at its first call.
 */
export interface Part {
  readonly part: number;
  /** The signal in words, for the popup. */
  readonly words: string;
}

/** Between which bounds parts that are still to be read can lie together. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Log odds of a page that shows none of the signals. */
export const BASE = -2.8;

export function describesArticle(s: HeadSignals): boolean {
  return s.newsType || s.articleType || s.ogArticle || s.blogType;
}

export function headParts(s: HeadSignals): Part[] {
  const vague = !describesArticle(s) && !s.namedPath && !s.datedPath;
  return [
    weigh(1.5, s.newsType && !s.listing, 'the page calls itself a news article'),
    weigh(0.4, s.newsPublisher, 'the page names a news organisation as its publisher'),
    weigh(0.4, s.articleType, 'the page calls itself an article'),
    weigh(0.5, s.ogArticle, 'it is shared as an article'),
    weigh(0.3, s.sectionMeta, 'it belongs to a section'),
    weigh(0.7, s.newsroomMeta, 'it carries the metadata of a newsroom'),
    weigh(0.6, s.amp && !s.blogMarks, 'it has a version for mobile news readers'),
    weigh(1.3, s.newsName, 'the site is named like a news site'),
    weigh(1.2, s.newsPath && !s.otherPath, 'the address names a news section'),
    weigh(0.6, s.datedPath && !s.blogMarks, 'the address has a date'),
    weigh(0.5, s.namedPath, 'the address names one story'),
    weigh(-1.3, s.otherPath, 'the address is that of a blog, shop, wiki or forum'),
    weigh(-0.6, s.otherName, 'the site is named like a blog, shop or forum'),
    weigh(-1, s.otherType && !s.newsType, 'the page calls itself a product, recipe, forum or guide'),
    weigh(-0.4, s.blogMarks, 'it has the marks of blog software'),
    weigh(-0.3, s.blogType && !s.newsType, 'the page calls itself a blog post'),
    weigh(-6, s.frontPage, 'it is a front page'),
    weigh(-2.5, s.listing && !s.ogArticle, 'it lists several articles'),
    weigh(-1.5, s.ogOther && !s.newsType, 'it is shared as something else than an article'),
    weigh(-3, vague, 'nothing says that it is one article'),
  ];
}

const LINKS = { services: 0.5, departments: 1.4, stories: 0.4 };
export const LINK_BOUNDS: Bounds = { least: 0, most: LINKS.services + LINKS.departments + LINKS.stories };

export function linkParts(s: LinkSignals): Part[] {
  return [
    weigh(LINKS.services, ratio(s.publisherServices, 3), 'it loads services that only publishers use'),
    weigh(LINKS.departments, ratio(s.departments, 4), 'the site has the sections of a newsroom'),
    weigh(LINKS.stories, ratio(s.linkedHeadings, 20), 'it points to other stories'),
  ];
}

const TEXT = { attributed: 1, quoted: 0.4, voice: -0.8, empty: -1.5, editor: -1.5 };

/** A page that describes itself as an article is not held to be empty or an editor. */
export function textBounds(head: HeadSignals): Bounds {
  const most = TEXT.attributed + TEXT.quoted;
  return { least: describesArticle(head) ? TEXT.voice : TEXT.voice + TEXT.empty + TEXT.editor, most };
}

export function textParts(s: TextSignals, head: HeadSignals): Part[] {
  const parts = [
    weigh(TEXT.attributed, ratio(s.attributions + (s.dateline ? 1 : 0), 1.5), 'statements are attributed'),
    weigh(TEXT.quoted, ratio(s.quotes, 3), 'people are quoted'),
    weigh(TEXT.voice, ratio(s.voice, 6), 'it speaks to its reader rather than reports'),
  ];
  if (describesArticle(head)) return parts;
  return [
    ...parts,
    weigh(TEXT.empty, s.text < 300 && s.manyLinks, 'it has many links and hardly any text'),
    weigh(TEXT.editor, s.editable, 'it is an editor or an application'),
  ];
}

/** `share` is how much of the weight a page gets, 0 to 1. */
function weigh(weight: number, share: number | boolean, words: string): Part {
  return { part: weight * Number(share), words };
}

function ratio(value: number, full: number): number {
  return Math.min(value, full) / full;
}
