import { describe, expect, it } from 'vitest';
import { sentenceStarts } from './sentences.ts';
import { textModelOf } from './text-model.ts';
import { tokenize } from './tokenize.ts';

function tokensOf(text: string): string[] {
  const { count, starts, ends } = tokenize(textModelOf(text));
  return Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]));
}

function sentencesOf(text: string): string[] {
  const tokens = tokenize(textModelOf(text));
  const marks = sentenceStarts(text, tokens);
  const starts = Array.from(marks).flatMap((mark, i) => (mark === 1 ? [i] : []));
  return starts.map((first, n) => text.slice(tokens.starts[first], tokens.ends[(starts[n + 1] ?? tokens.count) - 1]));
}

describe('tokenize', () => {
  it.each([
    ['splits possessives, straight and curly', "Apple's and Apple’s", ['Apple', "'s", 'and', 'Apple', '’s']],
    ['splits the apostrophe of a plural', "the Democrats' plan", ['the', 'Democrats', "'", 'plan']],
    [
      'splits contractions but not names',
      'we’ve met O’Reilly and D’Arcy',
      ['we', '’ve', 'met', 'O’Reilly', 'and', 'D’Arcy'],
    ],
    [
      'keeps the stops of abbreviations',
      'Mr. Lee of U.S. Steel Corp. and the U.N.',
      ['Mr.', 'Lee', 'of', 'U.S.', 'Steel', 'Corp.', 'and', 'the', 'U.N.'],
    ],
    ['keeps initials', 'J.R.R. Tolkien, Ph.D., D.C.', ['J.R.R.', 'Tolkien', ',', 'Ph.D.', ',', 'D.C.']],
    ['splits a possessive from an abbreviation', 'the U.N.’s man', ['the', 'U.N.', '’s', 'man']],
    ['splits where the space after a full stop is missing', 'the deal.The man', ['the', 'deal', '.', 'The', 'man']],
    ['splits "Plan B." from the next sentence', 'Plan B.Then', ['Plan', 'B', '.', 'Then']],
    ['keeps hyphenated words', 'a U.S.-led, well-known Coca-Cola', ['a', 'U.S.-led', ',', 'well-known', 'Coca-Cola']],
    ['splits dashes', 'one—two – three', ['one', '—', 'two', '–', 'three']],
    [
      'keeps addresses, handles and hashtags',
      'see https://t.co/a1, pic.twitter.com/x @ab_c #Meth ok',
      ['see', 'https://t.co/a1', ',', 'pic.twitter.com/x', '@ab_c', '#Meth', 'ok'],
    ],
    ['keeps domains that are names', 'Booking.com said', ['Booking.com', 'said']],
    ['keeps numbers', '1,000.50 at 5:40 on 9/11', ['1,000.50', 'at', '5:40', 'on', '9/11']],
    ['keeps emoji together', 'Anna 🏳️‍🌈👍 ok', ['Anna', '🏳️‍🌈👍', 'ok']],
    ['splits at a no-break space', 'Mr.\u00a0Lee', ['Mr.', 'Lee']],
    ['takes letters with an ampersand as one word', 'AT&T and R&D', ['AT&T', 'and', 'R&D']],
    ['splits "No." at the end of a sentence, not before a number', 'No. 5? No.', ['No.', '5', '?', 'No', '.']],
  ])('%s', (_, text, expected) => {
    expect(tokensOf(text)).toEqual(expected);
  });

  it('keeps soft hyphens and zero-width characters inside a word', () => {
    expect(tokensOf('Wash\u00adington and New\u200b York')).toEqual(['Wash\u00adington', 'and', 'New', 'York']);
  });

  it('knows the block of each token', () => {
    const { blockOf } = tokenize(textModelOf('One two\n\nthree'));
    expect(Array.from(blockOf)).toEqual([0, 0, 1]);
  });

  it('ends on any text, however odd', () => {
    for (const text of [
      '',
      '\n',
      '...',
      "'",
      '’s',
      '@',
      '#',
      '\ud800',
      'a.',
      '.a',
      "a'",
      '\u200d',
      'www.',
      'http://',
    ]) {
      expect(tokensOf(text).join('').length).toBeLessThanOrEqual(text.length);
    }
  });

  it('grows beyond its first buffers', () => {
    expect(tokensOf('word '.repeat(20000))).toHaveLength(20000);
  });
});

describe('sentenceStarts', () => {
  it('does not stop at titles and initials', () => {
    expect(sentencesOf('Mr. Lee met J. Smith. They spoke.')).toEqual(['Mr. Lee met J. Smith.', 'They spoke.']);
  });

  it('leaves a closing quotation mark with its sentence', () => {
    expect(sentencesOf('“Go.” She left. "Stay." He came.')).toEqual(['“Go.”', 'She left.', '"Stay."', 'He came.']);
  });

  it('stops after U.S. only before a word that opens sentences', () => {
    expect(sentencesOf('He left the U.S. The army stayed.')).toEqual(['He left the U.S.', 'The army stayed.']);
    expect(sentencesOf('He left the U.S. Army.')).toEqual(['He left the U.S. Army.']);
  });

  it('ends at every block, with or without a full stop', () => {
    expect(sentencesOf('Ministers meet\nThey spoke.')).toEqual(['Ministers meet', 'They spoke.']);
  });
});
