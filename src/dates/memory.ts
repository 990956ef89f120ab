import type { Day } from './calendar.ts';
import type { Expression } from './expression.ts';
import type { Found } from './pattern.ts';
import type { Context, Resolved } from './resolved.ts';

/** Farther than this a date is forgotten: "the day" of the next paragraphs is another one. Tokens. */
const REACH = 80;
const QUARTER_REACH = 150;
const NAMES_A_DAY = /^\d{4}-\d\d-\d\d/;
const NAMES_A_QUARTER = /^\d{4}-Q\d$/;

/** What the text spoke of before, for what counts from it. One per text. */
export class Memory {
  #narrative: Day | null;
  #narrativeAt = Number.NEGATIVE_INFINITY;
  #day: Day | null = null;
  #dayAt = Number.NEGATIVE_INFINITY;
  #quarter: Day | null = null;
  #quarterAt = Number.NEGATIVE_INFINITY;
  #history: boolean;

  /** `start`: the day a telling of history begins with; null for news, where what lies far back in the text is forgotten. */
  constructor(start: Day | null) {
    this.#narrative = start;
    this.#history = start !== null;
  }

  /** What is remembered at a token. */
  at(token: number): Pick<Context, 'narrative' | 'narrativeDay' | 'narrativeQuarter' | 'lastNamed'> {
    const recent = <T>(value: T, at: number, reach: number): T | null =>
      this.#history || token - at <= reach ? value : null;
    return {
      lastNamed: this.#narrative,
      narrative: recent(this.#narrative, this.#narrativeAt, REACH),
      narrativeDay: recent(this.#day, this.#dayAt, REACH),
      narrativeQuarter: recent(this.#quarter, this.#quarterAt, QUARTER_REACH),
    };
  }

  /** Remembers what an expression at a token turned out to be. */
  note({ day, value }: Resolved, expression: Expression, token: number): void {
    if (day === null) return;
    // "Now", "today" and the like step out of a tale of history; it goes on where it was.
    if (this.#history && expression.kind === 'move' && expression.origin === 'publication') return;
    this.#narrative = day;
    this.#narrativeAt = token;
    if (NAMES_A_DAY.test(value)) {
      this.#day = day;
      this.#dayAt = token;
    }
    if (NAMES_A_QUARTER.test(value) && !(expression.kind === 'move' && expression.unit === 'year')) {
      if (expression.kind === 'move' && expression.count <= -4) return;
      this.#quarter = day;
      this.#quarterAt = token;
    }
  }
}

/** The first year that is written out in the text. */
export function firstWrittenYear(found: readonly Found[]): Day | null {
  for (const { expression: e } of found) {
    if ('year' in e && typeof e.year === 'number') return { year: e.year, month: 1, day: 1 };
  }
  return null;
}

/**
 * Whether a text tells of times before its publication: its written years are many, most lie more than two years back, several
 * with their month, and it hardly speaks of weekdays, today, last week. News does the reverse; a few bare years (a list of
 * albums) don't make history. Without a date of publication no year is known to be old, so only a chronicle of many years is
 * history: the relative dates of any other text stay open.
 */
export function tellsHistory(found: readonly Found[], published: Day | null): boolean {
  let old = 0;
  let oldDated = 0;
  let recent = 0;
  let deictic = 0;
  for (const { expression: e } of found) {
    if (e.kind === 'weekday' || (e.kind === 'move' && e.origin === 'publication')) deictic++;
    else if ('year' in e && typeof e.year === 'number') {
      if (published === null || e.year >= published.year - 2) recent++;
      else {
        old++;
        if (e.kind === 'day' || e.kind === 'month') oldDated++;
      }
    }
  }
  const chronicle = old + recent >= 30 && old + recent > 5 * deictic;
  const farBack = old >= 6 && (oldDated >= 3 || old >= 15) && old > 3 * deictic && old > recent;
  const nothingNew = old >= 5 && recent === 0 && deictic === 0;
  return chronicle || farBack || nothingNew;
}
