import { sameCountry } from './country-variants.ts';
import type { NameSpan } from './types.ts';

/** A mention's surface, prepared for comparison. */
export interface NameForm {
  readonly span: NameSpan;
  /** As in the text, white space made plain. */
  readonly surface: string;
  /** Words in lower case without accents, stops and a leading article; suffixes such as Inc. or Jr. are left out. */
  readonly words: readonly string[];
  /** Words joined by a space: equal keys of one type are one entity. */
  readonly key: string;
  /** The letters of an acronym in lower case ("UN" for "U.N."), or an empty string. */
  readonly acronym: string;
}

const COMPANY_ENDINGS = new Set(
  'inc incorporated corp corporation co company ltd limited llc llp plc ag gmbh sa nv holdings'.split(' '),
);
const PERSON_ENDINGS = new Set('jr sr ii iii iv'.split(' '));

/** Lower case, without accents, curly quotes and invisible characters. */
export function plainWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .toLowerCase();
}

function acronymOf(surface: string): string {
  if (!/^(?:\p{Lu}\.?){2,7}s?$/u.test(surface) && !/^\p{Lu}[\p{Lu}&-]{1,6}$/u.test(surface)) return '';
  return plainWord(surface).replace(/[^a-z]/g, '');
}

/** A GROUP of people is the same in singular and plural: "Iraqi", "Iraqis". */
function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

export function nameForm(text: string, span: NameSpan): NameForm {
  const surface = text.slice(span.start, span.end).replace(/\s+/g, ' ');
  let words = plainWord(surface)
    .split(/[\s,]+/)
    .map((word) => word.replace(/\./g, '').replace(/^["']+|["']+$/g, ''))
    .filter((word) => word !== '' && word !== '&');
  if (words.length > 1 && words[0] === 'the') words = words.slice(1);
  const endings = span.type === 'PERSON' ? PERSON_ENDINGS : span.type === 'ORG' ? COMPANY_ENDINGS : null;
  if (endings !== null) while (words.length > 1 && endings.has(words.at(-1)!)) words = words.slice(0, -1);
  if (span.type === 'GROUP') words = words.map(singular);
  const acronym = span.type === 'PERSON' ? '' : acronymOf(surface);
  // "U.N." and "UN" have one key.
  const plain = acronym === '' ? words.join(' ') : acronym;
  const key = span.type === 'PLACE' || span.type === 'ORG' ? sameCountry(plain) : plain;
  return { span, surface, words, key, acronym };
}

const SMALL_WORDS = new Set('of the for and in on to de la del du des et y a an at'.split(' '));

/** The initials of a name with and without its small words: "doj" for "Department of Justice", and "dj" never. */
export function initialsOf(words: readonly string[]): string[] {
  if (words.length < 2) return [];
  const parts = words.flatMap((word) => word.split('-'));
  const big = parts.filter((word) => !SMALL_WORDS.has(word));
  const of = (list: readonly string[]) => list.map((word) => word[0] ?? '').join('');
  return [of(big), of(parts), of(parts.filter((word) => !SMALL_WORDS.has(word) || word === 'of'))];
}

/** True when the letters can be read from the name in order, each as or after the first letter of a word (an acronym in parentheses). */
export function couldAbbreviate(acronym: string, words: readonly string[]): boolean {
  const name = words.join(' ');
  if (acronym.length < 2 || name[0] !== acronym[0]) return false;
  let at = 0;
  for (const letter of acronym) {
    at = name.indexOf(letter, at);
    if (at < 0) return false;
    at += 1;
  }
  return acronym.length >= words.filter((word) => !SMALL_WORDS.has(word)).length - 1;
}
