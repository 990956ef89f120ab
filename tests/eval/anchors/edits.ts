import type { ChangeKind } from '../../../src/anchoring/types.ts';
import type { Span } from '../../../src/text/text-model.ts';
import { pick } from './random.ts';

/** A replacement in a text; `start` = `end` inserts. UTF-16 code units. */
export interface Edit extends Span {
  readonly text: string;
}

/** Sentences, by full stops and line breaks; roughly, which is good enough to choose passages from. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  for (const found of text.matchAll(/[^\s].*?(?:[.!?][”"’')\]]*(?=\s)|(?=\n)|$)/gm)) {
    if (found[0].trim().length >= 3) sentences.push({ start: found.index, end: found.index + found[0].length });
  }
  return sentences;
}

/** The paragraphs: lines that hold something. */
export function paragraphsOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Applies edits that do not overlap; also gives where a span of the old text is in the new one. */
export function apply(text: string, edits: readonly Edit[]): { after: string; move(span: Span): Span } {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let after = '';
  let at = 0;
  for (const edit of ordered) {
    if (edit.start < at) throw new RangeError('edits overlap');
    after += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  after += text.slice(at);
  const shift = (offset: number, isEnd: boolean): number => {
    let moved = offset;
    for (const edit of ordered) {
      if (edit.end < offset || (edit.end === offset && (edit.start < edit.end || !isEnd)))
        moved += edit.text.length - (edit.end - edit.start);
    }
    return moved;
  };
  return { after, move: ({ start, end }) => ({ start: shift(start, false), end: shift(end, true) }) };
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January February March April June July August September October November December'.split(' ');
const NUMBER_WORDS = [
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'twelve',
  'dozen',
  'hundred',
  'thousand',
  'million',
  'billion',
];
const NAMES = [
  'Harlow',
  'Okafor',
  'Lindqvist',
  'Marchetti',
  'Delgado',
  'Petrenko',
  'Ashdown',
  'Whitcombe',
  'Zhao',
  'Novak',
];
const WORDS = [
  'striking',
  'gradual',
  'harvest',
  'corridor',
  'measure',
  'gentle',
  'distant',
  'cabinet',
  'railway',
  'pattern',
  'sudden',
  'library',
];
const SAYING = [
  'said',
  'told',
  'says',
  'claimed',
  'announced',
  'added',
  'confirmed',
  'insisted',
  'warned',
  'denied',
  'argued',
  'tweeted',
  'explained',
];
const HEDGED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:will|can|must)\b(?! not|n|['’])/g, 'may'],
  [/\b(?:is|are|was|were|has|have)\b(?! not)(?= \w)/g, '$& reportedly'],
  [/\b(?:may|might|could)\b/g, 'will'],
  [/ (?:allegedly|reportedly|probably|possibly|perhaps|apparently|nearly|almost|roughly)\b/g, ''],
  [/(?<=[a-z] )(?=\d[\d,.]* [a-z])/g, 'about '],
];

type Maker = (sentence: string, random: () => number, article: string) => Edit | null;

function replaceOne(
  sentence: string,
  random: () => number,
  pattern: RegExp,
  make: (found: RegExpMatchArray) => string | null,
): Edit | null {
  const all = [...sentence.matchAll(pattern)];
  if (all.length === 0) return null;
  const found = pick(random, all);
  const text = make(found);
  if (text === null || text === found[0]) return null;
  return { start: found.index!, end: found.index! + found[0].length, text };
}

function other(random: () => number, items: readonly string[], not: string): string {
  return pick(
    random,
    items.filter((item) => item.toLowerCase() !== not.toLowerCase()),
  );
}

function quotedRanges(sentence: string): Span[] {
  return [...sentence.matchAll(/[“"][^”"]{12,}[”"]/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function isIn(ranges: readonly Span[], offset: number): boolean {
  return ranges.some(({ start, end }) => offset >= start && offset < end);
}

/** For each kind of change a way to make one, or null when the sentence has no place for it. */
export const MAKERS: Readonly<Record<ChangeKind, Maker>> = {
  number: (sentence, random) =>
    replaceOne(
      sentence,
      random,
      /(?<![\w.,:/-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w:/-]|[.,]\d)|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|million|billion)\b/g,
      (found) => {
        const word = found[0];
        const before = sentence.slice(0, found.index);
        if (/(?:19|20)\d\d/.test(word) || new RegExp(`(?:${MONTHS.join('|')}|May|[A-Z][a-z]{2}\\.?) $`).test(before))
          return null;
        if (
          new RegExp(`^ (?:of )?(?:${MONTHS.join('|')}|May|a\\.?m|p\\.?m)|^ \\w+ (?:ago|earlier|later)`).test(
            sentence.slice(found.index! + word.length),
          )
        )
          return null;
        if (!/^\d/.test(word)) return other(random, NUMBER_WORDS.slice(0, word.endsWith('illion') ? 15 : 10), word);
        const digits = [...word];
        const places = digits.flatMap((digit, index) => (/\d/.test(digit) ? [index] : []));
        // Swapped figures are the commonest slip: 12 -> 21.
        if (
          places.length >= 2 &&
          random() < 0.4 &&
          digits[places[0]!] !== digits[places[1]!] &&
          digits[places[1]!] !== '0'
        ) {
          [digits[places[0]!], digits[places[1]!]] = [digits[places[1]!]!, digits[places[0]!]!];
          return digits.join('');
        }
        const at = pick(random, places);
        digits[at] = other(random, ['1', '2', '3', '4', '5', '6', '7', '8', '9'], digits[at]!);
        return digits.join('');
      },
    ),
  date: (sentence, random) =>
    replaceOne(
      sentence,
      random,
      new RegExp(
        `\\b(?:${WEEKDAYS.join('|')}|${MONTHS.join('|')}|yesterday|today|tomorrow)\\b|(?<=\\b(?:in|since|of|by|until) )(?:19|20)\\d\\d\\b|\\b(?:last|next|this) (?:week|month|year)\\b`,
        'g',
      ),
      (found) => {
        const word = found[0];
        if (WEEKDAYS.includes(word)) return other(random, WEEKDAYS, word);
        if (MONTHS.includes(word)) return other(random, MONTHS, word);
        if (/^\d/.test(word)) return String(Number(word) + pick(random, [-10, -3, -1, 1, 2]));
        if (/day|tomorrow/.test(word)) return other(random, ['yesterday', 'today', 'tomorrow'], word);
        return `${other(random, ['last', 'next', 'this'], word.split(' ')[0]!)} ${word.split(' ')[1]}`;
      },
    ),
  name: (sentence, random) =>
    replaceOne(sentence, random, /(?<=[a-z,] )(?:[A-Z][a-z]{2,} )*[A-Z][a-z]{3,}\b/g, (found) => {
      if (new RegExp(`^(?:${[...WEEKDAYS, ...MONTHS].join('|')}|May|Sept|Nov|Dec|Oct|Aug|Jan|Feb)\\b`).test(found[0]))
        return null;
      if (new RegExp(`(?:${[...WEEKDAYS, ...MONTHS].join('|')})`).test(found[0])) return null;
      return random() < 0.5
        ? found[0].replace(/[A-Z][a-z]+$/, pick(random, NAMES))
        : `${pick(random, ['Anna', 'Viktor', 'Grace'])} ${pick(random, NAMES)}`;
    }),
  negation: (sentence, random) =>
    replaceOne(
      sentence,
      random,
      /\b(?:is|are|was|were|has|have|had|will|would|could|can|did|does|do|should)\b(?: not\b)?(?!n['’]t)/g,
      (found) =>
        found[0].endsWith(' not')
          ? found[0].slice(0, -4)
          : random() < 0.3 && !/^(?:can|will)$/.test(found[0])
            ? `${found[0]}n’t`
            : `${found[0]} not`,
    ),
  quote: (sentence, random) => {
    const ranges = quotedRanges(sentence);
    return replaceOne(sentence, random, /(?<=[a-z] )[a-z]{4,}\b/g, (found) =>
      isIn(ranges, found.index!) ? other(random, WORDS, found[0]) : null,
    );
  },
  attribution: (sentence, random) =>
    replaceOne(
      sentence,
      random,
      new RegExp(`\\b(?:${SAYING.join('|')})\\b|(?<=according to (?:the )?)[A-Z]\\w+|[A-Z][a-z]+(?= said\\b)`, 'g'),
      (found) => {
        if (isIn(quotedRanges(sentence), found.index!)) return null;
        return SAYING.includes(found[0])
          ? other(random, SAYING, found[0])
          : found.index === 0
            ? null
            : pick(random, NAMES);
      },
    ),
  hedge: (sentence, random) => {
    const [pattern, text] = pick(random, HEDGED);
    const ranges = quotedRanges(sentence);
    return replaceOne(sentence, random, pattern, (found) =>
      isIn(ranges, found.index!) ? null : text.replace('$&', found[0]),
    );
  },
  wording: (sentence, random) => {
    const ranges = quotedRanges(sentence);
    return replaceOne(sentence, random, /(?<=[a-z] )[a-z]{5,}(?= [a-z])/g, (found) => {
      if (
        isIn(ranges, found.index!) ||
        /^(?:about|around|would|could|might|never|nothing|three|seven|eight|today|night|years?|months?|weeks?|hours?|days|last|should|nearly|almost|likely|probably|without)$|ly$|said|told|claim|report|accord|added|confirm|deni|warn|announc|insist|suggest|hundred|thousand|million|billion|dozen|percent/.test(
          found[0],
        )
      )
        return null;
      if (
        /(?:said|says|told|added|claimed|announced|confirmed|insisted|warned|denied|argued|tweeted|explained)/.test(
          sentence.slice(Math.max(0, found.index! - 20), found.index! + 30),
        )
      )
        return null;
      const choice = random();
      if (choice < 0.6) return other(random, WORDS, found[0]);
      return choice < 0.8 ? `${found[0]} and ${pick(random, WORDS)}` : `${pick(random, WORDS)} ${found[0]}`;
    });
  },
};

/** A paragraph that has nothing to do with the article. */
export function unrelatedParagraph(random: () => number): string {
  const subjects = [
    'The orchard keepers',
    'A pair of herons',
    'Two brass bands',
    'The ferry crew',
    'Several kite makers',
  ];
  const verbs = ['gathered beside', 'painted', 'walked around', 'measured', 'sang about'];
  const objects = [
    'the old granary',
    'a shallow lagoon',
    'the copper weathervane',
    'every lantern in the yard',
    'the chess pavilion',
  ];
  const one = (): string => `${pick(random, subjects)} ${pick(random, verbs)} ${pick(random, objects)}.`;
  return Array.from({ length: 1 + Math.floor(random() * 3) }, one).join(' ');
}

/** The same text as another editing system would set it: quotation marks, dashes, ellipses and spaces in their other form. */
export function restyle(text: string): string {
  if (/[“”’]/.test(text)) {
    return text
      .replace(/[“”]/g, '"')
      .replace(/[‘’]/g, "'")
      .replace(/ — /g, ' - ')
      .replace(/[–—]/g, '-')
      .replace(/…/g, '...');
  }
  return text
    .replace(/(^|[\s(])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/'/g, '’')
    .replace(/ - /g, ' – ')
    .replace(/ (?=\d)/g, '\u00a0');
}
