import { describe, expect, it, vi } from 'vitest';

// The polyfill refuses to load outside an extension; the adapter is given its area here.
vi.mock('webextension-polyfill', () => ({ default: { storage: { local: {} } } }));
const { extensionStorage, StorageFullError } = await import('./storage-area.ts');

function areaThatThrows(error: unknown) {
  return { get: async () => ({}), set: () => Promise.reject(error), remove: async () => {} };
}

describe('a full storage area', () => {
  it.each([
    [new Error('QUOTA_BYTES quota exceeded')],
    [new Error('Resource::kQuotaBytes quota exceeded')],
    [new Error('QuotaExceededError: storage.local API call exceeded its quota limitations.')],
    [new Error('IO error: /profile/000005.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)')],
    [new DOMException('too much', 'QuotaExceededError')],
    [{ message: 'QUOTA_BYTES quota exceeded' }],
    ['QUOTA_BYTES quota exceeded'],
  ])('is known by %s', async (error) => {
    await expect(extensionStorage(areaThatThrows(error)).set({ a: 1 })).rejects.toBeInstanceOf(StorageFullError);
  });

  it('is not seen in other errors', async () => {
    const error = new Error('An unexpected error occurred');
    await expect(extensionStorage(areaThatThrows(error)).set({ a: 1 })).rejects.toBe(error);
  });
});

describe('the browser area', () => {
  it('is called with keys and items as they are given, null meaning all', async () => {
    const calls: unknown[] = [];
    const area = extensionStorage({
      get: async (keys) => {
        calls.push(['get', keys]);
        return { a: 1 };
      },
      set: async (items) => void calls.push(['set', items]),
      remove: async (keys) => void calls.push(['remove', keys]),
    });
    expect(await area.get(null)).toEqual({ a: 1 });
    await area.get(['a']);
    await area.set({ a: 2 });
    await area.remove(['a', 'b']);
    expect(calls).toEqual([
      ['get', null],
      ['get', ['a']],
      ['set', { a: 2 }],
      ['remove', ['a', 'b']],
    ]);
    expect(area.getBytesInUse).toBeUndefined();
  });

  it('tells its size where the browser can', async () => {
    const area = extensionStorage({ ...areaThatThrows(null), getBytesInUse: async (keys) => (keys === null ? 42 : 0) });
    expect(await area.getBytesInUse?.(null)).toBe(42);
  });
});
