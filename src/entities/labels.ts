import { ENTITY_TYPES } from './types.ts';

/** BILOU labels: 0 is O, then Begin, Inside, Last, Unit for each type in the order of ENTITY_TYPES. */
export const LABELS = 1 + 4 * ENTITY_TYPES.length;
export const BEGIN = 0;
export const INSIDE = 1;
export const LAST = 2;
export const UNIT = 3;

/** The label of a position (BEGIN ... UNIT) in a name of type number `type`. */
export function labelOf(type: number, position: number): number {
  return 1 + 4 * type + position;
}

/** The type number of a label other than O. */
export function typeOf(label: number): number {
  return (label - 1) >> 2;
}

/** BEGIN, INSIDE, LAST or UNIT of a label other than O. */
export function positionOf(label: number): number {
  return (label - 1) & 3;
}

/** True when a name may go on after this label, so that only Inside or Last of its type may follow. */
export function isOpen(label: number): boolean {
  return label !== 0 && positionOf(label) < LAST;
}

/** True for labels that can only stand after an open one. */
export function needsOpen(label: number): boolean {
  const position = (label - 1) & 3;
  return label !== 0 && (position === INSIDE || position === LAST);
}

/** Tells whether `to` may follow `from`. */
export function allowed(from: number, to: number): boolean {
  if (isOpen(from)) return needsOpen(to) && typeOf(from) === typeOf(to);
  return !needsOpen(to);
}
