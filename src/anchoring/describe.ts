import type { Block, Span, TextModel } from '../text/text-model.ts';
import { fingerprint } from './fingerprint.ts';
import { type NormalisedText, normalise } from './normalise.ts';
import type { PassageSelectors } from './types.ts';
import { splitsWord } from './words.ts';

/**
 * Normalised characters of context kept on each side where there are that many. 32 is the habit of the field; twice as much
 * still finds the place when the sentence next to the passage was edited too.
 */
export const CONTEXT_LENGTH = 64;
/** No more than this, even when the page repeats itself for longer: the position then tells the copies apart. */
const LONGEST_CONTEXT = 1000;
/** An offset is pushed outward to the next word boundary, but not through a run without any. */
export const LONGEST_WORD = 40;

/** The normalised form of a model's text; computed once per model, however many passages are described. */
const normalisedTexts = new WeakMap<TextModel, NormalisedText>();

/** The normalised form of a model's text, kept as long as the model is. Cost: one pass the first time. */
export function normalisedTextOf(model: TextModel): NormalisedText {
  let normalised = normalisedTexts.get(model);
  if (normalised === undefined) {
    normalised = normalise(model.text);
    normalisedTexts.set(model, normalised);
  }
  return normalised;
}

function checkSpan(model: TextModel, span: Span): void {
  for (const edge of ['start', 'end'] as const) {
    const offset = span[edge];
    if (!Number.isInteger(offset) || offset < 0 || offset > model.text.length) {
      throw new RangeError(`passage ${edge} ${offset} is not an offset in a text of ${model.text.length} code units`);
    }
  }
  if (span.start >= span.end) throw new RangeError(`passage start ${span.start} is not before its end ${span.end}`);
}

/** How many characters two texts have in common going left from `a` and from `b`. */
export function commonBefore(text: string, a: number, other: string, b: number, limit: number): number {
  let length = 0;
  while (
    length < limit &&
    length < a &&
    length < b &&
    text.charCodeAt(a - 1 - length) === other.charCodeAt(b - 1 - length)
  )
    length++;
  return length;
}

/** How many characters two texts have in common going right from `a` and from `b`. */
export function commonAfter(text: string, a: number, other: string, b: number, limit: number): number {
  let length = 0;
  while (
    length < limit &&
    a + length < text.length &&
    b + length < other.length &&
    text.charCodeAt(a + length) === other.charCodeAt(b + length)
  )
    length++;
  return length;
}

/** The context, on each side, that tells the passage from every other occurrence of the same words. */
function contextLength(text: string, { start, end }: Span): number {
  const exact = text.slice(start, end);
  let needed = CONTEXT_LENGTH;
  if (exact === '') return needed;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    if (at === start) continue;
    const before = commonBefore(text, start, text, at, Math.min(start, LONGEST_CONTEXT));
    const after = commonAfter(text, end, text, at + exact.length, LONGEST_CONTEXT);
    // A side that agrees up to the edge of the text never tells the two apart.
    const telling = Math.min(
      before === start ? text.length : before,
      end + after === text.length ? text.length : after,
    );
    needed = Math.max(needed, telling + 1);
  }
  return Math.min(needed, LONGEST_CONTEXT);
}

/** The block that holds an offset, or else the next one, or else the last; -1 without blocks. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, blocks.length - 1);
}

/**
 * Describes a passage so that it can be found again in a later version: a W3C text quote
 * (https://www.w3.org/TR/annotation-model/#text-quote-selector) in normalised form, with at least `CONTEXT_LENGTH` characters
 * of context a side and as much more as makes it unique in this text, cut at word boundaries; its position; and its first block.
 * `span` is in UTF-16 code units of the model's text and may cover one character, several blocks or everything.
 * Throws RangeError when it is empty or outside the text. Cost: one search over the text.
 */
export function describe(model: TextModel, span: Span): PassageSelectors {
  checkSpan(model, span);
  const normalised = normalisedTextOf(model);
  const { text } = normalised;
  const place = normalised.fromOriginal(span);
  const length = contextLength(text, place);
  let from = Math.max(0, place.start - length);
  for (let steps = 0; steps < LONGEST_WORD && from > 0 && splitsWord(text, from); steps++) from--;
  let to = Math.min(text.length, place.end + length);
  for (let steps = 0; steps < LONGEST_WORD && to < text.length && splitsWord(text, to); steps++) to++;
  const ordinal = blockAt(model.blocks, span.start);
  const block = model.blocks[ordinal];
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(place.start, place.end),
      prefix: text.slice(from, place.start),
      suffix: text.slice(place.end, to),
    },
    position: { type: 'TextPositionSelector', start: span.start, end: span.end },
    block: {
      ordinal: Math.max(0, ordinal),
      fingerprint: fingerprint(block === undefined ? '' : normalise(model.text.slice(block.start, block.end)).text),
    },
  };
}
