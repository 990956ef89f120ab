import { type DifferingRun, differingRuns } from './diff.ts';
import * as lexicon from './lexicon.ts';
import { normalise } from './normalise.ts';
import type { Change, ChangeKind } from './types.ts';
import { isQuoted, kindOfWord, type Reading, startsSentence, surface, type WordKind } from './word-kind.ts';
import { sameWords, wordsOf } from './words.ts';

/** A stretch of a normalised text; what stands around it helps to tell what its words do. UTF-16 code units. */
export interface Excerpt {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The more telling kind comes first; `quote` is added beside these. */
const PRIORITY: readonly WordKind[] = [
  'number',
  'date',
  'name',
  'negation',
  'attribution',
  'hedge',
  'wording',
  'function',
];

/** Words on one side that do the same thing, in a row. Indices into the reading's words, `end` exclusive. */
interface Segment {
  readonly kind: WordKind;
  readonly start: number;
  readonly end: number;
}

interface Side {
  readonly reading: Reading;
  readonly first: number;
  readonly keys: readonly string[];
}

function sideOf({ text, start, end }: Excerpt): Side {
  // A few sentences around are enough to judge a word; a page is too long to read for one change.
  const words = wordsOf(text);
  let first = 0;
  while (first < words.ends.length && words.ends[first]! <= start) first++;
  let last = first;
  while (last < words.starts.length && words.starts[last]! < end) last++;
  return { reading: { text, words }, first, keys: words.keys.slice(first, last) };
}

function segmentsOf({ reading, first }: Side, start: number, end: number): Segment[] {
  const segments: { kind: WordKind; start: number; end: number }[] = [];
  for (let index = first + start; index < first + end; index++) {
    const kind = kindOfWord(reading, index);
    const last = segments.at(-1);
    if (last !== undefined && (last.kind === kind || kind === 'function')) last.end = index + 1;
    else if (last !== undefined && last.kind === 'function') {
      last.kind = kind;
      last.end = index + 1;
    } else segments.push({ kind, start: index, end: index + 1 });
  }
  return segments;
}

function textOf({ reading }: Side, start: number, end: number): string {
  return start >= end ? '' : reading.text.slice(reading.words.starts[start]!, reading.words.ends[end - 1]!);
}

const UNEQUAL_KINDS_COST = 1.5;

/** Pairs the segments of the two sides in order: those of one kind together, the rest as insertions and deletions. */
function pairSegments(was: readonly Segment[], now: readonly Segment[]): [Segment | null, Segment | null][] {
  if (was.length <= 1 && now.length <= 1) return [[was[0] ?? null, now[0] ?? null]];
  const rows = was.length + 1;
  const columns = now.length + 1;
  const costs: number[][] = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  const pairCost = (row: number, column: number): number =>
    was[row]!.kind === now[column]!.kind ? 0 : UNEQUAL_KINDS_COST;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      if (row === was.length && column === now.length) continue;
      const options: number[] = [];
      if (row < was.length) options.push(costs[row + 1]![column]! + 1);
      if (column < now.length) options.push(costs[row]![column + 1]! + 1);
      if (row < was.length && column < now.length) options.push(costs[row + 1]![column + 1]! + pairCost(row, column));
      costs[row]![column] = Math.min(...options);
    }
  }
  const pairs: [Segment | null, Segment | null][] = [];
  let row = 0;
  let column = 0;
  while (row < was.length || column < now.length) {
    const cost = costs[row]![column]!;
    if (row < was.length && column < now.length && cost === costs[row + 1]![column + 1]! + pairCost(row, column)) {
      pairs.push([was[row++]!, now[column++]!]);
    } else if (row < was.length && cost === costs[row + 1]![column]! + 1) pairs.push([was[row++]!, null]);
    else pairs.push([null, now[column++]!]);
  }
  return pairs;
}

function countNegations({ keys }: Side, start: number, end: number): number {
  let count = 0;
  for (const key of keys.slice(start, end)) if (lexicon.isNegation(key)) count++;
  return count;
}

function isPrefixNegation(was: readonly string[], now: readonly string[]): boolean {
  if (was.length !== 1 || now.length !== 1) return false;
  const [short, long] = was[0]!.length < now[0]!.length ? [was[0]!, now[0]!] : [now[0]!, was[0]!];
  return short.length >= 4 && lexicon.NEGATING_PREFIXES.some((prefix) => long === prefix + short);
}

function sameValue(was: readonly string[], now: readonly string[]): boolean {
  const value = (keys: readonly string[]): string =>
    keys
      .join(' ')
      .replace(/\bper cent\b/g, '%')
      .split(' ')
      .map((key) => lexicon.NUMBER_VALUES.get(key) ?? key)
      .sort()
      .join(' ');
  return value(was) === value(now);
}

/** Whether the words from `start` to `end` name the one who speaks: beside a verb of saying, or after "according to". */
function isSpeaker({ reading }: Side, start: number, end: number): boolean {
  const { keys } = reading.words;
  const previous = keys[start - 1] ?? '';
  if (previous === 'to' && keys[start - 2] === 'according') return true;
  if (previous === 'the' && keys[start - 2] === 'to' && keys[start - 3] === 'according') return true;
  for (let at = end; at < Math.min(keys.length, end + 3); at++) {
    if (startsSentence(reading, at)) break;
    if (lexicon.SPEAKER_VERBS.has(keys[at]!)) return at === end || isPartOfName(reading, end, at);
  }
  const saidBefore =
    lexicon.SPEAKER_VERBS.has(previous) ||
    (lexicon.SPEAKER_VERBS.has(keys[start - 2] ?? '') && isPartOfName(reading, start - 1, start));
  return (
    saidBefore &&
    !startsSentence(reading, start) &&
    (/^\p{Lu}/u.test(surface(reading, start)) || lexicon.SPEAKERS.has(keys[start]!))
  );
}

function isPartOfName(reading: Reading, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (!/^\p{Lu}/u.test(surface(reading, at)) && !lexicon.FUNCTION_WORDS.has(reading.words.keys[at]!)) return false;
  }
  return true;
}

function kindsOf(
  was: Side,
  now: Side,
  before: Segment | null,
  after: Segment | null,
  isInQuotation: boolean,
): ChangeKind[] {
  const wasKeys = before === null ? [] : was.reading.words.keys.slice(before.start, before.end);
  const nowKeys = after === null ? [] : now.reading.words.keys.slice(after.start, after.end);
  let kind: WordKind = 'function';
  for (const segment of [before, after]) {
    if (segment !== null && PRIORITY.indexOf(segment.kind) < PRIORITY.indexOf(kind)) kind = segment.kind;
  }
  if (kind === 'function') kind = 'wording';
  if (kind === 'number' && sameValue(wasKeys, nowKeys)) kind = 'wording';
  if (isPrefixNegation(wasKeys, nowKeys)) kind = 'negation';
  // A word put in before the verb is no new speaker, unless it names one.
  const isReplaced = before !== null && after !== null;
  const namesSpeaker = [...wasKeys, ...nowKeys].some((key) => lexicon.SPEAKERS.has(key));
  const speaks =
    (kind === 'name' || (kind === 'wording' && (isReplaced || namesSpeaker))) &&
    ((before !== null && isSpeaker(was, before.start, before.end)) ||
      (after !== null && isSpeaker(now, after.start, after.end)));
  const kinds: ChangeKind[] = speaks ? (kind === 'name' ? ['name', 'attribution'] : ['attribution']) : [kind];
  if (!isInQuotation) return kinds;
  return kind === 'wording' && !speaks ? ['quote'] : [...kinds, 'quote'];
}

/**
 * The new text is at hand with its line breaks, so it decides; of the old one only an excerpt is left, which may begin inside a
 * quotation: there only a mark that opens it counts.
 */
function isInQuotation(was: Side, now: Side, before: Segment | null, after: Segment | null, nowAt: number): boolean {
  const nowWord = after?.start ?? nowAt;
  const nowStart = now.reading.words.starts[nowWord] ?? now.reading.text.length;
  // A deletion at the end of a quotation is seen from the word before it.
  const nowOffset = after === null && nowWord > 0 ? now.reading.words.ends[nowWord - 1]! : nowStart;
  if (isQuoted(now.reading.text, nowOffset, true)) return true;
  return before !== null && isQuoted(was.reading.text, was.reading.words.starts[before.start]!, false);
}

/** Runs with at most so many words a side whose negation differs are one change: "resigned" -> "did not resign". */
const SHORT_RUN = 4;

function changesOfRun(was: Side, now: Side, run: DifferingRun): Change[] {
  let pairs: [Segment | null, Segment | null][];
  const isShort = run.wasEnd - run.wasStart <= SHORT_RUN && run.nowEnd - run.nowStart <= SHORT_RUN;
  if (isShort && countNegations(was, run.wasStart, run.wasEnd) !== countNegations(now, run.nowStart, run.nowEnd)) {
    const whole = (side: Side, start: number, end: number): Segment | null =>
      start === end ? null : { kind: 'negation', start: side.first + start, end: side.first + end };
    pairs = [[whole(was, run.wasStart, run.wasEnd), whole(now, run.nowStart, run.nowEnd)]];
  } else {
    pairs = pairSegments(segmentsOf(was, run.wasStart, run.wasEnd), segmentsOf(now, run.nowStart, run.nowEnd));
  }
  return pairs.flatMap(([before, after]) => {
    const wasText = before === null ? '' : textOf(was, before.start, before.end);
    const nowText = after === null ? '' : textOf(now, after.start, after.end);
    const quoted = isInQuotation(was, now, before, after, now.first + run.nowStart);
    return kindsOf(was, now, before, after, quoted).map((kind) => ({ kind, was: wasText, now: nowText }));
  });
}

/**
 * The words that differ between two excerpts, in order, with the kind of each change. A change that is of two kinds at once (a
 * figure inside a quotation, the name of the one who speaks) is listed once for each, the more telling kind first. Case,
 * punctuation and white space are no change. Both texts must be in normalised form. Cost: see `differingRuns`.
 */
export function changesBetween(was: Excerpt, now: Excerpt): Change[] {
  const before = sideOf(was);
  const after = sideOf(now);
  return differingRuns(before.keys, after.keys)
    .filter(
      (run) => !sameWords(before.keys.slice(run.wasStart, run.wasEnd), after.keys.slice(run.nowStart, run.nowEnd)),
    )
    .flatMap((run) => changesOfRun(before, after, run));
}

/** The words that differ between two whole texts, with the kind of each change; see `changesBetween`. */
export function wordDiff(was: string, now: string): Change[] {
  const before = normalise(was).text;
  const after = normalise(now).text;
  return changesBetween({ text: before, start: 0, end: before.length }, { text: after, start: 0, end: after.length });
}
