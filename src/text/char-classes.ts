/** What kind of character a UTF-16 code unit is, as far as splitting and comparing words needs to know. */
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 3;
export const SPACE = 4;
/** Invisible characters that may stand inside a word: soft hyphen, zero-width space and joiners, byte order mark. */
export const INVISIBLE = 5;
/** Letters without case (Chinese, Arabic ...) and combining marks. */
export const LETTER = 6;
/** Half of a surrogate pair, variation selectors and other parts of emoji. */
export const EMOJI = 7;
export const OTHER = 8;

const classes = new Uint8Array(65536);
const lowers = new Uint16Array(65536);
const folds = new Uint16Array(65536);

function classify(code: number): number {
  if (code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff) return INVISIBLE;
  if (code >= 0xd800 && code <= 0xdfff) return EMOJI;
  if (code >= 0xfe00 && code <= 0xfe0f) return EMOJI;
  const char = String.fromCharCode(code);
  if (/\s/.test(char) || code < 32) return SPACE;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return UPPER;
  if (/\p{Ll}/u.test(char)) return LOWER;
  if (/\p{Nd}/u.test(char)) return DIGIT;
  if (/\p{L}|\p{M}/u.test(char)) return LETTER;
  return OTHER;
}

/** Fills one entry of the three tables: only characters that occur are ever looked up in Unicode's tables. */
function learn(code: number): number {
  const char = String.fromCharCode(code);
  const lower = char.toLowerCase();
  let lowerCode = lower.length === 1 ? lower.charCodeAt(0) : code;
  if (code === 0x2018 || code === 0x2019 || code === 0x2bc || code === 0x60 || code === 0xb4) lowerCode = 39;
  if (code === 0x201c || code === 0x201d || code === 0xab || code === 0xbb) lowerCode = 34;
  if (code >= 0x2010 && code <= 0x2015) lowerCode = 45;
  lowers[code] = lowerCode;
  const base = String.fromCharCode(lowerCode).normalize('NFD').charCodeAt(0);
  // These have no decomposition, but are commonly written without their stroke.
  folds[code] = base === 0xf8 ? 111 : base === 0x142 ? 108 : base === 0x131 ? 105 : base === 0x111 ? 100 : base;
  const found = classify(code);
  classes[code] = found;
  return found;
}

/** The class (LOWER ... OTHER) of a UTF-16 code unit. */
export function charClass(code: number): number {
  const known = classes[code]!;
  return known === 0 ? learn(code) : known;
}

/** The code unit in lower case, with curly quotes and all hyphens and dashes made plain. Call `charClass` on it first. */
export function lowerOf(code: number): number {
  return lowers[code]!;
}

/** Like `lowerOf`, and without accents: é, ł and ø become e, l and o. Call `charClass` on it first. */
export function foldOf(code: number): number {
  return folds[code]!;
}

/** True for everything that a word can be made of. */
export function isWordClass(kind: number): boolean {
  return kind === LOWER || kind === UPPER || kind === DIGIT || kind === LETTER;
}
