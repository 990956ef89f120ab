/**
 * A read-only set of 32-bit keys, each with a dense index: keys are grouped by their top bits, and 16 more bits tell the
 * members of a group apart. A key that is not in the set is taken for a member about once in 16,000 times.
 */
export class PackedTable {
  readonly bits: number;
  readonly size: number;
  private readonly groups: Int32Array;
  private readonly prints: Uint16Array;

  /** `counts` has the number of members of each of the 2^bits groups, `prints` the 16 bits of each member in order. */
  constructor(bits: number, counts: Uint8Array, prints: Uint16Array) {
    this.bits = bits;
    this.prints = prints;
    this.size = prints.length;
    const groups = new Int32Array(counts.length + 1);
    let sum = 0;
    for (let g = 0; g < counts.length; g += 1) {
      groups[g] = sum;
      sum += counts[g]!;
    }
    groups[counts.length] = sum;
    this.groups = groups;
  }

  /** Calls `visit` with every key, in the order of their indices. The lowest bits are 0 when a table keeps fewer than 32. */
  each(visit: (key: number) => void): void {
    for (let group = 0; group + 1 < this.groups.length; group += 1) {
      for (let i = this.groups[group]!; i < this.groups[group + 1]!; i += 1) {
        visit((group << (32 - this.bits)) | (this.prints[i]! << (16 - this.bits)));
      }
    }
  }

  /** The index of a key, or -1. */
  find(key: number): number {
    const group = key >>> (32 - this.bits);
    const print = (key << this.bits) >>> 16;
    const end = this.groups[group + 1]!;
    const prints = this.prints;
    for (let i = this.groups[group]!; i < end; i += 1) if (prints[i] === print) return i;
    return -1;
  }
}
