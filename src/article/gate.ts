import { readHeadSignals, readLinkSignals, readTextSignals } from './gate-signals.ts';
import {
  BASE,
  type Bounds,
  headParts,
  LINK_BOUNDS,
  linkParts,
  type Part,
  textBounds,
  textParts,
} from './gate-weights.ts';
import type { GateResult } from './types.ts';

/** A signal that adds less than this to the log odds is not worth telling. */
const LEAST_REASON = 0.2;

/**
 * Whether a page is a news article: one report, analysis or comment of a news desk, not a front or section page, shop, recipe,
 * forum, encyclopedia, documentation, company or personal blog. Language does not count. `url` is the page's address, empty
 * when it is not known.
 *
 * Cheap enough for every page a reader opens: head and address decide half of all pages; where they do not, a few capped
 * lookups of links by name and then a sample of at most 8,000 UTF-16 code units of text follow. No JSON is parsed, no layout
 * forced. Only reads. The score is a probability by logistic regression, of the signals that were needed to decide.
 */
export function gate(document: Document, url: string): GateResult {
  const head = readHeadSignals(document, url);
  const ofText = textBounds(head);
  let parts = headParts(head);
  if (!isDecided(parts, { least: LINK_BOUNDS.least + ofText.least, most: LINK_BOUNDS.most + ofText.most })) {
    parts = parts.concat(linkParts(readLinkSignals(document)));
    if (!isDecided(parts, ofText)) parts = parts.concat(textParts(readTextSignals(document), head));
  }
  const score = 1 / (1 + Math.exp(-logOdds(parts)));
  return { isNews: score >= 0.5, score, reasons: reasonsOf(parts) };
}

/** Whether what is still to be read can't turn the decision. */
function isDecided(parts: readonly Part[], { least, most }: Bounds): boolean {
  const odds = logOdds(parts);
  return odds + most < 0 || odds + least >= 0;
}

function logOdds(parts: readonly Part[]): number {
  let sum = BASE;
  for (const { part } of parts) sum += part;
  return sum;
}

/** The signals that count, the weightiest first, in words. */
function reasonsOf(parts: readonly Part[]): string[] {
  const counted = parts.filter(({ part }) => Math.abs(part) >= LEAST_REASON);
  counted.sort((a, b) => Math.abs(b.part) - Math.abs(a.part));
  return counted.map(({ part, words }) => (part < 0 ? `against: ${words}` : words));
}
