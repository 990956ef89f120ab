/** A stretch of text: `start` inclusive, `end` exclusive, in UTF-16 code units of the text it belongs to. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a block of text is in the article. `paragraph` when nothing more is known. */
export type BlockRole = 'heading' | 'paragraph' | 'list-item' | 'quote' | 'caption' | 'cell' | 'preformatted';

export interface Block extends Span {
  readonly role: BlockRole;
}

/**
 * The text that everything else counts in. Blocks are in order, do not overlap, hold no line break of their own unless they
 * are preformatted, and are separated by one `\n` that belongs to none of them.
 */
export interface TextModel {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * Builds a text model over a plain text as it is: every line that holds more than white space is a paragraph. The text is
 * kept unchanged, so offsets in the model are offsets in `text`.
 */
export function textModelOf(text: string): TextModel {
  const blocks: Block[] = [];
  let lineStart = 0;
  while (lineStart <= text.length) {
    const lineBreak = text.indexOf('\n', lineStart);
    const lineEnd = lineBreak < 0 ? text.length : lineBreak;
    const line = text.slice(lineStart, lineEnd);
    const trimmed = line.trim();
    if (trimmed !== '') {
      const start = lineStart + line.indexOf(trimmed);
      blocks.push({ start, end: start + trimmed.length, role: 'paragraph' });
    }
    lineStart = lineEnd + 1;
  }
  return { text, blocks };
}
