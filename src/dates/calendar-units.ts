import { addDays, addMonths, type Day, isoDay, isoMonth, isoWeek, isoYear, pad2 } from './calendar.ts';
import type { Unit } from './lexicon.ts';

/** Steps by units of the calendar, and days at the precision of a unit. */

const MONTHS_OF: Partial<Record<Unit, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
  millennium: 12000,
};

/** The day `count` units later; fractions of days are rounded, hours count as whole days only. */
export function moved(day: Day, unit: Unit, count: number): Day {
  const months = MONTHS_OF[unit];
  if (months !== undefined) return addMonths(day, Math.round(months * count));
  if (unit === 'week' || unit === 'weekend') return addDays(day, Math.round(7 * count));
  if (unit === 'fortnight') return addDays(day, 14 * count);
  if (unit === 'hour') return addDays(day, Math.trunc(count / 24));
  if (unit === 'minute' || unit === 'second') return day;
  return addDays(day, Math.round(count));
}

/** A day at the precision of a unit. */
export function valueAt(day: Day, unit: Unit): string {
  switch (unit) {
    case 'week':
    case 'fortnight':
      return weekValue(day);
    case 'weekend':
      return `${weekValue(day)}-WE`;
    case 'month':
      return isoMonth(day.year, day.month);
    case 'quarter':
      return `${isoYear(day.year)}-Q${Math.ceil(day.month / 3)}`;
    case 'year':
      return isoYear(day.year);
    case 'decade':
      return isoYear(day.year).slice(0, 3);
    case 'century':
      return isoYear(day.year).slice(0, 2);
    default:
      return isoDay(day);
  }
}

/** `2019-W45` */
export function weekValue(day: Day): string {
  const { year, week } = isoWeek(day);
  return `${isoYear(year)}-W${pad2(week)}`;
}

/** Values by unit where no date is known to count from. */
export const UNRESOLVED: Partial<Record<Unit, string>> = {
  week: 'XXXX-WXX',
  fortnight: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
};
