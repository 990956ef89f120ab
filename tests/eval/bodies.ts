import { findBody } from '../../src/article/body.ts';
import { buildDomTextModel } from '../../src/article/dom-text.ts';
import { halfOf, option, parsePage, savedPages } from './saved-pages.ts';

interface Truth {
  readonly url: string;
  readonly articleBody: string;
  readonly englishNews: boolean;
}

interface Score {
  readonly id: string;
  readonly half: 'tune' | 'check';
  readonly truth: Truth;
  readonly text: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly milliseconds: number;
}

const USAGE = `bodies: the article text found in saved pages against the text that people marked
  --shared DIR   folder with pages/ (../shared)
  --errors [N]   the worst N pages (10) with what is extra and what is missing
  --half tune    errors of this half only
  --id ID        the errors of one page
  --no-captions  leave captions out of the text that is compared`;

/**
 * Shingles of four tokens as in https://github.com/scrapinghub/article-extraction-benchmark (evaluate.py): tokens are runs of
 * word characters; precision and recall per page over the multiset of shingles, averaged over pages; F1 of these two averages,
 * as the benchmark publishes it, and beside it the mean of the pages' own F1, which is stricter.
 */
export async function run(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(USAGE);
    return 0;
  }
  const scores: Score[] = [];
  for (const page of savedPages<Truth>(option(args, 'shared', '../shared'), 'aeb')) {
    const document = parsePage(page.html);
    const started = performance.now();
    const text = bodyText(document, !args.includes('--no-captions'));
    const milliseconds = performance.now() - started;
    scores.push({
      id: page.id,
      half: halfOf(page.id),
      truth: page.truth,
      text,
      milliseconds,
      ...compare(page.truth.articleBody, text),
    });
  }
  for (const half of ['tune', 'check', null] as const) {
    const of = scores.filter((score) => half === null || score.half === half);
    print(`${half ?? 'both'}, all pages`, of);
    print(
      `${half ?? 'both'}, English news`,
      of.filter((score) => score.truth.englishNews),
    );
  }
  const slowest = scores.toSorted((a, b) => b.milliseconds - a.milliseconds)[0];
  if (slowest !== undefined) console.log(`slowest page ${slowest.milliseconds.toFixed(0)} ms (${slowest.id})`);
  if (args.includes('--errors') || args.includes('--id')) printErrors(scores, args);
  return 0;
}

function bodyText(document: Document, captions: boolean): string {
  const body = findBody(document);
  if (body === null) return '';
  const { text, blocks } = buildDomTextModel(body);
  return blocks
    .filter((block) => captions || block.role !== 'caption')
    .map((block) => text.slice(block.start, block.end))
    .join('\n');
}

const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

function shinglesOf(text: string): Map<string, number> {
  const tokens = tokensOf(text);
  const shingles = new Map<string, number>();
  // A text shorter than a shingle is one shingle, as in the benchmark.
  for (let i = 0; i < Math.max(1, tokens.length - 3); i++) {
    const shingle = tokens.slice(i, i + 4).join(' ');
    if (shingle !== '') shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}

const total = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

function compare(truth: string, found: string): { precision: number; recall: number; f1: number } {
  const wanted = shinglesOf(truth);
  const got = shinglesOf(found);
  let both = 0;
  for (const [shingle, count] of wanted) both += Math.min(count, got.get(shingle) ?? 0);
  const precision = total(got) === 0 ? (total(wanted) === 0 ? 1 : 0) : both / total(got);
  const recall = total(wanted) === 0 ? 1 : both / total(wanted);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function print(name: string, scores: readonly Score[]): void {
  const mean = (field: 'precision' | 'recall' | 'f1') =>
    scores.reduce((sum, score) => sum + score[field], 0) / Math.max(1, scores.length);
  const [p, r] = [mean('precision'), mean('recall')];
  const figures = `P ${p.toFixed(4)}  R ${r.toFixed(4)}  F1 ${((2 * p * r) / (p + r)).toFixed(4)}  mean of F1 ${mean('f1').toFixed(4)}`;
  console.log(`${name.padEnd(20)} ${String(scores.length).padStart(3)} pages  ${figures}`);
}

function printErrors(scores: readonly Score[], args: readonly string[]): void {
  const id = option(args, 'id', '');
  const half = option(args, 'half', '');
  const count = Number.parseInt(option(args, 'errors', ''), 10) || 10;
  const chosen = scores.filter((score) => (id === '' ? half === '' || score.half === half : score.id === id));
  for (const score of chosen.toSorted((a, b) => a.f1 - b.f1).slice(0, id === '' ? count : 1)) {
    const { precision, recall, f1, truth, text } = score;
    console.log(
      `\n${score.id} ${score.half} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)} ${truth.url}`,
    );
    for (const line of linesOnlyIn(text, truth.articleBody)) console.log(`  + ${line}`);
    for (const line of linesOnlyIn(truth.articleBody, text)) console.log(`  - ${line}`);
  }
}

/** The lines of a text of which most shingles are not in the other text, shortened. */
function linesOnlyIn(text: string, other: string): string[] {
  const there = shinglesOf(other);
  const tokens = ` ${tokensOf(other).join(' ')} `;
  return text
    .split('\n')
    .filter((line) => {
      const shingles = [...shinglesOf(line).keys()];
      if (tokensOf(line).length < 4) return line.trim() !== '' && !tokens.includes(` ${shingles[0] ?? ''} `);
      return shingles.filter((shingle) => there.has(shingle)).length < shingles.length / 2;
    })
    .slice(0, 25)
    .map((line) => (line.length > 160 ? `${line.slice(0, 157)}...` : line));
}
