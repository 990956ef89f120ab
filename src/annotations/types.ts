import type { PassageSelectors } from '../anchoring/types.ts';
import type { EntityType } from '../entities/types.ts';

/** What may be said about a source. The vocabulary is about sources, not about truth; the order is the order in menus. */
export const FLAG_KINDS = [
  'needs-source',
  'source-disagrees',
  'unverified-quote',
  'number-unclear',
  'out-of-date',
  'headline-mismatch',
  'opinion-as-fact',
  'missing-context',
  'image-caption',
  'corrected',
  'verified',
] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

export const FLAG_STATUSES = ['open', 'checking', 'resolved'] as const;
export type FlagStatus = (typeof FLAG_STATUSES)[number];

export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];

/** One source that a checker consulted. A source need not be on the web: every field but the stance may be null. */
export interface Evidence {
  /** Absolute http or https URL of the source. */
  readonly link: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  /** The words of the source that matter, as plain text. */
  readonly quote: string | null;
  /** What the source does to the flagged passage. */
  readonly stance: Stance;
  /** When the checker read it: an ISO 8601 date or date and time. */
  readonly accessed: string | null;
  /** Absolute http or https URL of an archived copy. */
  readonly archived: string | null;
}

export interface Flag {
  readonly kind: FlagKind;
  readonly status: FlagStatus;
  /** The verdict in the checker's own words ("Mostly false"), null where none is given. */
  readonly rating: string | null;
  readonly evidence: readonly Evidence[];
}

/** What an annotation is about: words of the page, an entity with all its mentions, or the page as a whole. */
export type Target =
  | { readonly kind: 'passage'; readonly selectors: PassageSelectors }
  | { readonly kind: 'entity'; readonly name: string; readonly type: EntityType }
  | { readonly kind: 'page' };

export const TARGET_KINDS = ['passage', 'entity', 'page'] as const satisfies readonly Target['kind'][];

/** One note, with or without a flag. Without note, tags and flag it is a plain highlight. */
export interface Annotation {
  /** UUID in lower case, given by whoever creates the annotation; the same id is the same annotation in every file. */
  readonly id: string;
  readonly target: Target;
  /** Markdown source; may be empty. */
  readonly note: string;
  /** Without repeats, none empty, in the reader's order. */
  readonly tags: readonly string[];
  readonly flag: Flag | null;
  /** ISO 8601 in UTC, ending in Z. */
  readonly created: string;
  /** ISO 8601 in UTC, ending in Z; the same as `created` when never changed. */
  readonly modified: string;
  /** The name under which the reader works, null where none was set. */
  readonly author: string | null;
}

/** What is known of a page when something is noted on it. All strings but the URLs are plain text from the page. */
export interface PageInfo {
  /** Page key: the canonical link, else the URL without tracking parameters. */
  readonly key: string;
  /** The URL that was open: http, https or file. */
  readonly url: string;
  /** Absolute http or https URL, null where the page names none. */
  readonly canonical: string | null;
  /** Empty where the page has none. */
  readonly title: string;
  readonly siteName: string | null;
  /** ISO 8601 at the precision found, with the zone as written (`2019-11-08`, `2019-11-08T06:03:00-05:00`). */
  readonly published: string | null;
  /** When the publisher last changed the page, in the same form as `published`. */
  readonly modified: string | null;
}

/** A page as it is stored: one storage key each. */
export interface PageRecord extends PageInfo {
  /** When the first annotation was made here: ISO 8601 in UTC. */
  readonly firstSeen: string;
  /** When an annotation was last written here: ISO 8601 in UTC. */
  readonly lastSeen: string;
  /** In the order in which they were first saved; no two have the same id. */
  readonly annotations: readonly Annotation[];
}

/** The line of a page in the index, all of it computed from the page's record. */
export interface PageIndexEntry {
  readonly key: string;
  readonly title: string;
  readonly url: string;
  readonly siteName: string | null;
  /** All annotations of the page. */
  readonly annotations: number;
  /** Those with words in their note. */
  readonly notes: number;
  /** Those with a flag that is not resolved. */
  readonly openFlags: number;
  /** When an annotation of the page was last changed: ISO 8601 in UTC. */
  readonly modified: string;
}

/**
 * What the reader is typing and has not saved, so that closing the page or a failed write loses nothing. One a page.
 * Links in its evidence may be half typed.
 */
export interface Draft {
  /** The annotation being edited, null for a new one. */
  readonly id: string | null;
  readonly target: Target;
  readonly note: string;
  readonly tags: readonly string[];
  readonly flag: Flag | null;
}
