import { seenText } from './plain-text.ts';

/**
 * A note is Markdown already and stays so. But notes arrive by import too, and one note must not take over the file: raw
 * HTML, images (they would be fetched when the file is opened), scripts in links, code blocks that never close and headings
 * above our own are made plain.
 */
export function safeNote(note: string): string {
  const lines = seenText(note).split('\n');
  const fenced = fencedLines(lines);
  if (fenced === null)
    return demote(lines.map((line) => inert(line).replace(/`{3,}|~{3,}/g, escapeEach)))
      .join('\n')
      .trim();
  const out: string[] = [];
  let open: string[] = [];
  const flush = () => {
    out.push(...demote(open));
    open = [];
  };
  lines.forEach((line, position) => {
    if (fenced.has(position)) {
      flush();
      out.push(line);
    } else {
      open.push(inert(line));
    }
  });
  flush();
  return out.join('\n').trim();
}

const escapeEach = (run: string) => run.replace(/./g, '\\$&');

/**
 * The positions of all lines of code blocks, fences included; null when a fence stands where Markdown's rules of nesting
 * decide whether it is one (indented, in lists or quotations) or is never closed. Only flush fences in pairs are sure to
 * mean the same to every reader.
 */
function fencedLines(lines: readonly string[]): ReadonlySet<number> | null {
  const fenced = new Set<number>();
  let fence: string | null = null;
  for (const [position, line] of lines.entries()) {
    if (fence !== null) {
      fenced.add(position);
      if (line.trimEnd().startsWith(fence) && /^(`+|~+)$/.test(line.trimEnd())) fence = null;
      else if (/^\s*(`{3,}|~{3,})/.test(line)) return null;
    } else if (/`{3,}|~{3,}/.test(line)) {
      const opening = /^(`{3,}|~{3,})[\w+#.-]*\s*$/.exec(line);
      if (opening === null) return null;
      fence = opening[1]!;
      fenced.add(position);
    }
  }
  return fence === null ? fenced : null;
}

/** One line outside code without anything that loads or runs. */
function inert(line: string): string {
  return (
    line
      // What follows may not be hidden from the replacements below: `&#106;avascript:`, `&lt;` read twice.
      .replace(/&(?=#?\w+;)/g, '&amp;')
      .replace(/<(?!https?:\/\/[^\s<>]*>)/gi, '&lt;')
      .replace(/!(?=\[)/g, '\\!')
      .replace(/(javascript|vbscript)(\\?:)/gi, '$1 $2')
      .replace(/(data)(\\?:)(?=\S)/gi, '$1 $2')
  );
}

/** A heading may stand in a quotation or a list of the note. */
const HEADING = /^((?:[\s>*+-]|\d+[.)])*)(#{1,6})(?=\s|$)/;

/** Our own headings are of the first and second level; those of a note go below, and underlines make none. */
function demote(lines: readonly string[]): string[] {
  return lines.map((line, position) => {
    const heading = HEADING.exec(line);
    if (heading !== null) {
      const [before, containers = '', marks = ''] = heading;
      return `${containers}${'#'.repeat(Math.min(6, marks.length + 2))}${line.slice(before.length)}`;
    }
    const underlined = position > 0 && lines[position - 1]!.trim() !== '';
    return underlined ? line.replace(/^([\s>]*)(=+|-+)(?=\s*$)/, '$1\\$2') : line;
  });
}
