/** A file server for one folder on this machine alone, for the sample article and saved pages. */

import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** @type {Record<string, string>} */
const contentTypes = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain',
  '.pdf': 'application/pdf',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
};

/** Browsers look for the declaration of an encoding in this many bytes only (HTML standard, "prescan a byte stream"). */
const prescanBytes = 1024;

/**
 * The file that a request asks for, or undefined when it lies outside the folder (by `..` or by a symbolic link), is hidden, or
 * is no file. Hidden files are kept back because a saved page's scripts can ask for anything beside the page.
 * @param {string} folder absolute, served
 * @param {string} url the request's path with its query, as in `/a%20page.html?x=1`
 * @returns {Promise<string | undefined>} absolute path
 */
export async function fileFor(folder, url) {
  let pathname;
  try {
    pathname = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
  } catch {
    return undefined;
  }
  if (pathname.includes('\0')) return undefined;
  const parts = pathname.split(/[/\\]/).filter(Boolean);
  if (parts.some((part) => part.startsWith('.'))) return undefined;
  try {
    const base = await realpath(folder);
    const file = await realpath(path.join(base, ...parts));
    if (!file.startsWith(base + path.sep) && base !== path.parse(base).root) return undefined;
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A file's bytes, unpacked when its name ends in `.gz`, and its content type. An encoding is named only where an HTML page
 * names none itself: what the header says would win over the page.
 * @param {string} file absolute path
 */
export async function contentOf(file) {
  const packed = file.endsWith('.gz');
  const raw = await readFile(file);
  const body = packed ? await promisify(gunzip)(raw) : raw;
  const type = contentTypes[path.extname(packed ? file.slice(0, -'.gz'.length) : file).toLowerCase()];
  if (type !== 'text/html') return { body, type: type ?? 'application/octet-stream' };
  const declared = /charset\s*=/i.test(body.subarray(0, prescanBytes).toString('latin1'));
  return { body, type: !declared && isUtf8(body) ? `${type}; charset=utf-8` : type };
}

/** @param {Uint8Array} bytes */
function isUtf8(bytes) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Serves a folder on 127.0.0.1 at a free port until `close` is called.
 * @param {string} folder absolute
 * @returns {Promise<{ origin: string, close: () => void }>} origin as in `http://127.0.0.1:40123`, without a slash
 */
export async function serve(folder) {
  let host = '';
  const server = createServer(async (request, response) => {
    const end = (/** @type {number} */ status) => response.writeHead(status).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405);
    // A name that points to this machine must not let a foreign page read the folder (DNS rebinding).
    if (request.headers.host !== host) return end(403);
    const file = await fileFor(folder, request.url ?? '/');
    if (file === undefined) return end(404);
    try {
      const { body, type } = await contentOf(file);
      const headers = { 'content-type': type, 'content-length': body.length, 'cache-control': 'no-store' };
      response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
    } catch {
      end(500);
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  host = `127.0.0.1:${address.port}`;
  return {
    origin: `http://${host}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
