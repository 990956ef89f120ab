import {
  at,
  fail,
  type Invalid,
  parse,
  readList,
  readObject,
  readOneOf,
  readText,
  shown,
} from '../annotations/fields.ts';
import { readUtcMoment } from '../annotations/moments.ts';
import { salvagePage } from '../annotations/salvage.ts';
import type { PageRecord } from '../annotations/types.ts';
import { LIMITS, parsePageRecord } from '../annotations/validate.ts';
import type { ExportContext } from './types.ts';

const FORMAT = 'newsgloss';
/** Raised when a reader of the version before would misunderstand a file, not when fields are added. */
const VERSION = 1;
/** More pages than anyone annotates; a file beyond it was not written by a reader's browser. */
const PAGES_LIMIT = 100_000;

/** The same file for the same notes, in whatever order they were stored: pages by key, annotations by creation and id. */
function inOrder(pages: readonly PageRecord[]): PageRecord[] {
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...pages]
    .sort((a, b) => before(a.key, b.key))
    .map((page) => ({
      ...page,
      annotations: [...page.annotations].sort((a, b) => before(a.created, b.created) || before(a.id, b.id)),
    }));
}

/**
 * Pages as a JSON document of our own form, see docs/formats.md. Canonical: fields, pages and annotations in a fixed order,
 * two spaces, a line break at the end, so that two exports of the same notes can be compared line by line.
 *
 * @throws {TypeError} when a page is not valid: a file that can't be read back must not be written.
 */
export function exportJson(pages: readonly PageRecord[], context: ExportContext): string {
  const sound = inOrder(pages).map((page, position) => {
    // Parsing lays the fields in the order of the contract and leaves out those that are not in it.
    const result = parsePageRecord(page, at('pages', position));
    if (result.status === 'invalid') throw new TypeError(result.message);
    return result.value;
  });
  const { exported, generator } = context;
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exported, generator, pages: sound }, null, 2)}\n`;
}

/**
 * What was read from a document. `problems` names every annotation or page that could not be read and was left out, with
 * its path; nothing is left out without a word. `invalid`: this is no document of ours, or a newer version of it.
 */
export type JsonImport =
  | (ExportContext & {
      readonly status: 'ok';
      readonly pages: readonly PageRecord[];
      readonly problems: readonly Invalid[];
    })
  | Invalid;

/** Reads a document that `exportJson` wrote, or anything that claims to be one. Never throws. */
export function parseJson(text: string): JsonImport {
  const head = parse(() => {
    const document = readObject(readDocument(text), '');
    readOneOf(document.format, 'format', [FORMAT]);
    if (document.version !== VERSION) {
      fail('version', `${shown(document.version)} is not ${VERSION}, the version that can be read here`);
    }
    return {
      exported: readUtcMoment(document.exported, 'exported'),
      generator: readText(document.generator, 'generator', LIMITS.line),
      pages: readList(document.pages, 'pages', PAGES_LIMIT, (page) => page),
    };
  });
  if (head.status === 'invalid') return head;
  const pages: PageRecord[] = [];
  const problems: Invalid[] = [];
  for (const [position, value] of head.value.pages.entries()) {
    const salvage = salvagePage(value, at('pages', position));
    if (salvage.page !== null) pages.push(salvage.page);
    problems.push(...salvage.problems);
  }
  return { ...head.value, status: 'ok', pages, problems };
}

function readDocument(text: string): unknown {
  try {
    // Editors on Windows put a byte order mark in front, which JSON does not allow.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return fail('', `This is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
