import { type Day, dayNumber } from './calendar.ts';
import { dayInWords, reason } from './reason.ts';
import { type Context, publishedOn } from './resolved.ts';
import type { Reason } from './types.ts';

/** Which year a day, month or season without one belongs to. */

/** In history the thread of the story, else publication. */
export function originOf(context: Context): Day | null {
  return context.history ? (context.narrative ?? context.published) : context.published;
}

/**
 * The year of a day or month that is named without one: the nearest to publication, where a year against the tense of the
 * verb counts as five months farther away. Both matter: "was charged in December", written in November, is a year back.
 */
export function chooseYear(at: (year: number) => Day, context: Context, origin: Day): { year: number; why: Reason } {
  if (context.history && context.narrative !== null) {
    return {
      year: nearestYear(at, origin),
      why: reason('year-narrative', `the year the text has reached (${origin.year})`),
    };
  }
  // Lists of what is to come run forward from the first date that lies ahead, without a verb.
  const { narrativeDay } = context;
  if (
    context.tense === null &&
    narrativeDay !== null &&
    dayNumber(narrativeDay) > dayNumber(origin) + LIST_AHEAD_DAYS
  ) {
    const { year } = narrativeDay;
    const passed = dayNumber(at(year)) < dayNumber(narrativeDay);
    const why = reason('year-narrative', `the next one after ${dayInWords(narrativeDay)}, the date spoken of before`);
    return { year: passed ? year + 1 : year, why };
  }
  let best = origin.year;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const year of [origin.year - 1, origin.year, origin.year + 1]) {
    const distance = dayNumber(at(year)) - dayNumber(origin);
    if (context.afterPast && distance > 31) continue;
    const against = (context.tense === 'past' && distance > 15) || (context.tense === 'future' && distance < -15);
    const unsaid = distance > 0 && context.tense !== 'past' && context.tense !== 'future';
    const cost = Math.abs(distance) + (against ? AGAINST_TENSE_DAYS : 0) + (unsaid ? UNSAID_FUTURE_DAYS : 0);
    if (cost < bestCost) {
      best = year;
      bestCost = cost;
    }
  }
  const later = dayNumber(at(best)) > dayNumber(origin);
  const near = publishedOn(origin);
  if (context.tense === 'past' && !later)
    return { year: best, why: reason('year-past', `the last one before ${near}, past tense`) };
  if (context.tense === 'future' && later)
    return { year: best, why: reason('year-future', `the next one after ${near}, future`) };
  return { year: best, why: reason('year-nearest', `the one nearest to ${near}`) };
}

/** How much farther away a year counts that the tense speaks against; and one ahead that no tense speaks for. */
const LIST_AHEAD_DAYS = 15;
const AGAINST_TENSE_DAYS = 150;
const UNSAID_FUTURE_DAYS = 40;

/** Stories run forward: a step back costs more than one ahead. */
function nearestYear(at: (year: number) => Day, origin: Day): number {
  let best = origin.year;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const year of [origin.year, origin.year + 1, origin.year - 1]) {
    const distance = dayNumber(at(year)) - dayNumber(origin);
    const cost = distance < 0 ? -distance * BACKWARD_COST : distance;
    if (cost < bestCost) {
      best = year;
      bestCost = cost;
    }
  }
  return best;
}
const BACKWARD_COST = 1.5;
