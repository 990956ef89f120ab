import type { DomTextModel } from '../article/types.ts';
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

  /** Shows exactly `spans` for `kind`. Spans whose text has left the page are passed over. Returns how many are painted. */
  paint(kind: LayerKind, model: DomTextModel, spans: readonly Span[]): number {
    const before = this.#painted.get(kind) ?? new Map<string, Range>();
    const now = new Map<string, Range>();
    const name = highlightName(kind, this.#scheme);
    let highlight = CSS.highlights.get(name);
    for (const span of spans) {
      const at = model.locate(span);
      if (at === null) continue;
      const key = `${span.start}-${span.end}`;
      const old = before.get(key);
      const stays =
        old !== undefined &&
        old.startContainer === at.startContainer &&
        old.startOffset === at.startOffset &&
        old.endContainer === at.endContainer &&
        old.endOffset === at.endOffset;
      now.set(key, stays ? old : rangeOf(at));
    }
    this.#painted.set(kind, now);
    if (now.size === 0) {
      CSS.highlights.delete(name);
      return 0;
    }
    if (highlight === undefined) {
      highlight = new Highlight();
      highlight.priority = PRIORITY[kind] ?? 0;
    }
    const kept = new Set(now.values());
    for (const range of before.values()) if (!kept.has(range)) highlight.delete(range);
    for (const range of kept) highlight.add(range);
    CSS.highlights.set(name, highlight);
    return now.size;
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

function rangeOf(at: NonNullable<ReturnType<DomTextModel['locate']>>): Range {
  const range = new Range();
  range.setStart(at.startContainer, at.startOffset);
  range.setEnd(at.endContainer, at.endOffset);
  return range;
}
