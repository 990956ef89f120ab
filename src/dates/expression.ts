import type { Unit } from './lexicon.ts';

/** Backward, here, forward: last, this, next. */
export type Shift = -1 | 0 | 1;

/** Whence a relative expression counts: the day of publication, or the date that the text spoke of last. */
export type Origin = 'publication' | 'narrative';

/** A time of day on a date: seconds after midnight, or a part of the day (MO, MI, AF, EV, NI), with a zone as read. */
export interface TimeOfDay {
  readonly seconds?: number;
  readonly part?: string;
  /** `Z`, an offset such as `-05:00`, or nothing. */
  readonly zone?: string;
}

interface Common {
  readonly time?: TimeOfDay;
}

/** What an expression means, before it's known which date that is. */
export type Expression = Common &
  (
    | {
        readonly kind: 'day';
        readonly year: number | null;
        readonly month: number;
        readonly day: number;
        readonly weekday?: number;
      }
    | { readonly kind: 'month'; readonly year: number | null; readonly month: number; readonly shift?: Shift }
    | { readonly kind: 'year'; readonly year: number }
    | { readonly kind: 'decade'; readonly decade: number; readonly century: boolean }
    | { readonly kind: 'century'; readonly century: number }
    | { readonly kind: 'season'; readonly season: string; readonly year: number | null; readonly shift?: Shift }
    /** Quarters and halves: Q1 to Q4, H1, H2. */
    | { readonly kind: 'fraction'; readonly fraction: string; readonly year: number | null; readonly shift?: Shift }
    /** `weeks` more weeks away: Tuesday week, two Fridays ago. */
    | { readonly kind: 'weekday'; readonly weekday: number; readonly shift?: Shift; readonly weeks?: number }
    /** The nth day, week or weekend of a month; -1 is the last. */
    | {
        readonly kind: 'part-of-month';
        readonly unit: 'day' | 'week' | 'weekend';
        readonly nth: number;
        readonly month: number;
        readonly year: number | null;
      }
    /** `count` units away from the origin, at the unit's own precision: yesterday, last week, three years ago. */
    | {
        readonly kind: 'move';
        readonly unit: Unit;
        readonly count: number;
        readonly origin: Origin;
        /** Names the unit without pointing (\"the day\"): in news the day of publication, in history the one told of. */
        readonly loose?: boolean;
        /** Said with "ago": where a quarter was spoken of, "a year ago" is the same quarter. */
        readonly ago?: boolean;
      }
    /** A month, season or quarter of a year that is itself relative: May of this year, last year's third quarter. */
    | { readonly kind: 'within'; readonly inner: Expression; readonly year: Expression }
    /** A week that holds a date. */
    | { readonly kind: 'week-of'; readonly of: Expression }
    | { readonly kind: 'holiday'; readonly holiday: number; readonly year: number | null; readonly shift?: Shift }
    /** `unlessPast`: what only a sentence that looks ahead means: "soon". */
    | {
        readonly kind: 'reference';
        readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF';
        readonly unlessPast?: boolean;
      }
    | { readonly kind: 'duration'; readonly unit: Unit; readonly amount: number }
    | { readonly kind: 'set'; readonly value: string; readonly words: string }
    | { readonly kind: 'time-of-day' }
    /** A number of units before (negative) or after another date. */
    | { readonly kind: 'counted-from'; readonly unit: Unit; readonly count: number; readonly of: Expression }
  );

export type Kind = Expression['kind'];
