/**
 * The words of a normalised text, as anchoring counts them. A word is what a reader would call a change if it differed:
 * letters and digits, and the signs that carry meaning (currency, per cent, degree, plus, minus before a figure).
 */
export interface Words {
  /** Offsets in the normalised text, UTF-16 code units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The form in which two words are the same: lower case, no apostrophes, no full stops in U.S., no commas in 1,200. */
  readonly keys: readonly string[];
}

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SIGN = 3;
/** Scripts without spaces: every character is a word of its own. */
const IDEOGRAPH = 4;

const classes = new Uint8Array(0x10000).fill(0xff);

function classify(code: number): number {
  const known = classes[code]!;
  if (known !== 0xff) return known;
  const character = String.fromCharCode(code);
  let found = OTHER;
  if ((code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff)) found = IDEOGRAPH;
  else if (/\p{N}/u.test(character)) found = DIGIT;
  // A half of a surrogate pair counts as a letter: scripts outside the BMP, and an emoji, are words too.
  else if (/[\p{L}\p{M}]/u.test(character) || (code >= 0xd800 && code <= 0xdfff)) found = LETTER;
  else if (/[%‰°+=<>&#\p{Sc}]/u.test(character)) found = SIGN;
  classes[code] = found;
  return found;
}

function classAt(text: string, index: number): number {
  return index < 0 || index >= text.length ? OTHER : classify(text.charCodeAt(index));
}

function isAlphanumeric(kind: number): boolean {
  return kind === LETTER || kind === DIGIT;
}

/** Full stop, comma or colon between two digits; apostrophe between two letters; full stop between single letters (U.S.). */
function joins(text: string, index: number): boolean {
  const character = text[index];
  const before = classAt(text, index - 1);
  const after = classAt(text, index + 1);
  if (character === '.' || character === ',' || character === ':') {
    if (before === DIGIT && after === DIGIT) return true;
    return (
      character === '.' &&
      before === LETTER &&
      after === LETTER &&
      !isAlphanumeric(classAt(text, index - 2)) &&
      !isAlphanumeric(classAt(text, index + 2))
    );
  }
  return character === "'" && isAlphanumeric(before) && isAlphanumeric(after);
}

/** A hyphen is a minus sign before a figure or an amount, when nothing stands before it. */
function isMinus(text: string, index: number): boolean {
  if (text[index] !== '-') return false;
  const before = text[index - 1];
  if (before !== undefined && before !== ' ' && before !== '(' && before !== '"') return false;
  const next = classAt(text, index + 1);
  return next === DIGIT || (next === SIGN && classAt(text, index + 2) === DIGIT);
}

/** Whether the offset falls inside a word, so that a search that ends there has found only a part of one (12 in 12.5). */
export function splitsWord(text: string, offset: number): boolean {
  const before = classAt(text, offset - 1);
  const after = classAt(text, offset);
  if (isAlphanumeric(before) && isAlphanumeric(after)) return true;
  if (isAlphanumeric(after) && (joins(text, offset - 1) || isMinus(text, offset - 1))) return true;
  return isAlphanumeric(before) && joins(text, offset);
}

function keyOf(word: string): string {
  const plain = word.toLowerCase();
  if (plain.includes("'")) return plain.replaceAll("'", '');
  if (plain.includes(',') && /^\d{1,3}(?:,\d{3})+(?!\d)/.test(plain)) return plain.replaceAll(',', '');
  if (plain.includes('.') && /^\p{L}/u.test(plain)) return plain.replaceAll('.', '');
  return plain;
}

/** The words of a normalised text between two offsets. Offsets and keys as in `Words`. Cost: one pass. */
export function wordsOf(text: string, from = 0, to = text.length): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const keys: string[] = [];
  let index = from;
  while (index < to) {
    const kind = classify(text.charCodeAt(index));
    const start = index;
    index++;
    if (kind === OTHER) {
      if (!isMinus(text, start)) continue;
    } else if (kind === LETTER || kind === DIGIT) {
      while (index < to && (isAlphanumeric(classAt(text, index)) || (index + 1 < to && joins(text, index)))) index++;
    }
    starts.push(start);
    ends.push(index);
    keys.push(keyOf(text.slice(start, index)));
  }
  return { starts, ends, keys };
}

/** All in one string, in which a break shows only between two figures: e-mail = email, but 1 2 is not 12. */
function running(keys: readonly string[]): string {
  let whole = '';
  for (const key of keys) {
    if (whole !== '' && classAt(whole, whole.length - 1) === DIGIT && classAt(key, 0) === DIGIT) whole += ' ';
    whole += key;
  }
  return whole;
}

/** Whether two runs of words differ in nothing but case, punctuation and white space. */
export function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return running(a) === running(b);
}

/** How much a word tells about where it stands: short words are everywhere, figures and long words are not. */
export function weightOf(key: string): number {
  return key.length <= 3 && classAt(key, 0) !== DIGIT ? 0.4 : 1;
}
