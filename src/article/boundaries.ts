import type { Span } from '../text/text-model.ts';
import { isInside, isText } from './blocks.ts';
import { lastAtMost, type Segments } from './segments.ts';
import type { DomBoundaries } from './types.ts';
import { isSpaceCode } from './white-space.ts';

const PRECEDING = 2;
const CONTAINED_BY = 16;

/**
 * The live boundary points of a span of `text`, or null when it is no span of the text, or when its nodes have left the
 * document or no longer hold what was read. Offsets in UTF-16 code units; cost: the length of the span.
 */
export function locateIn(text: string, segments: Segments, span: Span): DomBoundaries | null {
  const { start, end } = span;
  if (!(start >= 0 && start <= end && end <= text.length) || segments.nodes.length === 0) return null;
  const first = segmentForStart(segments, start, end);
  if (first === null) return null;
  const last = start === end ? first : lastAtMost(segments.textStart, end - 1);
  if (last < first) return null;
  for (let i = first; i <= last; i++) if (!stillHolds(text, segments, i, start, end)) return null;
  const startIn = Math.max(0, start - segments.textStart[first]!);
  const endIn = Math.min(segments.length[last]!, Math.max(0, end - segments.textStart[last]!));
  return {
    startContainer: segments.nodes[segments.nodeIndex[first]!]!,
    startOffset: segments.nodeStart[first]! + Math.min(startIn, segments.length[first]!),
    endContainer: segments.nodes[segments.nodeIndex[last]!]!,
    endOffset: segments.nodeStart[last]! + endIn,
  };
}

/** The segment that holds `start`, or the next one when `start` is a separator that no node stands for. */
function segmentForStart(segments: Segments, start: number, end: number): number | null {
  const at = Math.max(0, lastAtMost(segments.textStart, start));
  const after = segments.textStart[at]! + segments.length[at]!;
  if (start < after || (start === end && start === after)) return at;
  const next = at + 1;
  return next < segments.textStart.length && segments.textStart[next]! < end ? next : null;
}

/** Whether the part of a segment that lies in the span still reads in its node as it did. */
function stillHolds(text: string, segments: Segments, index: number, start: number, end: number): boolean {
  const node = segments.nodes[segments.nodeIndex[index]!]!;
  if (!node.isConnected) return false;
  const textStart = segments.textStart[index]!;
  const shift = segments.nodeStart[index]! - textStart;
  const from = Math.max(start, textStart);
  const to = Math.min(end, textStart + segments.length[index]!);
  const data = node.data;
  if (to + shift > data.length) return false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const now = data.charCodeAt(i + shift);
    if (now !== code && !(code === 0x20 && isSpaceCode(now))) return false;
  }
  return true;
}

/**
 * The offset in the text of a boundary point: exact inside text that was read, else that of the nearest text after it (the
 * end of the text when there is none). Null when the point is outside `root`.
 */
export function offsetIn(root: Element, text: string, segments: Segments, node: Node, offset: number): number | null {
  const known = segments.indexOfNode.get(node);
  if (known !== undefined) return offsetInNode(segments, known, offset, text.length);
  if (!isInside(root, node)) return null;
  const child = isText(node) ? node : (node.childNodes[offset] ?? null);
  const at = firstNodeFrom(segments.nodes, child ?? node, child === null);
  return at < segments.nodes.length ? segments.textStart[segments.firstSegment[at]!]! : text.length;
}

function offsetInNode(segments: Segments, nodeIndex: number, offset: number, textLength: number): number {
  const from = segments.firstSegment[nodeIndex]!;
  const to = segments.firstSegment[nodeIndex + 1] ?? segments.textStart.length;
  const at = lastAtMost(segments.nodeStart, offset, from, to);
  if (at < 0) return segments.textStart[from]!;
  const into = offset - segments.nodeStart[at]!;
  const length = segments.length[at]!;
  if (into <= length) return segments.textStart[at]! + into;
  // In dropped white space: what follows, but at the node's own end its own last character, so that a selection stays in it.
  return at + 1 < to ? segments.textStart[at + 1]! : Math.min(textLength, segments.textStart[at]! + length);
}

/** The place of the first node at or after `reference` in document order; with `past`, after all that `reference` holds. */
export function firstNodeFrom(nodes: readonly Text[], reference: Node, past: boolean): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(nodes[middle]!, reference, past)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(node: Text, reference: Node, past: boolean): boolean {
  const [one, other] = inSameTree(node, reference);
  if (one === other) return past;
  const position = other.compareDocumentPosition(one);
  if ((position & CONTAINED_BY) !== 0) return past;
  return (position & PRECEDING) !== 0;
}

/** Lifts nodes out of shadow roots until both are in one tree: only there is their order defined. */
function inSameTree(a: Node, b: Node): [Node, Node] {
  const hostsOfA = withHosts(a);
  for (const other of withHosts(b)) {
    const match = hostsOfA.find((one) => one.getRootNode() === other.getRootNode());
    if (match !== undefined) return [match, other];
  }
  return [a, b];
}

function withHosts(node: Node): Node[] {
  const chain = [node];
  for (let root = node.getRootNode(); ; ) {
    const host = (root as Partial<ShadowRoot>).host;
    if (host === undefined) return chain;
    chain.push(host);
    root = host.getRootNode();
  }
}
