import { isElement, isInside, isText, renderedParent } from './blocks.ts';
import { firstNodeFrom } from './boundaries.ts';
import { isFurniture, isUnreadable, tagOf } from './furniture.ts';
import { lastAtMost, type Segments, segmentsOf } from './segments.ts';
import type { DomTextModel } from './types.ts';

/**
 * Which blocks of the model (their places in `model.blocks`, rising) a set of mutated nodes belongs to, so that only those
 * need to be done again; `'all'` when the order of blocks itself may have changed. Empty when the article's text is not
 * concerned: an ad moved in, a share bar counted up, something changed elsewhere on the page.
 *
 * Give it the text nodes whose data changed and the nodes that were added or removed. Of an element that was there when the
 * model was built, every block below it counts as touched. Never throws.
 */
export function touchedBlocks(model: DomTextModel, nodes: Iterable<Node>): 'all' | number[] {
  const segments = segmentsOf(model);
  const starts = Int32Array.from(model.blocks, (block) => block.start);
  const touched = new Set<number>();
  for (const node of nodes) {
    const range = nodesBelow(segments, node);
    if (range !== null) {
      for (let i = range[0]; i < range[1]; i++) {
        const from = segments.firstSegment[i]!;
        const to = segments.firstSegment[i + 1] ?? segments.textStart.length;
        for (let s = from; s < to; s++) touched.add(Math.max(0, lastAtMost(starts, segments.textStart[s]!)));
      }
    } else if (isNewText(model.root, node)) return 'all';
  }
  return [...touched].sort((a, b) => a - b);
}

/** The range of the model's nodes that are `node` or lie below it, or null when there is none. */
function nodesBelow(segments: Segments, node: Node): [number, number] | null {
  const known = segments.indexOfNode.get(node);
  if (known !== undefined) return [known, known + 1];
  if (isText(node)) return null;
  if (!node.isConnected) return removedNodesBelow(segments, node);
  const from = firstNodeFrom(segments.nodes, node, false);
  const first = segments.nodes[from];
  if (first === undefined || !isInside(node, first)) return null;
  return [from, Math.max(from + 1, firstNodeFrom(segments.nodes, node, true))];
}

/** A subtree that left the document has no place in its order any more: its own text nodes are looked up instead. */
function removedNodesBelow(segments: Segments, top: Node): [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = -1;
  const visit = (node: Node): void => {
    const known = segments.indexOfNode.get(node);
    if (known !== undefined) {
      low = Math.min(low, known);
      high = Math.max(high, known);
    }
    for (let child = node.firstChild; child !== null; child = child.nextSibling) visit(child);
  };
  visit(top);
  return high < 0 ? null : [low, high + 1];
}

/** Whether a node that the model does not know brings readable text into the article. */
function isNewText(root: Element, node: Node): boolean {
  if (!node.isConnected || !isInside(root, node)) return false;
  for (let at: Node | null = node; at !== null && at !== root; at = renderedParent(at)) {
    if (isElement(at) && (isUnreadable(tagOf(at)) || isFurniture(at))) return false;
  }
  return holdsReadableText(node);
}

function holdsReadableText(node: Node): boolean {
  if (isText(node)) return node.data.trim() !== '';
  if (isElement(node) && (isUnreadable(tagOf(node)) || isFurniture(node))) return false;
  const inside = (node as Partial<Element>).shadowRoot ?? node;
  for (let child = inside.firstChild; child !== null; child = child.nextSibling) {
    if (holdsReadableText(child)) return true;
  }
  return false;
}
