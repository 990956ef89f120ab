import { describe, expect, it } from 'vitest';
import { link } from './link.ts';
import type { EntityType, NameSpan } from './types.ts';

/** Reads `[PERSON John Smith]` marks; returns text and spans. */
function marked(source: string): { text: string; spans: NameSpan[] } {
  const spans: NameSpan[] = [];
  let text = '';
  let at = 0;
  for (const match of source.matchAll(/\[([A-Z]+) ([^\]]+)\]/g)) {
    text += source.slice(at, match.index);
    spans.push({ start: text.length, end: text.length + match[2]!.length, type: match[1] as EntityType });
    text += match[2]!;
    at = match.index + match[0].length;
  }
  return { text: text + source.slice(at), spans };
}

function linked(source: string): { name: string; mentions: string[]; ambiguous: (readonly string[] | undefined)[] }[] {
  const { text, spans } = marked(source);
  return link(text, spans).map((entity) => ({
    name: entity.name,
    mentions: entity.mentions.map((mention) => text.slice(mention.start, mention.end)),
    ambiguous: entity.mentions.map((mention) => mention.ambiguous),
  }));
}

describe('link', () => {
  it('joins a surname and a given name to the full name, also when the headline has the surname first', () => {
    const result = linked(
      '[PERSON Noem] signs bill. [PERSON Kristi Noem] spoke. [PERSON Noem] left. [PERSON Kristi] waved.',
    );
    expect(result).toHaveLength(1);
    expect(result[0]).toMatchObject({ name: 'Kristi Noem', mentions: ['Noem', 'Kristi Noem', 'Noem', 'Kristi'] });
  });

  it('keeps two people with one surname apart and says where a bare surname could be either', () => {
    const { text, spans } = marked('[PERSON Bill Clinton] and [PERSON Hillary Clinton] came. [PERSON Clinton] spoke.');
    const entities = link(text, spans);
    expect(entities.map((entity) => entity.name)).toEqual(['Bill Clinton', 'Hillary Clinton']);
    expect(entities[1]!.mentions[1]!.ambiguous).toEqual(['e1', 'e2']);
    expect(entities[0]!.mentions[0]!.ambiguous).toBeUndefined();
  });

  it('joins middle initials and short given names of one person', () => {
    expect(linked('[PERSON George W. Bush] met [PERSON George Bush].')).toHaveLength(1);
    expect(linked('[PERSON Joseph Biden] is [PERSON Joe Biden].')).toHaveLength(1);
    expect(linked('[PERSON George W. Bush] and [PERSON George H. Bush].')).toHaveLength(2);
  });

  it('knows surnames with particles', () => {
    expect(linked('[PERSON Virgil van Dijk] scored, [PERSON Van Dijk] said.')).toHaveLength(1);
    expect(linked('[PERSON Mohammed bin Salman] flew; [PERSON bin Salman] smiled.')).toHaveLength(1);
  });

  it('joins an acronym to the name it abbreviates, by parentheses or initials', () => {
    const nato = linked('The [ORG North Atlantic Treaty Organization] met. [ORG NATO] said so.');
    expect(nato).toEqual([expect.objectContaining({ name: 'North Atlantic Treaty Organization' })]);
    expect(linked('[ORG Federal Bureau of Investigation] ([ORG FBI]) and the [ORG F.B.I.]')).toHaveLength(1);
    expect(linked('the [ORG Royal National Lifeboat Institution] ([ORG RNLI]). [ORG RNLI] crews')).toHaveLength(1);
    expect(linked('[ORG Department of Justice] and [ORG NATO]')).toHaveLength(2);
  });

  it('joins the usual names of a country', () => {
    const result = linked(
      '[PLACE UK] and [PLACE Britain], the [PLACE United Kingdom]; the [PLACE U.S.], [PLACE US] and [PLACE America]',
    );
    expect(result.map((entity) => entity.name)).toEqual(['United Kingdom', 'America']);
  });

  it('joins short names of companies and clubs, but not generic words', () => {
    expect(linked('[ORG Broadhead Co.] won. [ORG Broadhead] said.')).toHaveLength(1);
    expect(linked('[ORG Los Angeles Lakers]: the [ORG Lakers]')).toHaveLength(1);
    expect(linked('[ORG Supreme Court] and the [ORG Court]')).toHaveLength(2);
    expect(linked('[ORG Manchester United], [ORG Leeds United], [ORG United]')).toHaveLength(3);
  });

  it('never joins names of different types', () => {
    expect(linked('[PERSON Chelsea] supports [ORG Chelsea].')).toHaveLength(2);
  });

  it('numbers entities in order of first mention', () => {
    const { text, spans } = marked('[PLACE Paris], [PERSON Ann Lee], [ORG Shell], [PLACE Paris]');
    expect(link(text, spans).map((entity) => [entity.id, entity.name])).toEqual([
      ['e1', 'Paris'],
      ['e2', 'Ann Lee'],
      ['e3', 'Shell'],
    ]);
  });
});
