import { expect, test } from 'vitest';
import { opaqueLuminance } from './scheme.ts';

test('white is 1, black is 0, mid grey is near the contrast threshold of WCAG', () => {
  expect(opaqueLuminance('rgb(255, 255, 255)')).toBeCloseTo(1);
  expect(opaqueLuminance('rgb(0, 0, 0)')).toBe(0);
  expect(opaqueLuminance('rgb(118, 118, 118)')).toBeCloseTo(0.181, 2);
});

test('what is see-through lets the ground behind it decide', () => {
  expect(opaqueLuminance('rgba(0, 0, 0, 0)')).toBeNull();
  expect(opaqueLuminance('rgba(0, 0, 0, 0.3)')).toBeNull();
  expect(opaqueLuminance('rgba(0, 0, 0, 0.9)')).toBe(0);
});

test('a notation that is not read is no answer', () => {
  expect(opaqueLuminance('color(srgb 1 1 1)')).toBeNull();
});
