import { mix } from './hash.ts';
import type { PackedTable } from './packed-table.ts';

/** The kinds of name lists; their number is the bit in an entry's mask. */
export const LISTS = [
  'first-name',
  'surname',
  'country',
  'city',
  'region',
  'demonym',
  'university',
  'team',
  'party',
  'company',
  'agency',
  'media',
  'person',
  'event',
  'league',
  'award',
  'programme',
  'game',
  'product',
  'state-code',
  'known-surname',
  'acronym',
  'known-person',
  'known-org',
  'known-place',
  'known-group',
  'known-event',
  'known-work',
  'known-product',
  'title',
  'org-word',
  'place-word',
] as const;

/** Longest entry looked for, in tokens. */
export const LONGEST = 6;

/** Start of a phrase's key: `extend(PHRASE, word)` for the first word, and so on. Words are folded hashes. */
export const PHRASE = 0x2f6b;
export function extend(phrase: number, word: number): number {
  return mix(phrase, word);
}

/** Name lists as masks of LISTS by the key of the phrase. */
export class Gazetteer {
  private readonly table: PackedTable;
  private readonly maskOfEntry: Uint16Array;
  private readonly masks: Uint32Array;

  /** `maskOfEntry[i]` is the place in `masks` of the mask of the table's entry i. */
  constructor(table: PackedTable, maskOfEntry: Uint16Array, masks: Uint32Array) {
    this.table = table;
    this.maskOfEntry = maskOfEntry;
    this.masks = masks;
  }

  /** The lists a phrase is in, 0 for none. */
  maskOf(phrase: number): number {
    const index = this.table.find(phrase);
    return index < 0 ? 0 : this.masks[this.maskOfEntry[index]!]! | 0;
  }
}
