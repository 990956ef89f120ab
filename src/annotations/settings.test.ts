import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, isBlocked, mayMark, parseSettings, type Settings, siteOf } from './settings.ts';

const chosen = (...sites: string[]): Settings => ({ ...DEFAULT_SETTINGS, where: 'chosen-sites', sites });

describe('marks', () => {
  it('are painted everywhere by default, nowhere when switched off', () => {
    expect(mayMark(DEFAULT_SETTINGS, 'news.example')).toBe(true);
    expect(mayMark({ ...DEFAULT_SETTINGS, marksOn: false }, 'news.example')).toBe(false);
    expect(mayMark({ ...DEFAULT_SETTINGS, where: 'on-click' }, 'news.example')).toBe(false);
  });

  it.each([
    ['bbc.co.uk', true],
    ['www.bbc.co.uk', true],
    ['WWW.BBC.CO.UK.', true],
    ['news.bbc.co.uk', true],
    ['notbbc.co.uk', false],
    ['bbc.co.uk.evil.example', false],
    ['co.uk', false],
    ['', false],
  ])('with bbc.co.uk chosen, on %s: %s', (host, expected) => {
    expect(mayMark(chosen('bbc.co.uk'), host)).toBe(expected);
  });

  it('are never painted on a blocked site, whatever else is chosen', () => {
    const settings = { ...chosen('news.example'), blockedSites: ['private.news.example'] };
    expect(mayMark(settings, 'news.example')).toBe(true);
    expect(mayMark(settings, 'private.news.example')).toBe(false);
    expect(mayMark({ ...settings, where: 'everywhere' }, 'a.private.news.example')).toBe(false);
    expect(isBlocked(settings, 'a.private.news.example')).toBe(true);
  });
});

describe('settings of unknown origin', () => {
  it('are read, with hosts in one spelling and once each', () => {
    const result = parseSettings({ ...chosen('WWW.News.example', 'news.example', '[::1]', 'zürich.example'), more: 1 });
    expect(result).toEqual({ status: 'ok', value: chosen('news.example', '[::1]', 'xn--zrich-kva.example') });
  });

  it.each([
    [{ ...DEFAULT_SETTINGS, where: 'here' }, 'where'],
    [{ ...DEFAULT_SETTINGS, marksOn: 1 }, 'marksOn'],
    [{ ...DEFAULT_SETTINGS, kinds: {} }, 'kinds.PERSON'],
    [{ ...DEFAULT_SETTINGS, kinds: { ...DEFAULT_SETTINGS.kinds, DATE: 'yes' } }, 'kinds.DATE'],
    [{ ...DEFAULT_SETTINGS, sites: ['news.example/path'] }, 'sites[0]'],
    [{ ...DEFAULT_SETTINGS, sites: ['a.example', 'https://news.example'] }, 'sites[1]'],
    [{ ...DEFAULT_SETTINGS, blockedSites: ['user@news.example'] }, 'blockedSites[0]'],
    [{ ...DEFAULT_SETTINGS, blockedSites: ['two words'] }, 'blockedSites[0]'],
    [null, ''],
  ])('%j are refused at %s', (settings, path) => {
    expect(parseSettings(settings)).toMatchObject({ status: 'invalid', path });
  });
});

describe('the site of a host', () => {
  it('is without www, but not without its name', () => {
    expect(['www.news.example', 'www.example', 'wwwx.example', 'News.Example.'].map(siteOf)).toEqual([
      'news.example',
      'www.example',
      'wwwx.example',
      'news.example',
    ]);
  });
});
