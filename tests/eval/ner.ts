import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadRecogniser, type Recogniser } from '../../src/entities/recogniser.ts';
import { ENTITY_TYPES, type EntityType } from '../../src/entities/types.ts';
import { type TextModel, textModelOf } from '../../src/text/text-model.ts';
import { tokenize } from '../../src/text/tokenize.ts';

interface Annotated {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly { start: number; end: number; type: EntityType; text: string }[];
}

interface Counts {
  right: number;
  found: number;
  gold: number;
}

const USAGE = 'usage: ner [--errors] [--model public/model/en.bin] FILE.jsonl ...';
const WARM_UP = 3;
const PASSES = 9;

function row(name: string, { right, found, gold }: Counts): string {
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : right / gold;
  const f1 = found + gold === 0 ? 0 : (2 * right) / (found + gold);
  const numbers = [precision, recall, f1].map((x) => x.toFixed(3).padStart(7)).join('');
  return `${name.padEnd(18)}${numbers}${String(right).padStart(8)}${String(found).padStart(7)}${String(gold).padStart(7)}`;
}

function sum(counts: ReadonlyMap<EntityType, Counts>, types: readonly EntityType[]): Counts {
  const total = { right: 0, found: 0, gold: 0 };
  for (const type of types) {
    total.right += counts.get(type)!.right;
    total.found += counts.get(type)!.found;
    total.gold += counts.get(type)!.gold;
  }
  return total;
}

function context(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 45), start);
  return `${before}[${text.slice(start, end)}]${text.slice(end, end + 30)}`.replace(/\s+/g, ' ');
}

function printErrors(
  name: string,
  annotated: Annotated,
  found: readonly { start: number; end: number; type: EntityType }[],
): void {
  const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
    a.start < b.end && b.start < a.end;
  const same = (a: { start: number; end: number; type: string }, b: { start: number; end: number; type: string }) =>
    a.start === b.start && a.end === b.end && a.type === b.type;
  for (const gold of annotated.entities) {
    if (found.some((span) => same(span, gold))) continue;
    const instead = found
      .filter((span) => overlaps(span, gold))
      .map((span) => `${span.type} "${annotated.text.slice(span.start, span.end)}"`);
    console.log(
      `${name} ${gold.type} ${instead.length > 0 ? `read as ${instead.join(', ')}` : 'missed'}: ${context(annotated.text, gold.start, gold.end)}`,
    );
  }
  for (const span of found) {
    if (annotated.entities.some((gold) => overlaps(span, gold))) continue;
    console.log(`${name} ${span.type} wrongly found: ${context(annotated.text, span.start, span.end)}`);
  }
}

/** Tokens per second of the whole entity step (tokens, names, links): the median of several passes over all texts. */
function speed(recogniser: Recogniser, models: readonly TextModel[]): { tokens: number; perSecond: number } {
  const tokens = models.reduce((total, model) => total + tokenize(model).count, 0);
  const pass = () => {
    const started = performance.now();
    for (const model of models) recogniser.recognise(model);
    return performance.now() - started;
  };
  for (let n = 0; n < WARM_UP; n += 1) pass();
  const times = Array.from({ length: PASSES }, pass).sort((a, b) => a - b);
  return { tokens, perSecond: (tokens * 1000) / times[PASSES >> 1]! };
}

/**
 * Measures names against annotated texts: exact spans with type. Arguments are files of one JSON object a line, `id`, `text`
 * and `entities` with `start`, `end` (UTF-16 code units) and `type`. Returns the exit status.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { errors: { type: 'boolean' }, model: { type: 'string', default: 'public/model/en.bin' } },
  });
  if (positionals.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const file = readFileSync(values.model);
  const started = performance.now();
  const loaded = loadRecogniser(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
  const loading = performance.now() - started;
  if (loaded.status !== 'ok') {
    console.error(`${values.model}: ${loaded.message}`);
    return 1;
  }
  console.log(`${values.model}: ${file.byteLength} bytes, read in ${loading.toFixed(1)} ms`);
  for (const name of positionals) {
    const texts = readFileSync(name, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Annotated);
    const models = texts.map((annotated) => textModelOf(annotated.text));
    const counts = new Map(ENTITY_TYPES.map((type) => [type, { right: 0, found: 0, gold: 0 }]));
    texts.forEach((annotated, t) => {
      const entities = loaded.recogniser.recognise(models[t]!);
      const found = entities
        .flatMap((entity) => entity.mentions.map(({ start, end }) => ({ start, end, type: entity.type })))
        .sort((a, b) => a.start - b.start);
      const keys = new Set(annotated.entities.map((gold) => `${gold.start} ${gold.end} ${gold.type}`));
      for (const gold of annotated.entities) counts.get(gold.type)!.gold += 1;
      for (const span of found) {
        counts.get(span.type)!.found += 1;
        if (keys.has(`${span.start} ${span.end} ${span.type}`)) counts.get(span.type)!.right += 1;
      }
      if (values.errors) printErrors(annotated.id, annotated, found);
    });
    const { tokens, perSecond } = speed(loaded.recogniser, models);
    console.log(
      `\n${name}: ${texts.length} texts, ${tokens} tokens\n${'type'.padEnd(18)}  prec.   rec.     F1   right  found   gold`,
    );
    for (const type of ENTITY_TYPES) console.log(row(type, counts.get(type)!));
    console.log(row('PERSON+ORG+PLACE', sum(counts, ['PERSON', 'ORG', 'PLACE'])));
    console.log(row('all', sum(counts, ENTITY_TYPES)));
    console.log(`${Math.round(perSecond)} tokens per second (names and links, median of ${PASSES} passes)`);
  }
  return 0;
}
