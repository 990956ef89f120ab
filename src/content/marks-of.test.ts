import { expect, test } from 'vitest';
import type { Analysis } from '../analysis/types.ts';
import type { Resolution } from '../anchoring/types.ts';
import type { Annotation } from '../annotations/types.ts';
import { markCounts, markSpans, namesOf, passageSpans } from './marks-of.ts';

const analysis: Analysis = {
  language: 'en',
  published: null,
  entities: [
    { id: 'e1', type: 'PERSON', name: 'Ann May', mentions: [{ start: 0, end: 7 }] },
    {
      id: 'e2',
      type: 'PLACE',
      name: 'Oslo',
      mentions: [
        { start: 20, end: 24 },
        { start: 30, end: 34 },
      ],
    },
  ],
  dates: [{ start: 40, end: 46, type: 'DATE', value: '2026', reason: { code: 'written', words: 'as written' } }],
  quotes: [],
  claims: [],
  checks: [],
  problems: [],
};

test('counts places, not names', () => {
  expect(markCounts(analysis)).toMatchObject({ PERSON: 1, PLACE: 2, DATE: 1, ORG: 0 });
});

test('lists the most mentioned name first', () => {
  expect(namesOf(analysis).map(({ name }) => name)).toEqual(['Oslo', 'Ann May']);
});

test('a kind that is switched off has nothing to paint', () => {
  const layers = Object.fromEntries(markSpans(analysis, (kind) => kind !== 'PLACE'));
  expect(layers.PLACE).toEqual([]);
  expect(layers.PERSON).toHaveLength(1);
  expect(layers.DATE).toHaveLength(1);
});

test('before the analysis there is nothing to paint', () => {
  expect(markSpans(null, () => true).every(([, spans]) => spans.length === 0)).toBe(true);
});

function annotation(id: string, status: 'open' | 'resolved' | null): Annotation {
  const flag = status === null ? null : { kind: 'needs-source' as const, status, rating: null, evidence: [] };
  return { id, target: { kind: 'page' }, note: '', tags: [], flag, created: '', modified: '', author: null };
}

const found = (start: number): Resolution => ({
  status: 'exact',
  start,
  end: start + 5,
  score: 1,
  margin: 1,
  cosmetic: false,
});

test('open flags are painted as flags, resolved ones and notes as notes', () => {
  const annotations = [annotation('a', 'open'), annotation('b', 'resolved'), annotation('c', null)];
  const places = new Map([
    ['a', found(1)],
    ['b', found(10)],
    ['c', found(20)],
  ]);
  const layers = Object.fromEntries(passageSpans(annotations, places, null));
  expect(layers.FLAG).toEqual([{ start: 1, end: 6 }]);
  expect(layers.NOTE).toEqual([
    { start: 10, end: 15 },
    { start: 20, end: 25 },
  ]);
});

test('a passage that is lost or not certain is painted nowhere', () => {
  const annotations = [annotation('a', null), annotation('b', null), annotation('c', null)];
  const places = new Map<string, Resolution>([
    ['a', { status: 'missing', reason: 'not-found' }],
    ['b', { status: 'ambiguous', candidates: [{ start: 1, end: 2, score: 0.5 }] }],
  ]);
  expect(passageSpans(annotations, places, null).every(([, spans]) => spans.length === 0)).toBe(true);
});

test('the passage that is being written on is painted as a note', () => {
  const layers = Object.fromEntries(passageSpans([], new Map(), { start: 3, end: 9 }));
  expect(layers.NOTE).toEqual([{ start: 3, end: 9 }]);
});
