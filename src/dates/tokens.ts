import { intern, PSEUDO } from './lexicon.ts';
import type { Scan } from './scan.ts';

/** What matchers and guards ask of single tokens. */

/** Ids of the marks that they look for. */
export const MARK = {
  dot: intern('.'),
  hyphen: intern('-'),
  comma: intern(','),
  colon: intern(':'),
  slash: intern('/'),
  percent: intern('%'),
  apostrophe: intern("'"),
} as const;

/** The number that the digits of a token make. */
export function numberAt(scan: Scan, at: number): number {
  let value = 0;
  for (let i = scan.start[at] as number; i < (scan.end[at] as number); i++) {
    const digit = scan.text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether a token follows the one before it without a gap. */
export function adjoins(scan: Scan, at: number): boolean {
  return at > 0 && at < scan.count && scan.start[at] === scan.end[at - 1];
}

export function isCapital(scan: Scan, at: number): boolean {
  const code = scan.text.charCodeAt(scan.start[at] as number);
  return code >= 65 && code <= 90;
}

export function tokenLength(scan: Scan, at: number): number {
  return (scan.end[at] as number) - (scan.start[at] as number);
}

/** Whether a token is a run of so many digits. */
export function digits(scan: Scan, at: number, length: number): boolean {
  return at < scan.count && scan.lex[at] === PSEUDO.number && tokenLength(scan, at) === length;
}

/** A number that's part of a longer figure: 1,500 or 3.5 or 20% or 12:30 or $20. */
export function isInsideFigure(scan: Scan, at: number): boolean {
  const next = scan.lex[at + 1] as number;
  if (adjoins(scan, at + 1)) {
    if (next === MARK.percent) return true;
    if (isLetterAt(scan, at + 1)) return true;
    if (
      (next === MARK.comma || next === MARK.dot || next === MARK.colon) &&
      adjoins(scan, at + 2) &&
      scan.lex[at + 2] === PSEUDO.number
    ) {
      if (next !== MARK.comma || tokenLength(scan, at + 2) === 3) return true;
    }
  }
  if (!adjoins(scan, at) || at === 0) return false;
  const code = scan.text.charCodeAt(scan.start[at - 1] as number);
  if (code === 36 || code === 163 || code === 8364 || code === 35 || code === 43 || code === 95 || code === 64)
    return true;
  if ((code === 44 || code === 46 || code === 58) && adjoins(scan, at - 1)) {
    return scan.lex[at - 2] === PSEUDO.number;
  }
  return isLetterAt(scan, at - 1);
}

/** ASCII letters only: what stands glued to a figure. */
function isLetterAt(scan: Scan, at: number): boolean {
  const code = scan.text.charCodeAt(scan.start[at] as number) | 32;
  return code >= 97 && code <= 122;
}
