import { intern, PSEUDO } from './lexicon.ts';
import type { Captures } from './matchers.ts';
import type { Scan } from './scan.ts';

/** Times of the clock: 10 a.m., 6am, 18:30, 6:38:05 p.m., 1800 GMT is left to the grammar, noon, midnight, ten o'clock. */

const word = (text: string): number => intern(text);
const AM = word('am');
const PM = word('pm');
const A = word('a');
const P = word('p');
const M = word('m');
const O = word('o');
const CLOCK = word('clock');
const NOON = word('noon');
const MIDDAY = word('midday');
const MIDNIGHT = word('midnight');
const DOT = word('.');
const COLON = word(':');
const APOSTROPHE = word("'");
const HOURS = new Map(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((name, i) => [word(name), i + 1]),
);

export function startsClock(lex: number): boolean {
  return lex === PSEUDO.number || lex === NOON || lex === MIDNIGHT || lex === MIDDAY || HOURS.has(lex);
}

/** See `Matcher.match`: writes `captures.clock`, seconds after midnight plus one. */
export function matchClock(scan: Scan, at: number, captures: Captures): number {
  if (at >= scan.count) return -1;
  const lex = scan.lex[at] as number;
  if (lex === NOON || lex === MIDDAY || lex === MIDNIGHT) {
    captures.clock = (lex === MIDNIGHT ? 0 : 43200) + 1;
    return at + 1;
  }
  let hour = HOURS.get(lex) ?? -1;
  if (lex === PSEUDO.number) {
    if ((scan.end[at] as number) - (scan.start[at] as number) > 2) return -1;
    // A figure that goes on to the left is no time: 1.30 of "2,1.30", or the minutes of another.
    if (at > 0 && scan.start[at] === scan.end[at - 1] && (scan.lex[at - 1] === COLON || scan.lex[at - 1] === DOT))
      return -1;
    hour = digitsValue(scan, at);
  }
  if (hour < 0 || hour > 24) return -1;
  let minute = -1;
  let second = 0;
  let next = at + 1;
  let dotted = false;
  if ((scan.lex[next] === COLON || scan.lex[next] === DOT) && glued(scan, next) && twoDigits(scan, next + 1)) {
    dotted = scan.lex[next] === DOT;
    minute = digitsValue(scan, next + 1);
    next += 2;
    if (scan.lex[next] === COLON && glued(scan, next) && twoDigits(scan, next + 1)) {
      second = digitsValue(scan, next + 1);
      next += 2;
    }
    if (minute > 59 || second > 59) return -1;
  }
  const after = meridiem(scan, next);
  if (after.next > 0) {
    if (hour === 0 || hour > 12) return -1;
    hour = (hour % 12) + (after.pm ? 12 : 0);
    captures.clock = hour * 3600 + Math.max(0, minute) * 60 + second + 1;
    return after.next;
  }
  // 7.30 without a.m. or p.m. is a decimal as often as a time.
  if (minute >= 0) {
    if (dotted) return -1;
    captures.clock = hour * 3600 + minute * 60 + second + 1;
    return next;
  }
  if (scan.lex[next] === O && scan.lex[next + 1] === APOSTROPHE && scan.lex[next + 2] === CLOCK) {
    captures.clock = hour * 3600 + 1;
    return next + 3;
  }
  return -1;
}

function meridiem(scan: Scan, at: number): { readonly next: number; readonly pm: boolean } {
  const lex = scan.lex[at];
  if (at >= scan.count) return { next: -1, pm: false };
  if (lex === PM) return { next: at + 1, pm: true };
  if (lex === AM) {
    // "I am 6 am I" does not happen; "at 6 am" does. A gap and a pronoun before would be the verb.
    return { next: at + 1, pm: false };
  }
  if (
    (lex === A || lex === P) &&
    scan.lex[at + 1] === DOT &&
    scan.lex[at + 2] === M &&
    glued(scan, at + 1) &&
    glued(scan, at + 2)
  ) {
    return { next: scan.lex[at + 3] === DOT && glued(scan, at + 3) ? at + 4 : at + 3, pm: lex === P };
  }
  return { next: -1, pm: false };
}

function digitsValue(scan: Scan, at: number): number {
  return Number(scan.text.slice(scan.start[at], scan.end[at]));
}

function twoDigits(scan: Scan, at: number): boolean {
  return (
    at < scan.count &&
    scan.lex[at] === PSEUDO.number &&
    glued(scan, at) &&
    (scan.end[at] as number) - (scan.start[at] as number) === 2
  );
}

function glued(scan: Scan, at: number): boolean {
  return at < scan.count && scan.start[at] === scan.end[at - 1];
}
