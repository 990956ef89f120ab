import type { Document } from './document.ts';
import { BEGIN, LAST, positionOf, typeOf, UNIT } from './labels.ts';
import { ENTITY_TYPES, type NameSpan } from './types.ts';

/** Titles that are never part of a name; "Dr." and "Lady" are not here, because stage names have them. */
const TITLES =
  /^(?:(?:mr|mrs|ms|sen|rep|gov|prof)\.?|president|senator|congress(?:man|woman)|chancellor|minister|secretary)[\s\u00a0]+(?=\S)/i;
const OPENING = /^["'“”‘’«([\s\u00a0]+/;
const CLOSING = /["“”‘«»\s\u00a0]+$/;
/** The possessive ending; names of firms such as McDonald's keep theirs. */
const POSSESSIVE = /['’]s?$/i;

/** Cuts titles, quotation marks and possessives off a span; null when nothing is left. */
function tidy(text: string, span: NameSpan): NameSpan | null {
  let { start, end } = span;
  const surface = () => text.slice(start, end);
  start += OPENING.exec(surface())?.[0].length ?? 0;
  end -= CLOSING.exec(surface())?.[0].length ?? 0;
  if (span.type === 'PERSON') start += TITLES.exec(surface())?.[0].length ?? 0;
  if (span.type !== 'ORG' && span.type !== 'WORK' && span.type !== 'PRODUCT') {
    end -= POSSESSIVE.exec(surface())?.[0].length ?? 0;
  }
  return start < end ? { start, end, type: span.type } : null;
}

/** Turns the labels of a document's tokens into spans of its text, in order, without titles, quotes and possessives. */
export function spansOf(doc: Document, text: string, labels: Uint8Array): NameSpan[] {
  const spans: NameSpan[] = [];
  let start = -1;
  for (let i = 0; i < doc.count; i += 1) {
    const label = labels[i]!;
    if (label === 0) continue;
    const position = positionOf(label);
    if (position === BEGIN || position === UNIT) start = doc.starts[i]!;
    if ((position === LAST || position === UNIT) && start >= 0) {
      const span = tidy(text, { start, end: doc.ends[i]!, type: ENTITY_TYPES[typeOf(label)]! });
      if (span !== null) spans.push(span);
      start = -1;
    }
  }
  return spans;
}
