import { charClass, DIGIT, foldOf, INVISIBLE, LETTER, LOWER, lowerOf, UPPER } from '../text/char-classes.ts';
import { HASH_SEED, mix, step } from './hash.ts';
import type { Lexicon } from './lexicon.ts';

/** Facts about the letters of a word, as bits. */
export const CAPITAL = 1; // has an upper-case letter
export const FIRST_UPPER = 2;
export const ALL_UPPER = 4; // two letters or more, none lower case
export const HAS_DIGIT = 8;
export const HAS_HYPHEN = 16;
export const HAS_STOP = 32;
export const LETTERS = 64; // has a letter
export const SINGLE = 128; // one letter, with or without a stop

const AFFIXES = 8;

/**
 * The distinct words of one document with everything about a word that does not depend on where it stands. Words are
 * numbered from 0 in order of first appearance; columns are indexed by that number.
 */
export class WordTable {
  size = 0;
  cased = new Int32Array(1024);
  lower = new Int32Array(1024);
  folded = new Int32Array(1024);
  shape = new Int32Array(1024);
  /** Prefixes of 1 to 4 letters, then suffixes of 1 to 4, in lower case. */
  affix = new Int32Array(1024 * AFFIXES);
  flags = new Uint8Array(1024);
  /** First code unit in lower case. */
  initial = new Uint16Array(1024);
  /** A number shared by all spellings of a word that differ in case alone. */
  lowerId = new Int32Array(1024);
  /** Cluster of the word as written, and of its lower-case form: index into the lexicon, or -1. */
  cluster = new Int32Array(1024);
  clusterLower = new Int32Array(1024);
  /** How the word is written in running text: 0 unknown, 1 always lower case ... 5 always with a capital. */
  caseHabit = new Uint8Array(1024);
  /** INSIDE_NAMES and OPENS_NAMES for words in lower case. */
  insideNames = new Uint8Array(1024);
  /** Folded hash of the part after the last hyphen, or 0. */
  tail = new Int32Array(1024);

  private slots = new Int32Array(4096).fill(-1);
  private lowerSlots = new Int32Array(4096).fill(-1);
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** Forgets all words; to be called before each document. */
  reset(): void {
    this.size = 0;
    this.slots.fill(-1);
    this.lowerSlots.fill(-1);
  }

  /** The number of the word `text.slice(start, end)`. Soft hyphens and the like don't count, quotes and hyphens are plain. */
  idOf(text: string, start: number, end: number): number {
    let hash = HASH_SEED;
    let numeric = true;
    for (let i = start; i < end; i += 1) {
      const code = text.charCodeAt(i);
      const kind = charClass(code);
      if (kind === INVISIBLE) continue;
      if (kind === UPPER || kind === LOWER || kind === LETTER) {
        numeric = false;
        hash = step(hash, code);
      } else hash = step(hash, kind === DIGIT && numeric ? 48 : lowerOf(code));
    }
    hash = mix(hash, 1);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = this.slots[slot]!;
      if (id < 0) break;
      if (this.cased[id] === hash) return id;
      slot = (slot + 1) & mask;
    }
    if (this.size * 2 > mask) {
      this.grow();
      return this.idOf(text, start, end);
    }
    this.slots[slot] = this.size;
    return this.add(text, start, end, hash);
  }

  private add(text: string, start: number, end: number, cased: number): number {
    const id = this.size;
    this.size += 1;
    this.cased[id] = cased;
    let lower = HASH_SEED;
    let folded = HASH_SEED;
    let capitalised = HASH_SEED;
    let tail = 0;
    let shape = HASH_SEED;
    let lastShape = 0;
    let repeats = 0;
    let flags = 0;
    let letters = 0;
    let lowers = 0;
    const base = id * AFFIXES;
    let length = 0;
    let numeric = true;
    let address = false;
    for (let i = start; i < end; i += 1) {
      const code = text.charCodeAt(i);
      const kind = charClass(code);
      if (kind === INVISIBLE) continue;
      let low = lowerOf(code);
      let fold = foldOf(code);
      let shapeCode = low;
      if (kind === UPPER || kind === LOWER || kind === LETTER) {
        numeric = false;
        shapeCode = kind === UPPER ? 65 : kind === LOWER ? 97 : 99;
        if (kind === UPPER) {
          flags |= CAPITAL;
          if (length === 0) flags |= FIRST_UPPER;
        } else if (kind === LOWER) lowers += 1;
        letters += 1;
        flags |= LETTERS;
      } else if (kind === DIGIT) {
        shapeCode = 48;
        if (numeric) {
          low = 48;
          fold = 48;
        }
        flags |= HAS_DIGIT;
      } else if (low === 45) {
        flags |= HAS_HYPHEN;
        tail = HASH_SEED;
      } else if (low === 46) flags |= HAS_STOP;
      else if ((low === 47 || low === 64) && (flags & LETTERS) !== 0) address = true;
      lower = step(lower, low);
      folded = step(folded, fold);
      capitalised = step(capitalised, letters === 1 && shapeCode !== 45 ? code : low);
      if (tail !== 0 && low !== 45) tail = step(tail, fold);
      if (shapeCode === lastShape) repeats += 1;
      else repeats = 0;
      if (repeats < 2) shape = step(shape, shapeCode);
      lastShape = shapeCode;
      if (length < 4) this.affix[base + length] = mix(lower, 2);
      length += 1;
    }
    for (let k = length; k < 4; k += 1) this.affix[base + k] = 0;
    let suffix = HASH_SEED;
    let taken = 0;
    for (let i = end - 1; i >= start && taken < 4; i -= 1) {
      const code = text.charCodeAt(i);
      if (charClass(code) === INVISIBLE) continue;
      suffix = step(suffix, lowerOf(code));
      this.affix[base + 4 + taken] = mix(suffix, 3);
      taken += 1;
    }
    for (let k = taken; k < 4; k += 1) this.affix[base + 4 + k] = 0;
    // Addresses are no names, whatever letters they have.
    if (address) flags &= ~(CAPITAL | FIRST_UPPER);
    if (letters === 1 && length <= 2) flags |= SINGLE;
    if (letters > 1 && lowers === 0 && (flags & CAPITAL) !== 0) flags |= ALL_UPPER;
    this.flags[id] = flags;
    this.initial[id] = lowerOf(text.charCodeAt(start));
    this.lower[id] = mix(lower, 1);
    this.folded[id] = mix(folded, 1);
    this.tail[id] = tail === 0 ? 0 : mix(tail, 1);
    this.shape[id] = mix(shape, 4);
    let cluster = this.lexicon.clusterIndex(cased);
    const clusterLower = this.lexicon.clusterIndex(this.lower[id]!);
    if (cluster < 0 && (flags & ALL_UPPER) !== 0) cluster = this.lexicon.clusterIndex(mix(capitalised, 1));
    if (cluster < 0) cluster = clusterLower;
    this.cluster[id] = cluster;
    this.clusterLower[id] = clusterLower;
    this.caseHabit[id] = this.lexicon.caseHabit(this.lower[id]!);
    this.insideNames[id] = (flags & (CAPITAL | LETTERS)) === LETTERS ? this.lexicon.insideNames(this.lower[id]!) : 0;
    this.lowerId[id] = this.lowerIdOf(this.lower[id]!, id);
    return id;
  }

  private lowerIdOf(hash: number, id: number): number {
    const mask = this.lowerSlots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const other = this.lowerSlots[slot]!;
      if (other < 0) break;
      if (this.lower[other] === hash) return other;
      slot = (slot + 1) & mask;
    }
    this.lowerSlots[slot] = id;
    return id;
  }

  private grow(): void {
    const size = this.cased.length * 2;
    const larger = (old: Int32Array, factor = 1): Int32Array<ArrayBuffer> => {
      const next = new Int32Array(size * factor);
      next.set(old);
      return next;
    };
    const largerBytes = (old: Uint8Array): Uint8Array<ArrayBuffer> => {
      const next = new Uint8Array(size);
      next.set(old);
      return next;
    };
    this.cased = larger(this.cased);
    this.lower = larger(this.lower);
    this.folded = larger(this.folded);
    this.shape = larger(this.shape);
    this.affix = larger(this.affix, AFFIXES);
    this.lowerId = larger(this.lowerId);
    this.cluster = larger(this.cluster);
    this.clusterLower = larger(this.clusterLower);
    this.tail = larger(this.tail);
    this.flags = largerBytes(this.flags);
    const initial = new Uint16Array(size);
    initial.set(this.initial);
    this.initial = initial;
    this.caseHabit = largerBytes(this.caseHabit);
    this.insideNames = largerBytes(this.insideNames);
    this.slots = new Int32Array(size * 4).fill(-1);
    this.lowerSlots = new Int32Array(size * 4).fill(-1);
    for (let id = 0; id < this.size; id += 1) {
      let slot = this.cased[id]! & (this.slots.length - 1);
      while (this.slots[slot]! >= 0) slot = (slot + 1) & (this.slots.length - 1);
      this.slots[slot] = id;
      this.lowerIdOf(this.lower[id]!, id);
    }
  }
}
