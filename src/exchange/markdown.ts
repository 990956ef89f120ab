import type { Annotation, Evidence, Flag, PageRecord } from '../annotations/types.ts';
import { safeNote } from './markdown-note.ts';
import { autolink, escapeInline, link, quoteBlock, yamlString } from './markdown-text.ts';
import { oneLine } from './plain-text.ts';
import type { ExportContext } from './types.ts';

/**
 * Pages as one Markdown document (CommonMark with YAML front matter), see docs/formats.md: each passage as a block
 * quotation followed by its note, its flag and the evidence. Text of pages is data and is escaped; notes stay Markdown but
 * can't run, load or swallow anything. For people and note-taking programs; it is not read back, JSON is.
 */
export function exportMarkdown(pages: readonly PageRecord[], context: ExportContext): string {
  const [only] = pages;
  const head =
    pages.length === 1 && only !== undefined ? frontMatterOf(only, context) : frontMatterOfMany(pages, context);
  return `${[head, ...pages.map(pageSection)].join('\n\n')}\n`;
}

/** The address that stays: the publisher's own, else the one that was open. */
function addressOf(page: PageRecord): string {
  return page.canonical ?? page.url;
}

function titleOf(page: PageRecord): string {
  return oneLine(page.title) || addressOf(page);
}

function frontMatter(fields: readonly (readonly [name: string, value: string | null])[]): string {
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${yamlString(value)}`]));
  return ['---', ...lines, '---'].join('\n');
}

function frontMatterOf(page: PageRecord, { exported, generator }: ExportContext): string {
  return frontMatter([
    ['title', titleOf(page)],
    ['url', addressOf(page)],
    ['site', page.siteName],
    ['published', page.published],
    ['modified', page.modified],
    ['exported', exported],
    ['generator', generator],
  ]);
}

function frontMatterOfMany(pages: readonly PageRecord[], { exported, generator }: ExportContext): string {
  return frontMatter([
    ['title', `Notes on ${pages.length} pages`],
    ['exported', exported],
    ['generator', generator],
  ]);
}

function pageSection(page: PageRecord): string {
  const source = [
    autolink(addressOf(page)),
    page.siteName ?? '',
    page.published === null ? '' : `published ${page.published}`,
  ];
  const about = source
    .map((part, position) => (position === 0 ? part : escapeInline(part)))
    .filter((part) => part !== '');
  return [
    `# ${escapeInline(titleOf(page))}`,
    about.join(' · '),
    ...section(
      'On the page',
      page.annotations.filter(({ target }) => target.kind === 'page'),
    ),
    ...section('Passages', page.annotations.filter(({ target }) => target.kind === 'passage').sort(byPosition)),
    ...section(
      'Names',
      page.annotations.filter(({ target }) => target.kind === 'entity'),
    ),
  ].join('\n\n');
}

function section(heading: string, annotations: readonly Annotation[]): string[] {
  if (annotations.length === 0) return [];
  return [`## ${heading}`, annotations.map(annotationBlock).join('\n\n***\n\n')];
}

function byPosition(a: Annotation, b: Annotation): number {
  const start = ({ target }: Annotation) => (target.kind === 'passage' ? target.selectors.position.start : 0);
  return start(a) - start(b);
}

function annotationBlock(annotation: Annotation): string {
  const { target, flag } = annotation;
  const parts = [
    target.kind === 'passage' ? quoteBlock(target.selectors.quote.exact) : '',
    target.kind === 'entity' ? `**${escapeInline(target.name)}** (${target.type.toLowerCase()})` : '',
    safeNote(annotation.note),
    flag === null ? '' : flagBlock(flag),
    annotation.tags.length === 0 ? '' : `Tags: ${annotation.tags.map(escapeInline).join(', ')}`,
    madeBy(annotation),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function madeBy({ created, modified, author }: Annotation): string {
  const by = author === null || oneLine(author) === '' ? '' : ` by ${escapeInline(author)}`;
  return `*Noted ${created}${by}${modified === created ? '' : `, changed ${modified}`}*`;
}

function flagBlock({ kind, status, rating, evidence }: Flag): string {
  const verdict = rating === null || oneLine(rating) === '' ? '' : `; rating: ${escapeInline(rating)}`;
  return [`**Flag:** ${kind} (${status})${verdict}`, ...evidence.map(evidenceItem)].join('\n\n');
}

function evidenceItem(evidence: Evidence): string {
  const words = [evidence.title, evidence.publisher, evidence.link].map((text) => oneLine(text ?? '')).find(Boolean);
  const name = words ?? 'source without a name';
  const parts = [
    evidence.link === null ? escapeInline(name) : link(name, evidence.link),
    evidence.title === null || evidence.publisher === null ? '' : escapeInline(evidence.publisher),
    evidence.accessed === null ? '' : `accessed ${evidence.accessed}`,
    evidence.archived === null ? '' : link('archived copy', evidence.archived),
  ];
  const line = `- ${evidence.stance}: ${parts.filter((part) => part !== '').join(', ')}`;
  const quote = evidence.quote === null ? '' : quoteBlock(evidence.quote);
  return quote === '' ? line : `${line}\n\n${quote.replace(/^/gm, '  ')}`;
}
