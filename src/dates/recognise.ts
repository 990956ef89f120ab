import { compose } from './compose.ts';
import { AMOUNT_RULES } from './grammar-amount.ts';
import { CALENDAR_RULES } from './grammar-calendar.ts';
import { CLOCK_RULES } from './grammar-clock.ts';
import { FRACTION_RULES, REFERENCE_RULES, RELATIVE_RULES } from './grammar-relative.ts';
import { HOLIDAYS } from './holidays.ts';
import { isCapital } from './matchers.ts';
import { compileGrammar, type Found, longestAt, type Rule } from './pattern.ts';
import type { Scan } from './scan.ts';

const HOLIDAY_RULES: readonly Rule[] = HOLIDAYS.flatMap((holiday, index) =>
  holiday.names.flatMap((name): Rule[] => [
    [name, (_, m) => (isCapital(m.scan, m.from) ? { kind: 'holiday', holiday: index, year: null } : null)],
    [`${name} ,? YEAR`, (c) => ({ kind: 'holiday', holiday: index, year: c.year })],
    [`SHIFT ${name}`, (c) => ({ kind: 'holiday', holiday: index, year: null, shift: (c.shift - 2) as -1 | 0 | 1 })],
  ]),
);

const GRAMMAR = compileGrammar([
  ...CALENDAR_RULES,
  ...FRACTION_RULES,
  ...RELATIVE_RULES,
  ...HOLIDAY_RULES,
  ...REFERENCE_RULES,
  ...CLOCK_RULES,
  ...AMOUNT_RULES,
]);

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
  }
  return compose(scan, found);
}
