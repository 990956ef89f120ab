import { textModelOf } from '../text/text-model.ts';
import { describe } from './describe.ts';
import { resolve } from './resolve.ts';
import type { Candidate, Change, Resolution } from './types.ts';

/** A passage of a text, and the text as it is now. Offsets in UTF-16 code units of `before`. */
export interface ReanchorInput {
  readonly id: string | number;
  readonly before: string;
  readonly after: string;
  readonly start: number;
  readonly end: number;
}

/** Where the passage is in `after`; offsets in UTF-16 code units of `after`. */
export interface ReanchorOutput {
  readonly id: string | number;
  readonly status: Resolution['status'];
  readonly start?: number;
  readonly end?: number;
  readonly score?: number;
  readonly changes: readonly Change[];
  readonly candidates?: readonly Candidate[];
}

/** Checks that a value has the shape of `ReanchorInput`. Throws TypeError with the name of the bad field. */
export function parseReanchorInput(value: unknown): ReanchorInput {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('input is not an object');
  const { id, before, after, start, end } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') throw new TypeError('id is neither a string nor a number');
  if (typeof before !== 'string') throw new TypeError('before is not a string');
  if (typeof after !== 'string') throw new TypeError('after is not a string');
  if (typeof start !== 'number') throw new TypeError('start is not a number');
  if (typeof end !== 'number') throw new TypeError('end is not a number');
  return { id, before, after, start, end };
}

/**
 * Describes a passage of `before` and finds it in `after`, the way a note is stored and found on the next visit.
 * Throws TypeError for a field that is missing or of the wrong type, RangeError for offsets outside `before`.
 */
export function reanchor(input: unknown): ReanchorOutput {
  const { id, before, after, start, end } = parseReanchorInput(input);
  const resolution = resolve(textModelOf(after), describe(textModelOf(before), { start, end }));
  switch (resolution.status) {
    case 'missing':
      return { id, status: 'missing', changes: [] };
    case 'ambiguous':
      return { id, status: 'ambiguous', changes: [], candidates: resolution.candidates };
    default: {
      const changes = resolution.status === 'edited' ? resolution.changes : [];
      return {
        id,
        status: resolution.status,
        start: resolution.start,
        end: resolution.end,
        score: resolution.score,
        changes,
      };
    }
  }
}
