import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { describe } from '../../src/anchoring/describe.ts';
import { normalise } from '../../src/anchoring/normalise.ts';
import { reanchor } from '../../src/anchoring/reanchor.ts';
import { resolveAll } from '../../src/anchoring/resolve.ts';
import { CHANGE_KINDS, type ChangeKind } from '../../src/anchoring/types.ts';
import { splitsWord } from '../../src/anchoring/words.ts';
import { type Span, textModelOf } from '../../src/text/text-model.ts';
import { apply, type Edit, MAKERS, paragraphsOf, restyle, sentencesOf, unrelatedParagraph } from './anchors/edits.ts';
import { pick, randomFrom } from './anchors/random.ts';

/** What a case must come to. */
type Expected = 'found' | 'edited' | 'gone';

interface Case {
  readonly name: string;
  readonly expected: Expected;
  readonly kind?: ChangeKind;
  readonly before: string;
  readonly after: string;
  readonly span: Span;
  /** The edit is within quotation marks: then `quote` is right for a change of wording. */
  readonly isQuoted?: boolean;
  /** Where the passage is in `after`. */
  readonly now?: Span;
}

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

function without(text: string, { start, end }: Span): Edit {
  const takesSpace = text[end] === ' ';
  return { start, end: takesSpace ? end + 1 : end, text: '' };
}

function trimmed(text: string, span: Span): Span {
  const part = text.slice(span.start, span.end);
  return {
    start: span.start + (part.length - part.trimStart().length),
    end: span.end - (part.length - part.trimEnd().length),
  };
}

/** A passage around an edit: the sentence, its paragraph, or some words of the sentence. */
function passageAround(text: string, sentence: Span, edit: Span, random: () => number): Span {
  const choice = random();
  if (choice < 0.15)
    return trimmed(
      text,
      paragraphsOf(text).find(({ start, end }) => start <= sentence.start && end >= sentence.end) ?? sentence,
    );
  if (choice < 0.6) return sentence;
  const words = [...text.slice(sentence.start, sentence.end).matchAll(/\S+/g)].map((found) => ({
    start: sentence.start + found.index,
    end: sentence.start + found.index + found[0].length,
  }));
  const first = words.findIndex(({ end }) => end > edit.start);
  const last = words.findLastIndex(({ start }) => start < Math.max(edit.end, edit.start + 1));
  if (first < 0 || last < first) return sentence;
  const from = words[Math.max(0, first - 1 - Math.floor(random() * 5))]!;
  const to = words[Math.min(words.length - 1, last + 1 + Math.floor(random() * 5))]!;
  return { start: from.start, end: to.end };
}

/** Edits elsewhere in the article, as a newsroom makes them along the way. */
function surroundings(text: string, passage: Span, random: () => number): Edit[] {
  const edits: Edit[] = [];
  const paragraphs = paragraphsOf(text).filter(({ start, end }) => end <= passage.start || start >= passage.end);
  if (paragraphs.length > 0 && random() < 0.5) {
    const { start } = pick(random, paragraphs);
    if (start !== passage.start) edits.push({ start, end: start, text: `${unrelatedParagraph(random)}\n\n` });
  }
  if (random() < 0.4) {
    const near = sentencesOf(text).filter(
      ({ start, end }) =>
        (end <= passage.start && passage.start - end < 200) || (start >= passage.end && start - passage.end < 200),
    );
    if (near.length > 0) {
      const sentence = pick(random, near);
      const made = MAKERS.wording(text.slice(sentence.start, sentence.end), random, text);
      if (made !== null)
        edits.push({ start: sentence.start + made.start, end: sentence.start + made.end, text: made.text });
    }
  }
  return edits;
}

const CHANGED_KINDS_FOR_LOOKALIKES: readonly ChangeKind[] = ['number', 'name', 'date', 'wording', 'negation'];

function casesOf(before: string, seed: number, perKind: number): Case[] {
  const random = randomFrom(seed);
  const cases: Case[] = [];
  const sentences = sentencesOf(before).filter(({ start, end }) => end - start >= 30);
  const paragraphs = paragraphsOf(before);
  if (sentences.length < 4 || paragraphs.length < 4) return cases;
  const textOf = ({ start, end }: Span): string => before.slice(start, end);

  for (const kind of CHANGE_KINDS) {
    for (let made = 0, tries = 0; made < perKind && tries < perKind * 12; tries++) {
      const sentence = pick(random, sentences);
      const inner = MAKERS[kind](textOf(sentence), random, before);
      if (inner === null) continue;
      const edit = { start: sentence.start + inner.start, end: sentence.start + inner.end, text: inner.text };
      const span = passageAround(before, sentence, edit, random);
      const others = surroundings(before, span, random).filter(
        ({ start, end }) => end < edit.start || start > edit.end,
      );
      const { after, move } = apply(before, [edit, ...others]);
      const isQuoted = isInQuotation(before, edit.start);
      cases.push({ name: `edit ${kind}`, expected: 'edited', kind, before, after, span, now: move(span), isQuoted });
      made++;
    }
  }
  for (let made = 0, tries = 0; made < perKind && tries < perKind * 12; tries++) {
    const sentence = pick(random, sentences);
    const kind = pick(random, CHANGED_KINDS_FOR_LOOKALIKES);
    const inner = MAKERS[kind](textOf(sentence), random, before);
    if (inner === null) continue;
    const lookalike = textOf(sentence).slice(0, inner.start) + inner.text + textOf(sentence).slice(inner.end);
    const own = paragraphs.find(({ start, end }) => start <= sentence.start && end >= sentence.end)!;
    const far = paragraphs.filter(({ start, end }) => end < own.start || start > own.end);
    if (far.length === 0) continue;
    const place = pick(random, far);
    const asParagraph = random() < 0.5;
    const insertion = { start: place.end, end: place.end, text: asParagraph ? `\n\n${lookalike}` : ` ${lookalike}` };
    const deletion = random() < 0.3 && own.end - own.start < 900 ? { ...own, text: '' } : without(before, sentence);
    const { after } = apply(before, [deletion, insertion]);
    if (normalise(after).text.includes(normalise(textOf(sentence)).text)) continue;
    // Put in at the very place of the passage it would be an edit of it.
    const asEdit = apply(before, [{ ...sentence, text: lookalike }]).after;
    if (normalise(asEdit).text.replaceAll(' ', '') === normalise(after).text.replaceAll(' ', '')) continue;
    cases.push({ name: 'look-alike, passage deleted', expected: 'gone', before, after, span: sentence });
    made++;
  }
  for (let made = 0; made < perKind; made++) {
    const sentence = pick(random, sentences);
    const sentenceGone = apply(before, [without(before, sentence)]).after;
    if (!normalise(sentenceGone).text.includes(normalise(textOf(sentence)).text)) {
      cases.push({ name: 'sentence deleted', expected: 'gone', before, after: sentenceGone, span: sentence });
    }
    const paragraph = pick(random, paragraphs);
    const paragraphGone = apply(before, [{ ...paragraph, text: '' }, ...surroundings(before, paragraph, random)]).after;
    const span = trimmed(before, paragraph);
    if (!normalise(paragraphGone).text.includes(normalise(textOf(span)).text)) {
      cases.push({ name: 'paragraph deleted', expected: 'gone', before, after: paragraphGone, span });
    }
    // Some words of a sentence that goes: they may well stand somewhere else too.
    const part = passageAround(
      before,
      sentence,
      {
        start: sentence.start + Math.floor((sentence.end - sentence.start) / 2),
        end: sentence.start + Math.floor((sentence.end - sentence.start) / 2) + 1,
      },
      () => 0.7 + random() * 0.3,
    );
    if (part.end - part.start < sentence.end - sentence.start)
      cases.push({ name: 'words of a deleted sentence', expected: 'gone', before, after: sentenceGone, span: part });
  }
  const isUnique = (span: Span): boolean => before.indexOf(textOf(span)) === before.lastIndexOf(textOf(span));
  for (let made = 0; made < perKind; made++) {
    const whole = random() < 0.4;
    const paragraph = pick(random, paragraphs);
    const inside = sentences.filter(({ start, end }) => start >= paragraph.start && end <= paragraph.end);
    const span = whole || inside.length === 0 ? trimmed(before, paragraph) : pick(random, inside);
    const target = pick(
      random,
      paragraphs.filter(({ start, end }) => end < paragraph.start || start > paragraph.end),
    );
    const text = textOf(paragraph);
    const { after } = apply(before, [
      { ...paragraph, text: '' },
      { start: target.start, end: target.start, text: `${text}\n\n` },
    ]);
    const start = after.indexOf(text) + (span.start - paragraph.start);
    cases.push({
      name: 'paragraph moved',
      expected: 'found',
      before,
      after,
      span,
      now: { start, end: start + span.end - span.start },
    });
    const sentence = pick(random, sentences);
    const styled = restyle(before);
    if (styled.length === before.length)
      cases.push({
        name: 'quotation marks and dashes',
        expected: 'found',
        before,
        after: styled,
        span: sentence,
        now: sentence,
      });
    else cases.push({ name: 'quotation marks and dashes', expected: 'found', before, after: styled, span: sentence });
    const inserted = paragraphs
      .filter(() => random() < 0.3)
      .map(({ start }) => ({ start, end: start, text: `${unrelatedParagraph(random)}\n\n` }));
    const phrase = passageAround(before, sentence, { start: sentence.start + 5, end: sentence.start + 6 }, random);
    const result = apply(
      before,
      inserted.filter(({ start }) => start <= phrase.start || start >= phrase.end),
    );
    cases.push({
      name: 'paragraphs inserted',
      expected: 'found',
      before,
      after: result.after,
      span: phrase,
      now: result.move(phrase),
    });
    const disturbed = apply(before, surroundings(before, phrase, random));
    cases.push({
      name: 'edits around',
      expected: 'found',
      before,
      after: disturbed.after,
      span: phrase,
      now: disturbed.move(phrase),
    });
  }
  return cases;
}

/** Counts quotation marks from the paragraph's beginning: a method of its own, so that it can disagree with the one measured. */
function isInQuotation(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const curly = line.lastIndexOf('“') > line.lastIndexOf('”');
  return curly || (line.replace(/\d"/g, '').match(/"/g) ?? []).length % 2 === 1;
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

/** Real successive versions: sentences of one, looked for in the next. */
function revisions(shared: string, perVersion: number, seed: number, errors: string[]): void {
  const lines = gunzipSync(readFileSync(path.join(shared, 'revisions/wikipedia.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n');
  const random = randomFrom(seed);
  let present = 0;
  let foundThere = 0;
  let absent = 0;
  let calledUnchanged = 0;
  const missed = new Map<string, number>();
  const outcomes = new Map<string, number>();
  for (const line of lines) {
    const { title, versions } = JSON.parse(line) as { title: string; versions: string[] };
    for (let index = 0; index + 1 < versions.length; index++) {
      const before = textModelOf(versions[index]!);
      const after = textModelOf(versions[index + 1]!);
      const afterText = normalise(after.text).text;
      const all = sentencesOf(before.text);
      const chosen = Array.from({ length: Math.min(perVersion, all.length) }, () => pick(random, all));
      const selectors = chosen.map((span) => describe(before, span));
      const results = resolveAll(after, selectors);
      results.forEach((result, at) => {
        const { exact } = selectors[at]!.quote;
        let isPresent = false;
        for (let place = afterText.indexOf(exact); place >= 0; place = afterText.indexOf(exact, place + 1)) {
          if (!splitsWord(afterText, place) && !splitsWord(afterText, place + exact.length)) isPresent = true;
        }
        const isFound = result.status === 'exact' || result.status === 'moved';
        if (isPresent) {
          present++;
          if (isFound) foundThere++;
          else {
            missed.set(result.status, (missed.get(result.status) ?? 0) + 1);
            errors.push(
              `${title} ${index}: present, ${result.status}: ${JSON.stringify(selectors[at]!.quote)} ${result.status === 'edited' ? after.text.slice(result.start, result.end) : ''}`,
            );
          }
        } else {
          absent++;
          outcomes.set(result.status, (outcomes.get(result.status) ?? 0) + 1);
          if (isFound && !result.cosmetic) calledUnchanged++;
          if (isFound)
            errors.push(
              `${title} ${index}: not verbatim, ${result.status}: ${JSON.stringify(exact)} -> ${JSON.stringify(after.text.slice(result.start, result.end))}`,
            );
          else if (result.status === 'edited')
            errors.push(
              `${title} ${index}: edited ${result.score.toFixed(2)}: ${JSON.stringify(exact)} -> ${JSON.stringify(after.text.slice(result.start, result.end))}`,
            );
        }
      });
    }
  }
  const share = ((100 * foundThere) / present).toFixed(2);
  console.log(
    `real revisions, ${lines.length} articles: ${present} sentences present word for word, ${foundThere} found (${share} %), ${JSON.stringify(Object.fromEntries(missed))}`,
  );
  console.log(
    `  ${absent} not present as they were: ${JSON.stringify(Object.fromEntries(outcomes))}, called unchanged without a difference in case or punctuation: ${calledUnchanged}`,
  );
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
  const measure = (from: string, to: string): number => {
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
    return times.sort((a, b) => a - b)[ROUNDS >> 1]!;
  };
  console.log(
    `time for ${NOTES} notes on ${text.length} characters, median of ${ROUNDS}: present ${measure(text, text).toFixed(1)} ms (target 5), absent ${measure(foreign, text).toFixed(1)} ms (target 100)`,
  );
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
