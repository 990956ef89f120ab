/**
 * 32-bit hashing without strings: every key of the tagger (a word, a phrase, a feature) is such a number.
 * The mixing is the finaliser of MurmurHash3 (Austin Appleby, public domain).
 */
export function mix(a: number, b: number): number {
  let h = a ^ Math.imul(b, 0x9e3779b1);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** FNV-1a offset and step, over UTF-16 code units instead of bytes. */
export const HASH_SEED = 0x811c9dc5 | 0;
export function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}
