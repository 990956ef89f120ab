import type { TextModel } from '../text/text-model.ts';
import type { Day } from './calendar.ts';
import { daysInMonth } from './calendar.ts';
import type { Expression } from './expression.ts';
import type { Found } from './pattern.ts';
import { recognise } from './recognise.ts';
import { type Context, type Resolved, resolve } from './resolve.ts';
import { scan } from './scan.ts';
import { tenseAround } from './tense.ts';
import type { Timex } from './types.ts';

/**
 * The temporal expressions of a text (TIMEX3: dates, times, durations, sets), in text order, without overlaps. Offsets in
 * UTF-16 code units of `model.text`.
 *
 * `published` is ISO 8601 at any precision from the day on, with or without time and zone; the local day as written counts.
 * Where it's null, or isn't ISO 8601, relative expressions keep X for what is unknown and their reason says so.
 *
 * Method: one scan over the text with a table of trigger words, a table of patterns tried only at those words, and a second
 * step that gives values in reading order. Linear in the length of the text; keeps nothing between calls.
 */
export function findDates(model: TextModel, context: { readonly published: string | null }): Timex[] {
  const tokens = scan(model.text);
  const found = recognise(tokens);
  const published = parsePublished(context.published);
  const history = tellsHistory(found, published);
  const out: Timex[] = [];
  let narrative: Day | null = null;
  for (const { from, to, expression } of found) {
    const tense = NEEDS_TENSE.has(expression.kind) ? tenseAround(tokens, from, to) : null;
    const resolved: Resolved = resolve(expression, { published, narrative, history, tense } satisfies Context);
    if (resolved.day !== null) narrative = resolved.day;
    out.push({
      start: tokens.start[from] as number,
      end: tokens.end[to - 1] as number,
      type: resolved.type,
      value: resolved.value,
      reason: resolved.reason,
    });
  }
  return out;
}

const NEEDS_TENSE: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  'day',
  'month',
  'season',
  'fraction',
  'weekday',
  'move',
  'holiday',
  'counted-from',
  'within',
]);

/** The local day of an ISO 8601 date or date-time; null for anything else, and for days that don't exist. */
export function parsePublished(published: string | null): Day | null {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:$|[T ])/.exec(published ?? '');
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

/**
 * Whether a text tells of times long before its publication: most of its written years lie more than two years back, and it
 * hardly speaks of weekdays, today, last week. News does the reverse.
 */
function tellsHistory(found: readonly Found[], published: Day | null): boolean {
  if (published === null) return true;
  let old = 0;
  let news = 0;
  for (const { expression: e } of found) {
    if (e.kind === 'weekday' || (e.kind === 'move' && e.origin === 'publication')) news++;
    else if ('year' in e && typeof e.year === 'number') {
      if (e.year < published.year - 2) old++;
      else news++;
    }
  }
  return old >= 4 && old > 3 * news;
}
