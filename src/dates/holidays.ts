import { addDays, type Day, easter, nthWeekday } from './calendar.ts';

/** A feast with a name: its words (lower case, as tokens), and the day it falls on in a year. */
export interface Holiday {
  readonly names: readonly string[];
  readonly dayIn: (year: number) => Day;
  /** How the reader is told which rule gave the day. */
  readonly rule: string;
}

const fixed = (month: number, day: number, names: string): Holiday => ({
  names: names.split('|'),
  dayIn: (year) => ({ year, month, day }),
  rule: 'the same day every year',
});

const floating = (month: number, weekday: number, nth: number, names: string, plus = 0): Holiday => ({
  names: names.split('|'),
  dayIn: (year) => addDays(nthWeekday(year, month, weekday, nth), plus),
  rule: 'a fixed weekday of the month',
});

const fromEaster = (offset: number, names: string): Holiday => ({
  names: names.split('|'),
  dayIn: (year) => addDays(easter(year), offset),
  rule: 'counted from Easter',
});

/** Feasts whose day follows from the year alone; moon-sighted and local ones are left out. */
export const HOLIDAYS: readonly Holiday[] = [
  fixed(1, 1, "new year ' s day|new years day|new year ' s|new year day"),
  fixed(2, 14, "valentine ' s day|valentines day|st valentine ' s day"),
  fixed(3, 17, "st patrick ' s day|st . patrick ' s day|st patricks day"),
  fixed(4, 1, "april fools ' day|april fool ' s day"),
  fixed(4, 25, 'anzac day'),
  fixed(5, 1, 'may day'),
  fixed(7, 14, 'bastille day'),
  fixed(10, 31, 'halloween'),
  fixed(11, 5, 'bonfire night|guy fawkes night'),
  fixed(11, 11, "armistice day|veterans day|veterans ' day"),
  fixed(12, 24, 'christmas eve'),
  fixed(12, 25, 'christmas|christmas day'),
  fixed(12, 26, "boxing day|st stephen ' s day"),
  fixed(12, 31, "new year ' s eve|new years eve"),
  floating(1, 1, 3, 'martin luther king day|mlk day|martin luther king jr . day'),
  floating(2, 1, 3, "presidents day|presidents ' day|president ' s day"),
  floating(5, 7, 2, "mother ' s day|mothers day"),
  floating(5, 1, -1, 'memorial day'),
  floating(6, 7, 3, "father ' s day|fathers day"),
  floating(9, 1, 1, 'labor day|labour day'),
  floating(10, 1, 2, 'columbus day'),
  floating(11, 4, 4, 'thanksgiving|thanksgiving day'),
  floating(11, 4, 4, 'black friday', 1),
  floating(11, 4, 4, 'cyber monday', 4),
  fromEaster(-47, 'shrove tuesday|mardi gras|fat tuesday'),
  fromEaster(-46, 'ash wednesday'),
  fromEaster(-7, 'palm sunday'),
  fromEaster(-3, 'maundy thursday|holy thursday'),
  fromEaster(-2, 'good friday'),
  fromEaster(-1, 'holy saturday|easter saturday'),
  fromEaster(0, 'easter|easter sunday|easter day'),
  fromEaster(1, 'easter monday'),
  fromEaster(39, 'ascension day'),
  fromEaster(49, 'pentecost|whit sunday'),
];
