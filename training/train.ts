/**
 * Trains the tagger and writes its file:
 *
 *     node src/dev/run.mjs training/train.ts --shared ../shared --out public/model/en.bin --seed 1
 *
 * With `--fold N` (0 to 4) a fifth of the reports is kept back and measured; nothing is written without `--out`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Document } from '../src/entities/document.ts';
import { LABELS } from '../src/entities/labels.ts';
import { readModel } from '../src/entities/model-file.ts';
import { Tagger } from '../src/entities/tagger.ts';
import { type GoldText, readJsonLines, readTraining } from './corpora.ts';
import { learn } from './learn.ts';
import { compileLists } from './lists.ts';
import { measure } from './measure.ts';
import { learnVocabulary, type Vocabulary } from './vocabulary.ts';
import { assemble, assembleWithin, listSections, vocabularySections, weightSections } from './write-model.ts';

const { values: o } = parseArgs({
  options: {
    shared: { type: 'string', default: '../shared' },
    lists: { type: 'string', default: 'training/lists' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    vocabulary: { type: 'string' },
    epochs: { type: 'string', default: '8' },
    rate: { type: 'string', default: '0.05' },
    decay: { type: 'string', default: '0.0005' },
    dropout: { type: 'string', default: '0.4' },
    least: { type: 'string', default: '2' },
    crossner: { type: 'string', default: '0.5' },
    reports: { type: 'string', default: '2' },
    folds: { type: 'string', default: '3' },
    'fold-epochs': { type: 'string', default: '3' },
    fold: { type: 'string' },
    limit: { type: 'string', default: '4000000' },
  },
});
const started = Date.now();
const log = (line: string) => console.error(`[${((Date.now() - started) / 1000).toFixed(0)}s] ${line}`);

/** The clusters cost most of a run's time: `--vocabulary FILE` keeps them for the next one. */
function vocabularyOf(texts: readonly GoldText[]): Vocabulary {
  const file = o.vocabulary;
  if (file !== undefined && existsSync(file)) {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Record<keyof Vocabulary, number[]>;
    return {
      wordKeys: Int32Array.from(stored.wordKeys),
      clusters: Uint16Array.from(stored.clusters),
      habitKeys: Int32Array.from(stored.habitKeys),
      habits: Uint8Array.from(stored.habits),
    };
  }
  const learnt = learnVocabulary(o.shared, texts, log);
  if (file !== undefined) {
    writeFileSync(
      file,
      JSON.stringify(Object.fromEntries(Object.entries(learnt).map(([key, value]) => [key, Array.from(value)]))),
    );
  }
  return learnt;
}

/** A document over lexicon and lists as they will stand in the file, so that training sees what the product sees. */
function documentOver(others: Parameters<typeof assemble>[0]): Document {
  const empty = weightSections(
    new Int32Array(0),
    { emit: new Float32Array(0), moves: new Float32Array(LABELS * LABELS) },
    1,
  );
  const read = readModel(assemble({ ...others, ...empty }));
  if (read.status !== 'ok') throw new Error(read.message);
  return new Document(read.parts.lexicon, read.parts.gazetteer);
}

const texts = readTraining(o.shared);
const vocabulary = vocabularyOf(texts);
const words = vocabularySections(vocabulary);
const plain = documentOver({ ...words, ...listSections(new Map()) });
const lists = compileLists(o.shared, o.lists, plain.lexicon);
const others = { ...words, ...listSections(lists) };
log(`${vocabulary.wordKeys.length} words, ${lists.size} list entries`);
const doc = documentOver(others);

let report = 0;
const keptBack = texts.map((text) => {
  if (text.source !== 'reports') return false;
  report += 1;
  return o.fold !== undefined && report % 5 === Number(o.fold);
});
const learnt = learn(
  doc,
  texts.filter((_, t) => !keptBack[t]),
  {
    epochs: Number(o.epochs),
    rate: Number(o.rate),
    decay: Number(o.decay),
    dropout: Number(o.dropout),
    seed: Number(o.seed),
    least: Number(o.least),
    folds: Number(o.folds),
    foldEpochs: Number(o['fold-epochs']),
    weightOf: (text) =>
      text.source === 'reports' ? Number(o.reports) : text.source === 'crossner' ? Number(o.crossner) : 1,
    log,
  },
);
const held = texts.filter((_, t) => keptBack[t]);
const readings = Number(o.folds) > 0 ? 2 : 1;
const figures = (tagger: Tagger, over: Document, name: string) => {
  if (held.length > 0) console.log(`${name} fold  `, measure(over, tagger, held, readings));
  for (const file of ['dev', 'dev-2']) {
    const at = path.join(o.shared, 'ner', `${file}.jsonl`);
    if (existsSync(at)) console.log(`${name} ${file.padEnd(6)}`, measure(over, tagger, readJsonLines(at), readings));
  }
};
figures(learnt.tagger, doc, 'float ');
const { bytes, least } = assembleWithin(others, learnt.keys, learnt.weights, Number(o.limit));
const packed = readModel(bytes);
if (packed.status !== 'ok') throw new Error(packed.message);
log(`${bytes.byteLength} bytes, weights from ${least.toFixed(3)} on`);
figures(new Tagger(packed.parts.weights), new Document(packed.parts.lexicon, packed.parts.gazetteer), 'packed');
if (o.out !== undefined) {
  mkdirSync(path.dirname(o.out), { recursive: true });
  writeFileSync(o.out, new Uint8Array(bytes));
  log(`written to ${o.out}`);
}
