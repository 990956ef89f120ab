import { oneLine, seenText } from './plain-text.ts';

/**
 * Characters that mean something in Markdown wherever they stand: CommonMark, and what GitHub, Obsidian and Jekyll add
 * (tables, strikethrough, tags, formulas, templates). A dash or a dot matters only at the start of a line.
 */
const MEANINGFUL = /[\\`*_[\]{}|~$#^]/g;

function escapeLine(line: string): string {
  return (
    line
      .trim()
      .replace(MEANINGFUL, '\\$&')
      .replace(/&(?=#?\w+;)/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      // Highlights and comments in Obsidian.
      .replace(/==|%%/g, (pair) => `\\${pair[0]}\\${pair[1]}`)
      // A bare URL would become a link that takes our backslashes for its own.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
      .replace(/^[-+=:]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  );
}

/** Plain text on one line, written so that Markdown shows it as it is. Without line breaks; empty stays empty. */
export function escapeInline(text: string): string {
  return escapeLine(oneLine(text));
}

/** Plain text as a block quotation, every line of the text a line of its own; nothing in it can end the quotation. */
export function quoteBlock(text: string): string {
  const lines = seenText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line) => `> ${escapeInline(line)}`).join('\n>\n');
}

/**
 * A URL as it may stand between angle brackets: as the URL parser spells it, with what Markdown or a template engine would
 * take for its own percent-encoded. Null when it is not an http or https URL.
 */
function destination(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  const encode = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return parsed.href.replace(/[\\<>`{}|^"\s]/g, encode).replace(/&(?=#?\w+;)/g, '&amp;');
}

/** A link with plain text as its words; only the text where the URL is not one of http or https. */
export function link(text: string, url: string): string {
  const target = destination(url);
  if (target === null) return escapeInline(text);
  // Marked takes the backslash from brackets inside the words of a link, and then reads an image there; entities it keeps.
  const words = escapeInline(text).replace(/\\([[\]])/g, (_, bracket) => (bracket === '[' ? '&#91;' : '&#93;'));
  return `[${words}](<${target}>)`;
}

/** A URL that is its own words; plain text where it is not one of http or https. */
export function autolink(url: string): string {
  const target = destination(url);
  if (target === null) return escapeInline(url);
  // Whether entities count between bare angle brackets, cmark and commonmark.js do not agree; in a link they do.
  return target.includes('&amp;') ? link(url, url) : `<${target}>`;
}

/**
 * A string for front matter: in double quotes, where YAML 1.2 reads the escapes of JSON (section 7.3.1), so nothing in it
 * can end the value or the front matter.
 */
export function yamlString(text: string): string {
  return JSON.stringify(oneLine(text));
}
