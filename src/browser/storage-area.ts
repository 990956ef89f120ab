import browser from 'webextension-polyfill';
import { type StorageArea, StorageFullError } from '../annotations/storage-area.ts';

export { type StorageArea, StorageFullError } from '../annotations/storage-area.ts';

/** The calls of `browser.storage.local` that are used here. Older Firefox lacks `getBytesInUse`. */
interface BrowserArea {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  getBytesInUse?(keys: string[] | null): Promise<number>;
}

/**
 * How the browsers say that there is no room, neither with a code. Chromium: "QUOTA_BYTES quota exceeded", in newer versions
 * "Resource::kQuotaBytes quota exceeded"; Firefox: "QuotaExceededError: storage.local API call exceeded its quota
 * limitations."; Chromium on a full disk: "IO error: ... FILE_ERROR_NO_SPACE".
 */
const NO_ROOM = /quota|FILE_ERROR_NO_SPACE|no space left/i;

function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null) {
    const { name, message } = error as { name?: unknown; message?: unknown };
    return `${typeof name === 'string' ? name : ''} ${typeof message === 'string' ? message : ''}`;
  }
  return String(error);
}

/** The browser's local storage area, with its quota errors told apart from others. */
export function extensionStorage(area: BrowserArea = browser.storage.local): StorageArea {
  const adapter: StorageArea = {
    get: (keys) => area.get(keys === null ? null : [...keys]),
    async set(items) {
      try {
        await area.set({ ...items });
      } catch (error) {
        const message = messageOf(error);
        throw NO_ROOM.test(message) ? new StorageFullError(message.trim(), { cause: error }) : error;
      }
    },
    remove: (keys) => area.remove([...keys]),
  };
  const getBytesInUse = area.getBytesInUse?.bind(area);
  if (getBytesInUse !== undefined) adapter.getBytesInUse = (keys) => getBytesInUse(keys === null ? null : [...keys]);
  return adapter;
}
