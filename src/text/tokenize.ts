import { charClass, DIGIT, EMOJI, INVISIBLE, isWordClass, LOWER, SPACE, UPPER } from './char-classes.ts';
import type { TextModel } from './text-model.ts';

/** Tokens as columns: token i is `text.slice(starts[i], ends[i])` (UTF-16 code units) and belongs to `blocks[blockOf[i]]`. */
export interface Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly blockOf: Int32Array;
}

/** Words that keep their full stop, lower case. One letter ("J.") and letters with stops ("U.S.") need no list. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms mx dr prof sen sens rep reps gov govs gen col lt maj sgt cpl capt cmdr adm pvt rev hon pres supt det insp st ste ' +
    'jr sr inc corp co cos ltd llc bros plc vs etc no nos al dept univ assn jan feb mar apr aug sept sep oct nov dec ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mont neb nev okla ore pa tenn tex va vt ' +
    'wash wis wyo ont que alta ave blvd rd mt ft ph fr op vol ed approx est'
  ).split(' '),
);
/** Endings that make "name.ending" one token even without a scheme; everything else is a missing space after a full stop. */
const DOMAIN_ENDINGS = new Set(
  'com org net gov edu mil int info biz io ai co uk eu de fr it es nl us ca au in ie nz tv me fm ly gg app dev news js'.split(
    ' ',
  ),
);
const APOSTROPHE = 39;
const FULL_STOP = 46;
const AMPERSAND = 38;

function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === 0x2019 || code === 0x2bc;
}

function isHyphen(code: number): boolean {
  return code === 45 || code === 0x2010 || code === 0x2011;
}

/** The index of the first white space at or after `from`, at most `to`. */
function wordRunEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && charClass(text.charCodeAt(at)) !== SPACE) at += 1;
  return at;
}

/** Takes closing punctuation off the end of an address. */
function trimAddress(text: string, from: number, end: number): number {
  let at = end;
  while (at > from + 1 && !isWordClass(charClass(text.charCodeAt(at - 1))) && text.charCodeAt(at - 1) !== 47) at -= 1;
  return at;
}

/** Tells the possessive and contracted endings that are tokens of their own: the length after the apostrophe, or 0. */
function cliticLength(text: string, at: number, to: number): number {
  const first = text.charCodeAt(at) | 32;
  const oneLetter = first === 115 || first === 100 || first === 109; // s, d, m
  const nextKind = at + 1 < to ? charClass(text.charCodeAt(at + 1)) : SPACE;
  if (oneLetter && !isWordClass(nextKind) && !isApostrophe(text.charCodeAt(at + 1))) return 1;
  if (at + 1 >= to) return 0;
  const pair = text.slice(at, at + 2).toLowerCase();
  if (pair !== 've' && pair !== 'll' && pair !== 're') return 0;
  const after = at + 2 < to ? charClass(text.charCodeAt(at + 2)) : SPACE;
  return isWordClass(after) ? 0 : 2;
}

/** Decides about a full stop at `at` that ends the word `start..at`: true when it belongs to the word. */
function keepsStop(text: string, start: number, at: number, to: number): boolean {
  const length = at - start;
  const nextKind = at + 1 < to ? charClass(text.charCodeAt(at + 1)) : SPACE;
  const lastKind = charClass(text.charCodeAt(at - 1));
  if (lastKind === DIGIT) return nextKind === DIGIT;
  const single = length === 1 || text.charCodeAt(at - 2) === FULL_STOP || isHyphen(text.charCodeAt(at - 2));
  if (single && lastKind === UPPER) {
    // "J." and "U.S.", but not "Plan B.Then", where a word is glued to the next sentence.
    if (nextKind !== UPPER) return nextKind !== LOWER || length > 1;
    return at + 2 >= to || !isWordClass(charClass(text.charCodeAt(at + 2)));
  }
  if (single && lastKind === LOWER) {
    // "a.m.", "e.g.": a second letter with a stop must follow or have come before.
    if (length > 1) return nextKind !== LOWER && text.charCodeAt(at - 2) === FULL_STOP;
    return nextKind === LOWER && text.charCodeAt(at + 2) === FULL_STOP;
  }
  if (nextKind === UPPER && text.charCodeAt(at + 2) === FULL_STOP && length <= 3) return true; // Ph.D.
  if (nextKind === LOWER || nextKind === DIGIT || nextKind === UPPER) {
    let tail = at + 1;
    let ending = '';
    for (;;) {
      const from = tail;
      while (tail < to && isWordClass(charClass(text.charCodeAt(tail)))) tail += 1;
      if (tail > from) ending = text.slice(from, tail);
      if (text.charCodeAt(tail) !== FULL_STOP || tail + 1 >= to || charClass(text.charCodeAt(tail + 1)) !== LOWER)
        break;
      tail += 1;
    }
    if (length < 2 || (ending !== ending.toLowerCase() && ending !== ending.toUpperCase())) return false;
    return DOMAIN_ENDINGS.has(ending.toLowerCase());
  }
  if (length > 6) return false;
  const word = text.slice(start, at).toLowerCase();
  if (word === 'no' || word === 'nos') return charClass(text.charCodeAt(at + 2)) === DIGIT;
  return ABBREVIATIONS.has(word);
}

/** The end of the word that starts at `start`, where a letter or digit stands. */
function wordEnd(text: string, start: number, to: number): number {
  let at = start + 1;
  while (at < to) {
    const code = text.charCodeAt(at);
    const kind = charClass(code);
    if (isWordClass(kind) || kind === INVISIBLE) {
      at += 1;
      continue;
    }
    const nextCode = at + 1 < to ? text.charCodeAt(at + 1) : 32;
    const nextIsWord = isWordClass(charClass(nextCode));
    if (code === FULL_STOP) {
      if (!keepsStop(text, start, at, to)) break;
      at += 1;
    } else if (isHyphen(code)) {
      if (!nextIsWord) break;
      at += 1;
    } else if (isApostrophe(code)) {
      if (!nextIsWord || cliticLength(text, at + 1, to) > 0) break;
      at += 1;
    } else if (code === AMPERSAND) {
      if (!nextIsWord) break;
      at += 1;
    } else if (code === 44 || code === 58 || code === 47) {
      // 10,000 and 5:40 and 9/11 are one token.
      if (charClass(text.charCodeAt(at - 1)) !== DIGIT || charClass(nextCode) !== DIGIT) break;
      at += 1;
    } else if (code === 64 && nextIsWord) {
      return trimAddress(text, start, wordRunEnd(text, at, to));
    } else break;
  }
  while (at > start + 1 && charClass(text.charCodeAt(at - 1)) === INVISIBLE) at -= 1;
  // A domain may go on as an address: "pic.twitter.com/abc".
  if (text.charCodeAt(at) === 47 && at - start > 4) {
    const dot = text.lastIndexOf('.', at - 1);
    if (dot > start && DOMAIN_ENDINGS.has(text.slice(dot + 1, at).toLowerCase())) {
      return trimAddress(text, start, wordRunEnd(text, at, to));
    }
  }
  return at;
}

/** The end of the token that starts at `start`, where no white space stands. */
function tokenEnd(text: string, start: number, to: number): number {
  const code = text.charCodeAt(start);
  const kind = charClass(code);
  if (isWordClass(kind)) {
    const head = code | 32;
    if (
      (head === 104 && /^https?:\/\//i.test(text.slice(start, start + 8))) ||
      (head === 119 && text.slice(start, start + 4).toLowerCase() === 'www.')
    ) {
      return trimAddress(text, start, wordRunEnd(text, start, to));
    }
    return wordEnd(text, start, to);
  }
  if (kind === EMOJI) {
    let at = start + 1;
    while (at < to) {
      const next = charClass(text.charCodeAt(at));
      if (next !== EMOJI && next !== INVISIBLE) break;
      at += 1;
    }
    return at;
  }
  // @handle and #hashtag
  if ((code === 64 || code === 35) && start + 1 < to && isWordClass(charClass(text.charCodeAt(start + 1)))) {
    let at = start + 1;
    while (at < to && (isWordClass(charClass(text.charCodeAt(at))) || text.charCodeAt(at) === 95)) at += 1;
    return at;
  }
  if (isApostrophe(code) && start > 0 && charClass(text.charCodeAt(start - 1)) !== SPACE) {
    const length = start + 1 < to ? cliticLength(text, start + 1, to) : 0;
    if (length > 0) return start + 1 + length;
  }
  // "..." and "--" are one token.
  let at = start + 1;
  while (at < to && text.charCodeAt(at) === code) at += 1;
  return at;
}

let startBuffer = new Int32Array(4096);
let endBuffer = new Int32Array(4096);
let blockBuffer = new Int32Array(4096);

function grow(): void {
  const size = startBuffer.length * 2;
  const copies = [startBuffer, endBuffer, blockBuffer].map((old) => {
    const larger = new Int32Array(size);
    larger.set(old);
    return larger;
  });
  startBuffer = copies[0]!;
  endBuffer = copies[1]!;
  blockBuffer = copies[2]!;
}

/**
 * Splits the blocks of a text into tokens: words (hyphens, inner apostrophes and the stops of abbreviations included),
 * possessive and contracted endings ('s, 've), addresses, handles, hashtags, runs of one punctuation mark, runs of emoji.
 * Costs one pass over the text. The arrays are views of buffers that the next call overwrites: take what you need before.
 */
export function tokenize(model: TextModel): Tokens {
  const { text, blocks } = model;
  let count = 0;
  for (let b = 0; b < blocks.length; b += 1) {
    const block = blocks[b]!;
    let at = block.start;
    while (at < block.end) {
      const kind = charClass(text.charCodeAt(at));
      if (kind === SPACE || kind === INVISIBLE) {
        at += 1;
        continue;
      }
      const end = tokenEnd(text, at, block.end);
      if (count === startBuffer.length) grow();
      startBuffer[count] = at;
      endBuffer[count] = end;
      blockBuffer[count] = b;
      count += 1;
      at = end;
    }
  }
  return {
    count,
    starts: startBuffer.subarray(0, count),
    ends: endBuffer.subarray(0, count),
    blockOf: blockBuffer.subarray(0, count),
  };
}
