import type { Span } from '../text/text-model.ts';
import type { Occurrence } from './exact.ts';
import type { PageIndex } from './page-index.ts';
import type { Passage } from './passage.ts';
import type { Candidate, Resolution } from './types.ts';

/** A rival closer than this makes the result ambiguous. */
export const LEAST_MARGIN = 0.1;
/** More than this a reader will not look through. */
const MOST_CANDIDATES = 5;

export const MISSING: Resolution = { status: 'missing', reason: 'not-found' };

export function clamp(share: number): number {
  return Math.max(0, Math.min(1, share));
}

/** The passage is there word for word. `inPlace` tells that its surroundings, or some of them, came along. */
export function unchanged(
  page: PageIndex,
  passage: Passage,
  occurrence: Pick<Occurrence, 'start' | 'end' | 'cosmetic'>,
  { inPlace, score, margin }: { inPlace: boolean; score: number; margin: number },
): Resolution {
  const stored = passage.selectors.position;
  let span = page.normalised.toOriginal(occurrence);
  // A span that began inside a run of white space, or with a soft hyphen, is given back as it was.
  const isInside = stored.start >= 0 && stored.start < stored.end && stored.end <= page.model.text.length;
  const place = isInside ? page.normalised.fromOriginal(stored) : null;
  if (place !== null && place.start === occurrence.start && place.end === occurrence.end) {
    span = { start: stored.start, end: stored.end };
  }
  const status = inPlace || span.start === stored.start ? 'exact' : 'moved';
  return { status, ...span, score: clamp(score), margin: clamp(margin), cosmetic: occurrence.cosmetic };
}

/** A stretch of the page's normalised text as a candidate in its original offsets. */
export function candidateAt(page: PageIndex, { start, end }: Span, score: number): Candidate {
  return { ...page.normalised.toOriginal({ start, end }), score: clamp(score) };
}

/** Several places that cannot be told apart, or one that is not sure; best first. */
export function ambiguous(candidates: readonly Candidate[]): Resolution {
  return { status: 'ambiguous', candidates: candidates.slice(0, MOST_CANDIDATES) };
}

/** Whether the stored offsets fall into this stretch of the normalised text. */
export function isAtStoredPosition(page: PageIndex, passage: Passage, stretch: Span): boolean {
  const span = page.normalised.toOriginal(stretch);
  const { start, end } = passage.selectors.position;
  return start >= span.start && end <= span.end;
}

/** Whether two stretches have anything in common. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
