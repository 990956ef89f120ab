import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, fileFor, serve } from './serve.mjs';

let outside: string;
let folder: string;

beforeAll(() => {
  outside = mkdtempSync(path.join(tmpdir(), 'newsgloss-serve-'));
  folder = path.join(outside, 'saved');
  mkdirSync(path.join(folder, 'page_files'), { recursive: true });
  writeFileSync(path.join(outside, 'secret.html'), 'secret');
  writeFileSync(path.join(folder, 'a page.html'), '<!doctype html><p>Zoë</p>');
  writeFileSync(path.join(folder, 'old.html'), '<!doctype html><meta charset="iso-8859-1"><p>x</p>');
  writeFileSync(path.join(folder, 'latin.html'), Buffer.from('<p>Zo\xeb</p>', 'latin1'));
  writeFileSync(path.join(folder, 'packed.html.gz'), gzipSync('<!doctype html><p>packed</p>'));
  writeFileSync(path.join(folder, 'page_files/style.css'), 'p{}');
  writeFileSync(path.join(folder, '.env'), 'secret');
  symlinkSync(path.join(outside, 'secret.html'), path.join(folder, 'link.html'));
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

describe('which file a request gets', () => {
  it.each([
    ['/a%20page.html?x=1#top', 'a page.html'],
    ['/page_files/style.css', 'page_files/style.css'],
  ])('%s is in the folder', async (url, file) => {
    expect(await fileFor(folder, url)).toBe(path.join(folder, file));
  });

  it.each([
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/page_files/..%5c..%5csecret.html',
    '/link.html',
    '/.env',
    '/page_files',
    '/',
    '/none.html',
    '/a%00.html',
    '/%zz',
  ])('%s gets nothing', async (url) => {
    expect(await fileFor(folder, url)).toBeUndefined();
  });
});

describe('what is sent', () => {
  it('unpacks a page that was stored with gzip', async () => {
    const { body, type } = await contentOf(path.join(folder, 'packed.html.gz'));
    expect([body.toString(), type]).toEqual(['<!doctype html><p>packed</p>', 'text/html; charset=utf-8']);
  });

  it('names UTF-8 only where the page is UTF-8 and names no encoding itself', async () => {
    const typeOf = async (name: string) => (await contentOf(path.join(folder, name))).type;
    expect(await typeOf('a page.html')).toBe('text/html; charset=utf-8');
    expect(await typeOf('old.html')).toBe('text/html');
    expect(await typeOf('latin.html')).toBe('text/html');
  });
});

describe('the server', () => {
  const answerTo = (origin: string, headers: Record<string, string> = {}) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${origin}/a%20page.html`, { headers, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('answers on this machine only, under its own name only, and stops', async () => {
    const { origin, close } = await serve(folder);
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await answerTo(origin)).toBe(200);
    expect(await answerTo(origin, { host: 'evil.example' })).toBe(403);
    close();
    await expect(answerTo(origin)).rejects.toThrow('ECONNREFUSED');
  });
});
