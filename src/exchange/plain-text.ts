/**
 * Characters that are not seen but change how the text around them is shown or cut: controls but tab and line break,
 * embeddings, overrides and isolates of direction (Unicode TR 9), the byte order mark, and noncharacters. Joiners
 * (U+200C, U+200D) and direction marks stay: scripts and emoji need them.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g;
const LINE_BREAKS = /\r\n|[\r\u0085\u2028\u2029]/g;
const HALF_CHARACTERS = /\p{Surrogate}/gu;

/**
 * Text of a page or a note as it may stand in a file that people read: line breaks are `\n`, unseen characters are dropped,
 * halves of surrogate pairs become U+FFFD. The words stay in their logical order.
 */
export function seenText(text: string): string {
  return text.replace(LINE_BREAKS, '\n').replace(UNSEEN, '').replace(HALF_CHARACTERS, '\ufffd');
}

/** The same on one line: every run of white space is one space, none at the ends. */
export function oneLine(text: string): string {
  return seenText(text).replace(/\s+/g, ' ').trim();
}
