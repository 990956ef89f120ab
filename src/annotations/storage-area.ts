/**
 * The little that the store needs of a key-value area; `extensionStorage()` in `src/browser` gives the browser's, `MemoryArea`
 * one in memory. Values are plain JSON data.
 */
export interface StorageArea {
  /** The values of those keys that exist; of all keys when null is given. */
  get(keys: readonly string[] | null): Promise<Record<string, unknown>>;
  /**
   * Writes all items or none. Both browsers keep to this: Chromium writes one call as one LevelDB batch, Firefox as one
   * IndexedDB transaction that it aborts on the first error.
   *
   * @throws {StorageFullError} when there is no room; nothing was written.
   */
  set(items: Readonly<Record<string, unknown>>): Promise<void>;
  /** Removes keys; those that do not exist are passed over. */
  remove(keys: readonly string[]): Promise<void>;
  /** Bytes used by keys and values, by all of them when null is given. Not every browser can tell. */
  getBytesInUse?(keys: readonly string[] | null): Promise<number>;
}

/** The area or the disk beneath it has no room left. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
}
