import type { Expression } from './expression.ts';
import { intern, PSEUDO } from './lexicon.ts';
import type { Captures } from './matchers.ts';
import type { Match, Rule } from './pattern.ts';
import { adjoins, isCapital, MARK, tokenLength } from './tokens.ts';

/** Times of the clock and bare parts of the day; `compose.ts` joins them with the dates beside them. */

/**
 * Only UTC goes into the value: TIMEX3 texts give the hour as the place has it, and names such as EST are used for summer time
 * as well.
 */
const UTC = 1;
const LEFT = new Set(['left', 'remaining', 'into'].map(intern));
const PLAY = new Set(['play', 'go', 'spare'].map(intern));
const TO = intern('to');

function clock(c: Captures, { scan, from, to }: Match): Expression | null {
  // 4:30 as a Bible verse or a score can't be told from a time; figures that go on can: 1:23:45.6, 10:30:2.
  if (scan.lex[to] === MARK.colon && adjoins(scan, to) && scan.lex[to + 1] === PSEUDO.number && adjoins(scan, to + 1))
    return null;
  if (from > 0 && adjoins(scan, from) && (scan.lex[from - 1] === MARK.colon || scan.lex[from - 1] === MARK.hyphen))
    return null;
  // "John 3:16"
  const bare = scan.lex[to - 1] === PSEUDO.number && c.zone === 0;
  if (bare && from > 0 && scan.lex[from - 1] === PSEUDO.word && isCapital(scan, from - 1)) return null;
  // The clock of a match: "with 3:08 to play".
  const next = scan.lex[to] as number;
  if (LEFT.has(next) || (next === TO && PLAY.has(scan.lex[to + 1] as number))) return null;
  return {
    kind: 'time-of-day',
    time: { seconds: c.clock - 1, ...zoneOf(c) },
  };
}

function zoneOf(c: Captures): { zone?: string } {
  return c.zone === UTC ? { zone: 'Z' } : {};
}

/** 1800 GMT */
function military(c: Captures, { scan, from }: Match): Expression | null {
  const value = c.number - 1;
  if (tokenLength(scan, from) !== 4 || value % 100 > 59 || value > 2400) return null;
  return { kind: 'time-of-day', time: { seconds: Math.floor(value / 100) * 3600 + (value % 100) * 60, ...zoneOf(c) } };
}

export const CLOCK_RULES: readonly Rule[] = [
  ['CLOCK', clock],
  ['CLOCK ( ZONE )', (c, m) => clock(c, m)],
  ['CLOCK ZONE', clock],
  ['CLOCK ZONE time', clock],
  ['NUMBER ZONE', military],
];
