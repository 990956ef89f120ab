import { expect, test } from 'vitest';
import { placeBeside } from './place.ts';

const view = { width: 1000, height: 800 };
const size = { width: 300, height: 200 };
const anchor = (left: number, top: number): DOMRectReadOnly =>
  ({ left, top, bottom: top + 20, right: left + 100 }) as DOMRectReadOnly;

test('stands below the passage, at its left edge', () => {
  expect(placeBeside(anchor(100, 100), size, view)).toEqual({ left: 100, top: 128 });
});

test('goes above where there is no room below', () => {
  expect(placeBeside(anchor(100, 700), size, view)).toEqual({ left: 100, top: 492 });
});

test('is never cut at the right or the left', () => {
  expect(placeBeside(anchor(950, 100), size, view).left).toBe(692);
  expect(placeBeside(anchor(-50, 100), size, view).left).toBe(8);
});

test('stays in a window that is too small for either side', () => {
  expect(placeBeside(anchor(100, 100), size, { width: 1000, height: 260 })).toEqual({ left: 100, top: 52 });
});

test('stays in the window when the passage has been scrolled away', () => {
  expect(placeBeside(anchor(100, -400), size, view).top).toBe(8);
  expect(placeBeside(anchor(100, 2000), size, view).top).toBeLessThanOrEqual(800 - 200);
});
