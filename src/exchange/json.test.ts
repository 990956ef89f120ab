import { describe, expect, it } from 'vitest';
import { annotation, FLAG, PAGE, uuid } from '../annotations/testing/samples.ts';
import type { PageRecord } from '../annotations/types.ts';
import { exportJson, parseJson } from './json.ts';

const CONTEXT = { exported: '2026-03-10T12:00:00.000Z', generator: 'Newsgloss 0.1.0' };
const RECORD: PageRecord = {
  ...PAGE,
  firstSeen: '2026-03-01T00:00:00.000Z',
  lastSeen: '2026-03-09T00:00:00.000Z',
  annotations: [
    annotation(1, { note: 'Line\n\n"quoted" \u2028 \u202e \ud83d\ude00 \ud800', tags: ['a', 'ü'] }),
    annotation(2, { target: { kind: 'entity', name: 'NATO', type: 'ORG' }, author: 'Desk' }),
    annotation(3, { target: { kind: 'page' }, flag: FLAG }),
  ],
};
const OTHER: PageRecord = { ...RECORD, key: 'https://a.example/', annotations: [annotation(4)] };

/** The same data with the fields of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('a JSON document', () => {
  it('gives back every field of every page', () => {
    expect(parseJson(exportJson([OTHER, RECORD], CONTEXT))).toEqual({
      status: 'ok',
      ...CONTEXT,
      pages: [OTHER, RECORD],
      problems: [],
    });
    expect(parseJson(exportJson([], CONTEXT))).toMatchObject({ pages: [], problems: [] });
  });

  it('is the same for the same notes in whatever order they lie', () => {
    const shuffled = reversed({ ...RECORD, annotations: [...RECORD.annotations].reverse() }) as PageRecord;
    expect(exportJson([shuffled, OTHER], CONTEXT)).toBe(exportJson([OTHER, RECORD], CONTEXT));
  });

  it('is not written of a page that could not be read back', () => {
    const bad = { ...RECORD, annotations: [annotation(1, { created: 'now' })] };
    expect(() => exportJson([OTHER, bad], CONTEXT)).toThrow('pages[1].annotations[0].created');
  });

  it('may begin with a byte order mark', () => {
    expect(parseJson(`\ufeff${exportJson([RECORD], CONTEXT)}`).status).toBe('ok');
  });
});

describe('a document with bad parts', () => {
  it('gives the sound parts and names every other one', () => {
    const document = JSON.parse(exportJson([OTHER, RECORD], CONTEXT));
    document.pages[1].annotations[1].target.type = 'DOG';
    document.pages[1].annotations[2].flag.evidence[0].link = 'javascript:alert(1)';
    document.pages.push({ key: 'x' }, 7);
    const result = parseJson(JSON.stringify(document));
    expect(result.status === 'ok' && result.pages.map((page) => page.annotations.map(({ id }) => id))).toEqual([
      [uuid(4)],
      [uuid(1)],
    ]);
    expect(result.status === 'ok' && result.problems.map(({ path }) => path)).toEqual([
      'pages[1].annotations[1].target.type',
      'pages[1].annotations[2].flag.evidence[0].link',
      'pages[2].url',
      'pages[3]',
    ]);
  });

  it.each([
    ['', '', 'This is not JSON'],
    ['{"format": "newsgloss",', '', 'This is not JSON'],
    ['[]', '', 'a list is not an object'],
    ['null', '', 'null is not an object'],
    ['{}', 'format', 'nothing is not one of newsgloss'],
    ['{"format":"hypothesis"}', 'format', '"hypothesis" is not one of newsgloss'],
    ['{"format":"newsgloss","version":2}', 'version', '2 is not 1'],
    ['{"format":"newsgloss","version":"1"}', 'version', '"1" is not 1'],
    ['{"format":"newsgloss","version":1,"exported":"now"}', 'exported', 'is not an ISO 8601 time in UTC'],
    [
      '{"format":"newsgloss","version":1,"exported":"2026-03-10T12:00:00Z","generator":"x","pages":{}}',
      'pages',
      'an object is not a list',
    ],
  ])('is refused as a whole when it is %j', (text, path, problem) => {
    const result = parseJson(text);
    expect(result).toMatchObject({ status: 'invalid', path });
    expect('message' in result && result.message).toContain(problem);
  });
});
