import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../annotations/settings.ts';
import type { PageStatus } from '../browser/messages.ts';
import { speakEnglish } from '../ui/test-catalog.ts';
import type { PageView } from './page-watch.ts';
import { statusWords } from './status-words.ts';
import { pageState, unreadState } from './test-bench.ts';

speakEnglish();

const known = (status: PageStatus, slow = false): PageView => ({
  status: 'known',
  state: unreadState({ status }),
  slow,
});

test('every state that a page can be in has words of its own', () => {
  const statuses: PageStatus[] = ['reading', 'off', 'not-article', 'not-allowed', 'unsupported', 'no-body', 'failed'];
  const titles = statuses.map((status) => statusWords(known(status), DEFAULT_SETTINGS, 'a.example').title);
  expect(new Set(titles).size).toBe(statuses.length);
  expect(titles.every((title) => title.length > 5)).toBe(true);
});

test('a marked page tells how much was found, and says so when it was nothing', () => {
  const marked: PageView = { status: 'known', state: pageState(), slow: false };
  expect(statusWords(marked, null, null).title).toBe('10 names and dates marked');
  expect(statusWords(known('marked'), null, null).title).toContain('no names or dates were found');
});

test('what went wrong in the page is told in its own words', () => {
  const state = unreadState({ status: 'failed', problems: ['The tagger’s file is damaged.'] });
  const words = statusWords({ status: 'known', state, slow: false }, null, null);
  expect(words).toMatchObject({ tone: 'error', details: ['The tagger’s file is damaged.'], actions: ['try-again'] });
});

test('marks with a problem beside them do not look as if all were well', () => {
  const state = pageState({ problems: ['Names are not marked: the file is damaged.'] });
  const words = statusWords({ status: 'known', state, slow: false }, null, null);
  expect(words).toMatchObject({ tone: 'warning', details: ['Names are not marked: the file is damaged.'] });
});

test('of the settings that forbid marks the one that wins is named, with the way to lift it', () => {
  const blocked = { ...DEFAULT_SETTINGS, marksOn: false, blockedSites: ['a.example'] };
  expect(statusWords(known('not-allowed'), blocked, 'news.a.example').actions).toEqual(['mark-page', 'unblock']);
  const off = { ...DEFAULT_SETTINGS, marksOn: false };
  expect(statusWords(known('not-allowed'), off, 'a.example').actions).toEqual(['mark-page', 'marks-on']);
  const chosen = { ...DEFAULT_SETTINGS, where: 'chosen-sites' as const };
  expect(statusWords(known('not-allowed'), chosen, 'a.example').actions).toEqual(['mark-page', 'always-here']);
});

test('slow reading is explained', () => {
  expect(statusWords(known('reading', true), null, null).details.join()).toContain('longer than usual');
});

test('a refusal by the browser is quoted, and for files the permission named', () => {
  const view: PageView = { status: 'unreadable', why: 'file', refusal: 'Cannot access contents' };
  const { details, tone } = statusWords(view, null, null);
  expect(tone).toBe('error');
  expect(details.join(' ')).toContain('Cannot access contents');
  expect(details.join(' ')).toContain('allow access to file addresses');
});

test('nothing is offered on pages where nothing helps', () => {
  const actions = (why: 'browser-page' | 'store' | 'pdf' | 'not-started') =>
    statusWords({ status: 'unreadable', why, refusal: null }, null, null).actions;
  expect([actions('browser-page'), actions('store'), actions('pdf')]).toEqual([[], [], []]);
  expect(actions('not-started')).toEqual(['start']);
});
