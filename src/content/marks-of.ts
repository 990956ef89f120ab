import type { Analysis } from '../analysis/types.ts';
import type { Resolution } from '../anchoring/types.ts';
import { MARK_KINDS, type MarkKind } from '../annotations/settings.ts';
import type { Annotation } from '../annotations/types.ts';
import type { PageState } from '../browser/messages.ts';
import type { LayerKind } from '../marks/kinds.ts';
import type { Span } from '../text/text-model.ts';

type Layers = readonly (readonly [LayerKind, readonly Span[]])[];

/** How many places of each kind an analysis marks. */
export function markCounts(analysis: Analysis | null): Record<MarkKind, number> {
  const counts = Object.fromEntries(MARK_KINDS.map((kind) => [kind, 0])) as Record<MarkKind, number>;
  for (const { type, mentions } of analysis?.entities ?? []) counts[type] += mentions.length;
  counts.DATE = analysis?.dates.length ?? 0;
  return counts;
}

/** The names of an analysis, most mentioned first; ties in text order. */
export function namesOf(analysis: Analysis | null): PageState['names'] {
  return (analysis?.entities ?? [])
    .map(({ type, name, mentions }) => ({ type, name, mentions: mentions.length }))
    .sort((a, b) => b.mentions - a.mentions);
}

/** What to paint for each kind of mark; kinds that are not shown have an empty list. */
export function markSpans(analysis: Analysis | null, shown: (kind: MarkKind) => boolean): Layers {
  return MARK_KINDS.map((kind) => {
    if (analysis === null || !shown(kind)) return [kind, []] as const;
    if (kind === 'DATE') return [kind, analysis.dates] as const;
    return [kind, analysis.entities.filter(({ type }) => type === kind).flatMap(({ mentions }) => mentions)] as const;
  });
}

/**
 * What to paint for notes and flags: passages that were found. An ambiguous one is marked nowhere, because no place is
 * certain. A flag that is resolved is shown as a note, and so is `preview`, the passage that is being written on.
 */
export function passageSpans(
  annotations: readonly Annotation[],
  resolutions: ReadonlyMap<string, Resolution>,
  preview: Span | null,
): Layers {
  const notes: Span[] = preview === null ? [] : [preview];
  const flags: Span[] = [];
  for (const { id, flag } of annotations) {
    const resolution = resolutions.get(id);
    if (resolution === undefined || resolution.status === 'missing' || resolution.status === 'ambiguous') continue;
    (flag !== null && flag.status !== 'resolved' ? flags : notes).push({
      start: resolution.start,
      end: resolution.end,
    });
  }
  return [
    ['NOTE', notes],
    ['FLAG', flags],
  ];
}
