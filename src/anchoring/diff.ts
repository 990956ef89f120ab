/** A run of words that differs between two lists: indices, `end` exclusive; one of the two ranges may be empty. */
export interface DifferingRun {
  readonly wasStart: number;
  readonly wasEnd: number;
  readonly nowStart: number;
  readonly nowEnd: number;
}

/** Larger differences are first split at words that occur once on each side. */
const MOST_CELLS = 4_000_000;

/** Pairs of indices of words that stand once in each range, in an order that both share (patience difference, Cohen 2003). */
function uniquePairs(
  was: readonly string[],
  now: readonly string[],
  { wasStart, wasEnd, nowStart, nowEnd }: DifferingRun,
): [number, number][] {
  const places = (words: readonly string[], start: number, end: number): Map<string, number> => {
    const found = new Map<string, number>();
    for (let index = start; index < end; index++) found.set(words[index]!, found.has(words[index]!) ? -1 : index);
    return found;
  };
  const nowPlaces = places(now, nowStart, nowEnd);
  const pairs = [...places(was, wasStart, wasEnd)]
    .map(([word, index]) => [index, nowPlaces.get(word) ?? -1] as [number, number])
    .filter(([a, b]) => a >= 0 && b >= 0);
  // The longest run of pairs that ascends on both sides.
  const tails: number[] = [];
  const previous: number[] = [];
  for (let index = 0; index < pairs.length; index++) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < pairs[index]![1]) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? tails[low - 1]! : -1);
    tails[low] = index;
  }
  const chosen: [number, number][] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) chosen.push(pairs[index]!);
  return chosen.reverse();
}

function differBetween(
  was: readonly string[],
  now: readonly string[],
  range: DifferingRun,
  runs: DifferingRun[],
): void {
  let { wasStart, wasEnd, nowStart, nowEnd } = range;
  while (wasStart < wasEnd && nowStart < nowEnd && was[wasStart] === now[nowStart]) {
    wasStart++;
    nowStart++;
  }
  while (wasStart < wasEnd && nowStart < nowEnd && was[wasEnd - 1] === now[nowEnd - 1]) {
    wasEnd--;
    nowEnd--;
  }
  if (wasStart === wasEnd && nowStart === nowEnd) return;
  const trimmed = { wasStart, wasEnd, nowStart, nowEnd };
  if (wasStart === wasEnd || nowStart === nowEnd) {
    runs.push(trimmed);
    return;
  }
  const rows = wasEnd - wasStart;
  const columns = nowEnd - nowStart;
  if (rows * columns > MOST_CELLS) {
    const pairs = uniquePairs(was, now, trimmed);
    if (pairs.length === 0) {
      runs.push(trimmed);
      return;
    }
    let from = { was: wasStart, now: nowStart };
    for (const [wasAt, nowAt] of pairs) {
      differBetween(was, now, { wasStart: from.was, wasEnd: wasAt, nowStart: from.now, nowEnd: nowAt }, runs);
      from = { was: wasAt + 1, now: nowAt + 1 };
    }
    differBetween(was, now, { wasStart: from.was, wasEnd, nowStart: from.now, nowEnd }, runs);
    return;
  }
  const stride = columns + 1;
  const lengths = new Int32Array((rows + 1) * stride);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      lengths[row * stride + column] =
        was[wasStart + row] === now[nowStart + column]
          ? lengths[(row + 1) * stride + column + 1]! + 1
          : Math.max(lengths[(row + 1) * stride + column]!, lengths[row * stride + column + 1]!);
    }
  }
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    const runRow = row;
    const runColumn = column;
    while (row < rows || column < columns) {
      if (row < rows && column < columns && was[wasStart + row] === now[nowStart + column]) break;
      if (
        column >= columns ||
        (row < rows && lengths[(row + 1) * stride + column]! >= lengths[row * stride + column + 1]!)
      )
        row++;
      else column++;
    }
    if (row > runRow || column > runColumn) {
      runs.push({
        wasStart: wasStart + runRow,
        wasEnd: wasStart + row,
        nowStart: nowStart + runColumn,
        nowEnd: nowStart + column,
      });
    }
    while (row < rows && column < columns && was[wasStart + row] === now[nowStart + column]) {
      row++;
      column++;
    }
  }
}

/**
 * The runs of words that differ, in order, by a longest common subsequence (split at unique words where the lists are long).
 * Equal strings are equal words. Cost: the product of the lengths of what differs, at most a few million steps at a time.
 */
export function differingRuns(was: readonly string[], now: readonly string[]): DifferingRun[] {
  const runs: DifferingRun[] = [];
  differBetween(was, now, { wasStart: 0, wasEnd: was.length, nowStart: 0, nowEnd: now.length }, runs);
  return runs;
}
