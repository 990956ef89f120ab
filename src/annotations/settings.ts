import { ENTITY_TYPES, type EntityType } from '../entities/types.ts';

/** Where marks are painted without being asked for. */
export const MARK_WHERE = ['everywhere', 'chosen-sites', 'on-click'] as const;
export type MarkWhere = (typeof MARK_WHERE)[number];

/** What can be marked: the types of names, and dates. */
export const MARK_KINDS = [...ENTITY_TYPES, 'DATE'] as const;
export type MarkKind = EntityType | 'DATE';

export interface Settings {
  readonly where: MarkWhere;
  /** Hosts on which marks are wanted when `where` is `chosen-sites`; a host covers its subdomains. */
  readonly sites: readonly string[];
  /** Hosts on which nothing is ever marked; they win over everything else. */
  readonly blockedSites: readonly string[];
  /** The one switch for all marks. */
  readonly marksOn: boolean;
  readonly kinds: Readonly<Record<MarkKind, boolean>>;
}
