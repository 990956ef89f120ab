import type { MarkKind } from '../annotations/settings.ts';
import { ENTITY_TYPES } from '../entities/types.ts';

/** What is painted over the text: the kinds of marks, and passages that a reader noted or flagged. */
export type LayerKind = MarkKind | 'NOTE' | 'FLAG';

export const LAYER_KINDS: readonly LayerKind[] = [...ENTITY_TYPES, 'DATE', 'NOTE', 'FLAG'];

export type Scheme = 'light' | 'dark';

/**
 * The name under which a kind is registered in `CSS.highlights`, which the page shares with us: neutral on purpose, and
 * numbered as in highlights.css (1 to 10 on light pages, 11 to 20 on dark ones).
 */
export function highlightName(kind: LayerKind, scheme: Scheme): string {
  return `newsgloss-${LAYER_KINDS.indexOf(kind) + 1 + (scheme === 'dark' ? LAYER_KINDS.length : 0)}`;
}
