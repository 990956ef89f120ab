import type { BlockRole, Span } from '../text/text-model.ts';
import { forEachRenderedChild, isBlockElement, isElement, isText } from './blocks.ts';
import { locateIn, offsetIn } from './boundaries.ts';
import { isFurniture, isUnreadable, nameOf, tagOf } from './furniture.ts';
import { isLinkList } from './link-list.ts';
import { isNoise } from './noise.ts';
import { paragraphMass } from './paragraphs.ts';
import { rememberSegments } from './segments.ts';
import { TextCollector } from './text-collector.ts';
import type { DomTextModel } from './types.ts';

export { touchedBlocks } from './touched-blocks.ts';

export interface DomTextOptions {
  /** Asked once per block element, in document order; what is not visible is not read. Without it only markup is judged. */
  readonly isVisible?: (element: Element) => boolean;
}

/** Deeper markup is left unread: no article nests like that, and recursion has a limit. */
const MAX_DEPTH = 600;
/** What looks like furniture is read all the same when it holds this share of the root's running text. */
const FURNITURE_OVERRULED = 0.5;

/**
 * Pages hold a caption several times over, for several widths of the screen or for a gallery. A block from this length on
 * (UTF-16 code units) that is among the last few, word for word, is the same block again; further back it may be a refrain.
 */
const MIN_DUPLICATE = 60;
const DUPLICATE_WINDOW = 6;

const ROLES: Readonly<Record<string, BlockRole>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  blockquote: 'quote',
  figcaption: 'caption',
  caption: 'caption',
  td: 'cell',
  th: 'cell',
  pre: 'preformatted',
};
/** What in a `<figure>` is text of the article; the rest is buttons, counters and labels of the picture. */
const READ_IN_FIGURE = new Set(['figcaption', 'table', 'blockquote', 'pre', 'p']);

interface Context {
  readonly role: BlockRole;
  readonly linked: boolean;
  readonly inFigure: boolean;
  readonly depth: number;
}

/**
 * Reads the text below `root` as a reader sees it, in blocks, and remembers where each character came from.
 *
 * White space is collapsed, invisible characters are dropped, text runs on across inline elements; scripts, forms,
 * navigation, share bars, related links, comments, ads and what markup hides are left out. The document is only read: nothing
 * is changed and, unless `isVisible` does, no layout is forced. Linear in the size of `root`.
 */
export function buildDomTextModel(root: Element, options: DomTextOptions = {}): DomTextModel {
  const { isVisible } = options;
  const enough = Math.max(1, paragraphMass(root) * FURNITURE_OVERRULED);
  const recent: string[] = [];
  const collector = new TextCollector((block) => {
    if (isNoise(block) || (block.text.length >= MIN_DUPLICATE && recent.includes(block.text))) return false;
    recent.push(block.text);
    if (recent.length > DUPLICATE_WINDOW) recent.shift();
    return true;
  });

  const readChildren = (element: Element, context: Context): void => {
    if (context.depth > MAX_DEPTH) return;
    forEachRenderedChild(element, (child) => {
      if (isText(child)) {
        if (!context.inFigure) collector.add(child, context.linked, context.role === 'preformatted');
      } else if (isElement(child)) readElement(child, context);
    });
  };

  const readElement = (element: Element, context: Context): void => {
    const tag = tagOf(element);
    if (tag === 'br') collector.breakLine();
    // The headline is the page's, not the body's: some bodies hold it, most do not, and `readMeta` gives it for all.
    if (tag === 'br' || tag === 'h1' || isUnreadable(tag)) return;
    if ((tag === 'ul' || tag === 'ol') && isLinkList(element)) return;
    if (isFurniture(element) && !holdsEmbeddedPost(element) && paragraphMass(element) < enough) return;
    const inner = { ...context, depth: context.depth + 1 };
    if (!isBlockElement(element)) {
      readChildren(element, tag === 'a' ? { ...inner, linked: true } : inner);
      return;
    }
    if (isVisible !== undefined && !isVisible(element)) return;
    const role = roleOf(tag, context);
    collector.startBlock(role);
    const inFigure = tag === 'figure' || (context.inFigure && !READ_IN_FIGURE.has(tag));
    readChildren(element, { ...inner, role, inFigure });
    collector.startBlock(context.role);
  };

  readChildren(root, { role: roleOf(tagOf(root), null), linked: false, inFigure: false, depth: 0 });
  const { text, blocks, segments } = collector.finish();
  const model: DomTextModel = {
    text,
    blocks,
    root,
    locate: (span: Span) => locateIn(text, segments, span),
    offsetOf: (node: Node, offset: number) => offsetIn(root, text, segments, node, offset),
  };
  rememberSegments(model, segments);
  return model;
}

/** Posts quoted in an article come in boxes that are named like the share bar; the quotation itself is article text. */
function holdsEmbeddedPost(element: Element): boolean {
  return (
    /social|embed|tweet/i.test(nameOf(element)) &&
    element.querySelector('blockquote[class*="tweet"], blockquote[class*="instagram"], blockquote[cite]') !== null
  );
}

function roleOf(tag: string, context: Context | null): BlockRole {
  if (context?.inFigure && tag === 'p') return 'caption';
  const own = ROLES[tag];
  if (own !== undefined) return own;
  // Pages laid out with tables have whole articles in a cell: a paragraph of its own there is a paragraph.
  if (tag === 'p' && context?.role === 'cell') return 'paragraph';
  return context?.role ?? 'paragraph';
}
