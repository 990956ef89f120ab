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
  #scheme: Scheme = 'light';

  /**
   * Shows exactly `spans` for `kind`. Spans whose text has left the page are passed over. A long list is painted in slices
   * that give way to the page in between; a call that is overtaken by a newer one for the same kind stops. Resolves to how
   * many are painted.
   */
  async paint(kind: LayerKind, model: DomTextModel, spans: readonly Span[], signal: AbortSignal): Promise<number> {
    const before = this.#painted.get(kind) ?? new Map<string, Range>();
    const now = new Map<string, Range>();
    this.#painted.set(kind, now);
    const highlight = this.#highlight(kind);
    const stale = new Set(before.values());
    let sliceEnd = performance.now() + SLICE_MS;
    for (const [index, span] of spans.entries()) {
      if (index % SLICE_CHECK === SLICE_CHECK - 1 && performance.now() > sliceEnd) {
        await nextTask();
        if (signal.aborted || this.#painted.get(kind) !== now) return now.size;
        sliceEnd = performance.now() + SLICE_MS;
      }
      const at = model.locate(span);
      if (at === null) continue;
      const key = `${span.start}-${span.end}`;
      const old = before.get(key);
      const range = old !== undefined && liesAt(old, at) ? old : rangeOf(at);
      stale.delete(range);
      now.set(key, range);
      highlight.add(range);
    }
    for (const range of stale) highlight.delete(range);
    const name = highlightName(kind, this.#scheme);
    if (highlight.size === 0) CSS.highlights.delete(name);
    else if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    return now.size;
  }

  #highlight(kind: LayerKind): Highlight {
    const name = highlightName(kind, this.#scheme);
    const known = CSS.highlights.get(name);
    if (known !== undefined) return known;
    const highlight = new Highlight();
    highlight.priority = PRIORITY[kind] ?? 0;
    CSS.highlights.set(name, highlight);
    return highlight;
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
  }
}

/** No slice of painting holds the page longer than this (ms); half a frame. */
const SLICE_MS = 8;
/** The clock is read once in so many spans. */
const SLICE_CHECK = 64;

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function liesAt(range: Range, at: DomBoundaries): boolean {
  return (
    range.startContainer === at.startContainer &&
    range.startOffset === at.startOffset &&
    range.endContainer === at.endContainer &&
    range.endOffset === at.endOffset
  );
}

function rangeOf(at: DomBoundaries): Range {
  const range = new Range();
  range.setStart(at.startContainer, at.startOffset);
  range.setEnd(at.endContainer, at.endOffset);
  return range;
}
