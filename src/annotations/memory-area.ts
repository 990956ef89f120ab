import { type StorageArea, StorageFullError } from './storage-area.ts';

/**
 * A storage area in memory, for tests and the command line. Values are kept as JSON, so that nothing survives in it that
 * would not survive in a browser. Every call ends in a later turn, as in a browser: code that does not wait shows it.
 */
export class MemoryArea implements StorageArea {
  readonly #values = new Map<string, string>();
  /** How many UTF-16 code units of keys and values fit; `set` throws beyond. May be changed at any time. */
  capacity = Number.POSITIVE_INFINITY;

  constructor(items: Readonly<Record<string, unknown>> = {}) {
    for (const [key, value] of Object.entries(items)) this.#values.set(key, JSON.stringify(value));
  }

  async get(keys: readonly string[] | null): Promise<Record<string, unknown>> {
    await nextTurn();
    const found: [string, unknown][] = [];
    for (const key of keys ?? this.#values.keys()) {
      const value = this.#values.get(key);
      if (value !== undefined) found.push([key, JSON.parse(value)]);
    }
    return Object.fromEntries(found);
  }

  async set(items: Readonly<Record<string, unknown>>): Promise<void> {
    const added = Object.entries(items).map(([key, value]) => [key, JSON.stringify(value)] as const);
    await nextTurn();
    const after = new Map([...this.#values, ...added]);
    if (sizeOf(after) > this.capacity) throw new StorageFullError(`no room beyond ${this.capacity}`);
    for (const [key, value] of added) this.#values.set(key, value);
  }

  async remove(keys: readonly string[]): Promise<void> {
    await nextTurn();
    for (const key of keys) this.#values.delete(key);
  }

  async getBytesInUse(keys: readonly string[] | null): Promise<number> {
    await nextTurn();
    return sizeOf(new Map([...this.#values].filter(([key]) => keys === null || keys.includes(key))));
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function sizeOf(values: ReadonlyMap<string, string>): number {
  let size = 0;
  for (const [key, value] of values) size += key.length + value.length;
  return size;
}
