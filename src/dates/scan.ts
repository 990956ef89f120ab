import { HASH_SEED, hashStep, intern, lookUp, PSEUDO } from './lexicon.ts';

/**
 * The tokens of a text as parallel arrays: runs of letters, runs of digits, single marks. `lex` is the id of the word in the
 * lexicon. Offsets in UTF-16 code units.
 */
export interface Scan {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly lex: Uint16Array;
}

const MARKS = new Uint16Array(128);
for (const mark of `.,-/:;'"()$%#+&?!~`) MARKS[mark.charCodeAt(0)] = intern(mark);
const DASH = intern('–');
const APOSTROPHE = intern("'");

/** Cuts a text into tokens. Linear; about one token for every five code units. */
export function scan(text: string): Scan {
  // Two tokens a code unit can't happen; growing once is cheaper than counting first.
  let capacity = (text.length >> 1) + 16;
  let start = new Int32Array(capacity);
  let end = new Int32Array(capacity);
  let lex = new Uint16Array(capacity);
  let count = 0;
  const length = text.length;
  let i = 0;
  while (i < length) {
    const code = text.charCodeAt(i);
    if (code === 32) {
      i++;
      continue;
    }
    if (count + 2 >= capacity) {
      capacity *= 2;
      start = grown(start, new Int32Array(capacity));
      end = grown(end, new Int32Array(capacity));
      lex = grown(lex, new Uint16Array(capacity));
    }
    const from = i;
    if (isLetter(code)) {
      let hash = HASH_SEED;
      let next = code;
      do {
        hash = hashStep(hash, next >= 65 && next <= 90 ? next + 32 : next);
        next = text.charCodeAt(++i);
      } while (isLetter(next));
      lex[count] = lookUp(text, from, i, hash) || (endsInEd(text, from, i) ? PSEUDO.pastForm : PSEUDO.word);
    } else if (isDigit(code)) {
      do i++;
      while (isDigit(text.charCodeAt(i)));
      const suffix = ordinalSuffixEnd(text, i);
      if (suffix > 0) i = suffix;
      lex[count] = suffix > 0 ? PSEUDO.ordinal : PSEUDO.number;
    } else {
      i++;
      if (code === 10 || code === 0x2029) lex[count] = PSEUDO.lineBreak;
      else if (code < 128) {
        if (code < 32) continue;
        lex[count] = (MARKS[code] as number) || PSEUDO.mark;
      } else if (code === 0x2019 || code === 0x2018) lex[count] = APOSTROPHE;
      else if (code === 0x2013 || code === 0x2014 || code === 0x2012) lex[count] = DASH;
      else if (code === 0x2010 || code === 0x2011) lex[count] = MARKS[45] as number;
      else if (code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0xad) continue;
      else lex[count] = PSEUDO.mark;
    }
    start[count] = from;
    end[count] = i;
    count++;
  }
  return { text, count, start, end, lex };
}

function grown<T extends Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Past the end of the text `charCodeAt` gives NaN, for which every comparison is false. */
function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7)
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function endsInEd(text: string, start: number, end: number): boolean {
  return end - start > 3 && text.charCodeAt(end - 1) === 100 && text.charCodeAt(end - 2) === 101;
}

function ordinalSuffixEnd(text: string, at: number): number {
  if (isLetter(text.charCodeAt(at + 2))) return 0;
  const suffix = text.charCodeAt(at) | 32;
  const second = text.charCodeAt(at + 1) | 32;
  const pair = suffix * 256 + second;
  // st nd rd th
  return pair === 0x7374 || pair === 0x6e64 || pair === 0x7264 || pair === 0x7468 ? at + 2 : 0;
}
