import type { Span, TextModel } from '../text/text-model.ts';

/** Where a date of publication was read; the order is the order of trust. */
export type PublicationSource = 'json-ld' | 'meta' | 'time' | 'url' | 'byline' | 'dateline' | 'given';

/** `value` is ISO 8601 at the precision found, with the zone as written: `2019-11-08` or `2019-11-08T06:03:00-05:00`. */
export interface PublicationDate {
  readonly value: string;
  readonly source: PublicationSource;
}

/** The gate's decision. `score` is 0 to 1, news from 0.5 on; `reasons` name the signals in words, for the popup and for debugging. */
export interface GateResult {
  readonly isNews: boolean;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** What the page says about itself. All strings are plain text as found, trimmed; null where nothing was found. */
export interface ArticleMeta {
  readonly title: string | null;
  readonly byline: string | null;
  readonly siteName: string | null;
  /** Absolute URL of `<link rel=canonical>` (or og:url), null when there is none or it is not usable. */
  readonly canonical: string | null;
  /** BCP 47 as written in the page (`<html lang>`, og:locale ...), or null. */
  readonly lang: string | null;
  readonly published: PublicationDate | null;
  /** Every other date of publication that the page gives and that disagrees by day with `published`. */
  readonly publishedConflicts: readonly PublicationDate[];
  /** ISO 8601 date of the last change as the page states it, or null. */
  readonly modified: string | null;
}

/** A text model that knows which DOM text each of its characters came from. */
export interface DomTextModel extends TextModel {
  /** The element that holds the article body. */
  readonly root: Element;
  /**
   * The live DOM boundary points of a span, or null when its nodes have left the document or their text has changed since
   * the model was built. Never throws.
   */
  locate(span: Span): DomBoundaries | null;
  /** The offset in the text model of a DOM boundary point: exact inside article text, else the nearest following text. Null outside the article. */
  offsetOf(node: Node, offset: number): number | null;
}

export interface DomBoundaries {
  readonly startContainer: Text;
  readonly startOffset: number;
  readonly endContainer: Text;
  readonly endOffset: number;
}
