import {
  ATTRIBUTION,
  DATED_PATH,
  DATELINE,
  DEPARTMENT_OF,
  LISTING_TYPES,
  NEWS_NAME,
  NEWS_STEPS,
  NEWS_TYPES,
  NEWSROOM_META,
  OTHER_HOST,
  OTHER_STEPS,
  OTHER_TYPES,
  PUBLISHER_SERVICES,
  VOICE,
} from './gate-words.ts';
import { jsonLdBlocks } from './json-ld.ts';
import { isFrontPage, namesArticle } from './page-key.ts';
import { readLinkRelations } from './page-metadata.ts';
import { parseHttpUrl } from './site.ts';

/** How much of a JSON-LD block is searched for types: they stand at the head of each node. UTF-16 code units. */
const MAX_BLOCK = 40_000;
const MAX_TYPES = 60;
/** How much running text is sampled. Paragraphs and UTF-16 code units. */
const MAX_PARAGRAPHS = 120;
const MAX_SAMPLE = 8_000;
const MIN_PARAGRAPH = 80;
const LITTLE_TEXT = 600;
const MANY_LINKS = 30;
const MAX_HEADINGS = 40;

const MAX_LINKS = 400;
/** A department stands in a short address; longer ones are articles. UTF-16 code units. */
const MAX_DEPARTMENT_PATH = 64;

/** What the head and the address of a page say of its nature: a fraction of a millisecond to read. */
export interface HeadSignals {
  readonly newsType: boolean;
  /** Several news articles are described and none of them as what the page is: a front or section page. */
  readonly listing: boolean;
  readonly newsPublisher: boolean;
  readonly articleType: boolean;
  readonly blogType: boolean;
  readonly otherType: boolean;
  readonly ogArticle: boolean;
  readonly ogOther: boolean;
  readonly sectionMeta: boolean;
  readonly newsroomMeta: boolean;
  readonly amp: boolean;
  /** The marks of blog software: links to the post before and after, a comment form. */
  readonly blogMarks: boolean;
  readonly frontPage: boolean;
  readonly datedPath: boolean;
  readonly newsPath: boolean;
  readonly otherPath: boolean;
  readonly namedPath: boolean;
  readonly newsName: boolean;
  readonly otherName: boolean;
}

/** What the links of the body show. Counts are capped: they tell much from little, not exactly how much. */
export interface LinkSignals {
  /** How many services it loads that measure readers, sell space or guard a paywall for publishers. */
  readonly publisherServices: number;
  readonly linkedHeadings: number;
  /** How many kinds of newsroom department the page links to. */
  readonly departments: number;
}

/** What a sample of the body's text shows. */
export interface TextSignals {
  /** An editor, on a page with little other text. */
  readonly editable: boolean;
  /** Length of the sampled paragraphs. */
  readonly text: number;
  readonly manyLinks: boolean;
  readonly dateline: boolean;
  /** Per thousand UTF-16 code units of the sample. */
  readonly attributions: number;
  readonly voice: number;
  readonly quotes: number;
}

/** Reads the signals of head and address; see `gate` for what they cost. */
export function readHeadSignals(document: Document, url: string): HeadSignals {
  const { names, content } = readHead(document);
  const relations = readLinkRelations(document);
  const types = typesIn(document);
  const ogType = content.get('og:type')?.toLowerCase() ?? '';
  const address = parseHttpUrl(url) ?? parseHttpUrl(relations.get('canonical') ?? content.get('og:url') ?? '');
  const host = withoutWww(address?.hostname ?? '');
  const path = address === null ? '' : decodePath(address.pathname);
  const steps = path.toLowerCase().split('/').slice(1);
  const name = `${host} ${content.get('og:site_name') ?? content.get('application-name') ?? ''}`;
  const newsTypes = types.filter((type) => NEWS_TYPES.has(type)).length;
  const ogArticle = ogType === 'article' || ogType.endsWith(':article') || ogType === 'news';
  return {
    newsType: newsTypes > 0,
    listing: types.some((type) => LISTING_TYPES.has(type)) || (newsTypes > 3 && !ogArticle),
    newsPublisher: types.includes('NewsMediaOrganization'),
    articleType: types.includes('Article') || types.includes('Report'),
    blogType: types.includes('BlogPosting') || types.includes('Blog'),
    otherType: types.some((type) => OTHER_TYPES.has(type)),
    ogArticle,
    ogOther: ogType !== '' && !/article|news/.test(ogType),
    sectionMeta: content.has('article:section') || content.has('parsely-section'),
    newsroomMeta: NEWSROOM_META.test(names.join('\n')),
    amp: relations.has('amphtml'),
    blogMarks:
      relations.has('prev') ||
      relations.has('next') ||
      relations.has('wlwmanifest') ||
      document.getElementById('commentform') !== null,
    frontPage: address !== null && isFrontPage(address),
    datedPath: DATED_PATH.test(path),
    newsPath: steps.some((step) => NEWS_STEPS.has(step)),
    otherPath: steps.some((step) => OTHER_STEPS.has(step)) || OTHER_HOST.test(host),
    namedPath: address !== null && namesOneArticle(path, address.search),
    newsName: NEWS_NAME.test(name),
    otherName: /blog|shop|store|recipe|forum|wiki|docs/i.test(name),
  };
}

export function readLinkSignals(document: Document): LinkSignals {
  return {
    publisherServices: countServices(document),
    linkedHeadings: countLinkedHeadings(document),
    departments: countDepartments(document),
  };
}

export function readTextSignals(document: Document): TextSignals {
  const sample = sampleText(document);
  const perThousand = (pattern: RegExp): number =>
    sample.text.length < 400 ? 0 : ((sample.text.match(pattern)?.length ?? 0) * 1_000) / sample.text.length;
  return {
    // Asked only of pages with little text: where there is no editor, the answer takes a look at every element.
    editable:
      sample.text.length < LITTLE_TEXT &&
      document.querySelector('[contenteditable="true"], [contenteditable=""]') !== null,
    text: sample.text.length,
    manyLinks: document.getElementsByTagName('a')[MANY_LINKS] !== undefined,
    dateline: sample.first.some((paragraph) => DATELINE.test(paragraph)),
    attributions: perThousand(ATTRIBUTION),
    voice: perThousand(VOICE),
    quotes: perThousand(/["“„«»]/g),
  };
}

/** The `<meta>` elements as the gate needs them: all names, and the content of the few that it looks into. */
function readHead(document: Document): { names: string[]; content: Map<string, string> } {
  const names: string[] = [];
  const content = new Map<string, string>();
  const elements = document.getElementsByTagName('meta');
  for (let i = 0; i < elements.length && i < MAX_METAS; i++) {
    const element = elements[i]!;
    const name = (element.getAttribute('property') ?? element.getAttribute('name'))?.toLowerCase();
    if (name === undefined) continue;
    names.push(name);
    if (!LOOKED_INTO.has(name) || content.has(name)) continue;
    const value = element.getAttribute('content')?.trim();
    if (value) content.set(name, value);
  }
  return { names, content };
}

const MAX_METAS = 500;
const LOOKED_INTO = new Set([
  'og:type',
  'og:url',
  'og:site_name',
  'application-name',
  'article:section',
  'parsely-section',
]);

/** The types named in JSON-LD, found without parsing (a block may be huge), and in microdata. */
function typesIn(document: Document): string[] {
  const types: string[] = [];
  for (const block of jsonLdBlocks(document)) {
    const end = Math.min(block.length, MAX_BLOCK);
    for (let at = block.indexOf(TYPE_KEY); at >= 0 && at < end; at = block.indexOf(TYPE_KEY, at + 1)) {
      if (types.length >= MAX_TYPES) return types;
      types.push(...typesAfter(block, at + TYPE_KEY.length).map(withoutNamespace));
    }
  }
  for (const element of document.querySelectorAll('[itemtype*="schema.org/"]')) {
    if (types.length >= MAX_TYPES) break;
    types.push(withoutNamespace(element.getAttribute('itemtype')!));
  }
  return types;
}

const TYPE_KEY = '"@type"';

/** The string or the strings of the list that stand behind a key, in JSON that may be broken. */
function typesAfter(block: string, from: number): string[] {
  let at = from;
  while (at < block.length && (block[at] === ':' || block.charCodeAt(at) <= SPACE)) at++;
  const close = block[at] === '"' ? '"' : block[at] === '[' ? ']' : null;
  const end = close === null ? -1 : block.indexOf(close, at + 1);
  if (end < 0 || end - at > MAX_TYPE_LENGTH) return [];
  if (close === '"') return [block.slice(at + 1, end)];
  // Between the quotation marks stand the names and, in turn, what parts them.
  return block
    .slice(at + 1, end)
    .split('"')
    .filter((_, index) => index % 2 === 1);
}

const SPACE = 0x20;
const MAX_TYPE_LENGTH = 300;

/** `NewsArticle` for `http://schema.org/NewsArticle`. */
function withoutNamespace(type: string): string {
  return type.slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf('#'), type.lastIndexOf(':')) + 1).trim();
}

function withoutWww(host: string): string {
  return host.startsWith('www.') ? host.slice('www.'.length) : host;
}

function countServices(document: Document): number {
  const addresses: string[] = [];
  for (const [tag, attribute] of SERVICE_LINKS) {
    const elements = document.getElementsByTagName(tag);
    for (let i = 0; i < elements.length && i < MAX_LINKS; i++) {
      const address = elements[i]!.getAttribute(attribute);
      if (address !== null) addresses.push(address.slice(0, MAX_SERVICE_ADDRESS));
    }
  }
  const all = addresses.join('\n');
  return PUBLISHER_SERVICES.filter((service) => all.includes(service)).length;
}

const SERVICE_LINKS = [
  ['script', 'src'],
  ['link', 'href'],
] as const;
/** A service is named in the host or early in the path. UTF-16 code units. */
const MAX_SERVICE_ADDRESS = 120;

function countDepartments(document: Document): number {
  const links = document.getElementsByTagName('a');
  const seen = new Set<number>();
  const looked = new Set<string>();
  for (let i = 0; i < links.length && i < MAX_LINKS; i++) {
    const href = links[i]!.getAttribute('href');
    if (href === null) continue;
    const path = pathOfLink(href);
    if (path.length > MAX_DEPARTMENT_PATH || looked.has(path)) continue;
    looked.add(path);
    const steps = path.toLowerCase().split('/');
    const last = steps.at(-1) || (steps.at(-2) ?? '');
    // The address of an article names its department too, but links to articles are on every blog.
    if (steps.filter((step) => step !== '').length > 3 || namesArticle(last)) continue;
    for (const step of steps) {
      const kind = DEPARTMENT_OF.get(step === last ? withoutExtension(step) : step);
      if (kind !== undefined) seen.add(kind);
    }
  }
  return seen.size;
}

/** The path of a link as written, without host, query and fragment. By hand: a pattern on every link is felt in a cold gate. */
function pathOfLink(href: string): string {
  let start = 0;
  if (href.startsWith('http')) {
    start = href.indexOf('/', href.indexOf('//') + 2);
    if (start < 0) return '';
  }
  let end = href.length;
  for (const mark of ['?', '#']) {
    const at = href.indexOf(mark, start);
    if (at >= 0 && at < end) end = at;
  }
  return href.slice(start, end);
}

function withoutExtension(step: string): string {
  const dot = step.lastIndexOf('.');
  return dot > 0 && step.length - dot >= 4 && step.length - dot <= 6 ? step.slice(0, dot) : step;
}

function countLinkedHeadings(document: Document): number {
  let count = 0;
  for (const tag of ['h2', 'h3']) {
    const headings = document.getElementsByTagName(tag);
    for (let i = 0; i < headings.length && i < MAX_HEADINGS; i++) {
      const heading = headings[i]!;
      if (heading.getElementsByTagName('a')[0] !== undefined || heading.closest('a') !== null) count++;
    }
  }
  return count;
}

function sampleText(document: Document): { text: string; first: string[] } {
  const paragraphs = document.getElementsByTagName('p');
  const first: string[] = [];
  let text = '';
  for (let i = 0; i < paragraphs.length && i < MAX_PARAGRAPHS && text.length < MAX_SAMPLE; i++) {
    const own = paragraphs[i]!.textContent?.slice(0, 2_000).trim() ?? '';
    if (own.length < MIN_PARAGRAPH) continue;
    if (first.length < 3) first.push(own.slice(0, 120));
    text += `${own}\n`;
  }
  return { text, first };
}

/** Whether an address looks like that of one article: several words or a long number in a step, or a numbered article. */
function namesOneArticle(path: string, query: string): boolean {
  return (
    path.split('/').some(namesArticle) ||
    /\/(?:article|story|artikel|articulo|articolo|artigo|nieuws|news)\/(?:.*\/)?\d{3,}/.test(path) ||
    /[?&](?:id|idx|aid|article_?id|story_?id|news_?id|articleno|idxno|p|guid|sid|aid)=[^&]*\d{3,}/i.test(query)
  );
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
