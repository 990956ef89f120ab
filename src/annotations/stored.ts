import type { Invalid, Parsed } from './fields.ts';
import type { StorageArea } from './storage-area.ts';
import { type Damage, ok, type StoreResult } from './store-results.ts';

/** What a reader makes of a stored value: what it could read, and every field that it could not. */
export interface Reading<T> {
  readonly value: T | null;
  readonly problems: readonly Invalid[];
}

/**
 * A stored value as it was read. When it is damaged, `keep` holds the raw data under the key at which it is to be set aside;
 * whoever writes over the damaged key writes `keep` in the same call, so that the raw data is never lost.
 */
export interface Loaded<T> {
  readonly value: T | null;
  readonly keep: Readonly<Record<string, unknown>>;
  readonly damage?: Damage;
}

/** Turns an all-or-nothing parser into a reader of stored values. */
export function wholly<T>(parser: (raw: unknown) => Parsed<T>): (raw: unknown) => Reading<T> {
  return (raw) => {
    const result = parser(raw);
    return result.status === 'ok' ? { value: result.value, problems: [] } : { value: null, problems: [result] };
  };
}

const SHOWN_PROBLEMS = 3;

function describe(problems: readonly Invalid[]): string {
  const shown = problems.slice(0, SHOWN_PROBLEMS).map(({ message }) => message);
  const more = problems.length - shown.length;
  return more > 0 ? `${shown.join('; ')}; and ${more} more` : shown.join('; ');
}

const DAMAGED_PREFIX = 'damaged:';

/** Whether data under a storage key was set aside as damaged. */
export function isSetAside(storageKey: string): boolean {
  return storageKey.startsWith(DAMAGED_PREFIX);
}

/** The first key of `damaged:<key>`, `damaged:<key> (2)` ... that is free: data set aside earlier is not overwritten. */
async function freeKeyFor(area: StorageArea, storageKey: string): Promise<string> {
  const first = DAMAGED_PREFIX + storageKey;
  for (let copy = 1; ; copy++) {
    const key = copy === 1 ? first : `${first} (${copy})`;
    if (!Object.hasOwn(await area.get([key]), key)) return key;
  }
}

/** What `raw`, found under a storage key, holds. Writes nothing. */
export async function inspect<T>(
  area: StorageArea,
  storageKey: string,
  raw: unknown,
  read: (raw: unknown) => Reading<T>,
): Promise<Loaded<T>> {
  const { value, problems } = read(raw);
  if (problems.length === 0) return { value, keep: {} };
  const keptAs = await freeKeyFor(area, storageKey);
  return { value, keep: { [keptAs]: raw }, damage: { keptAs, message: describe(problems) } };
}

/** Reads one key; `value` is null where nothing is stored or nothing could be read. Writes nothing. */
export async function load<T>(
  area: StorageArea,
  storageKey: string,
  read: (raw: unknown) => Reading<T>,
): Promise<Loaded<T>> {
  const found = await area.get([storageKey]);
  if (!Object.hasOwn(found, storageKey)) return { value: null, keep: {} };
  return inspect(area, storageKey, found[storageKey], read);
}

/**
 * The answer to a read: sound data as `ok`; damaged data is set aside with `settle` (which writes `keep` and puts the key
 * itself right) and given as `damaged`. When there is no room to set it aside it stays where it is, and the answer says so.
 */
export async function answerRead<T, U>(
  loaded: Loaded<T>,
  storageKey: string,
  value: U,
  settle: () => Promise<void>,
): Promise<StoreResult<U>> {
  const { damage } = loaded;
  if (damage === undefined) return ok(value);
  try {
    await settle();
    return { status: 'damaged', value, damage };
  } catch {
    return { status: 'damaged', value, damage: { keptAs: storageKey, message: damage.message } };
  }
}
