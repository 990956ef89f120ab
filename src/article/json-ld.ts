/** One node of structured data as the page wrote it. Nothing about its fields is sure: check each before use. */
export type JsonLdNode = Record<string, unknown>;

/** A block above this size is a data dump, not a description of one article; parsing it would be felt. UTF-16 code units. */
const MAX_BLOCK_LENGTH = 1_000_000;
const MAX_BLOCKS = 40;
const MAX_NODES = 2_000;
/** Guards against a graph that nests without end; real pages need three or four levels. */
const MAX_DEPTH = 8;

/**
 * All nodes of the page's JSON-LD blocks in document order, taken out of arrays, `@graph` and `mainEntity`.
 *
 * Each block is read alone, since one broken block is common on live pages and must not cost the others. Blocks that no
 * repair makes readable are left out. Not cached: pages replace their blocks while they hydrate. Never throws.
 * Cost: one pass over the `<script>` elements and a `JSON.parse` per block.
 *
 * @see https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
 */
export function readJsonLd(document: Document): readonly JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  for (const block of jsonLdBlocks(document)) {
    if (block.length > MAX_BLOCK_LENGTH) continue;
    collect(parseTolerantly(block), nodes, 0);
  }
  return nodes;
}

/** The raw text of the page's JSON-LD blocks, at most 40 of them. */
export function jsonLdBlocks(document: Document): string[] {
  const blocks: string[] = [];
  const scripts = document.getElementsByTagName('script');
  for (let i = 0; i < scripts.length && blocks.length < MAX_BLOCKS; i++) {
    const script = scripts[i]!;
    const type = script.getAttribute('type');
    if (type?.trim().toLowerCase().startsWith('application/ld+json')) blocks.push(script.textContent ?? '');
  }
  return blocks;
}

/** The names in `@type` without a namespace: `["NewsArticle"]` for `"http://schema.org/NewsArticle"`. */
export function typesOf(node: JsonLdNode): string[] {
  const value = node['@type'];
  const types = Array.isArray(value) ? value : [value];
  return types.filter((type) => typeof type === 'string').map((type) => type.replace(/^.*[/#:]/, '').trim());
}

/**
 * Parses one block, repairing what publishers' templates get wrong most: comment and CDATA wrappers, raw line breaks inside
 * strings, commas before a closing bracket, a semicolon at the end. Null when it still can't be read.
 */
export function parseTolerantly(block: string): unknown {
  const text = block.trim();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(repair(text));
    } catch {
      return null;
    }
  }
}

function repair(text: string): string {
  return (
    text
      .replace(/^\s*(?:\/\*|\/\/)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?/, '')
      .replace(/(?:\/\*|\/\/)?\s*(?:-->|\]\]>)\s*(?:\*\/)?\s*$/, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what breaks the block
      .replace(/[\u0000-\u001f]+/g, ' ')
      .replace(/;\s*$/, '')
      .replace(/,\s*(?=[}\]])/g, '')
  );
}

function collect(value: unknown, nodes: JsonLdNode[], depth: number): void {
  if (depth > MAX_DEPTH || nodes.length >= MAX_NODES || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, depth + 1);
    return;
  }
  const node = value as JsonLdNode;
  if (Object.keys(node).some((key) => key !== '@context' && key !== '@graph')) nodes.push(node);
  collect(node['@graph'], nodes, depth + 1);
  collect(node.mainEntity, nodes, depth + 1);
}
