import type { Span } from '../text/text-model.ts';

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** Why an expression has its value: a stable code, and words that a reader can check. */
export interface Reason {
  readonly code: string;
  readonly words: string;
}

/**
 * A temporal expression of the text (TIMEX3, ISO-TimeML). `value` is in TIMEX3 form, which extends ISO 8601: `2019-11-08`,
 * `2019-11`, `2019-W47`, `PRESENT_REF`, `P3D`. Where it can't be resolved (no publication date) the unknown digits are X, as
 * in `XXXX-WXX-5`, and the reason says so.
 */
export interface Timex extends Span {
  readonly type: TimexType;
  readonly value: string;
  readonly reason: Reason;
}
