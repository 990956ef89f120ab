import { expect, test } from 'vitest';
import { mayBeStarted, whyUnreadable } from './unreadable.ts';

test.each([
  ['chrome://settings/', 'browser-page'],
  ['about:config', 'browser-page'],
  ['moz-extension://0a0b/options.html', 'browser-page'],
  ['view-source:https://example.org/', 'browser-page'],
  ['https://chromewebstore.google.com/detail/abc', 'store'],
  ['https://chrome.google.com/webstore/category/extensions', 'store'],
  ['https://addons.mozilla.org/en-GB/firefox/', 'store'],
  ['https://microsoftedge.microsoft.com/addons/Home', 'store'],
  ['https://example.org/report.PDF?page=2', 'pdf'],
  ['file:///home/reader/report.pdf', 'pdf'],
  ['file:///home/reader/page.html', 'file'],
  ['https://example.org/world/pact', 'not-started'],
  ['https://addons.mozilla.org.example/', 'not-started'],
  ['https://chrome.google.com/other', 'not-started'],
  [null, 'unknown'],
  ['', 'unknown'],
])('%s is %s', (url, why) => {
  expect(whyUnreadable(url)).toBe(why);
});

test('starting is offered only where it can help', () => {
  expect(mayBeStarted('not-started')).toBe(true);
  expect(mayBeStarted('file')).toBe(true);
  expect(mayBeStarted('store')).toBe(false);
  expect(mayBeStarted('browser-page')).toBe(false);
});
