import { expect, test } from 'vitest';
import { reanchor } from './reanchor.ts';

const BEFORE = 'The mayor said on Monday that 12 people were rescued from the river. Nobody else is missing.';

test('gives status, place, score and the words changed', () => {
  const after = BEFORE.replace('12', '14');
  const start = BEFORE.indexOf('12 people');
  expect(reanchor({ id: 'a', before: BEFORE, after, start, end: start + 9 })).toEqual({
    id: 'a',
    status: 'edited',
    start,
    end: start + 9,
    score: expect.any(Number),
    changes: [{ kind: 'number', was: '12', now: '14' }],
  });
});

test('what is missing has no place', () => {
  expect(reanchor({ id: 1, before: BEFORE, after: 'Another story.', start: 0, end: 20 })).toEqual({
    id: 1,
    status: 'missing',
    changes: [],
  });
});

test.each([
  [null, 'input'],
  [[], 'input'],
  [{ before: 'a', after: 'a', start: 0, end: 1 }, 'id'],
  [{ id: 1, after: 'a', start: 0, end: 1 }, 'before'],
  [{ id: 1, before: 'a', after: 5, start: 0, end: 1 }, 'after'],
  [{ id: 1, before: 'a', after: 'a', start: '0', end: 1 }, 'start'],
  [{ id: 1, before: 'a', after: 'a', start: 0 }, 'end'],
])('a bad field is named: %o', (input, field) => {
  expect(() => reanchor(input)).toThrow(new RegExp(`^${field} `));
});

test('offsets outside the text are refused with what and where', () => {
  expect(() => reanchor({ id: 1, before: 'abc', after: 'abc', start: 2, end: 9 })).toThrow(/end 9 .* 3 code units/);
});
