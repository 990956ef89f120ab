import type { Day } from './calendar.ts';
import { dayInWords } from './reason.ts';
import type { Tense } from './tense.ts';
import type { Reason, TimexType } from './types.ts';

/** What is known while the expressions of a text are resolved, in order. */
export interface Context {
  readonly published: Day | null;
  /** The date the text spoke of last. */
  readonly narrative: Day | null;
  /** The same however far back: what "two years later" counts from. */
  readonly lastNamed: Day | null;
  /** The same where the text named a day, not a month or a year: what a bare time of the clock belongs to. */
  readonly narrativeDay: Day | null;
  /** The quarter the text spoke of last, in reports of earnings. */
  readonly narrativeQuarter: Day | null;
  /** The text tells history: its bare months belong to the year it has reached, not to the year of publication. */
  readonly history: boolean;
  /** Tense of the verb around the expression. */
  readonly tense: Tense;
  /** A verb in the past stands right before the expression. */
  readonly afterPast: boolean;
}

export interface Resolved {
  readonly type: TimexType;
  readonly value: string;
  readonly reason: Reason;
  /** A day inside the value, for what follows to count from; null for lengths, sets and the like. */
  readonly day: Day | null;
}

export const UNKNOWN = 'no date of publication is known';

/** A resolved expression of type DATE. */
export function date(value: string, why: Reason, day: Day | null): Resolved {
  return { type: 'DATE', value, reason: why, day };
}

export const publishedOn = (day: Day): string => `publication (${dayInWords(day)})`;
