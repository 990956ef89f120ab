import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';

/** One saved page of a folder with its entry in `truth.json`. */
export interface SavedPage<Truth> {
  readonly id: string;
  readonly truth: Truth;
  readonly html: string;
}

/** Reads the pages of `<shared>/pages/<folder>` one after the other, in the order of `truth.json`. */
export function* savedPages<Truth>(shared: string, folder: string): Generator<SavedPage<Truth>> {
  const dir = path.join(shared, 'pages', folder);
  const truths = JSON.parse(readFileSync(path.join(dir, 'truth.json'), 'utf8')) as Record<string, Truth>;
  for (const [id, truth] of Object.entries(truths)) {
    yield { id, truth, html: gunzipSync(readFileSync(path.join(dir, `${id}.html.gz`))).toString('utf8') };
  }
}

/** Parses a page as the command line does. */
export function parsePage(html: string): Document {
  return parseHTML(html).document as unknown as Document;
}

/**
 * Which half a page belongs to: rules are tuned on `tune` only, and `check` tells whether they hold elsewhere. FNV-1a of the
 * id, so that the halves stay the same when pages are added.
 */
export function halfOf(id: string): 'tune' | 'check' {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return ((hash >>> 16) & 1) === 0 ? 'tune' : 'check';
}

/** The value of `--name VALUE` in an argument list, or the default. */
export function option(args: readonly string[], name: string, fallback: string): string {
  const at = args.indexOf(`--${name}`);
  return at >= 0 ? (args[at + 1] ?? fallback) : fallback;
}
