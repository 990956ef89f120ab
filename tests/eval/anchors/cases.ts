import { normalise } from '../../../src/anchoring/normalise.ts';
import { CHANGE_KINDS, type ChangeKind } from '../../../src/anchoring/types.ts';
import type { Span } from '../../../src/text/text-model.ts';
import { apply, type Edit, MAKERS, paragraphsOf, restyle, sentencesOf, unrelatedParagraph } from './edits.ts';
import { pick, randomFrom } from './random.ts';

/** What a case must come to. */
export type Expected = 'found' | 'edited' | 'gone';

/** A passage of a text, and the text after an edit. */
export interface Case {
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

/** Counts quotation marks from the paragraph's beginning: a method of its own, so that it can disagree with the one measured. */
function isInQuotation(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const curly = line.lastIndexOf('“') > line.lastIndexOf('”');
  return curly || (line.replace(/\d"/g, '').match(/"/g) ?? []).length % 2 === 1;
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
function passageAround(
  text: string,
  sentence: Span,
  edit: Span & { readonly text?: string },
  random: () => number,
): Span {
  const choice = random();
  if (choice < 0.15)
    return trimmed(
      text,
      paragraphsOf(text).find(({ start, end }) => start <= sentence.start && end >= sentence.end) ?? sentence,
    );
  if (choice < 0.55) return sentence;
  // Only where the words go: a passage whose own words all stay is unchanged.
  if (
    choice < 0.65 &&
    edit.end > edit.start &&
    edit.text !== undefined &&
    !edit.text.includes(text.slice(edit.start, edit.end))
  )
    return { start: edit.start, end: edit.end };
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
  const near = sentencesOf(text).filter(
    ({ start, end }) =>
      (end <= passage.start && passage.start - end < 200) || (start >= passage.end && start - passage.end < 200),
  );
  for (let count = random() < 0.4 ? 1 + Math.floor(random() * 2) : 0; count > 0 && near.length > 0; count--) {
    const sentence = near.splice(Math.floor(random() * near.length), 1)[0]!;
    const kind = pick(random, ['wording', 'number', 'attribution', 'name'] as const);
    const made = MAKERS[kind](text.slice(sentence.start, sentence.end), random, text);
    if (made !== null)
      edits.push({ start: sentence.start + made.start, end: sentence.start + made.end, text: made.text });
  }
  // Text put in right before or after the passage's paragraph.
  const own = paragraphsOf(text).find(({ start, end }) => start <= passage.start && end > passage.start);
  if (own !== undefined && random() < 0.2) {
    if (random() < 0.5) edits.push({ start: own.start, end: own.start, text: `${unrelatedParagraph(random)}\n\n` });
    else if (own.end >= passage.end)
      edits.push({ start: own.end, end: own.end, text: `\n\n${unrelatedParagraph(random)}` });
  }
  const sorted = edits.sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter((edit, index) => index === 0 || edit.start > sorted[index - 1]!.end);
}

const CHANGED_KINDS_FOR_LOOKALIKES: readonly ChangeKind[] = ['number', 'name', 'date', 'wording', 'negation'];

/** Cases of every sort made from one article; the same seed makes the same cases. */
export function casesOf(before: string, seed: number, perKind: number): Case[] {
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
    // Right before the passage's own place a look-alike is an edit of it, if the text before the passage stays.
    const isBefore = paragraphs.indexOf(place) === paragraphs.indexOf(own) - 1;
    const asParagraph = random() < 0.5;
    const insertion = { start: place.end, end: place.end, text: asParagraph ? `\n\n${lookalike}` : ` ${lookalike}` };
    const deletion = random() < 0.3 && own.end - own.start < 900 ? { ...own, text: '' } : without(before, sentence);
    if (isBefore && (deletion.start === own.start || sentence.start === own.start)) continue;
    const { after } = apply(before, [deletion, insertion]);
    if (normalise(after).text.includes(normalise(textOf(sentence)).text)) continue;
    // Put in at the very place of the passage it would be an edit of it.
    const asEdit = apply(before, [{ ...sentence, text: lookalike }]).after;
    if (normalise(asEdit).text.replaceAll(' ', '') === normalise(after).text.replaceAll(' ', '')) continue;
    cases.push({ name: 'look-alike, passage deleted', expected: 'gone', before, after, span: sentence });
    made++;
  }
  // Articles of one template: the look-alike stood there all along, and only the passage goes.
  for (let made = 0, tries = 0; made < perKind && tries < perKind * 12; tries++) {
    const sentence = pick(random, sentences);
    const inner = MAKERS[pick(random, CHANGED_KINDS_FOR_LOOKALIKES)](textOf(sentence), random, before);
    if (inner === null) continue;
    const lookalike = textOf(sentence).slice(0, inner.start) + inner.text + textOf(sentence).slice(inner.end);
    const place = pick(random, paragraphs);
    if (place.end >= sentence.start && place.start <= sentence.end) continue;
    const both = apply(before, [{ start: place.end, end: place.end, text: ` ${lookalike}` }]);
    const span = both.move(sentence);
    const { after } = apply(both.after, [without(both.after, span)]);
    if (normalise(after).text.includes(normalise(textOf(sentence)).text)) continue;
    cases.push({ name: 'passage deleted, its like stays', expected: 'gone', before: both.after, after, span });
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
    // Of two equal paragraphs nobody can say which one went where.
    if (isUnique(span))
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
    // Paragraphs run together and sentences set apart: white space alone differs.
    let sentenceCount = 0;
    const reflowed = before
      .replace(/\n\s*/g, ' ')
      .replace(/(?<=[.!?]) (?=[A-Z])/g, () => (++sentenceCount % 4 === 0 ? '\n' : ' '));
    cases.push({ name: 'paragraphs set anew', expected: 'found', before, after: reflowed, span: sentence });
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
