import { expect, test } from 'vitest';
import { type Span, textModelOf } from '../text/text-model.ts';
import { describe } from './describe.ts';
import { normalise } from './normalise.ts';
import { resolve, resolveAll } from './resolve.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  `the the the a of of in was were said river bridge Marlow Henley 12 21 1,200 4.5% $30 council Monday May not may
  “quoted” O’Brien U.S. e-mail – re\u00adport …`.split(/\s+/);
const RARE = 'heron granary lantern weathervane pavilion ferry orchard kite brass lagoon'.split(' ');

function textFrom(random: () => number, vocabulary: readonly string[], count: number): string {
  let text = '';
  for (let index = 0; index < count; index++) {
    const word = vocabulary[Math.floor(random() * vocabulary.length)]!;
    const choice = random();
    text += word + (choice < 0.08 ? '.\n' : choice < 0.14 ? '. ' : choice < 0.2 ? ', ' : choice < 0.22 ? '  ' : ' ');
  }
  return text;
}

function spanFrom(random: () => number, length: number): Span {
  const start = Math.floor(random() * length);
  const longest = random() < 0.1 ? length : random() < 0.3 ? 3 : 80;
  return { start, end: Math.min(length, start + 1 + Math.floor(random() * longest)) };
}

test('a passage is exact on the text it was described from, wherever it begins and ends', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = randomFrom(seed);
    const model = textModelOf(textFrom(random, seed % 4 === 0 ? ['a', 'b'] : WORDS, 20 + Math.floor(random() * 200)));
    for (let round = 0; round < 25; round++) {
      const span = spanFrom(random, model.text.length);
      const result = resolve(model, describe(model, span));
      expect(result, `seed ${seed}, ${JSON.stringify(span)} of ${JSON.stringify(model.text)}`).toMatchObject({
        status: 'exact',
        ...span,
      });
    }
  }
});

test('one character and the whole article are passages too', () => {
  const text = 'Ähnlich\n“One” – two.\n\nThree…';
  const model = textModelOf(text);
  for (let start = 0; start < text.length; start++) {
    expect(resolve(model, describe(model, { start, end: start + 1 }))).toMatchObject({ status: 'exact', start });
  }
  expect(resolve(model, describe(model, { start: 0, end: text.length }))).toMatchObject({
    status: 'exact',
    start: 0,
    end: text.length,
  });
});

test('paragraphs put in elsewhere never lead to a wrong place', () => {
  let found = 0;
  let rounds = 0;
  for (let seed = 101; seed <= 140; seed++) {
    const random = randomFrom(seed);
    const paragraphs = textFrom(random, WORDS, 250)
      .split('\n')
      .filter((line) => line.trim() !== '');
    const before = paragraphs.join('\n');
    const inserted = paragraphs.map(() =>
      random() < 0.3 ? `${textFrom(random, RARE, 12).replaceAll('\n', ' ').trim()}\n` : '',
    );
    const after = paragraphs.map((line, index) => inserted[index]! + line).join('\n');
    const shiftAt = (offset: number): number => {
      const line = before.slice(0, offset).split('\n').length;
      return inserted.slice(0, line).join('').length;
    };
    const model = textModelOf(before);
    const spans = Array.from({ length: 20 }, () => spanFrom(random, before.length)).filter(
      ({ start, end }) =>
        !before.slice(start, end).includes('\n') &&
        // White space or a soft hyphen at the edge is in or out: both are right.
        !/^[\s\u00ad]|[\s\u00ad]$/.test(before.slice(start, end)) &&
        normalise(before.slice(start, end)).text.trim() !== '',
    );
    const results = resolveAll(
      textModelOf(after),
      spans.map((span) => describe(model, span)),
    );
    results.forEach((result, index) => {
      const span = spans[index]!;
      rounds++;
      if (result.status !== 'exact' && result.status !== 'moved') {
        expect(result.status, `seed ${seed}: ${JSON.stringify(before.slice(span.start, span.end))}`).not.toBe('edited');
        return;
      }
      found++;
      expect(result.start, `seed ${seed}: ${JSON.stringify(before.slice(span.start, span.end))}`).toBe(
        span.start + shiftAt(span.start),
      );
    });
  }
  expect(found / rounds).toBeGreaterThan(0.97);
});
