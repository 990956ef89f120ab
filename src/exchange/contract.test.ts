import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exportJson, parseJson } from './json.ts';
import { exportMarkdown } from './markdown.ts';

const contract = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
const json = `${/^```json\n([\s\S]*?)\n```$/m.exec(contract)?.[1]}\n`;
const markdown = `${/^~~~markdown\n([\s\S]*?)\n~~~$/m.exec(contract)?.[1]}\n`;

it('reads the JSON example of docs/formats.md and writes both examples from it', () => {
  const read = parseJson(json);
  if (read.status !== 'ok') throw new Error(read.message);
  expect(read.problems).toEqual([]);
  expect(exportJson(read.pages, read)).toBe(json);
  expect(exportMarkdown(read.pages, read)).toBe(markdown);
});
