import type { DomBoundaries, DomTextModel } from '../article/types.ts';
import type { Span } from '../text/text-model.ts';
import { highlightName, LAYER_KINDS, type LayerKind, type Scheme } from './kinds.ts';

/** Flags lie over notes, notes over kinds; among kinds no two overlap. */
const PRIORITY: Partial<Record<LayerKind, number>> = { NOTE: 1, FLAG: 2 };

/**
 * Paints spans of one article with the CSS Custom Highlight API. Nothing is inserted into the page; only names of our own
 * are ever set or deleted in the registry that we share with it. Ranges that stay where they were are kept, so that a second
 * `paint` after a small change costs that change alone.
 */
export class MarkLayer {
  readonly #painted = new Map<LayerKind, Map<string, Range>>();
  /** The newest call of `paint` for each kind. */
  readonly #turns = new Map<LayerKind, object>();
  #scheme: Scheme = 'light';

  /**
   * Shows exactly `spans` for `kind`. Spans whose text has left the page are passed over. The ranges of a long list are made
   * in slices that give way to the page, and shown at once at the end: each change of a registered highlight costs the
   * browser a walk over all of it. A call that is overtaken by a newer one for the same kind, or aborted, shows nothing.
   * Resolves to how many are painted.
   */
  async paint(kind: LayerKind, model: DomTextModel, spans: readonly Span[], signal: AbortSignal): Promise<number> {
    const turn = {};
    this.#turns.set(kind, turn);
    const before = this.#painted.get(kind) ?? new Map<string, Range>();
    const now = new Map<string, Range>();
    const slices = new Slices();
    for (const [index, span] of spans.entries()) {
      if (index % SLICE_CHECK === SLICE_CHECK - 1 && slices.isOver()) {
        await slices.next();
        if (signal.aborted || this.#turns.get(kind) !== turn) return 0;
      }
      const at = model.locate(span);
      if (at === null) continue;
      const key = `${span.start}-${span.end}`;
      const old = before.get(key);
      now.set(key, old !== undefined && liesAt(old, at) ? old : rangeOf(at));
    }
    this.#painted.set(kind, now);
    this.#show(kind, before, now);
    return now.size;
  }

  #show(kind: LayerKind, before: ReadonlyMap<string, Range>, now: ReadonlyMap<string, Range>): void {
    const name = highlightName(kind, this.#scheme);
    if (now.size === 0) {
      CSS.highlights.delete(name);
      return;
    }
    let highlight = CSS.highlights.get(name);
    if (highlight === undefined) {
      highlight = new Highlight();
      highlight.priority = PRIORITY[kind] ?? 0;
    }
    const kept = new Set(now.values());
    for (const range of before.values()) if (!kept.has(range)) highlight.delete(range);
    for (const range of kept) highlight.add(range);
    CSS.highlights.set(name, highlight);
  }

  /** Chooses the colours for light or dark ground; what is painted moves over to them. */
  setScheme(scheme: Scheme): void {
    if (scheme === this.#scheme) return;
    for (const kind of LAYER_KINDS) {
      const highlight = CSS.highlights.get(highlightName(kind, this.#scheme));
      if (highlight === undefined || !this.#painted.has(kind)) continue;
      CSS.highlights.delete(highlightName(kind, this.#scheme));
      CSS.highlights.set(highlightName(kind, scheme), highlight);
    }
    this.#scheme = scheme;
  }

  /** Takes every mark of ours away; the page's own highlights stay. */
  clear(): void {
    for (const kind of LAYER_KINDS) CSS.highlights.delete(highlightName(kind, this.#scheme));
    this.#painted.clear();
    this.#turns.clear();
  }
}

/** No slice of painting holds the page longer than this (ms); half a frame. */
const SLICE_MS = 8;
/** The clock is read once in so many spans. */
const SLICE_CHECK = 64;

class Slices {
  #end = performance.now() + SLICE_MS;

  isOver(): boolean {
    return performance.now() > this.#end;
  }

  async next(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.#end = performance.now() + SLICE_MS;
  }
}

function liesAt(range: Range, at: DomBoundaries): boolean {
  return (
    range.startContainer === at.startContainer &&
    range.startOffset === at.startOffset &&
    range.endContainer === at.endContainer &&
    range.endOffset === at.endOffset
  );
}

/** A live range over located text. */
export function rangeOf(at: DomBoundaries): Range {
  const range = new Range();
  range.setStart(at.startContainer, at.startOffset);
  range.setEnd(at.endContainer, at.endOffset);
  return range;
}
