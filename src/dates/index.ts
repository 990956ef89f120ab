import type { TextModel } from '../text/text-model.ts';
import type { Day } from './calendar.ts';
import { daysInMonth } from './calendar.ts';
import type { Expression } from './expression.ts';
import { firstWrittenYear, Memory, tellsHistory } from './memory.ts';
import { recognise } from './recognise.ts';
import { resolve } from './resolve.ts';
import type { Context, Resolved } from './resolved.ts';
import { scan } from './scan.ts';
import { followsPastVerb, tenseAround } from './tense.ts';
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
  const memory = new Memory(history ? firstWrittenYear(found) : null);
  const out: Timex[] = [];
  for (const { from, to, expression } of found) {
    const tense = needsTense(expression) ? tenseAround(tokens, from, to) : null;
    if (expression.kind === 'reference' && expression.unlessPast && tense === 'past') continue;
    const afterPast = YEAR_IS_CHOSEN.has(expression.kind) && followsPastVerb(tokens, from);
    const resolved: Resolved = resolve(expression, {
      ...memory.at(from),
      published,
      history,
      tense,
      afterPast,
    } satisfies Context);
    memory.note(resolved, expression, from);
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

const YEAR_IS_CHOSEN: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  'day',
  'month',
  'season',
  'holiday',
  'part-of-month',
]);

/** Looking for the verb costs more than all else, so only where the value depends on it. */
function needsTense(e: Expression): boolean {
  switch (e.kind) {
    case 'day':
    case 'month':
    case 'season':
    case 'fraction':
    case 'holiday':
    case 'part-of-month':
      return e.year === null;
    case 'weekday':
    case 'within':
    case 'week-of':
    case 'counted-from':
      return true;
    case 'move':
      return e.unit === 'weekend';
    case 'reference':
      return e.unlessPast === true;
    default:
      return false;
  }
}

/** The local day of an ISO 8601 date or date-time; null for anything else, and for days that don't exist. */
export function parsePublished(published: string | null): Day | null {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:$|[T ])/.exec(published ?? '');
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}
