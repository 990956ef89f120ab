import type { Span } from '../text/text-model.ts';

/** The seven types of names, in the order in which the product lists them. */
export const ENTITY_TYPES = ['PERSON', 'ORG', 'PLACE', 'GROUP', 'EVENT', 'WORK', 'PRODUCT'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** A name as it stands in the text, before names are linked. */
export interface NameSpan extends Span {
  readonly type: EntityType;
}

/** One place where an entity is named. `ambiguous` lists the ids of all entities a bare surname could mean. */
export interface Mention extends Span {
  readonly ambiguous?: readonly string[];
}

/** One person, organisation, place ... of the article with all its mentions, in text order; `name` is the fullest form. */
export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly mentions: readonly Mention[];
}
