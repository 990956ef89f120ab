import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserPlaces, browserRuns, findBrowser } from './find-browser.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsgloss-path-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, script: string, mode = 0o755): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode });
  return file;
}

const chromium = 'echo "Chromium 156.0.8078.79 built on Debian GNU/Linux"';

describe.skipIf(process.platform === 'win32')('looking on PATH', () => {
  const find = () => findBrowser({ env: { PATH: `/nowhere:${folder}` }, platform: 'linux' });

  it('finds nothing in an empty folder', () => {
    expect(find()).toBeUndefined();
  });

  it('prefers Chromium to Chrome', () => {
    program('google-chrome', 'echo "Google Chrome 150.0.1.1"');
    const expected = program('chromium', chromium);
    expect(find()).toBe(expected);
  });

  // On Ubuntu the chromium-browser package is a script that asks for a snap and ends with status 1.
  it('passes over a stub that does not start', () => {
    program('chromium-browser', 'echo "requires the chromium snap to be installed" >&2; exit 1');
    const expected = program('google-chrome-stable', 'echo "Google Chrome 150.0.1.1"');
    expect(find()).toBe(expected);
  });

  it('passes over what cannot be executed, a folder, and a program that is no browser', () => {
    program('chromium', chromium, 0o644);
    mkdirSync(path.join(folder, 'chromium-browser'));
    program('google-chrome', 'echo "hello 1.2"');
    expect(find()).toBeUndefined();
  });
});

describe.skipIf(process.platform === 'win32')('CHROME_PATH', () => {
  it('wins over what is on PATH', () => {
    program('chromium', chromium);
    const mine = program('mine', 'echo "Microsoft Edge 149.0.0.1"');
    expect(findBrowser({ env: { PATH: folder, CHROME_PATH: mine }, platform: 'linux' })).toBe(mine);
  });

  it('is an error when it is no browser, even with one on PATH', () => {
    program('chromium', chromium);
    const env = { PATH: folder, CHROME_PATH: path.join(folder, 'typo') };
    expect(() => findBrowser({ env, platform: 'linux' })).toThrow(`CHROME_PATH is ${env.CHROME_PATH}`);
  });
});

it('looks where macOS and Windows keep their programs', () => {
  const mac = browserPlaces({ HOME: '/Users/ada', PATH: '/usr/bin' }, 'darwin');
  expect(mac).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(mac).toContain('/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium');
  expect(mac).toContain('/usr/bin/chromium');
  const windows = browserPlaces({ PROGRAMFILES: 'C:/Program Files' }, 'win32');
  expect(windows.map((file) => file.replaceAll('\\', '/'))).toContain(
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
  );
});

it('a program that does not exist does not run', () => {
  expect(browserRuns('/nowhere/chromium')).toBe(process.platform === 'win32');
});
