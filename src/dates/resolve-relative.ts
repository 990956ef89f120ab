import { addDays, addMonths, type Day, isoDay, weekdayOf } from './calendar.ts';
import { moved, UNRESOLVED, valueAt } from './calendar-units.ts';
import type { Origin, Shift } from './expression.ts';
import type { Unit } from './lexicon.ts';
import { dayInWords, reason, weekdayName } from './reason.ts';
import { type Context, date, publishedOn, type Resolved, UNKNOWN } from './resolved.ts';
import type { Reason } from './types.ts';

/** Values of what counts from another date: weekdays, last week, three years ago, the next day. */

/** A weekday without a date: before publication, unless the sentence looks ahead. */
export function resolveWeekday(weekday: number, shift: Shift | undefined, weeks: number, context: Context): Resolved {
  // Even a tale of history means by "Saturday" a day of its own week.
  const origin = context.published ?? context.narrative;
  if (origin === null) return date(`XXXX-WXX-${weekday}`, reason('no-publication-date', UNKNOWN), null);
  const name = weekdayName(weekday);
  const today = weekdayOf(origin);
  const back = (today - weekday + 7) % 7;
  const ahead = (weekday - today + 7) % 7;
  const near = publishedOn(origin);
  const at = (days: number, why: Reason): Resolved => {
    const day = addDays(origin, days + 7 * weeks);
    return date(isoDay(day), why, day);
  };
  if (shift === -1) return at(-(back || 7), reason('weekday-last', `the last ${name} before ${near}`));
  if (shift === 1) return at(ahead || 7, reason('weekday-next', `the next ${name} after ${near}`));
  if (shift === 0) return at(weekday - today, reason('weekday-this', `the ${name} of the week of ${near}`));
  const next = (why: string): Resolved =>
    at(ahead, reason('weekday-future', `the next ${name} from ${near} on, ${why}`));
  if (context.tense === 'future') return next('future');
  if (context.tense === 'intent' && ahead <= NEAR_DAYS) return next('what is meant to be done');
  if (context.tense === null && ahead <= NEAR_DAYS && !context.history) return next('no verb tells what happened');
  // News hardly ever names a day of six days ago by its bare name: of 300 such weekdays in news wires 15 were tomorrow, 3 that.
  if (ahead === 1 && !context.history) return next('the day after');
  const words = context.tense === 'past' ? 'past tense' : 'as news tells what happened';
  return at(-back, reason('weekday-past', `the last ${name} up to ${near}, ${words}`));
}

const NEAR_DAYS = 3;

/** `count` units away from the day of publication, or from the date spoken of before. */
export function resolveMove(unit: Unit, count: number, origin: Origin, context: Context): Resolved {
  const { narrativeQuarter, published } = context;
  if (unit === 'quarter' && origin === 'narrative') {
    if (narrativeQuarter !== null) return quarterFrom(narrativeQuarter, count);
    // Reports speak of the quarter that has ended.
    if (published !== null) return resolveMove('quarter', count - 1, 'publication', context);
  }
  const told = origin === 'narrative' ? narrativeStart(unit, count, context) : null;
  // Nothing that comes "later" counts from the day of publication itself.
  const start = told ?? (origin === 'narrative' && count > 0 ? null : published);
  if (start === null) {
    const why =
      origin === 'narrative'
        ? reason('no-date-before', 'no date to count from was named before')
        : reason('no-publication-date', UNKNOWN);
    return date(UNRESOLVED[unit] ?? 'XXXX-XX-XX', why, null);
  }
  let day = moved(start, unit, count);
  // Early in the week "the weekend" is the one that has just been.
  if (unit === 'weekend' && count === 0 && weekdayOf(start) <= 3 && context.tense !== 'future') day = addDays(day, -7);
  const from =
    told !== null
      ? reason('from-narrative', `counted from ${dayInWords(start)}, the date spoken of before`)
      : reason('from-publication', `counted from ${publishedOn(start)}`);
  // Ten years ago is a year, not a decade; this decade is one.
  const precision: Unit =
    (unit === 'decade' || unit === 'century') && count !== 0 && origin === 'publication' ? 'year' : unit;
  return date(valueAt(day, precision), from, day);
}

/** The quarter `count` quarters away from one that was spoken of. */
export function quarterFrom(quarter: Day, count: number): Resolved {
  const day = addMonths(quarter, 3 * count);
  return date(
    valueAt(day, 'quarter'),
    reason('from-narrative', `counted from the quarter spoken of before (${valueAt(quarter, 'quarter')})`),
    day,
  );
}

/** A day counts from a day that was named; news that says "the week" means its own. */
function narrativeStart(unit: Unit, count: number, context: Context): Day | null {
  if (context.history) return context.narrative;
  const byDays = unit === 'day' || unit === 'night';
  if (count > 0) return byDays ? (context.narrativeDay ?? context.lastNamed) : context.lastNamed;
  if (unit === 'week' || unit === 'weekend') return null;
  return byDays ? context.narrativeDay : context.narrative;
}
