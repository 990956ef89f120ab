import type { PackedTable } from './packed-table.ts';
import type { Weights } from './tagger.ts';

/** Weights as the file holds them: for each known feature a few pairs of a label and a signed 8-bit weight. */
export class PackedWeights implements Weights {
  readonly moves: Float32Array;
  private readonly table: PackedTable;
  private readonly starts: Int32Array;
  private readonly entries: Uint16Array;

  /** `counts` is the number of pairs of each feature, `entries` the pairs: label in the upper byte, weight in the lower. */
  constructor(table: PackedTable, counts: Uint8Array, entries: Uint16Array, moves: Float32Array) {
    this.table = table;
    this.entries = entries;
    this.moves = moves;
    const starts = new Int32Array(counts.length + 1);
    let sum = 0;
    for (let f = 0; f < counts.length; f += 1) {
      starts[f] = sum;
      sum += counts[f]!;
    }
    starts[counts.length] = sum;
    this.starts = starts;
  }

  add(keys: Int32Array, n: number, out: Float32Array, at: number): void {
    const { table, starts, entries } = this;
    for (let k = 0; k < n; k += 1) {
      const feature = table.find(keys[k]!);
      if (feature < 0) continue;
      const end = starts[feature + 1]!;
      for (let e = starts[feature]!; e < end; e += 1) {
        const entry = entries[e]!;
        out[at + (entry >>> 8)]! += (entry << 24) >> 24;
      }
    }
  }
}
