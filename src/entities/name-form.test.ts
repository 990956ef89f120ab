import { describe, expect, it } from 'vitest';
import { couldAbbreviate, initialsOf, nameForm, plainWord } from './name-form.ts';
import type { EntityType } from './types.ts';

const form = (surface: string, type: EntityType) => nameForm(surface, { start: 0, end: surface.length, type });

describe('nameForm', () => {
  it('leaves out accents, stops, articles and the endings of companies and people', () => {
    expect(form('The Walt Disney Co.', 'ORG').key).toBe('walt disney');
    expect(form('Martin Luther King Jr.', 'PERSON').key).toBe('martin luther king');
    expect(form('Emmanuel Macrón', 'PERSON').key).toBe('emmanuel macron');
  });

  it('gives acronyms one key with and without stops', () => {
    expect(form('U.N.', 'ORG').key).toBe(form('UN', 'ORG').key);
    expect(form('Unilever', 'ORG').acronym).toBe('');
  });

  it('takes a people in singular and plural as one', () => {
    expect(form('Iraqis', 'GROUP').key).toBe(form('Iraqi', 'GROUP').key);
  });
});

describe('acronyms', () => {
  it('come from initials, with or without small words', () => {
    expect(initialsOf(['department', 'of', 'justice'])).toEqual(expect.arrayContaining(['dj', 'doj']));
  });

  it('may skip letters inside the words they abbreviate', () => {
    expect(couldAbbreviate('rnli', ['royal', 'national', 'lifeboat', 'institution'])).toBe(true);
    expect(couldAbbreviate('fbi', ['world', 'bank'])).toBe(false);
  });
});

describe('plainWord', () => {
  it('makes quotes, dashes and soft hyphens plain', () => {
    expect(plainWord('O’Néill\u00ad–X')).toBe("o'neill-x");
  });
});
