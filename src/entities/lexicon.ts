import type { PackedTable } from './packed-table.ts';

/** Number of clusterings of the vocabulary, from coarse to fine. */
export const CLUSTERINGS = 3;

/** Bit of a habit that marks words which stand in lower case inside names. */
export const INSIDE_NAMES = 8;
/** Bit of a habit that marks words with which names begin in lower case, as "de" and "van"; the others say nothing. */
export const OPENS_NAMES = 16;

/** What the raw text taught about words: the clusters they fall into, and whether they are usually written with a capital. */
export interface Lexicon {
  /** Index of a cased word's clusters, or -1 for a word that was not seen often enough. */
  clusterIndex(word: number): number;
  /** The cluster of an index (from `clusterIndex`) in one clustering; 0 for index -1. */
  cluster(index: number, clustering: number): number;
  /** 0 unknown, 1 always lower case ... 5 always with a capital; by the hash of the lower-case form. */
  caseHabit(lower: number): number;
  /** INSIDE_NAMES and OPENS_NAMES, or 0: what a word in lower case can do in a name. */
  insideNames(lower: number): number;
}

/** Makes a lexicon of two tables; `clusters` holds CLUSTERINGS numbers for each index of `words`. */
export function lexiconOf(
  words: PackedTable,
  clusters: Uint16Array,
  habits: PackedTable,
  habitOf: Uint8Array,
): Lexicon {
  return {
    clusterIndex: (word) => words.find(word),
    cluster: (index, clustering) => (index < 0 ? 0 : clusters[index * CLUSTERINGS + clustering]!),
    caseHabit(lower) {
      const index = habits.find(lower);
      return index < 0 ? 0 : habitOf[index]! & 7;
    },
    insideNames(lower) {
      const index = habits.find(lower);
      return index < 0 ? 0 : habitOf[index]! & (INSIDE_NAMES | OPENS_NAMES);
    },
  };
}
