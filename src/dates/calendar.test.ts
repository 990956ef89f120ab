import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayNumber, dayOf, easter, isoWeek, isoYear, nthWeekday, weekdayOf } from './calendar.ts';

const day = (year: number, month: number, d: number) => ({ year, month, day: d });

describe('calendar', () => {
  it('counts days as the platform does, over four centuries and both ways', () => {
    for (let n = -150_000; n <= 30_000; n += 37) {
      const date = new Date(n * 86_400_000);
      const expected = day(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
      expect(dayOf(n)).toEqual(expected);
      expect(dayNumber(expected)).toBe(n);
      expect(weekdayOf(expected)).toBe(date.getUTCDay() || 7);
    }
  });

  it('gives a week to the year that holds its Thursday', () => {
    expect(isoWeek(day(2019, 12, 30))).toEqual({ year: 2020, week: 1 });
    expect(isoWeek(day(2021, 1, 3))).toEqual({ year: 2020, week: 53 });
    expect(isoWeek(day(2019, 11, 8))).toEqual({ year: 2019, week: 45 });
  });

  it('keeps to the end of shorter months', () => {
    expect(addMonths(day(2019, 1, 31), 1)).toEqual(day(2019, 2, 28));
    expect(addMonths(day(2020, 3, 31), -1)).toEqual(day(2020, 2, 29));
    expect(addMonths(day(2019, 11, 8), -12)).toEqual(day(2018, 11, 8));
    expect(addDays(day(2020, 2, 28), 2)).toEqual(day(2020, 3, 1));
  });

  it('finds feasts that move', () => {
    expect(easter(2019)).toEqual(day(2019, 4, 21));
    expect(easter(2024)).toEqual(day(2024, 3, 31));
    expect(nthWeekday(2019, 11, 4, 4)).toEqual(day(2019, 11, 28));
    expect(nthWeekday(2019, 5, 1, -1)).toEqual(day(2019, 5, 27));
  });

  it('writes years before Christ as TIMEX3 does', () => {
    expect(isoYear(-263)).toBe('BC0264');
    expect(isoYear(800)).toBe('0800');
  });
});
