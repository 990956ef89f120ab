/**
 * Word clusters by the exchange algorithm for bigram class models (Kneser and Ney 1993; Martin, Liermann and Ney 1998):
 * each word is moved to the class where the class bigrams of the text become most likely, until few words move.
 */
export interface Bigrams {
  /** Number of word types; 0 is the border of a sentence, 1 every rare word. */
  readonly words: number;
  readonly counts: Float64Array;
  /** Neighbours of each word in compressed rows: with `offsets`, `others` and `times`, before and after. */
  readonly left: Rows;
  readonly right: Rows;
}
interface Rows {
  readonly offsets: Int32Array;
  readonly others: Int32Array;
  readonly times: Int32Array;
}

function rowsOf(pairs: Map<number, number>, words: number, byFirst: boolean): Rows {
  const offsets = new Int32Array(words + 1);
  for (const key of pairs.keys()) offsets[(byFirst ? Math.floor(key / words) : key % words) + 1]! += 1;
  for (let w = 0; w < words; w += 1) offsets[w + 1]! += offsets[w]!;
  const fill = offsets.slice();
  const others = new Int32Array(pairs.size);
  const times = new Int32Array(pairs.size);
  for (const [key, count] of pairs) {
    const first = Math.floor(key / words);
    const second = key % words;
    const at = fill[byFirst ? first : second]!++;
    others[at] = byFirst ? second : first;
    times[at] = count;
  }
  return { offsets, others, times };
}

/** Counts bigrams over sentences of word numbers (below `words`); 0 is put before and after each sentence. */
export function countBigrams(sentences: readonly Int32Array[], words: number): Bigrams {
  const pairs = new Map<number, number>();
  const counts = new Float64Array(words);
  for (const sentence of sentences) {
    let before = 0;
    counts[0]! += 1;
    for (let i = 0; i <= sentence.length; i += 1) {
      const word = i < sentence.length ? sentence[i]! : 0;
      if (i < sentence.length) counts[word]! += 1;
      const key = before * words + word;
      pairs.set(key, (pairs.get(key) ?? 0) + 1);
      before = word;
    }
  }
  return { words, counts, left: rowsOf(pairs, words, false), right: rowsOf(pairs, words, true) };
}

const TABLE = 1 << 17;
const entropy = new Float64Array(TABLE);
for (let x = 2; x < TABLE; x += 1) entropy[x] = x * Math.log(x);
const f = (x: number): number => (x < TABLE ? entropy[x]! : x * Math.log(x));

/**
 * Sorts the words into `classes` classes, numbered from 1; class 0 is kept for the border. Word numbers should follow falling
 * frequency. Costs about neighbours × classes for each word and round.
 */
export function exchangeClusters(
  bigrams: Bigrams,
  classes: number,
  rounds: number,
  log: (line: string) => void,
): Uint16Array {
  const { words, counts, left, right } = bigrams;
  const size = classes + 1;
  const classOf = new Uint16Array(words);
  for (let w = 1; w < words; w += 1) classOf[w] = 1 + ((w - 1) % classes);
  const table = new Int32Array(size * size);
  const turned = new Int32Array(size * size);
  const totals = new Float64Array(size);
  for (let w = 0; w < words; w += 1) {
    totals[classOf[w]!]! += counts[w]!;
    for (let k = right.offsets[w]!; k < right.offsets[w + 1]!; k += 1) {
      const a = classOf[w]!;
      const b = classOf[right.others[k]!]!;
      table[a * size + b]! += right.times[k]!;
      turned[b * size + a]! += right.times[k]!;
    }
  }
  const before = new Int32Array(size);
  const after = new Int32Array(size);
  const gain = new Float64Array(size);
  const beforeList: number[] = [];
  const afterList: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let moved = 0;
    for (let w = 1; w < words; w += 1) {
      const own = classOf[w]!;
      beforeList.length = 0;
      afterList.length = 0;
      for (let k = left.offsets[w]!; k < left.offsets[w + 1]!; k += 1) {
        if (left.others[k] === w) continue;
        const c = classOf[left.others[k]!]!;
        if (before[c] === 0) beforeList.push(c);
        before[c]! += left.times[k]!;
      }
      for (let k = right.offsets[w]!; k < right.offsets[w + 1]!; k += 1) {
        if (right.others[k] === w) continue;
        const c = classOf[right.others[k]!]!;
        if (after[c] === 0) afterList.push(c);
        after[c]! += right.times[k]!;
      }
      const move = (to: number, sign: number) => {
        totals[to]! += sign * counts[w]!;
        for (const c of beforeList) {
          table[c * size + to]! += sign * before[c]!;
          turned[to * size + c]! += sign * before[c]!;
        }
        for (const c of afterList) {
          table[to * size + c]! += sign * after[c]!;
          turned[c * size + to]! += sign * after[c]!;
        }
      };
      move(own, -1);
      const n = counts[w]!;
      for (let k = 1; k < size; k += 1) gain[k] = -2 * (f(totals[k]! + n) - f(totals[k]!));
      for (const c of beforeList) {
        const times = before[c]!;
        const base = c * size;
        for (let k = 1; k < size; k += 1) gain[k]! += f(table[base + k]! + times) - f(table[base + k]!);
      }
      for (const c of afterList) {
        const times = after[c]!;
        const base = c * size;
        for (let k = 1; k < size; k += 1) gain[k]! += f(turned[base + k]! + times) - f(turned[base + k]!);
      }
      let best = own;
      for (let k = 1; k < size; k += 1) if (gain[k]! > gain[best]! + 1e-9) best = k;
      move(best, 1);
      if (best !== own) moved += 1;
      classOf[w] = best;
      for (const c of beforeList) before[c] = 0;
      for (const c of afterList) after[c] = 0;
    }
    log(`  ${classes} classes, round ${round + 1}: ${moved} of ${words} words moved`);
    if (moved < words * 0.01) break;
  }
  return classOf;
}
