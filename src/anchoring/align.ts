/**
 * Alignment of words. Both methods are the classic dynamic programmes over a table of words by words: a longest common
 * subsequence with weights (Hunt and Szymanski 1977), and a fit of a short sequence into a long one (Sellers 1980).
 */

/** A word that the page has and the passage lacks, or the other way round, costs this: so a fit stays compact. */
const SKIP = 0.15;

/** In a context a word that was replaced costs less than one that is lost: so both neighbours keep their places. */
const REPLACED = 0.02;
const LOST = 0.04;

/** A passage fitted into a stretch of the page. Word indices: `start` inclusive, `end` exclusive, of the page. */
export interface Fit {
  readonly score: number;
  readonly start: number;
  readonly end: number;
  /** Words of the passage before the first and after the last that was matched. */
  readonly headMissing: number;
  readonly tailMissing: number;
}

/**
 * Fits the whole of `passage` into the page's words from `from` to `to`, at the best place there. Numbers that are equal match.
 * Null when no word matches. Cost: the product of the two lengths.
 */
export function fitWords(
  passage: Int32Array,
  page: Int32Array,
  from: number,
  to: number,
  weights: readonly number[],
): Fit | null {
  const width = to - from;
  const rows = passage.length;
  if (width <= 0 || rows === 0) return null;
  const stride = width + 1;
  const scores = new Float32Array((rows + 1) * stride);
  for (let row = 1; row <= rows; row++) scores[row * stride] = -SKIP * row;
  for (let row = 1; row <= rows; row++) {
    const id = passage[row - 1]!;
    const weight = id < 0 ? 0 : weights[id]!;
    for (let column = 1; column <= width; column++) {
      const at = row * stride + column;
      let best = Math.max(scores[at - stride]!, scores[at - 1]!) - SKIP;
      if (id >= 0 && page[from + column - 1] === id) best = Math.max(best, scores[at - stride - 1]! + weight);
      scores[at] = best;
    }
  }
  // The fit may end at any word of the page.
  let end = 0;
  for (let column = 1; column <= width; column++) {
    if (scores[rows * stride + column]! > scores[rows * stride + end]!) end = column;
  }
  const score = scores[rows * stride + end]!;
  let row = rows;
  let column = end;
  let firstRow = -1;
  let lastRow = -1;
  let firstColumn = -1;
  let lastColumn = -1;
  while (row > 0 && column > 0) {
    const at = row * stride + column;
    const id = passage[row - 1]!;
    if (
      id >= 0 &&
      page[from + column - 1] === id &&
      scores[at] === Math.fround(scores[at - stride - 1]! + weights[id]!)
    ) {
      row--;
      column--;
      firstRow = row;
      firstColumn = column;
      if (lastRow < 0) {
        lastRow = row;
        lastColumn = column;
      }
    } else if (scores[at - stride]! >= scores[at - 1]!) row--;
    else column--;
  }
  if (firstRow < 0) return null;
  return {
    score,
    start: from + firstColumn,
    end: from + lastColumn + 1,
    headMissing: firstRow,
    tailMissing: rows - 1 - lastRow,
  };
}

const NEAREST_WORDS = 5;
const FURTHER_OFF = 0.4;

/** The words next to the passage tell more than those behind them, which may be another paragraph's by now. */
export function nearness(distance: number): number {
  return distance < NEAREST_WORDS ? 1 : FURTHER_OFF;
}

/**
 * The weight of the words that a context has in common, in order, with the page's words outward from a place: `page` is read
 * from `from` by steps of `step` (1 or -1). Words of the page that are skipped on the way cost a little, so that the place next
 * to the context is better than one further off. Cost: the product of the two lengths.
 */
export function weightOutward(
  context: Int32Array,
  page: Int32Array,
  from: number,
  count: number,
  step: 1 | -1,
  weights: readonly number[],
): number {
  let previous = new Float64Array(count + 1);
  let current = new Float64Array(count + 1);
  for (let column = 1; column <= count; column++) previous[column] = -SKIP * column;
  for (let row = 1; row <= context.length; row++) {
    const id = context[row - 1]!;
    const weight = id < 0 ? 0 : weights[id]! * nearness(row - 1);
    current[0] = previous[0]! - LOST;
    for (let column = 1; column <= count; column++) {
      const isSame = id >= 0 && page[from + (column - 1) * step] === id;
      const through = previous[column - 1]! + (isSame ? weight : -REPLACED);
      current[column] = Math.max(previous[column]! - LOST, current[column - 1]! - SKIP, through);
    }
    [previous, current] = [current, previous];
  }
  return Math.max(...previous);
}

/** The weight of the words that two stretches have in common in the same order. Cost: the product of the two lengths. */
export function commonWeight(
  a: Int32Array,
  page: Int32Array,
  from: number,
  to: number,
  weights: readonly number[],
): number {
  const count = to - from;
  let previous = new Float64Array(count + 1);
  let current = new Float64Array(count + 1);
  for (const id of a) {
    const weight = id < 0 ? 0 : weights[id]!;
    for (let column = 1; column <= count; column++) {
      let best = Math.max(previous[column]!, current[column - 1]!);
      if (id >= 0 && page[from + column - 1] === id) best = Math.max(best, previous[column - 1]! + weight);
      current[column] = best;
    }
    [previous, current] = [current, previous];
  }
  return previous[count]!;
}
