import type { Document } from './document.ts';
import { BEGIN, LAST, positionOf, typeOf, UNIT } from './labels.ts';
import { ENTITY_TYPES, type NameSpan } from './types.ts';

/** Turns the labels of a document's tokens into spans of its text, in order. */
export function spansOf(doc: Document, labels: Uint8Array): NameSpan[] {
  const spans: NameSpan[] = [];
  let start = -1;
  for (let i = 0; i < doc.count; i += 1) {
    const label = labels[i]!;
    if (label === 0) continue;
    const position = positionOf(label);
    if (position === BEGIN || position === UNIT) start = doc.starts[i]!;
    if ((position === LAST || position === UNIT) && start >= 0) {
      spans.push({ start, end: doc.ends[i]!, type: ENTITY_TYPES[typeOf(label)]! });
      start = -1;
    }
  }
  return spans;
}
