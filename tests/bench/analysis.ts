/**
 * Speed of the analysis in Node, one thread: tokens per second of the whole of `analyse` and of its parts, on the articles of
 * a JSON Lines file with a `text` (option --texts), else on the sample article.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseHTML } from 'linkedom';
import { analyse } from '../../src/analysis/analyse.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { findDates } from '../../src/dates/index.ts';
import { loadRecogniser } from '../../src/entities/recogniser.ts';
import { type TextModel, textModelOf } from '../../src/text/text-model.ts';
import { median, round } from './statistics.mjs';

const PASSES = 15;
const published = { value: '2019-11-20', source: 'given' } as const;

const { values } = parseArgs({ options: { texts: { type: 'string', default: '../shared/ner/dev.jsonl' } } });
const models = texts(values.texts).map(textModelOf);
const words = models.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
console.log(`analysis: ${models.length} texts, ${words} words (runs of non-space)`);

const bytes = readFileSync('public/model/en.bin');
const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
const loads: number[] = [];
for (let i = 0; i < 5; i++) loads.push(time(() => loadRecogniser(buffer)));
console.log(`  loading the model: ${round(median(loads))} ms for ${bytes.length} bytes`);
const loaded = loadRecogniser(buffer);
if (loaded.status !== 'ok') throw new Error(loaded.message);
const { recogniser } = loaded;

rate('names', (model) => recogniser.recognise(model));
rate('dates', (model) => findDates(model, { published: published.value }));
rate('whole analysis', (model) => analyse(model, { published, recogniser }));

function rate(name: string, step: (model: TextModel) => unknown): void {
  const run = (): void => {
    for (const model of models) step(model);
  };
  run();
  run();
  const times = Array.from({ length: PASSES }, () => time(run));
  const ms = median(times);
  console.log(
    `  ${name}: ${Math.round(words / (ms / 1000)).toLocaleString('en')} words/s (median of ${PASSES} passes, ${round(ms)} ms each)`,
  );
}

function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function texts(file: string): string[] {
  if (existsSync(file)) {
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).text as string);
  }
  console.log(`  ${file} is absent: the sample article is used instead`);
  const { document } = parseHTML(readFileSync('public/sample/article.html', 'utf8'));
  const read = readArticle(document, 'http://sample.test/', {});
  if (read.status !== 'ok') throw new Error('the sample article has no body');
  return [read.model.text];
}
