/** The order in which a table holds its keys, and what the file stores of them. Equal keys after packing: the first stays. */
export function packKeys(
  keys: Int32Array,
  bits: number,
): { counts: Uint8Array; prints: Uint16Array; order: Int32Array } {
  const packed = (key: number) => (key >>> (32 - bits)) * 65536 + ((key << bits) >>> 16);
  const sorted = Array.from(keys, (_, i) => i).sort((a, b) => packed(keys[a]!) - packed(keys[b]!) || a - b);
  const order = sorted.filter((k, n) => n === 0 || packed(keys[k]!) !== packed(keys[sorted[n - 1]!]!));
  const counts = new Uint8Array(1 << bits);
  const prints = new Uint16Array(order.length);
  order.forEach((k, n) => {
    const key = keys[k]!;
    counts[key >>> (32 - bits)]! += 1;
    prints[n] = (key << bits) >>> 16;
  });
  return { counts, prints, order: Int32Array.from(order) };
}
