import type { DomTextModel } from '../../article/types.ts';
import type { Span } from '../../text/text-model.ts';

/**
 * The part of the article that a selection covers, without white space at its ends; null when it covers none. A selection
 * that begins above the article or ends below it is cut to the article.
 */
export function selectedSpan(selection: Selection | null, model: DomTextModel): Span | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(model.root)) return null;
  const inside = (node: Node): boolean => model.root.contains(node);
  let start = inside(range.startContainer) ? model.offsetOf(range.startContainer, range.startOffset) : 0;
  let end = inside(range.endContainer) ? model.offsetOf(range.endContainer, range.endOffset) : model.text.length;
  if (start === null || end === null) return null;
  while (start < end && isSpace(model.text, start)) start++;
  while (end > start && isSpace(model.text, end - 1)) end--;
  return start < end ? { start, end } : null;
}

function isSpace(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\n';
}
