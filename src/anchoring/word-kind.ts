import * as lexicon from './lexicon.ts';
import type { ChangeKind } from './types.ts';
import type { Words } from './words.ts';

/** Words of a normalised text together with the text, to judge what a word does there. */
export interface Reading {
  readonly text: string;
  readonly words: Words;
}

/** What a word does in its sentence; `function` words have no matter of their own. */
export type WordKind = Exclude<ChangeKind, 'quote'> | 'function';

const YEAR = /^(?:1[0-9]|20)\d\d(?:s)?$/;
const DAY_NUMBER = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;
const CLOCK = /^\d{1,2}:\d\d(?:am|pm)?$|^\d{1,2}(?:\.\d\d)?(?:am|pm)$/;
const POSSESSIVE = /'s?$/;
const CAPITALISED = /^\p{Lu}/u;
const ALL_CAPITALS = /^\p{Lu}[\p{Lu}\p{N}&.'-]+$/u;
/** What ends a sentence, or opens a new one, between two words. */
const SENTENCE_BREAK = /[.!?:;"“”\n•|]|(?:^| )- /;

/** The word as it is written. */
export function surface({ text, words }: Reading, index: number): string {
  return text.slice(words.starts[index]!, words.ends[index]!);
}

function between({ text, words }: Reading, index: number): string {
  return text.slice(words.ends[index - 1] ?? 0, words.starts[index]!);
}

/** Whether a sentence, a quotation or a line begins with this word. */
export function startsSentence(reading: Reading, index: number): boolean {
  if (index <= 0) return true;
  const gap = between(reading, index);
  if (!SENTENCE_BREAK.test(gap)) return false;
  const before = reading.words.keys[index - 1]!;
  return !(
    gap === '. ' &&
    (lexicon.TITLES.has(before) || (before.length === 1 && CAPITALISED.test(surface(reading, index - 1))))
  );
}

const HEADLINE_REACH = 6;

/** In a headline in title case a capital letter tells nothing. */
function isTitleCase(reading: Reading, index: number): boolean {
  let long = 0;
  let capitals = 0;
  for (
    let at = Math.max(0, index - HEADLINE_REACH);
    at <= Math.min(reading.words.keys.length - 1, index + HEADLINE_REACH);
    at++
  ) {
    if (at === index || reading.words.keys[at]!.length < 4) continue;
    long++;
    if (CAPITALISED.test(surface(reading, at))) capitals++;
  }
  return long >= 4 && capitals / long > 0.75;
}

/** Whether a word that begins a sentence is capitalised within sentences elsewhere, and never written small. */
function isCapitalisedWithin(text: string, word: string): boolean {
  let within = false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (/[\p{Ll},] $/u.test(text.slice(Math.max(0, at - 2), at))) {
      within = true;
      break;
    }
  }
  return within && !text.includes(` ${word.toLowerCase()} `);
}

function isName(reading: Reading, index: number): boolean {
  const word = surface(reading, index);
  const key = reading.words.keys[index]!;
  if (!CAPITALISED.test(word) || key === 'i' || key.length === 0) return false;
  if (ALL_CAPITALS.test(word) && word.length > 1 && !isTitleCase(reading, index)) return true;
  if (startsSentence(reading, index)) {
    if (lexicon.FUNCTION_WORDS.has(key) || lexicon.SPEAKERS.has(key)) return false;
    if (isCapitalisedWithin(reading.text, word)) return true;
    const next =
      index + 1 < reading.words.keys.length && /^[ .]+$/.test(between(reading, index + 1))
        ? surface(reading, index + 1)
        : '';
    return CAPITALISED.test(next) && !isTitleCase(reading, index) && !reading.text.includes(` ${word.toLowerCase()} `);
  }
  return !isTitleCase(reading, index) || isCapitalisedWithin(reading.text, word);
}

function isDate(reading: Reading, index: number): boolean {
  const { keys } = reading.words;
  const key = surface(reading, index).toLowerCase().replace(POSSESSIVE, '');
  const before = keys[index - 1] ?? '';
  const after = keys[index + 1] ?? '';
  const isFigure = (word: string): boolean => /^\d/.test(word);
  if (lexicon.WEEKDAYS.has(key) || lexicon.MONTHS.has(key)) {
    if (!lexicon.AMBIGUOUS_DATE_WORDS.has(key)) return true;
    if (!CAPITALISED.test(surface(reading, index))) return false;
    return (
      isFigure(before) ||
      isFigure(after) ||
      lexicon.BEFORE_YEAR.has(before) ||
      lexicon.RELATIVE_WORDS.has(before) ||
      lexicon.WEEKDAYS.has(before)
    );
  }
  if (lexicon.DAY_WORDS.has(key) || CLOCK.test(key) || key === 'ago') return true;
  if ((key === 'am' || key === 'pm') && isFigure(before)) return true;
  if (lexicon.RELATIVE_WORDS.has(key))
    return lexicon.TIME_UNITS.has(after) || lexicon.WEEKDAYS.has(after) || lexicon.MONTHS.has(after);
  if (lexicon.TIME_UNITS.has(key)) return true;
  if (!isFigure(key)) return false;
  if (YEAR.test(key)) {
    if (!/^\d/.test(surface(reading, index)) || surface(reading, index).includes(',')) return false;
    const isCounted =
      /^\p{Ll}+s$/u.test(after) && !lexicon.FUNCTION_WORDS.has(after) && /^ $/.test(between(reading, index + 1));
    return (
      lexicon.BEFORE_YEAR.has(before) ||
      lexicon.MONTHS.has(before) ||
      !(isCounted || after === '%' || /^\p{Sc}$/u.test(before))
    );
  }
  if (DAY_NUMBER.test(key)) {
    const near = [before, after, before === 'the' ? keys[index - 2] : '', after === 'of' ? keys[index + 2] : ''];
    if (near.some((word) => word !== undefined && lexicon.MONTHS.has(word))) return true;
  }
  const { text, words } = reading;
  const start = words.starts[index]!;
  const around = text.slice(Math.max(0, start - 8), words.ends[index]! + 8);
  return (
    /\b\d{4}[-/]\d\d?[-/]\d\d?\b|\b\d\d?[-/]\d\d?[-/]\d{2,4}\b/.test(around) &&
    (/[-/]/.test(text[start - 1] ?? '') || /[-/]/.test(text[words.ends[index]!] ?? ''))
  );
}

function isNumber({ words }: Reading, index: number): boolean {
  const key = words.keys[index]!;
  if (/^[\d\p{N}]/u.test(key) || /^[%‰°+=<>\p{Sc}-]$/u.test(key)) return true;
  if (key === 'per' || key === 'cent')
    return words.keys[index + (key === 'per' ? 1 : -1)] === (key === 'per' ? 'cent' : 'per');
  return lexicon.NUMBER_WORDS.has(key) || /^(?:us|uk|au|nz)?\p{Sc}/u.test(key);
}

function isHedge(reading: Reading, index: number): boolean {
  const { keys } = reading.words;
  const key = keys[index]!;
  if (!lexicon.HEDGES.has(key)) return false;
  if (!lexicon.HEDGES_OF_NUMBERS.has(key)) return true;
  // "more than 12", "about a dozen", "as many as $12".
  for (let at = index + 1; at <= index + 3 && at < keys.length; at++) {
    if (isNumber(reading, at)) return true;
    if (!lexicon.FUNCTION_WORDS.has(keys[at]!) && !lexicon.HEDGES_OF_NUMBERS.has(keys[at]!) && keys[at] !== 'many')
      return false;
  }
  return false;
}

/** What one word does in its sentence, by itself and its neighbours. */
export function kindOfWord(reading: Reading, index: number): WordKind {
  const key = reading.words.keys[index]!;
  if (isDate(reading, index)) return 'date';
  if (!startsSentence(reading, index) && isName(reading, index)) return 'name';
  if (lexicon.isNegation(key)) return 'negation';
  if (isHedge(reading, index)) return 'hedge';
  if (isNumber(reading, index)) return 'number';
  if (lexicon.SAYING_VERBS.has(key)) return 'attribution';
  if (isName(reading, index)) return 'name';
  return lexicon.FUNCTION_WORDS.has(key) ? 'function' : 'wording';
}

/** How far to look for the mark that opened a quotation. */
const LONGEST_QUOTATION = 2000;

type Mark = 'opening' | 'closing' | null;

function isInches(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /[\s+]/.test(text[at + 1] ?? ' ');
}

/** What a double quotation mark does; null where there is none, or it means inches. */
function doubleMark(text: string, at: number): Mark {
  if (text[at] === '“') return 'opening';
  if (text[at] === '”') return 'closing';
  if (text[at] !== '"') return null;
  const opens = /[\s([-]/.test(text[at - 1] ?? ' ');
  const closes = /[\s.,;:!?)\]-]/.test(text[at + 1] ?? ' ');
  if (opens !== closes) return opens ? 'opening' : isInches(text, at) ? null : 'closing';
  // A mark with space on both sides, or on none, opens and closes in turn.
  let count = 0;
  for (let before = at - 1; before >= 0 && text[before] !== '\n' && at - before < LONGEST_QUOTATION; before--) {
    if (text[before] === '"' && !isInches(text, before)) count++;
  }
  return isInches(text, at) ? null : count % 2 === 0 ? 'opening' : 'closing';
}

/** What a single quotation mark does; null where there is none, or it may as well be an apostrophe. */
function singleMark(text: string, at: number): Mark {
  if (text[at] !== "'") return null;
  const before = text[at - 1] ?? ' ';
  if (/[\s([-]/.test(before) && /^\p{L}{2}/u.test(text.slice(at + 1, at + 3)) && text.slice(at + 1, at + 4) !== 'em ')
    return 'opening';
  // After s it is as often a genitive as the end of a quotation: only punctuation before it tells.
  return /[.,!?]/.test(before) && /[\s"”]/.test(text[at + 1] ?? ' ') ? 'closing' : null;
}

/** What the nearest mark in one direction does; a line break ends the search. */
function nearestMark(text: string, offset: number, step: 1 | -1, markAt: (text: string, at: number) => Mark): Mark {
  for (let at = step === 1 ? offset : offset - 1, left = LONGEST_QUOTATION; left > 0; at += step, left--) {
    if (text[at] === undefined || text[at] === '\n') return null;
    const mark = markAt(text, at);
    if (mark !== null) return mark;
  }
  return null;
}

/**
 * Whether the text at an offset stands inside quotation marks. What opened before decides; where nothing did, and the text is
 * known to be whole to the right (`isWhole`), a double mark that closes after.
 */
export function isQuoted(text: string, offset: number, isWhole: boolean): boolean {
  const left = nearestMark(text, offset, -1, doubleMark);
  if (left === 'opening' || nearestMark(text, offset, -1, singleMark) === 'opening') return true;
  return isWhole && left === null && nearestMark(text, offset, 1, doubleMark) === 'closing';
}
