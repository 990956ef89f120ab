import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Document, PLAIN } from '../src/entities/document.ts';
import { Gazetteer } from '../src/entities/gazetteer.ts';
import { CLUSTERINGS, INSIDE_NAMES, type Lexicon, lexiconOf, OPENS_NAMES } from '../src/entities/lexicon.ts';
import { PackedTable } from '../src/entities/packed-table.ts';
import { CAPITAL, LETTERS } from '../src/entities/words.ts';
import { countBigrams, exchangeClusters } from './clusters.ts';
import { type GoldText, joinTokens } from './corpora.ts';

/** What is learnt from text without labels, ready for the file: clusters by cased word, habits by lower-case word. */
export interface Vocabulary {
  readonly wordKeys: Int32Array;
  readonly clusters: Uint16Array;
  readonly habitKeys: Int32Array;
  readonly habits: Uint8Array;
}

const CLASSES = [60, 250, 800] as const;
const RAREST = 3;

/** A lexicon that knows nothing, for reading text before there is one. */
export function emptyLexicon(): Lexicon {
  const none = new PackedTable(1, new Uint8Array(2), new Uint16Array(0));
  return lexiconOf(none, new Uint16Array(0), none, new Uint8Array(0));
}

export function emptyGazetteer(): Gazetteer {
  return new Gazetteer(
    new PackedTable(1, new Uint8Array(2), new Uint16Array(0)),
    new Uint16Array(0),
    new Uint32Array(0),
  );
}

function rawSentences(shared: string): string[] {
  const text = gunzipSync(readFileSync(path.join(shared, 'ner/raw/voa-sentences.txt.gz'))).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => joinTokens(line.split(' ')).text);
}

/** Reads all text, counts words and capitals, and clusters the words that occur three times or more. */
export function learnVocabulary(shared: string, texts: readonly GoldText[], log: (line: string) => void): Vocabulary {
  const doc = new Document(emptyLexicon(), emptyGazetteer());
  const counts = new Map<number, number>();
  const casing = new Map<number, [number, number]>();
  const insideNames = new Map<number, number>();
  const openNames = new Map<number, number>();
  const sentences: Int32Array[] = [];
  const read = (model: GoldText['model']) => {
    doc.read(model);
    const { words, word, sentence } = doc;
    let from = 0;
    for (let i = 0; i < doc.count; i += 1) {
      const id = word[i]!;
      const key = words.cased[id]!;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      const opening =
        sentence[i] === 1 ||
        (i > 0 && doc.quoted[i] !== doc.quoted[i - 1]) ||
        (i > 1 && doc.quoted[i - 1] !== doc.quoted[i - 2]);
      if (!opening && doc.style[i] === PLAIN && (words.flags[id]! & LETTERS) !== 0) {
        const lower = words.lower[id]!;
        const pair = casing.get(lower) ?? [0, 0];
        pair[(words.flags[id]! & CAPITAL) === 0 ? 0 : 1] += 1;
        casing.set(lower, pair);
      }
      if (i + 1 === doc.count || sentence[i + 1] === 1) {
        sentences.push(Int32Array.from({ length: i + 1 - from }, (_, k) => words.cased[word[from + k]!]!));
        from = i + 1;
      }
    }
  };
  for (const line of rawSentences(shared))
    read({ text: line, blocks: [{ start: 0, end: line.length, role: 'paragraph' }] });
  for (const text of texts) {
    if (text.source !== 'voa') read(text.model);
    // Scientific terms of crossner would make half of all common words such words.
    if (text.source === 'crossner') continue;
    if (text.source === 'voa') doc.read(text.model);
    let i = 0;
    for (const span of text.spans) {
      while (i < doc.count && doc.ends[i]! <= span.start) i += 1;
      for (let k = i; k < doc.count && doc.starts[k]! < span.end; k += 1) {
        const id = doc.words.lower[doc.word[k]!]!;
        if ((doc.words.flags[doc.word[k]!]! & (CAPITAL | LETTERS)) === LETTERS) {
          insideNames.set(id, (insideNames.get(id) ?? 0) + 1);
          if (k === i) openNames.set(id, (openNames.get(id) ?? 0) + 1);
        }
      }
    }
  }

  const kept = [...counts].filter(([, n]) => n >= RAREST).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  log(
    `vocabulary: ${counts.size} words, ${kept.length} of them ${RAREST} times or more, ${sentences.length} sentences`,
  );
  const numberOf = new Map(kept.map(([key], n) => [key, n + 2]));
  for (const sentence of sentences)
    for (let i = 0; i < sentence.length; i += 1) sentence[i] = numberOf.get(sentence[i]!) ?? 1;
  const bigrams = countBigrams(sentences, kept.length + 2);
  const clusters = new Uint16Array(kept.length * CLUSTERINGS);
  CLASSES.forEach((classes, c) => {
    const classOf = exchangeClusters(bigrams, classes, 8, log);
    for (let n = 0; n < kept.length; n += 1) clusters[n * CLUSTERINGS + c] = classOf[n + 2]!;
  });
  const habitKeys: number[] = [];
  const habits: number[] = [];
  for (const [key, [lower, capital]] of casing) {
    if (lower + capital < 2) continue;
    const share = capital / (lower + capital);
    habitKeys.push(key);
    const inside =
      ((insideNames.get(key) ?? 0) >= 2 ? INSIDE_NAMES : 0) | ((openNames.get(key) ?? 0) >= 2 ? OPENS_NAMES : 0);
    habits.push((share === 0 ? 1 : share < 0.1 ? 2 : share < 0.7 ? 3 : share < 0.99 ? 4 : 5) | inside);
  }
  return {
    wordKeys: Int32Array.from(kept, ([key]) => key),
    clusters,
    habitKeys: Int32Array.from(habitKeys),
    habits: Uint8Array.from(habits),
  };
}
