import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings } from '../annotations/settings.ts';
import { readHostName } from './host-name.ts';

test.each([
  ['example.org', 'example.org'],
  [' WWW.Example.ORG. ', 'example.org'],
  ['https://www.bbc.co.uk/news/world-1?x=1', 'bbc.co.uk'],
  ['news.example.org:8080', 'news.example.org'],
  ['http://localhost:3000/', 'localhost'],
  ['zeitung.köln', 'zeitung.xn--kln-sna'],
  ['192.168.0.1', '192.168.0.1'],
])('%s means %s, in the form that settings take', (typed, host) => {
  expect(readHostName(typed)).toEqual({ status: 'ok', host });
  expect(parseSettings({ ...DEFAULT_SETTINGS, sites: [host] })).toMatchObject({ value: { sites: [host] } });
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['no site', 'not-a-host'],
  ['*.example.org', 'not-a-host'],
  ['ftp://example.org', 'not-a-host'],
  ['javascript:alert(1)', 'not-a-host'],
  ['user@example.org', 'not-a-host'],
  ['-a.example', 'not-a-host'],
  ['a..example', 'not-a-host'],
  ['example', 'has-no-dot'],
])('%s is refused: %s', (typed, reason) => {
  expect(readHostName(typed)).toEqual({ status: 'invalid', reason });
});
