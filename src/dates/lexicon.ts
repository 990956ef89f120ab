/**
 * The words that expressions of time are made of, as data. Each word has a small id, and may have several senses ("second"
 * is a unit and an ordinal, "may" a month). Grammar files name senses; they add their own literal words with `intern`.
 */

/** Ids below this are not words: see `PSEUDO`. */
const FIRST_WORD_ID = 8;

/** Ids of tokens that aren't words of the lexicon. */
export const PSEUDO = {
  /** An unknown word. */
  word: 0,
  /** A run of digits. */
  number: 1,
  /** Digits with an ordinal ending: 6th. */
  ordinal: 2,
  /** A line break: no expression goes over it. */
  lineBreak: 3,
  /** An unknown word that ends in -ed, which most often is a verb in the past. */
  pastForm: 4,
  /** A mark that the grammar has no use for. */
  mark: 5,
} as const;

export const UNITS = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'fortnight',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
  'millennium',
  'night',
  'season',
] as const;
export type Unit = (typeof UNITS)[number];

export const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const;
export const PARTS = ['MO', 'MI', 'AF', 'EV', 'NI', 'DT'] as const;

const range = (words: string, first = 1): [string, number][] =>
  words.split(' ').flatMap((group, index) => group.split('|').map((word): [string, number] => [word, first + index]));
const unit = (name: Unit): number => UNITS.indexOf(name) + 1;

/** Sense -> words with a value above zero. Groups that share a value are joined by `|`. */
const TABLES = {
  month: range('january february march april may june july august september october november december'),
  monthShort: range('jan feb mar apr - jun jul aug sep|sept oct nov dec'),
  weekday: range('monday tuesday wednesday thursday friday saturday sunday'),
  weekdayShort: range('mon tue|tues wed thu|thur|thurs fri sat sun'),
  weekdays: range('mondays tuesdays wednesdays thursdays fridays saturdays sundays'),
  ordinal: [
    ...range(
      'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
    ),
    ['twentieth', 20],
    ['thirtieth', 30],
  ],
  ones: range(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
  tens: range('twenty thirty forty fifty sixty seventy eighty ninety', 2),
  scale: [
    ['hundred', 100],
    ['thousand', 1000],
    ['million', 1000000],
  ],
  unit: range(
    'second minute hour day week fortnight weekend month quarter year decade century millennium night',
  ).concat([
    ['sec', unit('second')],
    ['min', unit('minute')],
    ['hr', unit('hour')],
    ['yr', unit('year')],
  ]),
  units: range(
    'seconds minutes hours days weeks fortnights weekends months quarters years decades centuries|- millennia nights',
  ).concat([
    ['secs', unit('second')],
    ['mins', unit('minute')],
    ['hrs', unit('hour')],
    ['yrs', unit('year')],
  ]),
  season: range('spring|springtime summer|summertime fall|autumn winter|wintertime'),
  part: range('morning midday afternoon|afternoons evening night|overnight daytime').concat([
    ['lunchtime', 2],
    ['dawn', 1],
    ['dusk', 4],
    ['mornings', 1],
    ['evenings', 4],
    ['nights', 5],
  ]),
  /** Words that shift a unit: 1 backward, 2 here, 3 forward. */
  shift: range('last|past|previous|preceding|prior this|current|present next|coming|following|upcoming|ensuing'),
  /** early and late inside a longer stretch: 1 early, 2 middle, 3 late. */
  portion: range(
    'early|beginning|start|outset|onset|opening mid|middle|midst|height late|end|close|conclusion|tail|latter|rest|remainder',
  ),
  frequency: [
    ['daily', unit('day')],
    ['nightly', unit('night')],
    ['hourly', unit('hour')],
    ['weekly', unit('week')],
    ['fortnightly', unit('fortnight')],
    ['monthly', unit('month')],
    ['annually', unit('year')],
    ['yearly', unit('year')],
  ],
  zone: range(
    'utc|gmt et|est|edt|eastern ct|cst|cdt|central mt|mst|mdt|mountain pt|pst|pdt|pacific bst|ist|cet|cest|aest|aedt|jst',
  ),
} satisfies Record<string, [string, number][]>;

export type Sense = keyof typeof TABLES;

/** Tense that a word gives to its clause: 1 past, 2 present, 3 future. */
const TENSES: readonly [string, number][] = range(
  [
    'said|told|was|were|had|did|went|came|took|made|gave|got|saw|began|found|held|met|left|fell|rose|won|lost|wrote|became|brought|spoke|stood|led|ran|put|sent|kept|paid|sold|struck|drew|fought|knew|thought|felt|grew|broke|chose|drove|shot|sat|spent|caught|taught|built|bought|hit|cut|died|heard|showed|shut|threw|flew|read|closed|swore|wore|stole|sought|sank|rang|laid|hung|hid|dealt|beat|arose|been|gone|taken|seen|done|given|shown|known|quit|split|spread|tore|woke|withdrew|overcame|undertook|understood|bid|let|cost|hurt|cast',
    'is|are|has|have|says|does|am|expects|believes|seems|do',
    'will|ll|shall|scheduled|due|slated|plans|upcoming|tomorrow|hopes|hope|aims|intends|wo|would|may|might',
  ].join(' '),
);

const ids = new Map<string, number>();
const words: string[] = [];
const SLOTS = 8192;
const table = new Uint16Array(SLOTS);

/** The id of a literal word or mark of the grammar; a new one where it's the first time. Lower case. */
export function intern(word: string): number {
  const known = ids.get(word);
  if (known !== undefined) return known;
  const id = FIRST_WORD_ID + words.length;
  ids.set(word, id);
  words.push(word);
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i));
  let slot = hash & (SLOTS - 1);
  while (table[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
  table[slot] = id;
  return id;
}

/** FNV-1a: cheap enough to run on every letter of the text. */
export const HASH_SEED = 0x811c9dc5 | 0;
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/**
 * The id of the word `text[start, end)` whose lower-case letters hash to `hash`, or `PSEUDO.word`. No string is made: this
 * runs on every word of an article.
 */
export function lookUp(text: string, start: number, end: number, hash: number): number {
  let slot = hash & (SLOTS - 1);
  for (;;) {
    const id = table[slot] as number;
    if (id === 0) return PSEUDO.word;
    if (equalsFolded(words[id - FIRST_WORD_ID] as string, text, start, end)) return id;
    slot = (slot + 1) & (SLOTS - 1);
  }
}

function equalsFolded(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) {
    const code = text.charCodeAt(start + i);
    const folded = code >= 65 && code <= 90 ? code + 32 : code;
    if (folded !== word.charCodeAt(i)) return false;
  }
  return true;
}

/** More ids than the grammar has words; tables by id are this long. */
export const MAX_IDS = 2048;
const senses = new Map<Sense, Int32Array>();
for (const [sense, entries] of Object.entries(TABLES)) {
  const values = new Int32Array(MAX_IDS);
  for (const [word, value] of entries as [string, number][]) if (word !== '-') values[intern(word)] = value;
  senses.set(sense as Sense, values);
}

/** The value of a sense for each word id, 0 where the word doesn't have it. */
export function valuesOf(sense: Sense): Int32Array {
  return senses.get(sense) as Int32Array;
}

/** Tense by word id: 0 none, 1 past, 2 present, 3 future. */
export const tenseOfWord = new Int32Array(MAX_IDS);
for (const [word, tense] of TENSES) tenseOfWord[intern(word)] = tense;
tenseOfWord[PSEUDO.pastForm] = 1;
