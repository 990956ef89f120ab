import type { Expression } from './expression.ts';
import { intern, PSEUDO, SEASONS, valuesOf } from './lexicon.ts';
import type { Captures } from './matchers.ts';
import type { Match, Rule } from './pattern.ts';
import { adjoins, isCapital, MARK, numberAt, tokenLength } from './tokens.ts';

/** Years, decades, centuries, seasons: what is longer than a month and has its place in the calendar. */

/** "'96" and "11/02/89": the century that puts the year nearest to our own time. */
export function fullYear(twoDigits: number): number {
  return twoDigits > 40 ? 1900 + twoDigits : 2000 + twoDigits;
}

const YEAR_CUES = new Set(
  'in since by of from until till during before after through to circa early late mid between for fiscal year and or about around ( over the – - / , ; end back this that'
    .split(' ')
    .map(intern),
);
const STRONG_YEAR_CUES = new Set(
  'in since by circa until till before after during year early late mid fiscal between'.split(' ').map(intern),
);
const COUNT_CUES = new Set(
  'than some only over nearly almost least most roughly approximately no number flight route room page section chapter highway windows model article bus'
    .split(' ')
    .map(intern),
);

/** A bare number of four digits: a year unless the neighbours make it a count, a price, a part of a longer figure. */
function yearAlone(c: Captures, { scan, from, to }: Match): Expression | null {
  const { year } = c;
  if (to - from > 1) return { kind: 'year', year };
  const before = from > 0 ? (scan.lex[from - 1] as number) : PSEUDO.lineBreak;
  const cued = YEAR_CUES.has(before);
  if (COUNT_CUES.has(before)) return null;
  if (year < 1400 && !cued) return null;
  // 555-1234, 1-2019: telephone numbers and scores.
  if (
    before === MARK.hyphen &&
    adjoins(scan, from) &&
    adjoins(scan, from - 1) &&
    scan.lex[from - 2] === PSEUDO.number
  ) {
    const other = numberAt(scan, from - 2);
    if (other < 1000 || other > 2199) return null;
  }
  if (
    scan.lex[to] === MARK.hyphen &&
    adjoins(scan, to) &&
    adjoins(scan, to + 1) &&
    scan.lex[to + 1] === PSEUDO.number &&
    tokenLength(scan, to + 1) > 2
  ) {
    const other = numberAt(scan, to + 1);
    if (tokenLength(scan, to + 1) !== 4 || other < year) return null;
  }
  if (year < 1700 || year > 2050) {
    // Outside of living memory only where the text says so, and never before a thing that is counted.
    if (!STRONG_YEAR_CUES.has(before) || isCountedNoun(scan, to)) return null;
  } else if (!cued && isCountedNoun(scan, to) && year % 100 === 0) return null;
  if (isUnitOfMeasure(scan, to)) return null;
  return { kind: 'year', year };
}

const MEASURES = new Set(
  'people men women children dollars euros pounds feet meters metres miles km kilometers kilometres kg tons tonnes hours days minutes seconds gmt utc yards acres jobs percent per pts points troops soldiers employees workers homes times rpm mph hp cc mm cm lb lbs calories votes copies units shares words pages seats mg ml watts mah megawatts square cubic hertz hz'
    .split(' ')
    .map(intern),
);

function isUnitOfMeasure(scan: Match['scan'], at: number): boolean {
  return MEASURES.has(scan.lex[at] as number);
}

function isCountedNoun(scan: Match['scan'], at: number): boolean {
  if (at >= scan.count || scan.lex[at] !== PSEUDO.word || isCapital(scan, at)) return false;
  const end = scan.end[at] as number;
  return scan.text.charCodeAt(end - 1) === 115 && tokenLength(scan, at) > 3;
}

function decade(_c: Captures, { scan, from }: Match): Expression | null {
  let at = from;
  while (scan.lex[at] !== PSEUDO.number) at++;
  const value = numberAt(scan, at);
  if (value % 10 !== 0) return null;
  if (value < 100) {
    // "in her mid-50s" is an age.
    for (let before = from - 1; before >= 0 && before >= from - 3; before--)
      if (WHOSE.has(scan.lex[before] as number)) return null;
    return { kind: 'decade', decade: fullYear(value) / 10, century: false };
  }
  if (value < 1000 || value > 2190) return null;
  // "The 1800s" are a century; the 2000s may be ten years.
  return { kind: 'decade', decade: value / 10, century: value % 100 === 0 && value < 2000 };
}

const WHOSE = new Set('his her their my our your whose'.split(' ').map(intern));
const DECADES = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((name, i) => [intern(name), i + 2]),
);
const DECADE_WORDS = 'twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties';

function decadeWord(_: Captures, { scan, to }: Match): Expression | null {
  const tens = DECADES.get(scan.lex[to - 1] as number);
  return tens === undefined ? null : { kind: 'decade', decade: fullYear(tens * 10) / 10, century: false };
}

/** "In the fall", not "fall in" nor "the fall of Rome": the word needs one before it that seasons stand after. */
function seasonAlone(c: Captures, match: Match): Expression | null {
  const { scan, from, to } = match;
  const the = scan.lex[from] === THE;
  if (scan.lex[to - 1] === FALL) {
    const before = (from > 0 ? scan.lex[from - 1] : 0) as number;
    if (!SEASON_CUES.has(before) || (the && scan.lex[to] === OF)) return null;
  }
  // "Spring" with a capital inside a name: Silver Spring, Spring Street.
  const named =
    isCapital(scan, to - 1) &&
    ((from > 0 && !the && isCapital(scan, from - 1) && scan.lex[from - 1] === PSEUDO.word) ||
      (isCapital(scan, to) && scan.lex[to] === PSEUDO.word));
  // "if you spring for it"
  if (!the && from > 0 && VERB_BEFORE.has(scan.lex[from - 1] as number)) return null;
  return named ? null : season(c);
}
const THE = intern('the');
const OF = intern('of');
const FALL = intern('fall');
const VERB_BEFORE = new Set('you they we i to could would will ll can should might may who'.split(' ').map(intern));
const SEASON_CUES = new Set(
  'in by since until till during early late mid of from through for each every next this last over'
    .split(' ')
    .map(intern),
);

const season = (c: Captures): Expression => ({
  kind: 'season',
  season: SEASONS[c.season - 1] as string,
  year: c.year > 0 ? c.year : null,
});
const beforeChrist = (c: Captures): Expression => ({ kind: 'year', year: 2 - c.number });

/** '96, but not '90s and not a name such as '60 Minutes'. */
function shortYear(c: Captures, { scan, to }: Match): Expression | null {
  const next = scan.lex[to] as number;
  if (next === intern('s') || next === MARK.hyphen || (valuesOf('units')[next] as number) > 0) return null;
  return { kind: 'year', year: fullYear(c.year - 1) };
}

export const YEAR_RULES: readonly Rule[] = [
  ['fiscal year? YEAR', (c) => ({ kind: 'year', year: c.year })],
  ['the? year YEAR', (c) => ({ kind: 'year', year: c.year })],
  ['YEAR', yearAlone],
  ['SHORT_YEAR', shortYear],
  ['NUMBER bc|bce', beforeChrist],
  ['NUMBER b . c .?', beforeChrist],
  ['the? D4 s', decade],
  ["the D4 ' s", decade],
  ["the? ' D2_FIRST s", decade],
  [`the? ${DECADE_WORDS}`, (c, m) => (m.to - m.from === 2 ? decadeWord(c, m) : null)],
  ['the? ORDINAL - century', (c) => ({ kind: 'century', century: c.ordinal })],
  ['the? ORDINAL century', (c) => ({ kind: 'century', century: c.ordinal })],
  ['the? SEASON of YEAR', season],
  ['SEASON ,? YEAR', season],
  ['the? SEASON', seasonAlone],
  ['the? year two thousand', () => ({ kind: 'year', year: 2000 })],
];
