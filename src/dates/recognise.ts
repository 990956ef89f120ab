import { daysInMonth } from './calendar.ts';
import { compose } from './compose.ts';
import { AMOUNT_RULES } from './grammar-amount.ts';
import { CALENDAR_RULES } from './grammar-calendar.ts';
import { CLOCK_RULES } from './grammar-clock.ts';
import { FRACTION_RULES } from './grammar-fraction.ts';
import { REFERENCE_RULES, RELATIVE_RULES } from './grammar-relative.ts';
import { YEAR_RULES } from './grammar-year.ts';
import { HOLIDAYS } from './holidays.ts';
import { intern, PSEUDO } from './lexicon.ts';
import { MATCHERS, newCaptures } from './matchers.ts';
import { forgetAmounts } from './number-phrase.ts';
import { compileGrammar, type Found, longestAt, type Rule } from './pattern.ts';
import type { Scan } from './scan.ts';
import { isCapital } from './tokens.ts';

const HOLIDAY_RULES: readonly Rule[] = HOLIDAYS.flatMap((holiday, index) =>
  holiday.names.flatMap((name): Rule[] => [
    [name, (_, m) => (isCapital(m.scan, m.from) ? { kind: 'holiday', holiday: index, year: null } : null)],
    [`${name} ,? YEAR`, (c) => ({ kind: 'holiday', holiday: index, year: c.year })],
    [`SHIFT ${name}`, (c) => ({ kind: 'holiday', holiday: index, year: null, shift: (c.shift - 2) as -1 | 0 | 1 })],
  ]),
);

const GRAMMAR = compileGrammar([
  ...CALENDAR_RULES,
  ...YEAR_RULES,
  ...FRACTION_RULES,
  ...RELATIVE_RULES,
  ...HOLIDAY_RULES,
  ...REFERENCE_RULES,
  ...CLOCK_RULES,
  ...AMOUNT_RULES,
]);

const DASHES = new Set(['-', '–', 'to', 'and', 'or', '&'].map(intern));
const MONTH_OR_UNIT = ['MONTH', 'ANY_UNIT'] as const;
const YEAR = MATCHERS.YEAR;
const DAY = MATCHERS.DAY;
const COMMA = intern(',');

/** The second day of "Nov. 8-10" and "November 8 and 10, 2019"; the year behind it belongs to both. */
function secondDay(scan: Scan, first: Found): Found | null {
  const { expression: e, to } = first;
  if (e.kind !== 'day' || e.year !== null || e.time !== undefined || DAY === undefined || YEAR === undefined)
    return null;
  if (!DASHES.has(scan.lex[to] as number)) return null;
  const captures = newCaptures();
  const next = DAY.match(scan, to + 1, captures);
  if (next < 0 || captures.day <= e.day || captures.day > daysInMonth(2000, e.month)) return null;
  // "Nov. 8 and 10 people", "8 to 10 December", "May 5 to 7 p.m." are something else.
  const loose = scan.lex[to] !== DASHES_ONLY[0] && scan.lex[to] !== DASHES_ONLY[1];
  if (loose && (scan.lex[next] === PSEUDO.word || scan.lex[next] === PSEUDO.pastForm)) return null;
  for (const name of MONTH_OR_UNIT) if ((MATCHERS[name]?.match(scan, next, captures) ?? -1) >= 0) return null;
  if ((MATCHERS.CLOCK?.match(scan, to + 1, captures) ?? -1) >= 0) return null;
  const day = captures.day;
  const yearAt = scan.lex[next] === COMMA ? next + 1 : next;
  const end = YEAR.match(scan, yearAt, captures);
  const year = end >= 0 ? captures.year : null;
  if (year !== null) first.expression = { ...e, year };
  return { from: to + 1, to: end >= 0 ? end : next, expression: { kind: 'day', year, month: e.month, day } };
}
const DASHES_ONLY = [intern('-'), intern('–')] as const;

/**
 * Finds the expressions of a scanned text, in order, without overlaps: at each token the longest rule wins, then neighbours
 * that belong together are joined.
 */
export function recognise(scan: Scan): Found[] {
  const found: Found[] = [];
  let at = 0;
  while (at < scan.count) {
    const match = longestAt(GRAMMAR, scan, at);
    if (match === null) {
      at++;
      continue;
    }
    found.push(match);
    at = match.to;
    const second = secondDay(scan, match);
    if (second === null) continue;
    found.push(second);
    at = second.to;
  }
  forgetAmounts();
  return compose(scan, found);
}
