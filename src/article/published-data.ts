import { type JsonLdNode, jsonLdBlocks, readJsonLd, typesOf } from './json-ld.ts';
import { parseDateValue } from './published-value.ts';

/** Dates that the page gives in its data: JSON-LD and meta tags. */

export interface DataDates {
  readonly published: string | null;
  readonly modified: string | null;
}

const ARTICLE_TYPE = /Article|BlogPosting|Report|Posting|Review|Chapter|CreativeWork$/;
const PAGE_TYPE = /Page$|VideoObject|AudioObject|PodcastEpisode/;

/** Reads `datePublished` and `dateModified` of the node that describes this page; null where no node does. */
export function readJsonLdDates(document: Document, url: string): DataDates | null {
  let best: JsonLdNode | null = null;
  let bestRank = 0;
  let modified: string | null = null;
  const nodes = readJsonLd(document).filter((node) => textDate(node.datePublished ?? node.dateCreated) !== null);
  const here = nodes.length > 1 ? pathOf(canonicalOf(document) ?? url) : '';
  for (const node of nodes) {
    const types = typesOf(node);
    const kind = types.some((type) => ARTICLE_TYPE.test(type)) ? 4 : types.some((type) => PAGE_TYPE.test(type)) ? 1 : 0;
    if (kind === 0) continue;
    // A page lists other articles too; the one that names this address is meant.
    const own = addressesOf(node).some((address) => pathOf(address) === here) ? 2 : 0;
    const rank = kind + own;
    if (rank > bestRank) {
      best = node;
      bestRank = rank;
    }
  }
  if (best === null) return null;
  modified = textDate(best.dateModified);
  return { published: textDate(best.datePublished) ?? textDate(best.dateCreated), modified };
}

/** Blocks that can't be parsed still say their date plainly; for use only where nothing was read properly. */
export function readBrokenBlocks(document: Document): DataDates {
  for (const block of jsonLdBlocks(document)) {
    if (!ARTICLE_TYPE.test(block)) continue;
    const published = /"datePublished"\s*:\s*"([^"]{6,60})"/.exec(block)?.[1];
    if (published === undefined) continue;
    const modified = /"dateModified"\s*:\s*"([^"]{6,60})"/.exec(block)?.[1];
    return { published: parseDateValue(published), modified: modified === undefined ? null : parseDateValue(modified) };
  }
  return { published: null, modified: null };
}

function textDate(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'number') return parseDateValue(String(one));
  if (typeof one === 'object' && one !== null) return textDate((one as JsonLdNode)['@value']);
  return typeof one === 'string' ? parseDateValue(one) : null;
}

function addressesOf(node: JsonLdNode): string[] {
  const main = node.mainEntityOfPage;
  const id = typeof main === 'object' && main !== null ? (main as JsonLdNode)['@id'] : main;
  return [node.url, node['@id'], id].filter((value) => typeof value === 'string');
}

function pathOf(address: string): string {
  return address
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
}

function canonicalOf(document: Document): string | null {
  return document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
}

/** Names of meta tags (property, name or itemprop, lower case) that hold the date of publication, most trusted first. */
const PUBLISHED_NAMES = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date_published',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'bt:pubdate',
  'pubdate',
  'pub_date',
  'publishdate',
  'publish_date',
  'publish-date',
  'published_date',
  'publication_date',
  'publicationdate',
  'publication-date',
  'published',
  'date.published',
  'article_date_original',
  'article.published',
  'originalpublicationdate',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'dc.date.created',
  'dc:date.created',
  'dcterms.created',
  'dc.date',
  'dc:date',
  'prism.publicationdate',
  'citation_online_date',
  'citation_publication_date',
  'citation_date',
  'datecreated',
  'created',
  'rnews:datepublished',
  'displaydate',
  'timestamp',
  'pdate',
  'date',
];
const MODIFIED_NAMES = [
  'article:modified_time',
  'article:modified',
  'og:updated_time',
  'og:modified_time',
  'datemodified',
  'bt:moddate',
  'lastmod',
  'last-modified',
  'last-updated',
  'last_updated_date',
  'dcterms.modified',
  'dc.date.modified',
  'dc:date.modified',
  'revised',
];
const PUBLISHED_RANK = new Map(PUBLISHED_NAMES.map((name, index) => [name, index]));
const MODIFIED_RANK = new Map(MODIFIED_NAMES.map((name, index) => [name, index]));

/** Reads the dates in the meta tags: one pass over them, the most trusted name wins. */
export function readMetaDates(document: Document): DataDates {
  let published: string | null = null;
  let publishedRank = Number.POSITIVE_INFINITY;
  let modified: string | null = null;
  let modifiedRank = Number.POSITIVE_INFINITY;
  const metas = document.getElementsByTagName('meta');
  for (let i = 0; i < metas.length; i++) {
    const meta = metas[i] as Element;
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    if (name === '') continue;
    const asPublished = PUBLISHED_RANK.get(name) ?? Number.POSITIVE_INFINITY;
    const asModified = MODIFIED_RANK.get(name) ?? Number.POSITIVE_INFINITY;
    if (asPublished >= publishedRank && asModified >= modifiedRank) continue;
    const value = parseDateValue(meta.getAttribute('content') ?? '');
    if (value === null) continue;
    if (asPublished < publishedRank) {
      published = value;
      publishedRank = asPublished;
    }
    if (asModified < modifiedRank) {
      modified = value;
      modifiedRank = asModified;
    }
  }
  return { published, modified };
}

const URL_DAY = /[/=_-](19\d\d|20\d\d)([-/_.]?)(\d\d?|[a-z]{3})\2(\d\d?)(?=[/._-]|$|[^0-9])/i;
const URL_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day that the path of an address names (/2019/11/08/, /2019/nov/08, -20191108), or null. */
export function readUrlDate(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  const match = URL_DAY.exec(path);
  if (match === null) return null;
  const [, year, divider, monthPart, day] = match as unknown as [string, string, string, string, string];
  // Without dividers all eight digits are needed: 2019118 could be two days, or no date at all.
  if (divider === '' && (monthPart.length < 2 || day.length < 2)) return null;
  const named = URL_MONTHS.indexOf(monthPart.toLowerCase()) + 1;
  if (named === 0 && !/^\d+$/.test(monthPart)) return null;
  const month = named > 0 ? String(named) : monthPart;
  return parseDateValue(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
