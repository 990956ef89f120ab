import { intern, PSEUDO, tenseOfWord } from './lexicon.ts';
import type { Scan } from './scan.ts';
import { adjoins, isCapital } from './tokens.ts';

/** `intent`: the words stand under an infinitive ("agreed to meet Friday"), which as a rule looks ahead of a verb in the past. */
export type Tense = 'past' | 'present' | 'future' | 'intent' | null;

const DOT = intern('.');
const COMMA = intern(',');
const END_MARKS = new Set(['?', '!', ';'].map(intern));
const TO = intern('to');
const BE = intern('be');
const AS = intern('as');
const OF = intern('of');
const HAD = intern('had');
const FUTURE_CUES = new Set('until by starting beginning from'.split(' ').map(intern));
const PREPOSITIONS = new Set(
  'on in at for by until the of since from starting beginning around about early late'.split(' ').map(intern),
);
/** Words after "to" that show that no verb follows it. */
const NO_VERB = new Set('the a an his her its their our my your this that these those'.split(' ').map(intern));
/** What these verbs move goes to a day to come, though they stand in the past. */
const MOVES_AHEAD = new Set('postponed extended delayed rescheduled deferred adjourned'.split(' ').map(intern));
/** A month after these is what was spoken of, not when it was said. */
const REPORTING = new Set('said told'.split(' ').map(intern));
const REACH_LEFT = 30;
const REACH_RIGHT = 18;
const NAMES: readonly Tense[] = [null, 'past', 'present', 'future'];

/** Whether a verb in the past stands right before a token or the preposition before it: "was charged in December". */
export function followsPastVerb(scan: Scan, from: number): boolean {
  let at = from - 1;
  while (at >= 0 && PREPOSITIONS.has(scan.lex[at] as number)) at--;
  const lex = at >= 0 ? (scan.lex[at] as number) : 0;
  return at >= 0 && tenseAt(scan, at) === 1 && !REPORTING.has(lex) && !MOVES_AHEAD.has(lex);
}

/** Whether a token ends its sentence: a full stop before a capital, with a word of more than two letters before it. */
function endsSentence(scan: Scan, at: number): boolean {
  const lex = scan.lex[at] as number;
  if (lex === PSEUDO.lineBreak || END_MARKS.has(lex)) return true;
  if (lex !== DOT || adjoins(scan, at + 1)) return false;
  const before = at > 0 ? (scan.end[at - 1] as number) - (scan.start[at - 1] as number) : 0;
  return before > 2 && (at + 1 >= scan.count || isCapital(scan, at + 1) || scan.lex[at + 1] === PSEUDO.mark);
}

/** 1 past, 2 present, 3 future, 0 none; "be held" has the tense of the words before it. */
function tenseAt(scan: Scan, at: number): number {
  const tense = tenseOfWord[scan.lex[at] as number] as number;
  if (tense !== 1) return tense;
  // "Manchester United"
  if (scan.lex[at] === PSEUDO.pastForm && isCapital(scan, at)) return 0;
  return at > 0 && scan.lex[at - 1] === BE ? 0 : 1;
}

/**
 * The tense of the verb that governs the tokens `[from, to)`: the nearest verb before them in the sentence, else the nearest
 * after. A heuristic over word lists, no parser: "said", forms in -ed, "will", "scheduled for", "to" before a plain verb.
 */
export function tenseAround(scan: Scan, from: number, to: number): Tense {
  // "On Sunday issued": a verb right behind the words binds closer than one far before them.
  if (to < scan.count && tenseAt(scan, to) === 1) return 'past';
  // "as of March 20" tells how things stood.
  if (from > 1 && scan.lex[from - 1] === OF && scan.lex[from - 2] === AS) return 'past';
  let infinitive = false;
  let at = from - 1;
  let ahead = false;
  while (at >= 0 && PREPOSITIONS.has(scan.lex[at] as number)) {
    ahead ||= FUTURE_CUES.has(scan.lex[at] as number);
    at--;
  }
  const direct = at >= 0 ? tenseAt(scan, at) : 0;
  if (direct === 1 && !MOVES_AHEAD.has(scan.lex[at] as number)) return 'past';
  for (; at >= 0 && at >= from - REACH_LEFT; at--) {
    if (endsSentence(scan, at)) break;
    const lex = scan.lex[at] as number;
    const tense = tenseAt(scan, at);
    if (tense === 3) return at > 0 && (scan.lex[at - 1] === HAD || scan.lex[at - 2] === HAD) ? 'past' : 'future';
    if (MOVES_AHEAD.has(lex)) return 'future';
    if (tense > 0) return infinitive ? 'intent' : (NAMES[tense] as Tense);
    if (lex !== TO) continue;
    const next = scan.lex[at + 1] as number;
    if (next === BE) return 'future';
    if (next === PSEUDO.word && !isCapital(scan, at + 1) && !NO_VERB.has(next)) infinitive = true;
  }
  if (infinitive) return 'intent';
  for (at = to; at < scan.count && at < to + REACH_RIGHT; at++) {
    if (endsSentence(scan, at)) break;
    const tense = tenseAt(scan, at);
    if (tense > 0) return NAMES[tense] as Tense;
  }
  return ahead && scan.lex[to] !== COMMA ? 'future' : null;
}
