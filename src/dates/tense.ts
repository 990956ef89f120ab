import { intern, PSEUDO, tenseOfWord } from './lexicon.ts';
import { adjoins, isCapital } from './matchers.ts';
import type { Scan } from './scan.ts';

export type Tense = 'past' | 'present' | 'future' | null;

const DOT = intern('.');
const END_MARKS = new Set(['?', '!', ';'].map(intern));
const TO = intern('to');
const BE = intern('be');
const REACH_LEFT = 30;
const REACH_RIGHT = 18;
const NAMES: readonly Tense[] = [null, 'past', 'present', 'future'];

/** Whether a token ends its sentence: a full stop before a capital, with a word of more than two letters before it. */
function endsSentence(scan: Scan, at: number): boolean {
  const lex = scan.lex[at] as number;
  if (lex === PSEUDO.lineBreak || END_MARKS.has(lex)) return true;
  if (lex !== DOT || adjoins(scan, at + 1)) return false;
  const before = at > 0 ? (scan.end[at - 1] as number) - (scan.start[at - 1] as number) : 0;
  return before > 2 && (at + 1 >= scan.count || isCapital(scan, at + 1) || scan.lex[at + 1] === PSEUDO.mark);
}

/**
 * The tense of the verb that governs the tokens `[from, to)`: the nearest verb before them in the sentence, else the nearest
 * after. A heuristic over word lists, no parser: "said", forms in -ed, "will", "scheduled for" and the like.
 */
export function tenseAround(scan: Scan, from: number, to: number): Tense {
  for (let at = from - 1; at >= 0 && at >= from - REACH_LEFT; at--) {
    if (endsSentence(scan, at)) break;
    const tense = tenseOfWord[scan.lex[at] as number] as number;
    if (tense > 0) return NAMES[tense] as Tense;
    if (scan.lex[at] === TO && scan.lex[at + 1] === BE) return 'future';
  }
  for (let at = to; at < scan.count && at < to + REACH_RIGHT; at++) {
    if (endsSentence(scan, at)) break;
    const tense = tenseOfWord[scan.lex[at] as number] as number;
    if (tense > 0) return NAMES[tense] as Tense;
  }
  return null;
}
