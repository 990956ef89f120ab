import {
  type HeadSignals,
  type LinkSignals,
  readHeadSignals,
  readLinkSignals,
  readTextSignals,
  type TextSignals,
} from './gate-signals.ts';
import type { GateResult } from './types.ts';

interface Weight<Signals> {
  /** What the signal adds to the log odds of being news; below 0 it speaks against it. */
  readonly weight: number;
  /** How much of the weight a page gets, 0 to 1. */
  readonly share: (signals: Signals) => number | boolean;
  /** The signal in words, for the popup. */
  readonly words: string;
}

interface BodyWeight<Signals> extends Weight<Signals> {
  /** Whether the signal counts at all on a page with this head. */
  readonly possible?: (head: HeadSignals) => boolean;
}

const ratio = (value: number, full: number): number => Math.min(value, full) / full;
const describesArticle = (s: HeadSignals): boolean => s.newsType || s.articleType || s.ogArticle || s.blogType;

/** Log odds of a page that shows none of the signals. */
const BASE = -2.8;

/**
 * The weights come from a logistic regression over half of the labelled pages (`tests/eval/gate.ts` measures on the other
 * half), rounded; those of front, section and product pages, which the labelled pages lack, are set so that such a page stays
 * out even when everything else of a news site is there. Mobile versions and dated addresses count for nothing beside the marks
 * of blog software, which gives them to every post.
 */
const HEAD_WEIGHTS: readonly Weight<HeadSignals>[] = [
  { weight: 1.5, words: 'the page calls itself a news article', share: (s) => s.newsType && !s.listing },
  { weight: 0.4, words: 'the page names a news organisation as its publisher', share: (s) => s.newsPublisher },
  { weight: 0.4, words: 'the page calls itself an article', share: (s) => s.articleType },
  { weight: 0.5, words: 'it is shared as an article', share: (s) => s.ogArticle },
  { weight: 0.3, words: 'it belongs to a section', share: (s) => s.sectionMeta },
  { weight: 0.7, words: 'it carries the metadata of a newsroom', share: (s) => s.newsroomMeta },
  { weight: 0.6, words: 'it has a version for mobile news readers', share: (s) => s.amp && !s.blogMarks },
  { weight: 1.3, words: 'the site is named like a news site', share: (s) => s.newsName },
  { weight: 1.2, words: 'the address names a news section', share: (s) => s.newsPath && !s.otherPath },
  { weight: 0.6, words: 'the address has a date', share: (s) => s.datedPath && !s.blogMarks },
  { weight: 0.5, words: 'the address names one story', share: (s) => s.namedPath },
  { weight: -1.3, words: 'the address is that of a blog, shop, wiki or forum', share: (s) => s.otherPath },
  { weight: -0.6, words: 'the site is named like a blog, shop or forum', share: (s) => s.otherName },
  {
    weight: -1,
    words: 'the page calls itself a product, recipe, forum or guide',
    share: (s) => s.otherType && !s.newsType,
  },
  { weight: -0.4, words: 'it has the marks of blog software', share: (s) => s.blogMarks },
  { weight: -0.3, words: 'the page calls itself a blog post', share: (s) => s.blogType && !s.newsType },
  { weight: -6, words: 'it is a front page', share: (s) => s.frontPage },
  { weight: -2.5, words: 'it lists several articles', share: (s) => s.listing && !s.ogArticle },
  { weight: -1.5, words: 'it is shared as something else than an article', share: (s) => s.ogOther && !s.newsType },
  {
    weight: -3,
    words: 'nothing says that it is one article',
    share: (s) => !describesArticle(s) && !s.namedPath && !s.datedPath,
  },
];

/** Asked only where the head does not decide ... */
const LINK_WEIGHTS: readonly BodyWeight<LinkSignals>[] = [
  {
    weight: 0.5,
    words: 'it loads services that only publishers use',
    share: (s) => ratio(s.publisherServices, 3),
  },
  { weight: 1.4, words: 'the site has the sections of a newsroom', share: (s) => ratio(s.departments, 4) },
  { weight: 0.4, words: 'it points to other stories', share: (s) => ratio(s.linkedHeadings, 20) },
];

/** ... and these where the links do not either. */
const TEXT_WEIGHTS: readonly BodyWeight<TextSignals>[] = [
  { weight: 1, words: 'statements are attributed', share: (s) => ratio(s.attributions + (s.dateline ? 1 : 0), 1.5) },
  { weight: 0.4, words: 'people are quoted', share: (s) => ratio(s.quotes, 3) },
  { weight: -0.8, words: 'it speaks to its reader rather than reports', share: (s) => ratio(s.voice, 6) },
  {
    weight: -1.5,
    words: 'it has many links and hardly any text',
    possible: (head) => !describesArticle(head),
    share: (s) => s.text < 300 && s.manyLinks,
  },
  {
    weight: -1.5,
    words: 'it is an editor or an application',
    possible: (head) => !describesArticle(head),
    share: (s) => s.editable,
  },
];

/**
 * Whether a page is a news article: one report, analysis or comment of a news desk, not a front or section page, shop, recipe,
 * forum, encyclopedia, documentation, company or personal blog. Language does not count. `url` is the page's address, empty
 * when it is not known.
 *
 * Cheap enough for every page a reader opens: head and address decide most pages; where they do not, a few capped lookups of
 * elements by name and a sample of at most 8,000 UTF-16 code units of text follow. No JSON is parsed, no layout forced. Only
 * reads. The score is a probability by logistic regression, of the signals that were needed to decide.
 */
export function gate(document: Document, url: string): GateResult {
  const head = readHeadSignals(document, url);
  const ofLinks = LINK_WEIGHTS.filter(({ possible }) => possible?.(head) ?? true);
  const ofText = TEXT_WEIGHTS.filter(({ possible }) => possible?.(head) ?? true);
  const parts = partsOf(HEAD_WEIGHTS, head);
  if (!isDecided(parts, [...ofLinks, ...ofText])) {
    parts.push(...partsOf(ofLinks, readLinkSignals(document)));
    if (!isDecided(parts, ofText)) parts.push(...partsOf(ofText, readTextSignals(document)));
  }
  const score = 1 / (1 + Math.exp(-(BASE + total(parts))));
  const reasons = parts.filter(({ part }) => Math.abs(part) >= LEAST_REASON);
  reasons.sort((a, b) => Math.abs(b.part) - Math.abs(a.part));
  return {
    isNews: score >= 0.5,
    score,
    reasons: reasons.map(({ part, words }) => (part < 0 ? `against: ${words}` : words)),
  };
}

/** A signal that adds less than this to the log odds is not worth telling. */
const LEAST_REASON = 0.2;

interface Part {
  readonly part: number;
  readonly words: string;
}

function partsOf<Signals>(weights: readonly Weight<Signals>[], signals: Signals): Part[] {
  return weights.map(({ weight, words, share }) => ({ part: weight * Number(share(signals)), words }));
}

/** Whether no signal that is still to be read can turn the decision. */
function isDecided(parts: readonly Part[], open: readonly { readonly weight: number }[]): boolean {
  const logOdds = BASE + total(parts);
  const most = open.reduce((sum, { weight }) => sum + Math.max(0, weight), logOdds);
  const least = open.reduce((sum, { weight }) => sum + Math.min(0, weight), logOdds);
  return most < 0 || least >= 0;
}

function total(parts: readonly Part[]): number {
  return parts.reduce((sum, { part }) => sum + part, 0);
}
