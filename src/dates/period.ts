import type { Unit } from './lexicon.ts';

/** ISO 8601 designators; TIMEX3 adds those for decades, centuries, quarters, weekends. */
const DESIGNATOR: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  night: 'D',
  week: 'W',
  fortnight: 'W',
  weekend: 'WE',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  millennium: 'ML',
  season: 'SN',
};

/** How many of the next smaller unit, and its designator. */
const SMALLER: Partial<Record<Unit, readonly [number, string]>> = {
  minute: [60, 'S'],
  hour: [60, 'M'],
  day: [24, 'H'],
  year: [12, 'M'],
};

/** Years in the long units, for values such as P20Y (two decades), which TIMEX3 prefers where the count is known. */
const YEARS: Partial<Record<Unit, number>> = { decade: 10, century: 100, millennium: 1000 };

/**
 * The TIMEX3 value of a length of time: `P3D`, `PT24H`, `P20Y` for two decades. A negative amount is a vague one: `PXY`.
 * Fractions go to the next smaller unit: two and a half years is `P2Y6M`, half an hour `PT30M`.
 */
export function durationValue(amount: number, unit: Unit): string {
  const time = unit === 'second' || unit === 'minute' || unit === 'hour' ? 'PT' : 'P';
  if (amount < 0) return `${time}X${DESIGNATOR[unit]}`;
  const years = YEARS[unit];
  if (years !== undefined) return `P${amount * years}Y`;
  if (unit === 'fortnight') return `P${amount * 2}W`;
  if (!Number.isInteger(amount)) {
    const whole = Math.floor(amount);
    const smaller = SMALLER[unit];
    // 3.2 years is no whole number of months.
    if (smaller !== undefined && Number.isInteger(Math.round(amount * 1000) * (smaller[0] / 1000))) {
      const [count, designator] = smaller;
      const rest = Math.round((amount - whole) * count);
      const head = whole > 0 ? `${whole}${DESIGNATOR[unit]}` : '';
      const zone = time === 'P' && designator === 'H' ? 'T' : '';
      return `${time}${head}${zone}${rest}${designator}`;
    }
  }
  return `${time}${amount}${DESIGNATOR[unit]}`;
}
