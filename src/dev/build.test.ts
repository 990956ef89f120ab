import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isStale } from './build.mjs';

let folder: string;
const at = (name: string, seconds: number) => utimesSync(path.join(folder, name), seconds, seconds);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsgloss-build-'));
  mkdirSync(path.join(folder, 'src/deep'), { recursive: true });
  writeFileSync(path.join(folder, 'src/deep/a.ts'), '');
  writeFileSync(path.join(folder, 'manifest.json'), '');
  writeFileSync(path.join(folder, 'built.js'), '');
  for (const name of ['src/deep/a.ts', 'src/deep', 'src', 'manifest.json']) at(name, 1000);
  at('built.js', 2000);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stale = (built = 'built.js') =>
  isStale(
    path.join(folder, built),
    ['src', 'manifest.json', 'not-there'].map((name) => path.join(folder, name)),
  );

it('a build younger than its sources is fresh', () => {
  expect(stale()).toBe(false);
});

it('a missing build is stale', () => {
  expect(stale('none.js')).toBe(true);
});

it.each(['src/deep/a.ts', 'manifest.json'])('a change of %s makes it stale', (name) => {
  at(name, 3000);
  expect(stale()).toBe(true);
});

it('removing a file makes it stale', () => {
  rmSync(path.join(folder, 'src/deep/a.ts'));
  expect(stale()).toBe(true);
});
