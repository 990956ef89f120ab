import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Document } from '../src/entities/document.ts';
import { Gazetteer } from '../src/entities/gazetteer.ts';
import { PackedTable } from '../src/entities/packed-table.ts';
import { Tagger } from '../src/entities/tagger.ts';
import { readJsonLines, readTraining } from './corpora.ts';
import { trainCrf } from './crf.ts';
import { chainsOf, extractRows, numberFeatures } from './dataset.ts';
import { floatWeights } from './float-weights.ts';
import { compileLists } from './lists.ts';
import { measure } from './measure.ts';
import { packKeys } from './pack-keys.ts';
import { learnVocabulary, lexiconFrom, type Vocabulary } from './vocabulary.ts';

const { values: o } = parseArgs({
  options: {
    shared: { type: 'string', default: '../shared' },
    lists: { type: 'string', default: 'training/lists' },
    cache: { type: 'string' },
    epochs: { type: 'string', default: '10' },
    rate: { type: 'string', default: '0.15' },
    decay: { type: 'string', default: '0' },
    dropout: { type: 'string', default: '0.1' },
    least: { type: 'string', default: '2' },
    crossner: { type: 'string', default: '0.5' },
    reports: { type: 'string', default: '2' },
    fold: { type: 'string' },
  },
});
const t0 = Date.now();
const log = (line: string) => console.error(`[${((Date.now() - t0) / 1000).toFixed(0)}s] ${line}`);
const texts = readTraining(o.shared);
let vocabulary: Vocabulary;
if (o.cache && existsSync(o.cache)) {
  const c = JSON.parse(readFileSync(o.cache, 'utf8'));
  vocabulary = { wordKeys: Int32Array.from(c.wordKeys), clusters: Uint16Array.from(c.clusters), habitKeys: Int32Array.from(c.habitKeys), habits: Uint8Array.from(c.habits) };
} else {
  vocabulary = learnVocabulary(o.shared, texts, log);
  if (o.cache) writeFileSync(o.cache, JSON.stringify(Object.fromEntries(Object.entries(vocabulary).map(([k, v]) => [k, Array.from(v)]))));
}
log('vocabulary ready');
const lexicon = lexiconFrom(vocabulary);
const masks = compileLists(o.shared, o.lists, lexicon);
const packed = packKeys(Int32Array.from(masks.keys()), 16);
const values = Uint32Array.from(masks.values());
const gazetteer = new Gazetteer(new PackedTable(16, packed.counts, packed.prints), Uint32Array.from(packed.order, (k) => values[k]!));
log(`${masks.size} list entries`);
const doc = new Document(lexicon, gazetteer);
const fold = o.fold === undefined ? -1 : Number(o.fold);
let r = 0;
const kept = texts.map((t) => t.source === 'reports' && (r += 1) % 5 === fold);
const train = texts.filter((_, i) => !kept[i]);
const raw = extractRows(doc, train, () => null, log);
const { index, rowStart, features } = numberFeatures(raw, Number(o.least));
log(`${index.size} features`);
const weightOf = (t: number) => (train[t]!.source === 'reports' ? Number(o.reports) : train[t]!.source === 'crossner' ? Number(o.crossner) : 1);
const learnt = trainCrf(chainsOf(raw, rowStart, features, index.size, weightOf), {
  epochs: Number(o.epochs), rate: Number(o.rate), decay: Number(o.decay), dropout: Number(o.dropout), seed: 1, log,
});
const tagger = new Tagger(floatWeights(index, learnt));
const held = texts.filter((_, i) => kept[i]);
if (held.length > 0) console.log('fold ', measure(doc, tagger, held, 1));
for (const f of ['dev.jsonl', 'dev-2.jsonl']) console.log(f, measure(doc, tagger, readJsonLines(path.join(o.shared, 'ner', f)), 1));
log('done');
