import { charClass, DIGIT, SPACE } from '../text/char-classes.ts';
import { sentenceStarts } from '../text/sentences.ts';
import type { TextModel } from '../text/text-model.ts';
import { type Tokens, tokenize } from '../text/tokenize.ts';
import { extend, type Gazetteer, LONGEST, PHRASE } from './gazetteer.ts';
import { INSIDE_NAMES, type Lexicon, OPENS_NAMES } from './lexicon.ts';
import { ALL_UPPER, CAPITAL, FIRST_UPPER, HAS_DIGIT, LETTERS, WordTable } from './words.ts';

/** Style of the sentence a token stands in. */
export const PLAIN = 0;
export const TITLE_CASE = 1;
export const ALL_CAPS = 2;

/** How far apart, in tokens, two capitalised words of one name may stand ("Department of the Interior"). */
const BRIDGE = 3;

/** Marks that never stand inside a name. */
const BARRIERS = '@|•·;—()[]{}<>=*#…▪►→~';

/**
 * One text prepared for tagging: tokens, words, sentences, name-list matches, and the tokens that can be part of a name at
 * all. One object serves many texts, one after the other; its columns are only valid up to `count`.
 */
export class Document {
  readonly words: WordTable;
  readonly lexicon: Lexicon;
  private readonly gazetteer: Gazetteer;
  count = 0;
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  blockOf = new Int32Array(0);
  /** 1 where a sentence begins. */
  sentence = new Uint8Array(0);
  style = new Uint8Array(0);
  /** Number of the word (column of `words`) of each token. */
  word = new Int32Array(0);
  /** 1 for tokens that may be part of a name; only these are looked at further. */
  candidate = new Uint8Array(0);
  /** First and last token of the run of capitalised words around a candidate, -1 when there is none. */
  runFirst = new Int32Array(0);
  runLast = new Int32Array(0);
  /** 1 inside quotation marks. */
  quoted = new Uint8Array(0);
  /** 1 when no white space stands before the token. */
  glued = new Uint8Array(0);
  /** Masks of name lists of which a match begins, goes on, ends at the token, or is the token alone. */
  listBegin = new Int32Array(0);
  listInside = new Int32Array(0);
  listLast = new Int32Array(0);
  listUnit = new Int32Array(0);
  /** By word: 1 when the document has the word in lower case too. */
  alsoLower = new Uint8Array(0);

  constructor(lexicon: Lexicon, gazetteer: Gazetteer) {
    this.lexicon = lexicon;
    this.words = new WordTable(lexicon);
    this.gazetteer = gazetteer;
  }

  /** Fills the document from a text. */
  read(model: TextModel): void {
    const tokens = tokenize(model);
    this.reserve(tokens.count);
    this.count = tokens.count;
    this.starts.set(tokens.starts);
    this.ends.set(tokens.ends);
    this.blockOf.set(tokens.blockOf);
    this.sentence.set(sentenceStarts(model.text, tokens));
    this.readWords(model.text, tokens);
    this.findStyles();
    this.findQuotes(model.text);
    this.findCandidates(model.text);
    this.findRuns();
    this.matchLists();
  }

  private reserve(count: number): void {
    if (count <= this.starts.length) return;
    const size = Math.max(4096, count * 2);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.blockOf = new Int32Array(size);
    this.sentence = new Uint8Array(size);
    this.style = new Uint8Array(size);
    this.word = new Int32Array(size);
    this.candidate = new Uint8Array(size);
    this.runFirst = new Int32Array(size);
    this.runLast = new Int32Array(size);
    this.quoted = new Uint8Array(size);
    this.glued = new Uint8Array(size);
    this.listBegin = new Int32Array(size);
    this.listInside = new Int32Array(size);
    this.listLast = new Int32Array(size);
    this.listUnit = new Int32Array(size);
    this.alsoLower = new Uint8Array(size);
  }

  private readWords(text: string, tokens: Tokens): void {
    const { words } = this;
    words.reset();
    for (let i = 0; i < tokens.count; i += 1) {
      const start = tokens.starts[i]!;
      this.word[i] = words.idOf(text, start, tokens.ends[i]!);
      this.glued[i] = start > 0 && charClass(text.charCodeAt(start - 1)) !== SPACE ? 1 : 0;
    }
    this.alsoLower.fill(0, 0, this.count);
    for (let id = 0; id < words.size; id += 1) {
      if ((words.flags[id]! & CAPITAL) === 0) this.alsoLower[words.lowerId[id]!] = 1;
    }
  }

  private findStyles(): void {
    const { words, count } = this;
    let from = 0;
    while (from < count) {
      let to = from + 1;
      while (to < count && this.sentence[to] === 0) to += 1;
      let long = 0;
      let capitals = 0;
      let upper = 0;
      let lettered = 0;
      for (let i = from; i < to; i += 1) {
        const flags = words.flags[this.word[i]!]!;
        if ((flags & LETTERS) === 0) continue;
        lettered += 1;
        if ((flags & ALL_UPPER) !== 0) upper += 1;
        if (this.ends[i]! - this.starts[i]! < 4) continue;
        long += 1;
        if ((flags & CAPITAL) !== 0) capitals += 1;
      }
      let style = PLAIN;
      if (lettered > 2 && upper >= lettered * 0.7) style = ALL_CAPS;
      else if (long > 3 && capitals >= long * 0.75) style = TITLE_CASE;
      this.style.fill(style, from, to);
      from = to;
    }
  }

  private findQuotes(text: string): void {
    let open = 0;
    for (let i = 0; i < this.count; i += 1) {
      if (i > 0 && this.blockOf[i] !== this.blockOf[i - 1]) open = 0;
      const code = text.charCodeAt(this.starts[i]!);
      if (this.ends[i]! - this.starts[i]! === 1) {
        if (code === 0x201c || code === 0x2018 || code === 0xab) open = 1;
        else if (code === 0x201d || code === 0xbb || (code === 0x2019 && open === 1)) open = 0;
        else if (code === 34 || (code === 39 && (this.glued[i] === 0 || open === 1))) open = 1 - open;
      }
      this.quoted[i] = open;
    }
  }

  private findCandidates(text: string): void {
    const { words, count, candidate, word } = this;
    candidate.fill(0, 0, count);
    let last = -1;
    for (let i = 0; i < count; i += 1) {
      const flags = words.flags[word[i]!]!;
      const first = text.charCodeAt(this.starts[i]!);
      if ((flags & CAPITAL) !== 0 && first !== 64 && first !== 35) {
        candidate[i] = 1;
        // A small word may begin a name ("al Bashir", "de Gaulle").
        if (i > 0 && (words.insideNames[word[i - 1]!]! & OPENS_NAMES) !== 0) candidate[i - 1] = 1;
        if (last >= 0 && i - last <= BRIDGE + 1 && this.bridges(text, last + 1, i)) candidate.fill(1, last + 1, i);
        last = i;
        continue;
      }
      if (last < 0 || i - 1 !== last) continue;
      // What may follow the last capital of a name: a number ("Boeing 787"), or a mark or ending that is glued on ("Yahoo!").
      if (
        charClass(first) === DIGIT ||
        (this.glued[i] === 1 && (first === 33 || first === 43 || first === 39 || first === 0x2019))
      ) {
        candidate[i] = 1;
      }
    }
  }

  /** True when the tokens between two capitalised words can be part of one name: small words, numbers, some marks. */
  private bridges(text: string, from: number, to: number): boolean {
    for (let i = from; i < to; i += 1) {
      const id = this.word[i]!;
      const flags = this.words.flags[id]!;
      if ((flags & LETTERS) !== 0) {
        if ((this.words.insideNames[id]! & INSIDE_NAMES) === 0) return false;
      } else if ((flags & HAS_DIGIT) === 0 && BARRIERS.includes(text[this.starts[i]!]!)) return false;
    }
    return true;
  }

  private findRuns(): void {
    const { words, count, word, runFirst, runLast, sentence } = this;
    let i = 0;
    while (i < count) {
      runFirst[i] = -1;
      runLast[i] = -1;
      if ((words.flags[word[i]!]! & CAPITAL) === 0) {
        i += 1;
        continue;
      }
      let last = i;
      let at = i + 1;
      // A run may bridge one or two small words ("of the"), but no punctuation other than "&" and no start of a sentence.
      while (at < count && sentence[at] === 0 && at - last <= 3) {
        const flags = words.flags[word[at]!]!;
        if ((flags & CAPITAL) !== 0) last = at;
        else if ((flags & LETTERS) === 0 || this.ends[at]! - this.starts[at]! > 3) break;
        at += 1;
      }
      for (let k = i; k <= last; k += 1) {
        runFirst[k] = i;
        runLast[k] = last;
      }
      i = last + 1;
    }
  }

  private matchLists(): void {
    const { words, count, word, candidate, listBegin, listInside, listLast, listUnit, sentence } = this;
    listBegin.fill(0, 0, count);
    listInside.fill(0, 0, count);
    listLast.fill(0, 0, count);
    listUnit.fill(0, 0, count);
    for (let i = 0; i < count; i += 1) {
      if (candidate[i] === 0 || (words.flags[word[i]!]! & (FIRST_UPPER | CAPITAL)) === 0) continue;
      let phrase = PHRASE;
      for (let k = 0; k < LONGEST && i + k < count; k += 1) {
        const at = i + k;
        if (k > 0 && (candidate[at] === 0 || sentence[at] === 1)) break;
        phrase = extend(phrase, words.folded[word[at]!]!);
        const mask = this.gazetteer.maskOf(phrase);
        if (mask === 0) continue;
        if (k === 0) {
          listUnit[i]! |= mask;
          continue;
        }
        listBegin[i]! |= mask;
        for (let inside = i + 1; inside < at; inside += 1) listInside[inside]! |= mask;
        listLast[at]! |= mask;
      }
    }
  }
}
