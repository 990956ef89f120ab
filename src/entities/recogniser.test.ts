import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textModelOf } from '../text/text-model.ts';
import { loadRecogniser, type Recogniser } from './recogniser.ts';

const FILE = new URL('../../public/model/en.bin', import.meta.url);

function fresh(): ArrayBuffer {
  const bytes = readFileSync(FILE);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

function trained(): Recogniser {
  const loaded = loadRecogniser(fresh());
  if (loaded.status !== 'ok') throw new Error(loaded.message);
  return loaded.recogniser;
}

const recogniser = trained();

function named(text: string): string[] {
  return recogniser.names(textModelOf(text)).map((span) => `${span.type} ${text.slice(span.start, span.end)}`);
}

describe('loadRecogniser', () => {
  it('keeps the file within four megabytes', () => {
    expect(fresh().byteLength).toBeLessThanOrEqual(4 * 1024 * 1024);
  });

  it.each([0, 3, 10, 64, 1001, 200_000])('says that a file cut off at %i bytes is damaged', (length) => {
    expect(loadRecogniser(fresh().slice(0, length)).status).toBe('damaged');
  });

  it('notices a flipped bit anywhere', () => {
    const size = fresh().byteLength;
    for (let n = 0; n < 24; n += 1) {
      const bytes = fresh();
      const at = n < 3 ? n : 8 + Math.floor(((size - 9) * n) / 23);
      const view = new Uint8Array(bytes);
      view[at]! ^= 1 << (n % 8);
      expect(loadRecogniser(bytes).status, `byte ${at}`).toBe('damaged');
    }
  });

  it('says that the file of another version is not supported', () => {
    const bytes = fresh();
    new Int32Array(bytes)[1] = 999;
    const result = loadRecogniser(bytes);
    expect(result).toMatchObject({ status: 'unsupported-version', message: expect.stringContaining('999') });
  });

  it('refuses what is not a model at all', () => {
    expect(
      loadRecogniser(new TextEncoder().encode(`<!doctype html>${' '.repeat(500)} `).buffer as ArrayBuffer).status,
    ).toBe('damaged');
  });
});

describe('recognise', () => {
  it('finds people, organisations and places', () => {
    expect(named('President Emmanuel Macron met officials of the World Bank in Nairobi on Tuesday.')).toEqual([
      'PERSON Emmanuel Macron',
      'ORG World Bank',
      'PLACE Nairobi',
    ]);
  });

  it('leaves titles, possessives and quotation marks outside', () => {
    expect(named('“Canada’s plan,” said Mr. Johnson, “is Germany’s too.”')).toEqual([
      'PLACE Canada',
      'PERSON Johnson',
      'PLACE Germany',
    ]);
  });

  it('finds the same names where a page has soft hyphens and no-break spaces', () => {
    const text = 'Chancellor Angela\u00a0Mer\u00adkel flew to Wash\u00adington.';
    expect(named(text)).toEqual(['PERSON Angela\u00a0Mer\u00adkel', 'PLACE Wash\u00adington']);
  });

  it('gives linked entities with ids in order of first mention', () => {
    const text = 'Angela Merkel spoke in Berlin on Friday.\nMerkel said that Berlin was ready.';
    const entities = recogniser.recognise(textModelOf(text));
    expect(entities.map(({ id, name, mentions }) => [id, name, mentions.length])).toEqual([
      ['e1', 'Angela Merkel', 2],
      ['e2', 'Berlin', 2],
    ]);
  });

  it('keeps nothing of the text before', () => {
    const text = 'Officials in Ankara said that Mr. Orhan had left.';
    const alone = trained().names(textModelOf(text));
    recogniser.names(textModelOf('Orhan Pamuk and Orhan Airlines. '.repeat(200)));
    expect(recogniser.names(textModelOf(text))).toEqual(alone);
  });

  it('gives spans that are in order, apart and inside blocks, whatever the text', () => {
    const odd = [
      '',
      '\n\n',
      'A',
      '’s’s’s',
      '\ud83d',
      'AAA '.repeat(3000),
      'Mr. Mr. Mr.',
      '“The” (The (THE',
      '@A #B http://C.D',
      'É'.repeat(400),
    ];
    for (const text of [...odd, odd.join('\n')]) {
      const model = textModelOf(text);
      let end = 0;
      for (const span of recogniser.names(model)) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        expect(model.blocks.some((block) => block.start <= span.start && span.end <= block.end)).toBe(true);
        end = span.end;
      }
    }
  });

  it('reads a text of 100,000 words', { timeout: 60_000 }, () => {
    const text = 'The mayor of Oslo, Marianne Borgen, met Erna Solberg at City Hall.\n'.repeat(8000);
    expect(recogniser.recognise(textModelOf(text)).length).toBeLessThan(10);
  });
});
