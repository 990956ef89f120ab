import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ENTITY_TYPES } from '../src/entities/types.ts';
import type { Block, TextModel } from '../src/text/text-model.ts';

/** A name of the training text; `type` is an index into ENTITY_TYPES, or -1 for a name whose type the source does not tell. */
export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly type: number;
}

export interface GoldText {
  readonly source: string;
  readonly model: TextModel;
  readonly spans: readonly GoldSpan[];
}

const typeIndex = (name: string): number => (ENTITY_TYPES as readonly string[]).indexOf(name);

/** Reads reports.txt: raw text with marks `[[TYPE|surface]]`, a header line `## number desk, style, country` before each. */
export function readMarked(file: string): GoldText[] {
  const texts: GoldText[] = [];
  for (const part of readFileSync(file, 'utf8').split(/^## \d+ .*$/m)) {
    if (part.trim() === '') continue;
    const spans: GoldSpan[] = [];
    const blocks: Block[] = [];
    let text = '';
    for (const line of part.split('\n')) {
      if (line.trim() === '') continue;
      if (text !== '') text += '\n';
      const blockStart = text.length;
      let at = 0;
      for (const mark of line.trim().matchAll(/\[\[([A-Z]+)\|([^\]]*)\]\]/g)) {
        text += line.trim().slice(at, mark.index);
        spans.push({ start: text.length, end: text.length + mark[2]!.length, type: typeIndex(mark[1]!) });
        text += mark[2]!;
        at = mark.index + mark[0].length;
      }
      text += line.trim().slice(at);
      blocks.push({ start: blockStart, end: text.length, role: 'paragraph' });
    }
    texts.push({ source: 'reports', model: { text, blocks }, spans });
  }
  return texts;
}

const NO_SPACE_BEFORE = /^([,.;:!?)\]}%”]|'s|'S|n't|'ve|'ll|'re|'d|'m|’s|’ll|’ve|’re|’m|’d|n’t|'|-[a-z].*|\.\.+)$/;
const NO_SPACE_AFTER = /^([([{$£€#“]|US\$)$/;

/** Joins tokens into a sentence as it would be printed, so that one tokenizer cuts training text and articles alike. */
export function joinTokens(tokens: readonly string[]): { text: string; starts: number[]; ends: number[] } {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let inQuote = false;
  let glue = true;
  for (const raw of tokens) {
    const token = raw === '``' || raw === "''" ? '"' : raw;
    let spaced = !glue && !NO_SPACE_BEFORE.test(token);
    glue = false;
    if (token === '"') {
      if (inQuote) spaced = false;
      else glue = true;
      inQuote = !inQuote;
    } else if (NO_SPACE_AFTER.test(token)) glue = true;
    if (spaced) text += ' ';
    starts.push(text.length);
    text += token;
    ends.push(text.length);
  }
  return { text, starts, ends };
}

/**
 * Reads IOB2 files. Sentences in running order are set in paragraphs of one to three, by their number, because articles come
 * so; without `-DOCSTART-` each sentence is a text of its own.
 */
export function readBio(file: string, source: string): GoldText[] {
  const texts: GoldText[] = [];
  const content = readFileSync(file, 'utf8');
  const running = content.includes('-DOCSTART-');
  let text = '';
  let blocks: Block[] = [];
  let spans: GoldSpan[] = [];
  let sentences = 0;
  const flush = () => {
    if (text !== '') texts.push({ source, model: { text, blocks }, spans });
    text = '';
    blocks = [];
    spans = [];
    sentences = 0;
  };
  for (const part of content.split(/\n\s*\n/)) {
    const rows = part.split('\n').filter((row) => row !== '');
    if (rows.length === 0) continue;
    if (rows[0]!.startsWith('-DOCSTART-')) {
      flush();
      rows.shift();
      if (rows.length === 0) continue;
    }
    if (!running) flush();
    const tokens = rows.map((row) => row.slice(0, row.indexOf('\t')));
    const tags = rows.map((row) => row.slice(row.indexOf('\t') + 1).trim());
    const joined = joinTokens(tokens);
    const opens = sentences % 3 === 0 || blocks.length === 0;
    const base = text === '' ? 0 : text.length + 1;
    if (text !== '') text += opens ? '\n' : ' ';
    text += joined.text;
    if (opens) blocks.push({ start: base, end: text.length, role: 'paragraph' });
    else blocks[blocks.length - 1] = { ...blocks.at(-1)!, end: text.length };
    sentences += 1;
    for (let i = 0; i < tags.length; i += 1) {
      if (!tags[i]!.startsWith('B-')) continue;
      let last = i;
      while (tags[last + 1]?.startsWith('I-')) last += 1;
      spans.push({
        start: base + joined.starts[i]!,
        end: base + joined.ends[last]!,
        type: typeIndex(tags[i]!.slice(2)),
      });
    }
  }
  flush();
  return texts;
}

/** Reads the development format: one JSON object a line with `text` and `entities`. */
export function readJsonLines(file: string): GoldText[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { text, entities } = JSON.parse(line) as {
        text: string;
        entities: { start: number; end: number; type: string }[];
      };
      const blocks: Block[] = [];
      for (const match of text.matchAll(/[^\n]+/g)) {
        if (match[0].trim() === '') continue;
        blocks.push({ start: match.index, end: match.index + match[0].length, role: 'paragraph' });
      }
      return {
        source: 'dev',
        model: { text, blocks },
        spans: entities.map((entity) => ({ start: entity.start, end: entity.end, type: typeIndex(entity.type) })),
      };
    });
}

/** All labelled training sets, in a fixed order. */
export function readTraining(shared: string): GoldText[] {
  const at = (name: string) => path.join(shared, 'ner', name);
  return [
    ...readMarked(at('reports.txt')),
    ...readBio(at('voa.bio'), 'voa'),
    ...readBio(at('wikigold.bio'), 'wikigold'),
    ...readBio(at('gum-wikinews.bio'), 'gum'),
    ...readBio(at('crossner.bio'), 'crossner'),
  ];
}
