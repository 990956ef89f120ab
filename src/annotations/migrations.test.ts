import { describe, expect, it } from 'vitest';
import { MemoryArea } from './memory-area.ts';
import { MIGRATIONS, type Migration, migrate, migrateArea, newestVersion } from './migrations.ts';
import type { StorageArea } from './storage-area.ts';

const rename: Migration = {
  to: 2,
  migrate: ({ old, ...rest }) => ({ ...rest, renamed: old }),
};
const double: Migration = {
  to: 3,
  migrate: (snapshot) => ({ ...snapshot, count: Number(snapshot.count) * 2 }),
};
const broken: Migration = {
  to: 3,
  migrate: () => {
    throw new Error('no such thing');
  },
};

describe('a list of migrations', () => {
  it('runs in order from the stored version on', () => {
    const before = { old: 'a', count: 2 };
    expect(migrate(before, 1, [rename, double])).toEqual({
      status: 'ok',
      from: 1,
      to: 3,
      snapshot: { renamed: 'a', count: 4 },
    });
    expect(migrate(before, 2, [rename, double])).toMatchObject({ snapshot: { old: 'a', count: 4 } });
    expect(before).toEqual({ old: 'a', count: 2 });
  });

  it('refuses data of a newer version', () => {
    expect(migrate({}, 4, [rename, double])).toMatchObject({ status: 'refused', reason: 'newer-schema' });
  });

  it('tells which step failed', () => {
    const result = migrate({ old: 1 }, 1, [rename, broken]);
    expect(result).toMatchObject({ status: 'refused', reason: 'migration-failed' });
    expect('message' in result && result.message).toContain('schema 3: no such thing');
  });

  it('must be in order and without gaps', () => {
    expect(() => migrate({}, 1, [double])).toThrow('out of order');
    expect(newestVersion([rename, double])).toBe(3);
    expect(newestVersion(MIGRATIONS)).toBe(1);
  });
});

describe('an area', () => {
  it('is brought to the newest version once', async () => {
    const area = new MemoryArea({ old: 'a', count: 2, meta: { schemaVersion: 1 } });
    expect(await migrateArea(area, [rename, double])).toEqual({ status: 'ok' });
    const after = { renamed: 'a', count: 4, meta: { schemaVersion: 3 } };
    expect(await area.get(null)).toEqual(after);
    await migrateArea(area, [rename, double]);
    expect(await area.get(null)).toEqual(after);
  });

  it('gets the first version when it is empty', async () => {
    const area = new MemoryArea();
    await migrateArea(area, MIGRATIONS);
    expect(await area.get(null)).toEqual({ meta: { schemaVersion: 1 } });
  });

  it.each([[{ schemaVersion: 9 }], [{ schemaVersion: 'two' }], ['rubbish'], [{}], [{ schemaVersion: 0 }]])(
    'with meta %j is refused and left alone',
    async (meta) => {
      const area = new MemoryArea({ old: 'a', meta });
      expect((await migrateArea(area, [rename])).status).toBe('refused');
      expect(await area.get(null)).toEqual({ old: 'a', meta });
    },
  );

  it('keeps everything when a step fails', async () => {
    const items = { old: 'a', meta: { schemaVersion: 1 } };
    const area = new MemoryArea(items);
    expect((await migrateArea(area, [rename, broken])).status).toBe('refused');
    expect(await area.get(null)).toEqual(items);
  });

  it('finishes what a stopped process left undone', async () => {
    const memory = new MemoryArea({ old: 'a', meta: { schemaVersion: 1 } });
    const stopped: StorageArea = {
      get: (keys) => memory.get(keys),
      set: (items) => memory.set(items),
      remove: () => Promise.reject(new Error('stopped')),
    };
    await expect(migrateArea(stopped, [rename])).rejects.toThrow('stopped');
    expect(await memory.get(['old'])).toEqual({ old: 'a' });
    await migrateArea(memory, [rename]);
    expect(await memory.get(null)).toEqual({ renamed: 'a', meta: { schemaVersion: 2 } });
  });
});
