import type { StorageArea } from './storage-area.ts';
import type { Failed, Refused } from './store-results.ts';

/** Everything in the storage area but `meta`, by key. */
export type Snapshot = Readonly<Record<string, unknown>>;

/** Brings a whole snapshot from schema version `to - 1` to `to`. Pure; throws when it can't. */
export interface Migration {
  readonly to: number;
  readonly migrate: (snapshot: Snapshot) => Snapshot;
}

/** The steps from version 1 on, in order, without gaps. There are none yet: version 1 is the first. */
export const MIGRATIONS: readonly Migration[] = [];

export const META_KEY = 'meta';
/** What an area without `meta` is taken to be: either empty, or of the time before anything else. */
const FIRST_VERSION = 1;

export type MigrationResult =
  | { readonly status: 'ok'; readonly from: number; readonly to: number; readonly snapshot: Snapshot }
  | Refused;

function refused(reason: Refused['reason'], message: string): Refused {
  return { status: 'refused', reason, message };
}

/** The newest schema version that a list of migrations leads to. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.to ?? FIRST_VERSION;
}

/**
 * Runs the migrations that a snapshot of version `from` lacks, in order. Pure: on any failure the caller still has what it
 * passed. A version newer than the last migration is refused, as nobody here knows what it means.
 */
export function migrate(snapshot: Snapshot, from: number, migrations: readonly Migration[]): MigrationResult {
  const to = newestVersion(migrations);
  if (from > to) {
    return refused(
      'newer-schema',
      `The notes were written by a newer version (schema ${from}, this version knows ${to}). Nothing was changed.`,
    );
  }
  let current = snapshot;
  for (const [position, step] of migrations.entries()) {
    if (step.to !== FIRST_VERSION + position + 1) throw new Error(`migration to ${step.to} is out of order`);
    if (step.to <= from) continue;
    try {
      current = step.migrate(current);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return refused('migration-failed', `The notes could not be brought to schema ${step.to}: ${why}`);
    }
  }
  return { status: 'ok', from, to, snapshot: current };
}

/** `leaving`: keys that the last migration dropped and that may still be there, if the process was stopped in between. */
interface Meta {
  readonly schemaVersion: number;
  readonly leaving?: readonly string[];
}

function readMeta(value: unknown): Meta | null {
  if (value === undefined) return { schemaVersion: FIRST_VERSION };
  if (typeof value !== 'object' || value === null) return null;
  const { schemaVersion, leaving } = value as Record<string, unknown>;
  if (typeof schemaVersion !== 'number' || !Number.isInteger(schemaVersion) || schemaVersion < FIRST_VERSION)
    return null;
  return Array.isArray(leaving)
    ? { schemaVersion, leaving: leaving.filter((key) => typeof key === 'string') }
    : { schemaVersion };
}

/**
 * Brings an area to the newest schema version, in one write. Of an area that is refused nothing is written. Costs one small
 * read when there is nothing to do.
 *
 * @throws what the area throws; nothing is changed then, and the next call begins again.
 */
export async function migrateArea(
  area: StorageArea,
  migrations: readonly Migration[],
): Promise<{ readonly status: 'ok' } | Refused | Failed> {
  const stored = (await area.get([META_KEY]))[META_KEY];
  const meta = readMeta(stored);
  if (meta === null) {
    return refused('unreadable-schema', 'The version of the stored notes can not be read. Nothing was changed.');
  }
  const newest = newestVersion(migrations);
  let leaving = meta.leaving ?? [];
  if (meta.schemaVersion !== newest || stored === undefined) {
    const { [META_KEY]: _meta, ...before } = await area.get(null);
    const result = migrate(before, meta.schemaVersion, migrations);
    if (result.status !== 'ok') return result;
    const after = result.snapshot;
    leaving = [...leaving, ...Object.keys(before)].filter((key) => !Object.hasOwn(after, key));
    const changed = Object.entries(after).filter(([key, value]) => before[key] !== value);
    const metaAfter: Meta = leaving.length > 0 ? { schemaVersion: newest, leaving } : { schemaVersion: newest };
    await area.set({ ...Object.fromEntries(changed), [META_KEY]: metaAfter });
  }
  if (leaving.length > 0) {
    await area.remove(leaving);
    await area.set({ [META_KEY]: { schemaVersion: newest } });
  }
  return { status: 'ok' };
}
