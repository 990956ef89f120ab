/** What `npm start` opens: the sample article, a saved page or an address. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { root, UserError } from './project.mjs';
import { contentOf, serve } from './serve.mjs';

/** Where a page's first tag must have come by. */
const sniffedBytes = 4096;

/**
 * The address to open. A saved page is served on this machine together with what lies beside it; `close` ends that. Throws
 * UserError when there is no such page or it is no web page.
 * @param {string | undefined} given a file, an http(s) address, or undefined for the sample article
 * @param {string} cwd absolute; a relative file starts here
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function openTarget(given, cwd) {
  if (given !== undefined && /^https?:/i.test(given)) {
    if (!URL.canParse(given)) throw new UserError(`${given} is not a web address.`);
    return { url: given, close: () => {} };
  }
  if (given !== undefined && /^[a-z][a-z\d+.-]+:\/\//i.test(given)) {
    throw new UserError(`${given} cannot be opened: only http and https addresses and saved pages can.`);
  }
  const file = given === undefined ? path.join(root, 'public/sample/article.html') : path.resolve(cwd, given);
  await requirePage(file, given ?? file);
  const { origin, close } = await serve(path.dirname(file));
  return { url: `${origin}/${encodeURIComponent(path.basename(file))}`, close };
}

/**
 * @param {string} file absolute
 * @param {string} name as the person wrote it
 */
async function requirePage(file, name) {
  const stats = await stat(file).catch(() => undefined);
  if (stats === undefined) throw new UserError(`There is no file ${name}.`);
  if (!stats.isFile()) throw new UserError(`${name} is not a file: give the saved page itself.`);
  if (path.basename(file).startsWith('.')) throw new UserError(`${name} is a hidden file, and those are not served.`);
  const { body, type } = await contentOf(file).catch(() => {
    throw new UserError(`${name} cannot be read.`);
  });
  const start = body.subarray(0, sniffedBytes).toString('latin1').replaceAll('\0', '');
  const isPage =
    /^text\/html|^application\/xhtml/.test(type) &&
    /<(!doctype|html|head|body|meta|title|article|main|div|p|h1)\b/i.test(start);
  if (!isPage)
    throw new UserError(`${name} is not a saved web page: it must be HTML (.html, .htm, .xhtml or .html.gz).`);
}
