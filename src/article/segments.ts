import type { DomTextModel } from './types.ts';

/**
 * Which DOM text each stretch of the article text came from. A segment is a run in which one character of the text stands
 * for one character of one node, so that offsets on both sides differ by a constant. Offsets are UTF-16 code units.
 */
export interface Segments {
  readonly nodes: readonly Text[];
  /** For each segment: where it begins in the article text, in order. */
  readonly textStart: Int32Array;
  /** For each segment: where it begins in its node's data. */
  readonly nodeStart: Int32Array;
  readonly length: Int32Array;
  /** For each segment: the place of its node in `nodes`. */
  readonly nodeIndex: Int32Array;
  /** For each node: its place in `nodes`; and the first of its segments (they follow each other). */
  readonly indexOfNode: ReadonlyMap<Node, number>;
  readonly firstSegment: Int32Array;
}

/** The last place in a rising array whose value is at most `value`, or -1. */
export function lastAtMost(values: Int32Array, value: number, from = 0, to = values.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low > from ? low - 1 : -1;
}

/** Collects segments in document order; a dropped block can be taken back. */
export class SegmentBuilder {
  private readonly nodes: Text[] = [];
  private readonly textStart: number[] = [];
  private readonly nodeStart: number[] = [];
  private readonly length: number[] = [];
  private readonly nodeIndex: number[] = [];

  /** Adds `length` characters, joined to the segment before where both sides continue it. */
  add(node: Text, nodeStart: number, textStart: number, length: number): void {
    const last = this.textStart.length - 1;
    if (last >= 0 && this.nodes[this.nodeIndex[last]!] === node) {
      const lastLength = this.length[last]!;
      if (this.nodeStart[last]! + lastLength === nodeStart && this.textStart[last]! + lastLength === textStart) {
        this.length[last] = lastLength + length;
        return;
      }
    }
    if (this.nodes.at(-1) !== node) this.nodes.push(node);
    this.textStart.push(textStart);
    this.nodeStart.push(nodeStart);
    this.length.push(length);
    this.nodeIndex.push(this.nodes.length - 1);
  }

  /** Takes back everything from `textStart` on. */
  cutFrom(textStart: number): void {
    while (this.textStart.length > 0 && this.textStart.at(-1)! >= textStart) {
      this.textStart.pop();
      this.nodeStart.pop();
      this.length.pop();
      this.nodeIndex.pop();
    }
    const last = this.textStart.length - 1;
    if (last < 0) this.nodes.length = 0;
    else {
      const kept = textStart - this.textStart[last]!;
      if (this.length[last]! > kept) this.length[last] = kept;
      this.nodes.length = this.nodeIndex[last]! + 1;
    }
  }

  finish(): Segments {
    const nodeIndex = Int32Array.from(this.nodeIndex);
    const firstSegment = new Int32Array(this.nodes.length);
    for (let i = nodeIndex.length - 1; i >= 0; i--) firstSegment[nodeIndex[i]!] = i;
    return {
      nodes: this.nodes,
      textStart: Int32Array.from(this.textStart),
      nodeStart: Int32Array.from(this.nodeStart),
      length: Int32Array.from(this.length),
      nodeIndex,
      indexOfNode: new Map(this.nodes.map((node, i) => [node, i])),
      firstSegment,
    };
  }
}

const segmentsOfModel = new WeakMap<DomTextModel, Segments>();

/** Keeps the segments of a model for `segmentsOf`. */
export function rememberSegments(model: DomTextModel, segments: Segments): void {
  segmentsOfModel.set(model, segments);
}

/** The segments of a model. Throws a TypeError for one that was not made by `buildDomTextModel`. */
export function segmentsOf(model: DomTextModel): Segments {
  const segments = segmentsOfModel.get(model);
  if (segments === undefined) throw new TypeError('not a model made by buildDomTextModel');
  return segments;
}
