import type { DraftBlock } from './text-collector.ts';

/** Labels that sites set between the paragraphs of an article, where the whole block is nothing else. */
const LABEL =
  /^(?:advertisement|ad|ads|sponsored(?: content)?|story continues below(?: advertisement)?|continue reading(?: below)?|article continues (?:below|after) (?:this |the )?(?:ad|advertisement)|read more|show more|related(?: stories| articles| content| coverage)?|share(?: this)?|print|loading\W*|close|play video|watch|video|image|photo|photos|gallery|view comments?|leave a comment|comments?|\d+ comments?|tweet|email|facebook|twitter|whatsapp|copy link|sign up|subscribe(?: now)?)\s*[:.…>»]?$/i;

/** A paragraph that is one pointer to another article: "Read more: ...", "RELATED: ...", "SEE ALSO: ...". */
const POINTER =
  /^\W{0,3}(?:read (?:more|next|also|now)|more(?: on this| from .{1,30})?|related(?: \w+)?|see (?:also|more)|also (?:read|see|on .{1,20})|watch(?: now| more)?|listen(?: now)?|click here|don't miss|must[- ]read|recommended)\s*[:|>»–—-]/i;

/** Above this share of linked text a pointer is nothing but its link. */
const MOSTLY_LINK = 0.5;
/** Above this share a paragraph is a link to another article whatever it says. */
const ALL_LINK = 0.95;

/** Whether a block is a label or a pointer that is no part of the article's own text. */
export function isNoise(block: DraftBlock): boolean {
  const { text, linked, role } = block;
  if (role === 'preformatted') return false;
  if (text.length <= 60 && LABEL.test(text)) return true;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (linked >= text.length * ALL_LINK && role === 'paragraph') return true;
  return linked >= text.length * MOSTLY_LINK && POINTER.test(text);
}
