import { expect, test } from 'vitest';
import { MemoryArea } from '../annotations/memory-area.ts';
import { DEFAULT_SETTINGS } from '../annotations/settings.ts';
import { createStore } from '../annotations/store.ts';
import type { askBackground } from '../browser/messages.ts';
import { createSettingsModel } from './settings-model.ts';
import { speakEnglish } from './test-catalog.ts';

speakEnglish();

function bench() {
  const area = new MemoryArea();
  const store = createStore(area, () => new Date('2026-11-20T12:00:00Z'));
  const ask = (async (type: string, data: never) => {
    if (type === 'save-settings') return store.saveSettings(data);
    const result = await store.settings();
    return 'value' in result ? result.value : DEFAULT_SETTINGS;
  }) as typeof askBackground;
  return { area, store, model: createSettingsModel(ask) };
}

test('two changes in quick succession are both stored', async () => {
  const { store, model } = bench();
  await model.load();
  const saved = [
    model.change((was) => ({ ...was, marksOn: false })),
    model.change((was) => ({ ...was, sites: [...was.sites, 'a.example'] })),
  ];
  expect(model.settings.value).toMatchObject({ marksOn: false, sites: ['a.example'] });
  expect(await Promise.all(saved)).toEqual([true, true]);
  expect(await store.settings()).toMatchObject({ value: { marksOn: false, sites: ['a.example'] } });
});

test('an answer that is older than a change does not undo what the reader sees', async () => {
  const { model } = bench();
  await model.load();
  const loading = model.load();
  const saving = model.change((was) => ({ ...was, marksOn: false }));
  await loading;
  expect(model.settings.value?.marksOn).toBe(false);
  await saving;
  expect(model.settings.value?.marksOn).toBe(false);
});

test('what can not be saved goes back to what is stored, with the reason, which the next success clears', async () => {
  const { area, model } = bench();
  await model.load();
  area.capacity = 3;
  expect(await model.change((was) => ({ ...was, marksOn: false }))).toBe(false);
  expect(model.settings.value?.marksOn).toBe(true);
  expect(model.problem.value).toContain('storage is full');
  area.capacity = Number.POSITIVE_INFINITY;
  expect(await model.change((was) => ({ ...was, marksOn: false }))).toBe(true);
  expect(model.problem.value).toBeNull();
});

test('nothing is changed before anything is known', async () => {
  const { model, store } = bench();
  expect(await model.change((was) => ({ ...was, marksOn: false }))).toBe(false);
  expect(await store.settings()).toMatchObject({ value: DEFAULT_SETTINGS });
});

test('a background that does not answer is told in words', async () => {
  const model = createSettingsModel((() => Promise.reject(new Error('gone'))) as typeof askBackground);
  await model.load();
  expect(model.problem.value).toContain('gone');
});
