import { describe, expect, test } from 'vitest';
import { wordDiff } from './changes.ts';

const kinds = (was: string, now: string) => wordDiff(was, now).map(({ kind }) => kind);

describe('the kind of a change', () => {
  test.each([
    ['number', 'At least 12 people were killed.', 'At least 21 people were killed.'],
    ['number', 'It cost $4.5 million to build.', 'It cost €4.5 million to build.'],
    ['number', 'It cost 4 million to build.', 'It cost 4 billion to build.'],
    ['number', 'About three men came.', 'About five men came.'],
    ['number', 'Sales fell 2.52 percent there.', 'Sales fell 5.22 percent there.'],
    ['date', 'They met on Monday in Rome.', 'They met on Tuesday in Rome.'],
    ['date', 'It opened in 1997.', 'It opened in 1999.'],
    ['date', 'It happened on 12 May in Rome.', 'It happened on 13 May in Rome.'],
    ['date', 'He arrives next week.', 'He arrives next month.'],
    ['date', "It was in October's report.", "It was in March's report."],
    ['name', 'They went to Paris by train.', 'They went to Lyon by train.'],
    ['name', 'A letter from Jane Smith came.', 'A letter from John Brown came.'],
    ['negation', 'He was guilty of it.', 'He was not guilty of it.'],
    ['negation', 'They can leave the camp.', "They can't leave the camp."],
    ['negation', 'He resigned in spring.', 'He did not resign in spring.'],
    ['negation', 'It is likely to pass.', 'It is unlikely to pass.'],
    ['quote', 'He called it “a great victory” then.', 'He called it “a great defeat” then.'],
    ['attribution', 'The plan, she said, is ready.', 'The plan, she claimed, is ready.'],
    ['attribution', 'The road is closed, officials said.', 'The road is closed, residents said.'],
    ['attribution', 'It fell, according to Reuters, by half.', 'It fell, according to Bloomberg, by half.'],
    ['hedge', 'The minister will resign.', 'The minister may resign.'],
    ['hedge', 'The attacker fled.', 'The alleged attacker fled.'],
    ['hedge', 'It cost $12 to enter.', 'It cost about $12 to enter.'],
    ['wording', 'The storm hit the coast.', 'The storm struck the coast.'],
    ['wording', 'They talk about the coast.', 'They talk of the coast.'],
    ['wording', 'Five people came.', '5 people came.'],
  ])('%s: %s -> %s', (kind, was, now) => {
    expect(kinds(was, now)).toContain(kind);
  });
});

test('a figure inside a quotation is a change of the quotation too', () => {
  expect(wordDiff('“We lost 12 men,” he said.', '“We lost 21 men,” he said.')).toEqual([
    { kind: 'number', was: '12', now: '21' },
    { kind: 'quote', was: '12', now: '21' },
  ]);
});

test('another speaker is a change of a name and of the attribution', () => {
  expect(kinds('“Enough,” said Ellery on leaving.', '“Enough,” said Morton on leaving.')).toEqual(
    expect.arrayContaining(['name', 'attribution']),
  );
});

test('a run of words of several kinds is taken apart', () => {
  const changes = wordDiff('It cost at least 12 million.', 'It cost 21 million.');
  expect(changes).toContainEqual({ kind: 'number', was: '12', now: '21' });
  expect(changes.map(({ kind }) => kind)).toContain('hedge');
});

test('case, punctuation and white space are no change', () => {
  expect(wordDiff('“The E-mail”, he said.', 'the email,  he said')).toEqual([]);
});

test('words that were put in or taken out have nothing on the other side', () => {
  expect(wordDiff('The old bridge fell.', 'The bridge fell.')).toEqual([{ kind: 'wording', was: 'old', now: '' }]);
  expect(wordDiff('The bridge fell.', 'The old bridge fell.')).toEqual([{ kind: 'wording', was: '', now: 'old' }]);
});

test('long texts are compared as well', () => {
  const words = Array.from({ length: 6000 }, (_, index) => `word${(index * 7919) % 5003}`);
  const changed = words.with(10, 'changed').with(5990, 'also');
  expect(wordDiff(words.join(' '), changed.join(' ')).map(({ now }) => now)).toEqual(['changed', 'also']);
});
