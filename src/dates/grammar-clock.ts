import type { Expression, TimeOfDay } from './expression.ts';
import { PARTS, PSEUDO } from './lexicon.ts';
import { adjoins, type Captures, MARK, tokenLength } from './matchers.ts';
import type { Match, Rule } from './pattern.ts';

/** Times of the clock and bare parts of the day; `compose.ts` joins them with the dates beside them. */

/** By the sense `zone` of the lexicon. Names with and without summer time stand for different hours: left unsaid. */
const ZONES = ['Z', '', '', '', '', '', '', '+05:30', '+01:00', '+02:00', '', '', '+09:00', ''];
const FIXED: Readonly<Record<string, string>> = {
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  bst: '+01:00',
};

function clock(c: Captures, { scan, from, to }: Match): Expression | null {
  // 4:30 as a Bible verse or a score can't be told from a time; figures that go on can: 1:23:45.6, 10:30:2.
  if (scan.lex[to] === MARK.colon && adjoins(scan, to) && scan.lex[to + 1] === PSEUDO.number && adjoins(scan, to + 1))
    return null;
  if (from > 0 && adjoins(scan, from) && (scan.lex[from - 1] === MARK.colon || scan.lex[from - 1] === MARK.hyphen))
    return null;
  return {
    kind: 'time-of-day',
    time: { seconds: c.clock - 1, ...zoneOf(c, scan.text.slice(scan.start[to - 1], scan.end[to - 1])) },
  };
}

function zoneOf(c: Captures, word: string): { zone?: string } {
  if (c.zone === 0) return {};
  const zone = FIXED[word.toLowerCase()] ?? ZONES[c.zone - 1];
  return zone ? { zone } : {};
}

/** 1800 GMT */
function military(c: Captures, { scan, from, to }: Match): Expression | null {
  const value = c.number - 1;
  if (tokenLength(scan, from) !== 4 || value % 100 > 59 || value > 2400) return null;
  const zone = zoneOf(c, scan.text.slice(scan.start[to - 1], scan.end[to - 1]));
  if (zone.zone === undefined) return null;
  return { kind: 'time-of-day', time: { seconds: Math.floor(value / 100) * 3600 + (value % 100) * 60, ...zone } };
}

export function partOfDay(c: Captures): TimeOfDay {
  return { part: PARTS[c.part - 1] as string };
}

export const CLOCK_RULES: readonly Rule[] = [
  ['CLOCK', clock],
  ['CLOCK ( ZONE )', (c, m) => clock(c, m)],
  ['CLOCK ZONE', clock],
  ['CLOCK ZONE time', clock],
  ['NUMBER ZONE', military],
];
