import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describe } from '../../src/anchoring/describe.ts';
import { reanchor } from '../../src/anchoring/reanchor.ts';
import { resolveAll } from '../../src/anchoring/resolve.ts';
import { textModelOf } from '../../src/text/text-model.ts';
import { type Case, casesOf } from './anchors/cases.ts';
import { sentencesOf } from './anchors/edits.ts';
import { pick, randomFrom } from './anchors/random.ts';
import { revisions } from './anchors/revisions.ts';

interface Tally {
  cases: number;
  good: number;
  wrongPlace: number;
  wrongKind: number;
  unchanged: number;
  readonly statuses: Map<string, number>;
}

const newTally = (): Tally => ({ cases: 0, good: 0, wrongPlace: 0, wrongKind: 0, unchanged: 0, statuses: new Map() });

function articlesOf(shared: string): string[] {
  const texts: string[] = [];
  const truth = JSON.parse(readFileSync(path.join(shared, 'pages/aeb/truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string; englishNews: boolean }
  >;
  for (const { articleBody, englishNews } of Object.values(truth))
    if (englishNews && articleBody.length > 1200) texts.push(articleBody);
  return texts;
}

function judge(test: Case, tally: Tally): string | null {
  const result = reanchor({ id: 0, before: test.before, after: test.after, ...test.span });
  tally.cases++;
  tally.statuses.set(result.status, (tally.statuses.get(result.status) ?? 0) + 1);
  const isFound = result.status === 'exact' || result.status === 'moved';
  const show = (): string =>
    `${test.name}: ${result.status}${result.score === undefined ? '' : ` ${result.score.toFixed(2)}`} ${JSON.stringify(result.changes)}\n  was: ${JSON.stringify(test.before.slice(test.span.start, test.span.end))}\n  now: ${JSON.stringify(result.start === undefined ? result.candidates?.map(({ start, end }) => test.after.slice(start, end)) : test.after.slice(result.start, result.end))}${test.now ? `\n  due: ${JSON.stringify(test.after.slice(test.now.start, test.now.end))}` : ''}`;
  const tolerance = 2;
  const isHere =
    test.now === undefined ||
    (result.start !== undefined &&
      Math.abs(result.start - test.now.start) <= tolerance &&
      Math.abs(result.end! - test.now.end) <= tolerance);
  if (test.expected === 'gone') {
    if (result.status === 'missing' || result.status === 'ambiguous') {
      tally.good++;
      return null;
    }
    tally.wrongPlace++;
    return show();
  }
  if (test.expected === 'found') {
    if (isFound && isHere) {
      tally.good++;
      return null;
    }
    if (!isHere && result.start !== undefined) tally.wrongPlace++;
    return show();
  }
  if (isFound) tally.unchanged++;
  const rightKind = result.changes.some(
    ({ kind }) => kind === test.kind || (test.isQuoted === true && test.kind === 'wording' && kind === 'quote'),
  );
  if (result.status === 'edited' && !isHere) tally.wrongPlace++;
  if (result.status === 'edited' && !rightKind) tally.wrongKind++;
  if (result.status === 'edited' && rightKind && isHere) {
    tally.good++;
    return null;
  }
  return show();
}

const PAGE_LENGTH = 60_000;
const NOTES = 100;
const ROUNDS = 15;

/** The median time to find 100 notes on a page of 60,000 characters, when all are there and when none is. */
function timing(articles: readonly string[], random: () => number): void {
  let text = '';
  let used = 0;
  while (text.length < PAGE_LENGTH && used < articles.length) text += `${articles[used++]!}\n`;
  text = text.slice(0, PAGE_LENGTH);
  const foreign = articles.slice(used).join('\n');
  const measure = (from: string, to: string): { median: number; best: number } => {
    const source = textModelOf(from);
    const sentences = sentencesOf(from).filter(({ start, end }) => end - start > 40);
    const notes = Array.from({ length: NOTES }, () => describe(source, pick(random, sentences)));
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // A new model each time: nothing may be kept from the round before.
      const model = textModelOf(`${round} ${to}`);
      const begun = performance.now();
      resolveAll(model, notes);
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    return { median: times[ROUNDS >> 1]!, best: times[0]! };
  };
  for (const [name, from, target] of [
    ['present', text, 5],
    ['absent', foreign, 100],
  ] as const) {
    const { median, best } = measure(from, text);
    console.log(
      `time for ${NOTES} notes ${name} on ${text.length} characters: median ${median.toFixed(1)} ms, best ${best.toFixed(1)} ms of ${ROUNDS} (target ${target})`,
    );
  }
}

/**
 * Measures anchoring on real revisions and on edits injected into real articles, and prints the table.
 * Options: --shared DIR, --seed N, --per-kind N (cases of each kind an article), --per-version N, --errors.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      shared: { type: 'string', default: '../shared' },
      seed: { type: 'string', default: '1' },
      'per-kind': { type: 'string', default: '4' },
      'per-version': { type: 'string', default: '12' },
      errors: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  const errors: string[] = [];
  revisions(values.shared, Number(values['per-version']), seed, errors);
  const articles = articlesOf(values.shared);
  const tallies = new Map<string, Tally>();
  articles.forEach((article, index) => {
    for (const test of casesOf(article, seed * 1000 + index, Number(values['per-kind']))) {
      let tally = tallies.get(test.name);
      if (tally === undefined) {
        tally = newTally();
        tallies.set(test.name, tally);
      }
      const error = judge(test, tally);
      if (error !== null) errors.push(error);
    }
  });
  console.log(`\ninjected into ${articles.length} articles, seed ${seed}`);
  console.log('case                           cases   good      %  unchanged  wrong place  wrong kind  statuses');
  let edits = 0;
  let editsGood = 0;
  let unchanged = 0;
  for (const [name, tally] of tallies) {
    if (name.startsWith('edit ')) {
      edits += tally.cases;
      editsGood += tally.good;
      unchanged += tally.unchanged;
    }
    console.log(
      `${name.padEnd(29)} ${String(tally.cases).padStart(6)} ${String(tally.good).padStart(6)} ${((100 * tally.good) / tally.cases).toFixed(1).padStart(6)} ${String(tally.unchanged).padStart(10)} ${String(tally.wrongPlace).padStart(12)} ${String(tally.wrongKind).padStart(11)}  ${JSON.stringify(Object.fromEntries(tally.statuses))}`,
    );
  }
  console.log(
    `all edits: ${editsGood} of ${edits} as edited, in place, of the right kind (${((100 * editsGood) / edits).toFixed(1)} %); reported as unchanged: ${unchanged}`,
  );
  timing(articles, randomFrom(seed));
  if (values.errors) for (const error of errors) console.log(error);
  return 0;
}
