import { charClass, LOWER, SPACE } from './char-classes.ts';
import type { Tokens } from './tokenize.ts';

/** Abbreviations after which a capital is usual, so that their full stop ends no sentence. Lower case, with the stop. */
const BEFORE_NAMES = new Set(
  (
    'mr. mrs. ms. mx. dr. prof. sen. sens. rep. reps. gov. govs. gen. col. lt. maj. sgt. cpl. capt. cmdr. adm. pvt. rev. hon. ' +
    'pres. supt. det. insp. st. ste. vs. no. nos. dept. univ. mt. ft. jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. al.'
  ).split(' '),
);
const CLOSERS = '"\'”’)]»';
const OPENERS = '"\'“‘([«';

/**
 * Marks where sentences begin: 1 for each token that is the first of a sentence, else 0. A block always ends a sentence.
 * A full stop that belongs to an abbreviation ("Inc.", "U.S.") ends a sentence only when one of few words that seldom
 * stand inside a sentence with a capital follows.
 */
export function sentenceStarts(text: string, tokens: Tokens): Uint8Array {
  const { count, starts, ends, blockOf } = tokens;
  const result = new Uint8Array(count);
  let ended = true;
  for (let i = 0; i < count; i += 1) {
    if (i === 0 || blockOf[i] !== blockOf[i - 1]) ended = true;
    const start = starts[i]!;
    const first = text.charCodeAt(start);
    if (ended) {
      const closes = result[i - 1] !== 1 && CLOSERS.includes(text[start]!) && !isOpening(text, start);
      const continues =
        charClass(first) === LOWER && i > 0 && blockOf[i] === blockOf[i - 1] && text[ends[i - 1]! - 1] === '.';
      if (!closes || i === 0 || blockOf[i] !== blockOf[i - 1]) {
        result[i] = continues ? 0 : 1;
        ended = false;
      }
    }
    const last = text.charCodeAt(ends[i]! - 1);
    if (last === 46 || last === 33 || last === 63 || last === 0x2026) {
      ended = ends[i]! - start === 1 || last !== 46 || endsAfterAbbreviation(text, tokens, i);
      if (ended && ends[i]! - start > 1 && last === 46 && first === 46) ended = !nextIsLower(text, tokens, i);
    }
  }
  return result;
}

function isOpening(text: string, at: number): boolean {
  const char = text[at]!;
  if (!OPENERS.includes(char)) return false;
  if (char !== '"' && char !== "'") return true;
  // A straight quote opens when white space stands before it and none after.
  return at === 0 || charClass(text.charCodeAt(at - 1)) === SPACE;
}

function nextIsLower(text: string, tokens: Tokens, i: number): boolean {
  const next = tokens.starts[i + 1];
  return next !== undefined && charClass(text.charCodeAt(next)) === LOWER;
}

const STARTERS = new Set(
  'the a an he she it they we i in on at but and this that these those his her its their there as for if when while'.split(
    ' ',
  ),
);

function endsAfterAbbreviation(text: string, tokens: Tokens, i: number): boolean {
  const word = text.slice(tokens.starts[i]!, tokens.ends[i]!).toLowerCase();
  if (BEFORE_NAMES.has(word)) return false;
  if (i + 1 >= tokens.count) return true;
  const next = text.slice(tokens.starts[i + 1]!, tokens.ends[i + 1]!);
  if (next.charAt(0) === next.charAt(0).toLowerCase())
    return OPENERS.includes(next) && isOpening(text, tokens.starts[i + 1]!) && next !== '(';
  return STARTERS.has(next.toLowerCase());
}
