import { findDates } from '../../src/dates/index.ts';
import type { Timex } from '../../src/dates/types.ts';
import { textModelOf } from '../../src/text/text-model.ts';
import { type GoldDocument, type GoldTimex, readCorpus } from './timeml.ts';

/**
 * Scores `findDates` as TempEval-3 did (UzZaman et al. 2013): relaxed counts any overlap, strict the same extent; value F1 is
 * relaxed F1 times the share of right values among the matched.
 *
 *     node src/dev/run.mjs tests/eval/index.ts dates [--errors] [--speed] CORPUS ...
 *
 * CORPUS is a folder of TimeML files or a JSON-lines file. Without one, those under --shared DIR (../shared) are taken.
 */
export async function run(args: string[]): Promise<number> {
  const shared = option(args, '--shared') ?? '../shared';
  const errors = args.includes('--errors');
  const named = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--shared');
  const corpora =
    named.length > 0
      ? named
      : ['timebank', 'aquaint', 'meantime', 'wikiwars', 'dev.jsonl'].map((name) => `${shared}/dates/${name}`);
  for (const corpus of corpora) {
    const tally = newTally();
    const classes = new Map<string, Tally>();
    const documents = readCorpus(corpus);
    for (const { id, text, published, gold } of documents) {
      const found = findDates(textModelOf(text), { published });
      score(id, text, gold, found, tally, classes, errors);
    }
    console.log(`\n${corpus}`);
    console.log(line('all', tally));
    for (const [name, one] of [...classes].sort((a, b) => b[1].gold - a[1].gold)) console.log(line(name, one));
    if (args.includes('--speed')) console.log(speed(documents));
  }
  return 0;
}

const SPEED_RUNS = 15;

/** Processor time for the corpus, after a run that warms up; the median, since other work on the machine disturbs it. */
function speed(documents: readonly GoldDocument[]): string {
  const models = documents.map(({ text, published }) => ({ model: textModelOf(text), published }));
  const words = documents.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const times: number[] = [];
  for (let run = 0; run < SPEED_RUNS; run++) {
    const before = process.cpuUsage();
    for (const { model, published } of models) findDates(model, { published });
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  const rate = (ms: number): string => (words / ms / 1000).toFixed(2);
  const [best = 1, median = 1] = [times[0], times[SPEED_RUNS >> 1]];
  return `${words} words, processor time ${median.toFixed(1)} ms (${rate(median)} million words/s), best ${best.toFixed(1)} ms (${rate(best)})`;
}

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

interface Tally {
  gold: number;
  found: number;
  relaxed: number;
  strict: number;
  value: number;
  type: number;
}

const newTally = (): Tally => ({ gold: 0, found: 0, relaxed: 0, strict: 0, value: 0, type: 0 });

function score(
  id: string,
  text: string,
  gold: readonly GoldTimex[],
  found: readonly Timex[],
  tally: Tally,
  classes: Map<string, Tally>,
  errors: boolean,
): void {
  const taken = new Set<Timex>();
  const of = (name: string): Tally => {
    const known = classes.get(name) ?? newTally();
    classes.set(name, known);
    return known;
  };
  const report = (kind: string, g: GoldTimex | null, f: Timex | null): void => {
    if (!errors) return;
    const { start, end } = (g ?? f) as { start: number; end: number };
    const around = `${text.slice(Math.max(0, start - 50), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`;
    const theirs = g === null ? '' : `${g.type} ${g.value}`;
    const ours = f === null ? '' : `${text.slice(f.start, f.end)} | ${f.type} ${f.value} (${f.reason.code})`;
    console.log([kind, id, theirs, ours, around.replace(/\s+/g, ' ')].join('\t'));
  };
  for (const g of gold) {
    const row = of(classOf(text.slice(g.start, g.end), g.type));
    tally.gold++;
    row.gold++;
    // One answer serves one expression of the truth, the exact one first.
    const candidates = found.filter((f) => !taken.has(f) && f.start < g.end && g.start < f.end);
    const match = candidates.find((f) => f.start === g.start && f.end === g.end) ?? candidates[0];
    if (match === undefined) {
      report('MISSED', g, null);
      continue;
    }
    taken.add(match);
    for (const one of [tally, row]) {
      one.relaxed++;
      one.found++;
      if (match.start === g.start && match.end === g.end) one.strict++;
      if (match.value === g.value) one.value++;
      if (match.type === g.type) one.type++;
    }
    if (match.value !== g.value) report('VALUE', g, match);
    if (match.start !== g.start || match.end !== g.end) report('EXTENT', g, match);
    if (match.type !== g.type) report('TYPE', g, match);
  }
  for (const f of found) {
    if (taken.has(f)) continue;
    tally.found++;
    of(classOf(text.slice(f.start, f.end), f.type)).found++;
    report('EXTRA', null, f);
  }
}

/** Classes by form, so that a weak spot shows; the first that fits. */
const CLASSES: readonly [string, RegExp][] = [
  ['clock', /\d:\d\d|\b[ap]\.?m\b|o'clock|\bnoon\b|midnight/i],
  [
    'full date',
    /\d{4}-\d\d-\d\d|\d\/\d+\/\d|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(st|nd|rd|th)?\W+\d{4}|\d (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}/i,
  ],
  ['weekday', /\b(mon|tues|wednes|thurs|fri|satur|sun)day/i],
  [
    'day and month',
    /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\d(st|nd|rd|th)? (of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,
  ],
  [
    'month',
    /\b(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept|oct|nov|dec)\b/i,
  ],
  ['quarter', /quarter|half/i],
  ['season', /\b(spring|summer|fall|autumn|winter)\b/i],
  ['ago, later', /\b(ago|earlier|later|before|after)\b/i],
  ['today ...', /\b(today|yesterday|tomorrow|tonight)\b/i],
  ['now, recently ...', /\b(now|current|currently|recent|recently|soon|future|past|former|once|previously)\b/i],
  ['this, last, next', /\b(this|last|next|that|same|previous|following)\b/i],
  ['year', /\b\d{3,4}\b|'\d\d\b/],
  ['the unit', /\bthe (day|week|month|year|weekend)\b/i],
];

function classOf(words: string, type: string): string {
  if (type === 'DURATION') return 'duration';
  if (type === 'SET') return 'set';
  return CLASSES.find(([, form]) => form.test(words))?.[0] ?? 'other';
}

function f1(hits: number, gold: number, found: number): number {
  return gold + found === 0 ? 0 : (2 * hits) / (gold + found);
}

function line(name: string, t: Tally): string {
  const relaxed = f1(t.relaxed, t.gold, t.found);
  const share = (n: number): number => (t.relaxed === 0 ? 0 : n / t.relaxed);
  const figures: [string, number][] = [
    ['P', t.found === 0 ? 0 : t.relaxed / t.found],
    ['R', t.gold === 0 ? 0 : t.relaxed / t.gold],
    ['relaxed', relaxed],
    ['strict', f1(t.strict, t.gold, t.found)],
    ['value', relaxed * share(t.value)],
    ['type', relaxed * share(t.type)],
  ];
  return `${name.padEnd(18)} gold ${String(t.gold).padStart(5)} found ${String(t.found).padStart(5)}  ${figures.map(([label, n]) => `${label} ${n.toFixed(3)}`).join('  ')}`;
}
