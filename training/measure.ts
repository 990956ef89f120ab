import type { Document } from '../src/entities/document.ts';
import { spansOf } from '../src/entities/spans.ts';
import type { Tagger } from '../src/entities/tagger.ts';
import { ENTITY_TYPES } from '../src/entities/types.ts';
import type { GoldText } from './corpora.ts';

/** F1 of exact spans with type, over PERSON, ORG and PLACE and over all types, and by type. */
export function measure(doc: Document, tagger: Tagger, texts: readonly GoldText[], readings: 1 | 2): string {
  const right = new Float64Array(7);
  const found = new Float64Array(7);
  const gold = new Float64Array(7);
  for (const text of texts) {
    doc.read(text.model);
    const spans = spansOf(doc, text.model.text, tagger.tag(doc, readings));
    const keys = new Set(text.spans.map((span) => `${span.start}-${span.end}-${span.type}`));
    for (const span of text.spans) gold[span.type]! += 1;
    for (const span of spans) {
      const type = ENTITY_TYPES.indexOf(span.type);
      found[type]! += 1;
      if (keys.has(`${span.start}-${span.end}-${type}`)) right[type]! += 1;
    }
  }
  const f1 = (types: readonly number[]): string => {
    const sum = (of: Float64Array) => types.reduce((total, t) => total + of[t]!, 0);
    return ((200 * sum(right)) / Math.max(1, sum(found) + sum(gold))).toFixed(2);
  };
  const all = [0, 1, 2, 3, 4, 5, 6];
  return `POP ${f1([0, 1, 2])}  all ${f1(all)}  ${all.map((t) => `${ENTITY_TYPES[t]!.slice(0, 4)} ${f1([t])}`).join(' ')}`;
}
