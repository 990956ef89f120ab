import { isoDay, isoYear, pad2 } from './calendar.ts';
import { moved, valueAt, weekValue } from './calendar-units.ts';
import type { Expression, TimeOfDay } from './expression.ts';
import { durationValue } from './period.ts';
import { dayInWords, reason } from './reason.ts';
import {
  resolveDay,
  resolveFraction,
  resolveHoliday,
  resolveMonth,
  resolvePartOfMonth,
  resolveSeason,
} from './resolve-calendar.ts';
import { quarterFrom, resolveMove, resolveWeekday } from './resolve-relative.ts';
import { type Context, date, type Resolved, UNKNOWN } from './resolved.ts';

/** The TIMEX3 value of an expression and why it is that. */
export function resolve(expression: Expression, context: Context): Resolved {
  const resolved = resolveDate(expression, context);
  return expression.time === undefined ? resolved : withTime(resolved, expression.time);
}

function resolveDate(e: Expression, context: Context): Resolved {
  switch (e.kind) {
    case 'day':
      return resolveDay(e, context);
    case 'month':
      return resolveMonth(e, context);
    case 'year':
      return date(isoYear(e.year), reason('written', 'the year as written'), { year: e.year, month: 1, day: 1 });
    case 'decade':
      return resolveDecade(e.decade, e.century);
    case 'century':
      return date(pad2(e.century - 1), reason('written', `the ${e.century - 1}00s`), null);
    case 'season':
      return resolveSeason(e, context);
    case 'fraction':
      return resolveFraction(e, context);
    case 'weekday':
      return resolveWeekday(e.weekday, e.shift, e.weeks ?? 0, context);
    case 'part-of-month':
      return resolvePartOfMonth(e, context);
    case 'move':
      // "Profit rose in the third quarter from a year earlier": the quarter a year before, not all of that year.
      if (
        e.unit === 'year' &&
        e.count === -1 &&
        (e.ago || e.origin === 'narrative') &&
        context.narrativeQuarter !== null &&
        !context.history
      ) {
        return quarterFrom(context.narrativeQuarter, -4);
      }
      return resolveMove(e.unit, e.count, e.loose && !context.history ? 'publication' : e.origin, context);
    case 'within':
      return resolveWithin(e.inner, e.year, context);
    case 'week-of': {
      const of = resolveDate(e.of, context);
      if (of.day === null) return date('XXXX-WXX', of.reason, null);
      return date(weekValue(of.day), reason('from-date', `the week of ${dayInWords(of.day)}`), of.day);
    }
    case 'holiday':
      return resolveHoliday(e, context);
    case 'reference': {
      const [code, words] =
        e.value === 'PRESENT_REF'
          ? (['now', 'the time of writing'] as const)
          : e.value === 'PAST_REF'
            ? (['past', 'an unnamed time before'] as const)
            : (['future', 'an unnamed time to come'] as const);
      return { type: 'DATE', value: e.value, reason: reason(code, words), day: null };
    }
    case 'duration':
      return {
        type: 'DURATION',
        value: durationValue(e.amount, e.unit),
        reason:
          e.amount < 0
            ? reason('duration-vague', 'a length of time without a number')
            : reason('duration', 'a length of time as written'),
        day: null,
      };
    case 'set':
      return { type: 'SET', value: e.value, reason: reason('set', `recurs: "${e.words}"`), day: null };
    case 'time-of-day': {
      const day = context.narrativeDay ?? context.published;
      if (day === null) return date('XXXX-XX-XX', reason('no-publication-date', UNKNOWN), null);
      return date(isoDay(day), reason('time-on-day', `a time on ${dayInWords(day)}, the day spoken of`), day);
    }
    case 'counted-from': {
      const of = resolveDate(e.of, context);
      if (of.day === null) return date('XXXX-XX-XX', of.reason, null);
      const day = moved(of.day, e.unit, e.count);
      return date(valueAt(day, e.unit), reason('from-date', `counted from ${dayInWords(of.day)}`), day);
    }
  }
}
function resolveDecade(decade: number, century: boolean): Resolved {
  const first = { year: decade * 10, month: 1, day: 1 };
  if (century) return date(String(decade / 10), reason('written', `the years ${decade}0 to ${decade + 9}9`), first);
  return date(String(decade), reason('written', `the years ${decade}0 to ${decade}9`), first);
}
function resolveWithin(inner: Expression, yearOf: Expression, context: Context): Resolved {
  const outer = resolveDate(yearOf, context);
  const year = outer.day?.year ?? null;
  if (year === null) return resolveDate(inner, { ...context, published: null, narrative: null });
  const resolved = resolveDate({ ...inner, year } as Expression, context);
  return date(resolved.value, reason('within-year', `in ${year}: ${outer.reason.words}`), resolved.day);
}
function withTime(resolved: Resolved, time: TimeOfDay): Resolved {
  const zone = time.zone ?? '';
  if (time.part !== undefined) return { ...resolved, type: 'TIME', value: `${resolved.value}T${time.part}` };
  const seconds = time.seconds ?? 0;
  const clock = `${pad2(Math.floor(seconds / 3600))}:${pad2(Math.floor(seconds / 60) % 60)}`;
  const rest = seconds % 60 === 0 ? '' : `:${pad2(seconds % 60)}`;
  return { ...resolved, type: 'TIME', value: `${resolved.value}T${clock}${rest}${zone}` };
}
