import type { PublicationDate } from '../article/types.ts';
import type { Timex } from '../dates/types.ts';
import type { Entity } from '../entities/types.ts';
import type { Span } from '../text/text-model.ts';

export interface Quote extends Span {
  readonly kind: 'direct' | 'indirect';
  readonly speaker: {
    readonly name: string;
    readonly start?: number;
    readonly end?: number;
    readonly anonymous?: boolean;
  } | null;
  readonly cue: string;
}

export interface Claim extends Span {
  readonly score: number;
  readonly reasons: readonly string[];
}

export interface Finding {
  readonly check: string;
  readonly confidence: 'high' | 'low';
  readonly message: string;
  readonly passages: readonly Span[];
}

/** Everything that is understood of one article. Offsets count UTF-16 code units of the analysed text. */
export interface Analysis {
  /** `unsupported`: the text is not English; nothing was marked. `unknown`: too little text to tell, treated as English. */
  readonly language: 'en' | 'unsupported' | 'unknown';
  readonly published: PublicationDate | null;
  readonly entities: readonly Entity[];
  readonly dates: readonly Timex[];
  readonly quotes: readonly Quote[];
  readonly claims: readonly Claim[];
  readonly checks: readonly Finding[];
  /** Parts that could not be done, in words for the reader, as when the tagger's file is damaged. */
  readonly problems: readonly string[];
}
