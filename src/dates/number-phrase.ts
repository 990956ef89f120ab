import { intern, PSEUDO, valuesOf } from './lexicon.ts';
import type { Captures } from './matchers.ts';
import type { Scan } from './scan.ts';

/**
 * Amounts as words or digits: 3, 1,500, 2.5, two, twenty-five, a hundred and fifty, two and a half, a couple of, several.
 * Vague ones are -1.
 */
export const VAGUE = -1;

const ones = valuesOf('ones');
const tens = valuesOf('tens');
const scale = valuesOf('scale');
const word = (text: string): number => intern(text);
const A = new Set(['a', 'an', 'one'].map(word));
const VAGUE_WORDS = new Set('several few many some numerous countless multiple various'.split(' ').map(word));
const VAGUE_PLURALS = new Set('dozens hundreds thousands scores tens millions'.split(' ').map(word));
const COUPLE = word('couple');
const PAIR = word('pair');
const DOZEN = word('dozen');
const HALF = word('half');
const QUARTER = word('quarter');
const AND = word('and');
const OR = word('or');
const TO = word('to');
const OF = word('of');
const MORE = word('more');
const HYPHEN = word('-');
const DASH = word('–');
const COMMA = word(',');
const DOT = word('.');
const SLASH = word('/');

export function startsAmount(lex: number): boolean {
  return (
    lex === PSEUDO.number ||
    (ones[lex] as number) > 0 ||
    (tens[lex] as number) > 0 ||
    A.has(lex) ||
    lex === HALF ||
    lex === DOZEN ||
    lex === COUPLE ||
    lex === PAIR ||
    VAGUE_WORDS.has(lex) ||
    VAGUE_PLURALS.has(lex)
  );
}

// A dozen rules begin with an amount; the last answer is kept, so that each phrase is read once.
let lastScan: Scan | null = null;
let lastAt = -1;
let lastNext = -1;
let lastAmount = 0;

/** See `Matcher.match`: writes `captures.amount`. */
export function matchAmount(scan: Scan, at: number, captures: Captures): number {
  if (scan !== lastScan || at !== lastAt) {
    lastNext = readAmount(scan, at, captures);
    lastAmount = captures.amount;
    lastScan = scan;
    lastAt = at;
  }
  captures.amount = lastAmount;
  return lastNext;
}

/** Lets go of the text that was read last, which may be large. */
export function forgetAmounts(): void {
  lastScan = null;
}

function readAmount(scan: Scan, at: number, captures: Captures): number {
  const value = { n: 0 };
  let next = simple(scan, at, value);
  if (next < 0) return -1;
  const first = value.n;
  const joint = scan.lex[next];
  if (joint === OR || joint === TO || ((joint === HYPHEN || joint === DASH) && first > 0)) {
    const second = simple(scan, next + 1, value);
    if (second > 0 && value.n > first) {
      captures.amount = VAGUE;
      return second;
    }
  }
  value.n = first;
  if (scan.lex[next] === MORE && first !== 0) next++;
  captures.amount = first;
  return next;
}

function simple(scan: Scan, at: number, out: { n: number }): number {
  if (at >= scan.count) return -1;
  const lex = scan.lex[at] as number;
  if (lex === PSEUDO.number) return figure(scan, at, out);
  if (lex === HALF) {
    out.n = 0.5;
    return A.has(scan.lex[at + 1] as number) ? at + 2 : at + 1;
  }
  if (VAGUE_WORDS.has(lex)) {
    out.n = VAGUE;
    return at + 1;
  }
  if (VAGUE_PLURALS.has(lex) && scan.lex[at + 1] === OF) {
    out.n = VAGUE;
    return at + 2;
  }
  const bare = counted(scan, at, out);
  if (bare >= 0) return bare;
  if (A.has(lex)) {
    const next = scan.lex[at + 1] as number;
    const more = counted(scan, at + 1, out);
    if (more >= 0) return more;
    if (VAGUE_WORDS.has(next)) {
      out.n = VAGUE;
      return at + 2;
    }
    if (next === HALF) {
      out.n = 0.5;
      return at + 2;
    }
    if ((scale[next] as number) > 0) return words(scan, at + 1, out);
    if ((ones[lex] as number) > 0) return words(scan, at, out);
    out.n = 1;
    return at + 1;
  }
  return words(scan, at, out);
}

/** couple of, pair of, dozen. */
function counted(scan: Scan, at: number, out: { n: number }): number {
  const lex = scan.lex[at];
  if (lex === DOZEN) {
    out.n = 12;
    return at + 1;
  }
  if (lex !== COUPLE && lex !== PAIR) return -1;
  out.n = 2;
  return scan.lex[at + 1] === OF ? at + 2 : at + 1;
}

function figure(scan: Scan, at: number, out: { n: number }): number {
  let digitsText = scan.text.slice(scan.start[at], scan.end[at]);
  let next = at + 1;
  while (glued(scan, next) && scan.lex[next] === COMMA && glued(scan, next + 1) && length(scan, next + 1) === 3) {
    digitsText += scan.text.slice(scan.start[next + 1], scan.end[next + 1]);
    next += 2;
  }
  if (glued(scan, next) && scan.lex[next] === DOT && glued(scan, next + 1) && scan.lex[next + 1] === PSEUDO.number) {
    digitsText += `.${scan.text.slice(scan.start[next + 1], scan.end[next + 1])}`;
    next += 2;
  }
  out.n = Number(digitsText);
  // 3 1/2 and 3-1/2
  const from = scan.lex[next] === HYPHEN ? next + 1 : next;
  if (scan.lex[from] === PSEUDO.number && scan.lex[from + 1] === SLASH && scan.lex[from + 2] === PSEUDO.number) {
    out.n +=
      Number(scan.text.slice(scan.start[from], scan.end[from])) /
      Number(scan.text.slice(scan.start[from + 2], scan.end[from + 2]));
    return from + 3;
  }
  if ((scale[scan.lex[next] as number] as number) > 0) {
    out.n *= scale[scan.lex[next] as number] as number;
    next++;
  }
  return withHalf(scan, next, out);
}

function words(scan: Scan, at: number, out: { n: number }): number {
  let total = 0;
  let group = 0;
  let next = at;
  for (;;) {
    const lex = scan.lex[next] as number;
    if ((tens[lex] as number) > 0 && group % 100 === 0) {
      group += (tens[lex] as number) * 10;
      next++;
      const gap = scan.lex[next] === HYPHEN ? 1 : 0;
      const one = ones[scan.lex[next + gap] as number] as number;
      if (one > 0 && one < 10) {
        group += one;
        next += gap + 1;
      }
    } else if ((ones[lex] as number) > 0 && group % 100 === 0) {
      group += ones[lex] as number;
      next++;
    } else if ((scale[lex] as number) > 0) {
      const factor = scale[lex] as number;
      if (factor === 100) group = Math.max(1, group) * 100;
      else {
        total += Math.max(1, group) * factor;
        group = 0;
      }
      next++;
    } else if (
      lex === AND &&
      next > at &&
      group % 100 === 0 &&
      total + group >= 100 &&
      ((ones[scan.lex[next + 1] as number] as number) > 0 || (tens[scan.lex[next + 1] as number] as number) > 0)
    ) {
      next++;
    } else break;
    if (next >= scan.count) break;
  }
  if (next === at) return -1;
  out.n = total + group;
  return withHalf(scan, next, out);
}

/** two and a half, 2 and a quarter, five-and-a-half */
function withHalf(scan: Scan, next: number, out: { n: number }): number {
  const and = afterHyphen(scan, next);
  if (scan.lex[and] !== AND) return next;
  const a = afterHyphen(scan, and + 1);
  if (!A.has(scan.lex[a] as number)) return next;
  const part = afterHyphen(scan, a + 1);
  if (scan.lex[part] === HALF) out.n += 0.5;
  else if (scan.lex[part] === QUARTER) out.n += 0.25;
  else return next;
  return part + 1;
}

function afterHyphen(scan: Scan, at: number): number {
  return scan.lex[at] === HYPHEN ? at + 1 : at;
}

function glued(scan: Scan, at: number): boolean {
  return at < scan.count && scan.start[at] === scan.end[at - 1];
}

function length(scan: Scan, at: number): number {
  return scan.lex[at] === PSEUDO.number ? (scan.end[at] as number) - (scan.start[at] as number) : 0;
}

const CENTURIES = new Map([
  [word('seventeen'), 1700],
  [word('eighteen'), 1800],
  [word('nineteen'), 1900],
  [word('twenty'), 2000],
]);

/** Years as they are spoken, "nineteen ninety-six", "twenty nineteen": writes `captures.year`, gives the token after, or -1. */
export function matchSpokenYear(scan: Scan, at: number, captures: Captures): number {
  const century = CENTURIES.get(scan.lex[at] as number);
  const ten = tens[scan.lex[at + 1] as number] as number;
  if (century === undefined || at + 1 >= scan.count) return -1;
  const teen = ones[scan.lex[at + 1] as number] as number;
  if (teen >= 10) {
    captures.year = century + teen;
    return at + 2;
  }
  if (!(ten > 0)) return -1;
  const after = scan.lex[at + 2] === HYPHEN ? at + 3 : at + 2;
  const one = ones[scan.lex[after] as number] as number;
  captures.year = century + ten * 10 + (one > 0 && one < 10 ? one : 0);
  return one > 0 && one < 10 ? after + 1 : at + 2;
}

export function startsSpokenYear(lex: number): boolean {
  return CENTURIES.has(lex);
}
