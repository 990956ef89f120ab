import type { Document } from './document.ts';
import { mix } from './hash.ts';
import { ALL_UPPER, CAPITAL, FIRST_UPPER, HAS_DIGIT, HAS_HYPHEN, HAS_STOP, SINGLE } from './words.ts';

/** No token has more features than this. */
export const MOST_FEATURES = 256;

const NONE = 0x1d;
const EDGE = 0x3b;

/**
 * Writes the features of token `i` as 32-bit keys into `out` and returns their number. Each key is a hash of the number of
 * the template and the values in it; training and tagging share this one function.
 */
export function featuresOf(doc: Document, i: number, out: Int32Array): number {
  const { words, word, count, sentence, blockOf, lexicon } = doc;
  let n = 0;
  const id = word[i]!;
  const block = blockOf[i]!;
  const p1 = i > 0 && blockOf[i - 1] === block ? word[i - 1]! : -1;
  const p2 = i > 1 && blockOf[i - 2] === block ? word[i - 2]! : -1;
  const n1 = i + 1 < count && blockOf[i + 1] === block ? word[i + 1]! : -1;
  const n2 = i + 2 < count && blockOf[i + 2] === block ? word[i + 2]! : -1;
  const low = words.lower[id]!;
  const lowP1 = p1 < 0 ? EDGE : words.lower[p1]!;
  const lowP2 = p2 < 0 ? EDGE : words.lower[p2]!;
  const lowN1 = n1 < 0 ? EDGE : words.lower[n1]!;
  const lowN2 = n2 < 0 ? EDGE : words.lower[n2]!;
  const flags = words.flags[id]!;
  const flagsP1 = p1 < 0 ? 0 : words.flags[p1]!;
  const flagsN1 = n1 < 0 ? 0 : words.flags[n1]!;
  const shape = words.shape[id]!;
  const shapeP1 = p1 < 0 ? EDGE : words.shape[p1]!;
  const shapeN1 = n1 < 0 ? EDGE : words.shape[n1]!;
  const first = sentence[i]!;
  const style = doc.style[i]!;

  out[n++] = mix(1, style);
  out[n++] = mix(2, words.cased[id]!);
  out[n++] = mix(3, low);
  out[n++] = mix(4, lowP1);
  out[n++] = mix(5, lowN1);
  out[n++] = mix(6, lowP2);
  out[n++] = mix(7, lowN2);
  out[n++] = mix(mix(8, lowP1), low);
  out[n++] = mix(mix(9, low), lowN1);
  out[n++] = mix(mix(10, lowP1), lowN1);
  out[n++] = mix(mix(11, lowP2), lowP1);
  out[n++] = mix(mix(12, lowN1), lowN2);
  out[n++] = mix(13, shape);
  out[n++] = mix(mix(14, shapeP1), shape);
  out[n++] = mix(mix(15, shape), shapeN1);
  out[n++] = mix(mix(mix(16, shapeP1), shape), shapeN1);
  out[n++] = mix(mix(17, shape), first | (style << 1));
  for (let k = 1; k < 8; k += 1) {
    const affix = words.affix[id * 8 + k]!;
    if (affix !== 0 && k !== 4) out[n++] = mix(20 + k, affix);
  }
  if (n1 >= 0) out[n++] = mix(mix(28, words.affix[n1 * 8 + 6]!), flags & CAPITAL);
  if (p1 >= 0) out[n++] = mix(mix(29, words.affix[p1 * 8 + 6]!), flags & CAPITAL);

  const c = words.cluster[id]!;
  const cP1 = p1 < 0 ? -2 : words.cluster[p1]!;
  const cN1 = n1 < 0 ? -2 : words.cluster[n1]!;
  const cP2 = p2 < 0 ? -2 : words.cluster[p2]!;
  const cN2 = n2 < 0 ? -2 : words.cluster[n2]!;
  for (let k = 0; k < 3; k += 1) {
    const own = c < 0 ? NONE : lexicon.cluster(c, k);
    const before = cP1 < -1 ? EDGE + 5000 : lexicon.cluster(cP1, k);
    const after = cN1 < -1 ? EDGE + 5000 : lexicon.cluster(cN1, k);
    out[n++] = mix(30 + k, own);
    out[n++] = mix(33 + k, before);
    out[n++] = mix(36 + k, after);
    if (k < 2) {
      out[n++] = mix(mix(39 + k, before), own);
      out[n++] = mix(mix(41 + k, own), after);
      out[n++] = mix(mix(mix(43 + k, before), shape), after);
    }
    if (k === 1) {
      out[n++] = mix(45, cP2 < -1 ? EDGE + 5000 : lexicon.cluster(cP2, k));
      out[n++] = mix(46, cN2 < -1 ? EDGE + 5000 : lexicon.cluster(cN2, k));
      out[n++] = mix(mix(47, cP2 < -1 ? EDGE + 5000 : lexicon.cluster(cP2, k)), before);
      out[n++] = mix(mix(48, after), cN2 < -1 ? EDGE + 5000 : lexicon.cluster(cN2, k));
    }
  }
  const clusterLower = words.clusterLower[id]!;
  if ((flags & CAPITAL) !== 0) {
    out[n++] = mix(mix(50, clusterLower < 0 ? NONE : lexicon.cluster(clusterLower, 1)), first | (style << 1));
  }

  const habit = words.caseHabit[id]!;
  const also = doc.alsoLower[words.lowerId[id]!]!;
  const context = first | (style << 1) | (flags & CAPITAL ? 8 : 0);
  out[n++] = mix(mix(51, habit), context);
  out[n++] = mix(mix(52, also), context | (habit << 4));
  if (n1 >= 0)
    out[n++] = mix(mix(53, words.caseHabit[n1]!), (flagsN1 & CAPITAL) | (flags & CAPITAL ? 2 : 0) | (habit << 2));
  if (p1 >= 0)
    out[n++] = mix(mix(54, words.caseHabit[p1]!), (flagsP1 & CAPITAL) | (flags & CAPITAL ? 2 : 0) | (habit << 2));
  if (doc.quoted[i] === 1) out[n++] = mix(55, flags & (CAPITAL | ALL_UPPER));
  out[n++] = mix(
    56,
    (flags & (CAPITAL | FIRST_UPPER | ALL_UPPER | HAS_DIGIT | HAS_HYPHEN | HAS_STOP | SINGLE)) | (doc.glued[i]! << 9),
  );

  n = listFeatures(doc, i, out, n, p1, n1, habit, flags, flagsP1, flagsN1);
  return runFeatures(doc, i, out, n, shape);
}

function listFeatures(
  doc: Document,
  i: number,
  out: Int32Array,
  from: number,
  p1: number,
  n1: number,
  habit: number,
  flags: number,
  flagsP1: number,
  flagsN1: number,
): number {
  let n = from;
  const begin = doc.listBegin[i]!;
  const inside = doc.listInside[i]!;
  const last = doc.listLast[i]!;
  const unit = doc.listUnit[i]!;
  const around = (flagsP1 & CAPITAL) | (flagsN1 & CAPITAL ? 2 : 0) | (flags & ALL_UPPER ? 4 : 0);
  for (let rest = begin | inside | last | unit; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    const list = 31 - Math.clz32(bit);
    const where = (begin & bit ? 1 : 0) | (inside & bit ? 2 : 0) | (last & bit ? 4 : 0) | (unit & bit ? 8 : 0);
    out[n++] = mix(mix(60, list), where);
    if (where === 8) {
      out[n++] = mix(mix(61, list), habit);
      out[n++] = mix(mix(62, list), around);
    }
  }
  if (unit !== 0) out[n++] = mix(63, unit);
  if ((begin | last | inside) !== 0) out[n++] = mix(mix(mix(64, begin), last), inside);
  if (p1 >= 0) {
    const before = doc.listUnit[i - 1]! | doc.listLast[i - 1]!;
    for (let rest = before; rest !== 0; rest &= rest - 1) out[n++] = mix(65, 31 - Math.clz32(rest & -rest));
    if (before !== 0 || unit !== 0) out[n++] = mix(mix(66, before), unit);
  }
  if (n1 >= 0) {
    const after = doc.listUnit[i + 1]! | doc.listBegin[i + 1]!;
    for (let rest = after; rest !== 0; rest &= rest - 1) out[n++] = mix(67, 31 - Math.clz32(rest & -rest));
    if (after !== 0 || unit !== 0) out[n++] = mix(mix(68, unit), after);
  }
  return n;
}

/** Features of the whole run of capitalised words that the token stands in: its first and last word, and what is around it. */
function runFeatures(doc: Document, i: number, out: Int32Array, from: number, shape: number): number {
  let n = from;
  const { words, word, blockOf, count, lexicon } = doc;
  const a = doc.runFirst[i]!;
  if (a < 0) {
    out[n++] = mix(70, shape);
    return n;
  }
  const b = doc.runLast[i]!;
  const length = Math.min(b - a, 6);
  const place = a === b ? 0 : i === a ? 1 : i === b ? 2 : 3;
  const block = blockOf[i]!;
  const before = a > 0 && blockOf[a - 1] === block ? word[a - 1]! : -1;
  const after = b + 1 < count && blockOf[b + 1] === block ? word[b + 1]! : -1;
  const firstWord = word[a]!;
  const lastWord = word[b]!;
  out[n++] = mix(mix(71, place), length);
  out[n++] = mix(mix(72, words.lower[lastWord]!), place);
  out[n++] = mix(mix(73, words.lower[firstWord]!), place);
  const clusterLast = words.cluster[lastWord]!;
  const clusterFirst = words.cluster[firstWord]!;
  out[n++] = mix(mix(74, clusterLast < 0 ? NONE : lexicon.cluster(clusterLast, 1)), place);
  out[n++] = mix(mix(75, clusterFirst < 0 ? NONE : lexicon.cluster(clusterFirst, 1)), place);
  out[n++] = mix(mix(76, before < 0 ? EDGE : words.lower[before]!), place);
  out[n++] = mix(mix(77, after < 0 ? EDGE : words.lower[after]!), place);
  const clusterBefore = before < 0 ? -2 : words.cluster[before]!;
  const clusterAfter = after < 0 ? -2 : words.cluster[after]!;
  out[n++] = mix(mix(78, clusterBefore < -1 ? EDGE + 5000 : lexicon.cluster(clusterBefore, 1)), place);
  out[n++] = mix(mix(79, clusterAfter < -1 ? EDGE + 5000 : lexicon.cluster(clusterAfter, 1)), place);
  out[n++] = mix(
    mix(
      mix(80, clusterBefore < -1 ? EDGE + 5000 : lexicon.cluster(clusterBefore, 1)),
      clusterAfter < -1 ? EDGE + 5000 : lexicon.cluster(clusterAfter, 1),
    ),
    Math.min(length, 2),
  );
  if (a !== b) {
    out[n++] = mix(mix(81, doc.listUnit[a]!), place);
    out[n++] = mix(mix(82, doc.listUnit[b]!), place);
  }
  return n;
}
