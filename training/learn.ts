import type { Document } from '../src/entities/document.ts';
import { Memory } from '../src/entities/memory.ts';
import { Tagger } from '../src/entities/tagger.ts';
import type { GoldText } from './corpora.ts';
import { type CrfOptions, trainCrf, type Weights } from './crf.ts';
import { chainsOf, extractRows, numberFeatures } from './dataset.ts';
import { floatWeights } from './float-weights.ts';

export interface LearnOptions extends CrfOptions {
  /** Features in fewer rows are dropped. */
  readonly least: number;
  /** Weight of a text in the learning, by its source. */
  readonly weightOf: (text: GoldText) => number;
  /** Parts of the jackknife that tells what a first reading finds in text it was not trained on; 0 for no memory. */
  readonly folds: number;
  readonly foldEpochs: number;
}

export interface Learnt {
  readonly keys: Int32Array;
  readonly weights: Weights;
  readonly tagger: Tagger;
}

function learnOnce(
  doc: Document,
  texts: readonly GoldText[],
  memories: readonly (Uint8Array | null)[],
  options: LearnOptions,
): Learnt {
  // With memories every running text is read twice, without and with them: one set of weights serves both readings.
  const twice = memories.some((labels) => labels !== null);
  const again = twice ? texts.map((_, t) => t).filter((t) => memories[t] !== null) : [];
  const all = [...texts, ...again.map((t) => texts[t]!)];
  const memory = new Memory();
  const raw = extractRows(
    doc,
    all,
    (t) => {
      if (t < texts.length) return null;
      memory.read(doc, memories[again[t - texts.length]!]!);
      return (document, i, out, n) => memory.features(document, i, out, n);
    },
    options.log,
  );
  // A text that is read twice has all its features twice.
  const { index, rowStart, features } = numberFeatures(raw, twice ? options.least * 2 - 1 : options.least);
  options.log(`${index.size} features`);
  const weightOf = (t: number) =>
    options.weightOf(all[t]!) * (t >= texts.length ? 0.6 : twice && memories[t] !== null ? 0.4 : 1);
  const weights = trainCrf(chainsOf(raw, rowStart, features, index.size, weightOf), options);
  return { keys: index.keys.done(), weights, tagger: new Tagger(floatWeights(index, weights)) };
}

/** Trains the tagger; with `folds` the weights serve both readings of the tagger, else only the first. */
export function learn(doc: Document, texts: readonly GoldText[], options: LearnOptions): Learnt {
  const none = texts.map(() => null);
  if (options.folds === 0) return learnOnce(doc, texts, none, options);
  const running = (text: GoldText) => text.source !== 'crossner';
  const memories: (Uint8Array | null)[] = [...none];
  for (let fold = 0; fold < options.folds; fold += 1) {
    options.log(`jackknife ${fold + 1} of ${options.folds}`);
    const part = texts.filter((_, t) => t % options.folds !== fold);
    const { tagger } = learnOnce(doc, part, none.slice(0, part.length), { ...options, epochs: options.foldEpochs });
    texts.forEach((text, t) => {
      if (t % options.folds !== fold || !running(text)) return;
      doc.read(text.model);
      memories[t] = tagger.tag(doc, 1).slice(0, doc.count);
    });
  }
  options.log('all texts, with memory');
  return learnOnce(doc, texts, memories, options);
}
