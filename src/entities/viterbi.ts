import { isOpen, LABELS, needsOpen, typeOf } from './labels.ts';

/** Where no legal path leads. */
const NEVER = -1e9;

/** Pairs of labels that may follow each other, as `from` and `to` columns. */
export const ARCS_FROM: Int32Array = new Int32Array(LABELS * LABELS);
export const ARCS_TO: Int32Array = new Int32Array(LABELS * LABELS);
let arcs = 0;
for (let from = 0; from < LABELS; from += 1) {
  for (let to = 0; to < LABELS; to += 1) {
    if (isOpen(from) ? !needsOpen(to) || typeOf(from) !== typeOf(to) : needsOpen(to)) continue;
    ARCS_FROM[arcs] = from;
    ARCS_TO[arcs] = to;
    arcs += 1;
  }
}
export const ARCS: number = arcs;

let best = new Float32Array(64 * LABELS);
let back = new Uint8Array(64 * LABELS);

/**
 * The best legal sequence of labels for a chain of `length` tokens (Viterbi 1967). `scores` has LABELS numbers for each
 * token from row `row` on, `moves` the score of each pair of labels (from * LABELS + to). Labels are written to `out` from
 * `at` on. Before and after the chain stands O.
 */
export function decode(
  scores: Float32Array,
  row: number,
  length: number,
  moves: Float32Array,
  out: Uint8Array,
  at: number,
): void {
  if (length * LABELS > best.length) {
    best = new Float32Array(length * 2 * LABELS);
    back = new Uint8Array(length * 2 * LABELS);
  }
  const base = row * LABELS;
  for (let y = 0; y < LABELS; y += 1) best[y] = needsOpen(y) ? NEVER : scores[base + y]! + moves[y]!;
  for (let i = 1; i < length; i += 1) {
    const now = i * LABELS;
    const before = now - LABELS;
    best.fill(NEVER * 2, now, now + LABELS);
    for (let k = 0; k < ARCS; k += 1) {
      const from = ARCS_FROM[k]!;
      const to = ARCS_TO[k]!;
      const score = best[before + from]! + moves[from * LABELS + to]!;
      if (score > best[now + to]!) {
        best[now + to] = score;
        back[now + to] = from;
      }
    }
    for (let y = 0; y < LABELS; y += 1) best[now + y]! += scores[base + now + y]!;
  }
  let label = 0;
  let top = NEVER * 4;
  const end = (length - 1) * LABELS;
  for (let y = 0; y < LABELS; y += 1) {
    if (isOpen(y)) continue;
    const score = best[end + y]! + moves[y * LABELS]!;
    if (score > top) {
      top = score;
      label = y;
    }
  }
  for (let i = length - 1; i >= 0; i -= 1) {
    out[at + i] = label;
    label = back[i * LABELS + label]!;
  }
}
