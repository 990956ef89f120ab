import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { misfit, nodeIsNewEnough } from './ensure-deps.mjs';

it.each([
  ['20.19.0', true],
  ['22.1.0', true],
  ['20.18.3', false],
  ['18.20.4', false],
])('Node %s is new enough: %s', (version, expected) => {
  expect(nodeIsNewEnough(version)).toBe(expected);
});

describe('whether node_modules fits package-lock.json', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'newsgloss-deps-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const lock = (packages: object) => JSON.stringify({ lockfileVersion: 3, packages });
  const wanted = {
    '': { name: 'project' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  };
  const fits = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a/node_modules/b': { version: '2.0.0' } };

  function install(packages: object): string | undefined {
    writeFileSync(path.join(folder, 'package-lock.json'), lock(wanted));
    mkdirSync(path.join(folder, 'node_modules'));
    writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), lock(packages));
    return misfit(folder);
  }

  it('fits without the binaries for other platforms', () => {
    expect(install(fits)).toBeUndefined();
  });

  it('does not fit when there is nothing, or an install was cut short', () => {
    expect(misfit(folder)).toBe('node_modules is missing');
    mkdirSync(path.join(folder, 'node_modules/a'), { recursive: true });
    expect(misfit(folder)).toBe('node_modules is missing');
  });

  it('names the package whose version changed', () => {
    expect(install({ ...fits, 'node_modules/a': { version: '1.0.1' } })).toBe('a 1.0.0 is not installed');
  });

  it('names a package that was added to the lock file', () => {
    expect(install({ 'node_modules/a': { version: '1.0.0' } })).toBe('a/node_modules/b 2.0.0 is not installed');
  });

  it('names a package that was removed from the lock file', () => {
    expect(install({ ...fits, 'node_modules/c': { version: '3.0.0' } })).toBe(
      'node_modules/c is not in package-lock.json',
    );
  });

  it('an optional package of another version does not fit', () => {
    expect(install({ ...fits, 'node_modules/other-platform': { version: '0.9.0' } })).toBe(
      'other-platform 1.0.0 is not installed',
    );
  });
});
