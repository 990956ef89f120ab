import type { Span } from '../text/text-model.ts';

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** https://www.w3.org/TR/annotation-model/#text-position-selector; here in UTF-16 code units of the article text. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** How a passage is stored, so that it can be found again. Plain data: it goes to storage and files as it is. */
export interface PassageSelectors {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
  /** The block in which the passage begins: its place in the order of blocks, and a hash of its normalised text. */
  readonly block: { readonly ordinal: number; readonly fingerprint: string };
}

export const CHANGE_KINDS = ['number', 'date', 'name', 'negation', 'quote', 'attribution', 'hedge', 'wording'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One run of words that differs; `was` or `now` is empty for an insertion or a deletion. */
export interface Change {
  readonly kind: ChangeKind;
  readonly was: string;
  readonly now: string;
}

export interface Candidate extends Span {
  readonly score: number;
}

/**
 * Where a stored passage is now. `score` and `margin` are 0 to 1: how well it fits, and how far ahead of the second best.
 * `cosmetic` tells that only case, punctuation or white space differ.
 */
export type Resolution =
  | (Span & { readonly status: 'exact'; readonly score: number; readonly margin: number; readonly cosmetic: boolean })
  | (Span & { readonly status: 'moved'; readonly score: number; readonly margin: number; readonly cosmetic: boolean })
  | (Span & {
      readonly status: 'edited';
      readonly score: number;
      readonly margin: number;
      readonly changes: readonly Change[];
    })
  | { readonly status: 'ambiguous'; readonly candidates: readonly Candidate[] }
  | { readonly status: 'missing'; readonly reason: 'not-found' | 'no-body' | 'not-settled' };
