import type { PassageSelectors } from '../anchoring/types.ts';
import { ENTITY_TYPES } from '../entities/types.ts';
import {
  at,
  fail,
  type Parsed,
  parse,
  readCount,
  readFilledText,
  readList,
  readNullable,
  readObject,
  readOneOf,
  readText,
} from './fields.ts';
import { LINK_LIMIT, readUrl, readWebLink } from './links.ts';
import { readIsoMoment, readUtcMoment } from './moments.ts';
import {
  type Annotation,
  type Draft,
  type Evidence,
  FLAG_KINDS,
  FLAG_STATUSES,
  type Flag,
  type PageInfo,
  type PageRecord,
  STANCES,
  TARGET_KINDS,
  type Target,
} from './types.ts';

/**
 * How much is taken, in UTF-16 code units or in items. The limits are far above honest use; they keep one damaged or hostile
 * file from filling the storage or freezing a view.
 */
export const LIMITS = {
  /** A note as long as a chapter. */
  note: 100_000,
  /** A passage may be a whole long article. */
  passage: 200_000,
  /** Words before and after a passage; other annotators keep up to a few hundred. */
  context: 5_000,
  /** A fingerprint is a hash in some spelling. */
  fingerprint: 200,
  /** Titles, names of sites, publishers, authors and entities: one line of text. */
  line: 2_000,
  tag: 200,
  tags: 100,
  rating: 500,
  /** Words quoted from a source. */
  evidenceQuote: 20_000,
  evidence: 200,
  /** The whole page is one storage key and is written as one. */
  annotations: 5_000,
} as const;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Lower-cased: one id in two spellings would make two annotations of one. */
function readId(value: unknown, path: string): string {
  const id = readText(value, path, 36).toLowerCase();
  if (!UUID.test(id)) fail(path, 'is not a UUID');
  return id;
}

const readLine = (value: unknown, path: string) => readText(value, path, LIMITS.line);

function readSelectors(value: unknown, path: string): PassageSelectors {
  const selectors = readObject(value, path);
  const quotePath = at(path, 'quote');
  const quote = readObject(selectors.quote, quotePath);
  const positionPath = at(path, 'position');
  const position = readObject(selectors.position, positionPath);
  const blockPath = at(path, 'block');
  const block = readObject(selectors.block, blockPath);
  const start = readCount(position.start, at(positionPath, 'start'));
  const end = readCount(position.end, at(positionPath, 'end'));
  if (end < start) fail(at(positionPath, 'end'), `${end} is before the start, ${start}`);
  return {
    quote: {
      type: readOneOf(quote.type, at(quotePath, 'type'), ['TextQuoteSelector']),
      exact: readFilledText(quote.exact, at(quotePath, 'exact'), LIMITS.passage),
      prefix: readText(quote.prefix, at(quotePath, 'prefix'), LIMITS.context),
      suffix: readText(quote.suffix, at(quotePath, 'suffix'), LIMITS.context),
    },
    position: { type: readOneOf(position.type, at(positionPath, 'type'), ['TextPositionSelector']), start, end },
    block: {
      ordinal: readCount(block.ordinal, at(blockPath, 'ordinal')),
      fingerprint: readText(block.fingerprint, at(blockPath, 'fingerprint'), LIMITS.fingerprint),
    },
  };
}

function readTarget(value: unknown, path: string): Target {
  const target = readObject(value, path);
  const kind = readOneOf(target.kind, at(path, 'kind'), TARGET_KINDS);
  if (kind === 'passage') return { kind, selectors: readSelectors(target.selectors, at(path, 'selectors')) };
  if (kind === 'page') return { kind };
  return {
    kind,
    name: readFilledText(target.name, at(path, 'name'), LIMITS.line),
    type: readOneOf(target.type, at(path, 'type'), ENTITY_TYPES),
  };
}

type ReadLink = (value: unknown, path: string) => string;

function readEvidence(value: unknown, path: string, readLink: ReadLink): Evidence {
  const evidence = readObject(value, path);
  return {
    link: readNullable(evidence.link, at(path, 'link'), readLink),
    title: readNullable(evidence.title, at(path, 'title'), readLine),
    publisher: readNullable(evidence.publisher, at(path, 'publisher'), readLine),
    quote: readNullable(evidence.quote, at(path, 'quote'), (quote, where) =>
      readText(quote, where, LIMITS.evidenceQuote),
    ),
    stance: readOneOf(evidence.stance, at(path, 'stance'), STANCES),
    accessed: readNullable(evidence.accessed, at(path, 'accessed'), readIsoMoment),
    archived: readNullable(evidence.archived, at(path, 'archived'), readLink),
  };
}

function readFlag(value: unknown, path: string, readLink: ReadLink): Flag {
  const flag = readObject(value, path);
  return {
    kind: readOneOf(flag.kind, at(path, 'kind'), FLAG_KINDS),
    status: readOneOf(flag.status, at(path, 'status'), FLAG_STATUSES),
    rating: readNullable(flag.rating, at(path, 'rating'), (rating, where) => readText(rating, where, LIMITS.rating)),
    evidence: readList(flag.evidence, at(path, 'evidence'), LIMITS.evidence, (item, where) =>
      readEvidence(item, where, readLink),
    ),
  };
}

/** A tag given twice says nothing more than once, so repeats are dropped rather than refused. */
function readTags(value: unknown, path: string): string[] {
  const tags = readList(value, path, LIMITS.tags, (tag, where) => readFilledText(tag, where, LIMITS.tag).trim());
  return [...new Set(tags)];
}

function readAnnotation(value: unknown, path: string): Annotation {
  const annotation = readObject(value, path);
  return {
    id: readId(annotation.id, at(path, 'id')),
    target: readTarget(annotation.target, at(path, 'target')),
    note: readText(annotation.note, at(path, 'note'), LIMITS.note),
    tags: readTags(annotation.tags, at(path, 'tags')),
    flag: readNullable(annotation.flag, at(path, 'flag'), (flag, where) => readFlag(flag, where, readWebLink)),
    created: readUtcMoment(annotation.created, at(path, 'created')),
    modified: readUtcMoment(annotation.modified, at(path, 'modified')),
    author: readNullable(annotation.author, at(path, 'author'), readLine),
  };
}

function readPageInfo(value: unknown, path: string): PageInfo {
  const page = readObject(value, path);
  return {
    key: readFilledText(page.key, at(path, 'key'), LINK_LIMIT),
    url: readUrl(page.url, at(path, 'url'), ['http:', 'https:', 'file:']),
    canonical: readNullable(page.canonical, at(path, 'canonical'), readWebLink),
    title: readLine(page.title, at(path, 'title')),
    siteName: readNullable(page.siteName, at(path, 'siteName'), readLine),
    published: readNullable(page.published, at(path, 'published'), readIsoMoment),
    modified: readNullable(page.modified, at(path, 'modified'), readIsoMoment),
  };
}

function readPageHead(value: unknown, path: string): Omit<PageRecord, 'annotations'> {
  const page = readObject(value, path);
  return {
    ...readPageInfo(page, path),
    firstSeen: readUtcMoment(page.firstSeen, at(path, 'firstSeen')),
    lastSeen: readUtcMoment(page.lastSeen, at(path, 'lastSeen')),
  };
}

function refuseRepeatedIds(annotations: readonly Annotation[], path: string): void {
  const seen = new Set<string>();
  annotations.forEach((annotation, position) => {
    if (seen.has(annotation.id)) fail(at(at(path, position), 'id'), `${annotation.id} is given twice`);
    seen.add(annotation.id);
  });
}

/** Reads one annotation of unknown origin. `path` is put before the path of a bad field. */
export function parseAnnotation(value: unknown, path = ''): Parsed<Annotation> {
  return parse(() => readAnnotation(value, path));
}

/** Reads what is known of a page, without annotations. */
export function parsePageInfo(value: unknown, path = ''): Parsed<PageInfo> {
  return parse(() => readPageInfo(value, path));
}

/** Reads all of a page but its annotations. */
export function parsePageHead(value: unknown, path = ''): Parsed<Omit<PageRecord, 'annotations'>> {
  return parse(() => readPageHead(value, path));
}

/** Reads a page with all its annotations; one bad field refuses the whole. See `salvagePage` for what can be saved then. */
export function parsePageRecord(value: unknown, path = ''): Parsed<PageRecord> {
  return parse(() => {
    const head = readPageHead(value, path);
    const listPath = at(path, 'annotations');
    const list = readObject(value, path).annotations;
    const annotations = readList(list, listPath, LIMITS.annotations, readAnnotation);
    refuseRepeatedIds(annotations, listPath);
    return { ...head, annotations };
  });
}

/** Reads a draft. Its links are only checked to be text, as a link may be half typed. */
export function parseDraft(value: unknown, path = ''): Parsed<Draft> {
  const readAnyLink: ReadLink = (link, where) => readText(link, where, LINK_LIMIT);
  return parse(() => {
    const draft = readObject(value, path);
    return {
      id: readNullable(draft.id, at(path, 'id'), readId),
      target: readTarget(draft.target, at(path, 'target')),
      note: readText(draft.note, at(path, 'note'), LIMITS.note),
      tags: readTags(draft.tags, at(path, 'tags')),
      flag: readNullable(draft.flag, at(path, 'flag'), (flag, where) => readFlag(flag, where, readAnyLink)),
    };
  });
}
