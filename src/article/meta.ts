import { topElement } from './blocks.ts';
import { type JsonLdNode, readJsonLd, typesOf } from './json-ld.ts';
import { usableCanonical } from './page-key.ts';
import { type PageMetadata, readLinkRelations, readMetadata } from './page-metadata.ts';
import { plainText } from './plain-text.ts';
import { findPublished } from './published.ts';
import { parseHttpUrl } from './site.ts';
import type { ArticleMeta } from './types.ts';

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting)$/;
/** A byline longer than this is a whole paragraph that a template calls author. UTF-16 code units. */
const MAX_BYLINE = 150;
/** Where in a byline the names end: a date, a time or a handle that stands in the same element. */
const AFTER_NAME =
  /\s*(?:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d|\b\d{1,2}(?:[:./-]\d|\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|\b(?:19|20)\d\d\b|@\w|\bupdated\b|\bpublished\b).*$/i;
/** What stands between a headline and the site's name in a title. */
const SEPARATOR = /\s+[|\u2013\u2014\u2022\u00b7»›:/\\-]+\s+|\s*\|\s*/;

/**
 * What the page says about itself: title, byline, site, canonical address, language, and dates (by `findPublished`). Missing
 * parts are null; nothing is guessed from the body's text. `url` is the page's address, empty when it is not known. Only
 * reads; never throws on broken metadata.
 */
export function readMeta(document: Document, url: string): ArticleMeta {
  const metadata = readMetadata(document);
  const nodes = readJsonLd(document);
  const article = nodes.find((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type))) ?? null;
  const siteName = readSiteName(metadata, article, nodes);
  const { published, conflicts, modified } = findPublished(document, url);
  return {
    title: readTitle(document, metadata, article, siteName, url),
    byline: readByline(document, metadata, article),
    siteName,
    canonical: readCanonical(document, metadata, url),
    lang: readLang(document, metadata, article),
    published,
    publishedConflicts: conflicts,
    modified,
  };
}

function readTitle(
  document: Document,
  metadata: PageMetadata,
  article: JsonLdNode | null,
  siteName: string | null,
  url: string,
): string | null {
  const heading = onlyHeading(document);
  const clean = (value: unknown): string | null => {
    const text = plainText(value);
    return text === null ? null : withoutSiteName(text, siteName, heading, url);
  };
  return (
    clean(metadata.get('og:title')) ??
    clean(article?.headline) ??
    clean(metadata.get('twitter:title')) ??
    heading ??
    clean(document.title)
  );
}

/** The text of the page's `<h1>`, when one holds more than a word: logos are often marked up as headings too. */
function onlyHeading(document: Document): string | null {
  const headings = document.getElementsByTagName('h1');
  const texts = Array.from({ length: Math.min(headings.length, 8) }, (_, i) =>
    plainText(headings[i]!.textContent),
  ).filter((text): text is string => text?.includes(' ') ?? false);
  return texts.length === 1 ? texts[0]! : null;
}

/** A title without "| The Times" at its end or start; what the page itself sets as heading settles where it ends. */
function withoutSiteName(title: string, siteName: string | null, heading: string | null, url: string): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  if (heading !== null && heading.length >= title.length / 3 && title.toLowerCase().startsWith(heading.toLowerCase())) {
    return title.slice(0, heading.length);
  }
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const names = [siteName, parseHttpUrl(url)?.hostname.replace(/^www\.|\.[a-z]+$/g, '') ?? null]
    .filter((name) => name !== null)
    .map(letters);
  const isName = (part: string): boolean =>
    names.some((name) => {
      const own = letters(part);
      return own.length > 2 && (name.includes(own) || (name.length > 2 && own.includes(name)));
    });
  const last = parts.at(-1)!;
  if (isName(last)) {
    const kept = title.slice(0, title.lastIndexOf(last)).replace(/[\s|\u2013\u2014\u2022\u00b7»›:/\\-]+$/, '');
    return kept.includes('|') ? withoutSiteName(kept, siteName, heading, url) : kept;
  }
  return isName(parts[0]!)
    ? title.slice(parts[0]!.length).replace(/^[\s|\u2013\u2014\u2022\u00b7»›:/\\-]+/, '')
    : title;
}

function readByline(document: Document, metadata: PageMetadata, article: JsonLdNode | null): string | null {
  const stated =
    namesIn(article?.author) ??
    byline(metadata.get('author', 'byl', 'parsely-author', 'sailthru.author', 'dc.creator', 'article:author'));
  if (stated !== null) return stated;
  const element = document.querySelector(
    '[rel~="author"], [itemprop~="author"], [class*="byline" i], [class*="author-name" i]',
  );
  return byline(element?.textContent ?? null);
}

/** The names in a schema.org author: a name, a person or organisation, or several of them. */
function namesIn(author: unknown): string | null {
  const names = (Array.isArray(author) ? author : [author])
    .map((one: unknown) => {
      const name = typeof one === 'object' && one !== null ? (one as JsonLdNode).name : one;
      return byline(Array.isArray(name) ? name.join(', ') : name);
    })
    .filter((name) => name !== null);
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

function byline(value: unknown): string | null {
  const text = plainText(value)
    ?.replace(/^(?:(?:written |posted |reported )?by|von|par|por|di)\s*:?\s+(?=\p{Lu})/iu, '')
    .replace(AFTER_NAME, '')
    .trim();
  if (!text || text.length > MAX_BYLINE || parseHttpUrl(text) !== null) return null;
  return text;
}

function readSiteName(metadata: PageMetadata, article: JsonLdNode | null, nodes: readonly JsonLdNode[]): string | null {
  const publisher = article?.publisher;
  return (
    plainText(metadata.get('og:site_name')) ??
    plainText((Array.isArray(publisher) ? publisher[0] : (publisher as JsonLdNode | undefined))?.name) ??
    plainText(nodes.find((node) => typesOf(node).includes('WebSite'))?.name) ??
    plainText(metadata.get('application-name'))
  );
}

function readCanonical(document: Document, metadata: PageMetadata, url: string): string | null {
  for (const written of [readLinkRelations(document).get('canonical') ?? null, metadata.get('og:url')]) {
    const usable = written === null ? null : usableCanonical(written, url);
    if (usable !== null) return usable;
  }
  return null;
}

function readLang(document: Document, metadata: PageMetadata, article: JsonLdNode | null): string | null {
  return (
    plainText(topElement(document)?.getAttribute('lang')) ??
    plainText(metadata.get('og:locale', 'content-language', 'language', 'inlanguage')) ??
    plainText(article?.inLanguage)
  );
}
