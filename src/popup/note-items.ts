import type { Resolution } from '../anchoring/types.ts';
import type { Annotation } from '../annotations/types.ts';
import type { ResolvedPassage } from '../browser/messages.ts';

/** A stored annotation and where its passage is; `place` is null for one without a passage, and while nobody has looked. */
export interface NoteItem {
  readonly annotation: Annotation;
  readonly place: Resolution | null;
}

/** Where a passage begins in the text, in UTF-16 code units; infinite where it has no one place. */
function startOf({ place }: NoteItem): number {
  return place !== null && 'start' in place ? place.start : Number.POSITIVE_INFINITY;
}

/** On the page as a whole, on an entity, on a passage: the order in the list. */
const TARGET_ORDER = { page: 0, entity: 1, passage: 2 } as const;

/**
 * All stored annotations, none dropped: first those on the page and on entities, then passages in the order of the text, then
 * passages that have no one place on the page (any more), each group by age.
 */
export function noteItems(annotations: readonly Annotation[], passages: readonly ResolvedPassage[]): NoteItem[] {
  const places = new Map(passages.map(({ id, resolution }) => [id, resolution]));
  const items = annotations.map((annotation) => ({
    annotation,
    place: annotation.target.kind === 'passage' ? (places.get(annotation.id) ?? null) : null,
  }));
  return items.sort((a, b) => {
    const byTarget = TARGET_ORDER[a.annotation.target.kind] - TARGET_ORDER[b.annotation.target.kind];
    if (byTarget !== 0) return byTarget;
    const [first, second] = [startOf(a), startOf(b)];
    if (first !== second) return first - second;
    return a.annotation.created < b.annotation.created ? -1 : 1;
  });
}
