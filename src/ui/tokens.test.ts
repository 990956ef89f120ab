import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LAYER_KINDS } from '../marks/kinds.ts';
import { opaqueLuminance } from '../marks/scheme.ts';

const read = (file: string): string => readFileSync(path.resolve(import.meta.dirname, file), 'utf8');

function tokensIn(css: string): Map<string, string> {
  return new Map([...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1]!, match[2]!.trim()]));
}

const [lightCss = '', darkCss = ''] = read('tokens.css').split(/@media/);
const light = tokensIn(lightCss);
const dark = new Map([...light, ...tokensIn(darkCss)]);

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return opaqueLuminance(`rgb(${channels.join(', ')})`)!;
}

/** WCAG 2, 1.4.3. */
function contrast(a: string, b: string): number {
  const [dim, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright! + 0.05) / (dim! + 0.05);
}

const GROUNDS = ['ground', 'ground-raised', 'ground-sunk'];
const TEXT_ON_GROUNDS = ['ink', 'ink-quiet', 'accent', 'accent-strong', 'danger', 'warning', 'good'];
const PAIRS = [
  ...TEXT_ON_GROUNDS.flatMap((ink) => GROUNDS.map((ground) => [ink, ground, 4.5] as const)),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['passage-note-ink', 'passage-note', 4.5],
  ['passage-flag-ink', 'passage-flag', 4.5],
  ['ink', 'danger-ground', 4.5],
  ['ink-quiet', 'danger-ground', 4.5],
  ['danger', 'danger-ground', 4.5],
  ['ink', 'info-ground', 4.5],
  ['ink', 'warning-ground', 4.5],
  ['ink-quiet', 'warning-ground', 4.5],
  ['edge', 'ground', 3],
  ['edge', 'ground-raised', 3],
  ...['person', 'org', 'place', 'group', 'event', 'work', 'product', 'date'].map(
    (kind) => [`kind-${kind}`, 'ground', 3] as const,
  ),
] as const;

test.each([
  ['light', light],
  ['dark', dark],
] as const)('text and edges can be told from their ground in the %s scheme (WCAG AA)', (_, tokens) => {
  for (const [ink, ground, least] of PAIRS) {
    const ratio = contrast(tokens.get(ink)!, tokens.get(ground)!);
    expect(ratio, `${ink} on ${ground}: ${ratio.toFixed(2)}`).toBeGreaterThanOrEqual(least);
  }
});

test('kinds have the colours and the underlines that are painted in the page', () => {
  const painted = read('../marks/highlights.css');
  const controls = read('controls.css');
  for (const [schemeIndex, tokens] of [light, dark].entries()) {
    for (const [index, kind] of LAYER_KINDS.entries()) {
      const name = `newsgloss-${index + 1 + schemeIndex * LAYER_KINDS.length}`;
      const rule = new RegExp(`highlight\\(${name}\\)\\s*\\{([^}]+)\\}`).exec(painted)?.[1] ?? '';
      if (kind === 'NOTE' || kind === 'FLAG') {
        expect(rule).toContain(`background-color: ${tokens.get(`passage-${kind.toLowerCase()}`)}`);
        continue;
      }
      const token = `kind-${kind.toLowerCase()}`;
      const [, style, color, width] = /underline (\w+) (#\w+) (\d+px)/.exec(rule) ?? [];
      expect(tokens.get(token), name).toBe(color);
      const swatch = new RegExp(`\\.swatch-${kind.toLowerCase()} \\{\\s*text-decoration: ([^;]+);`).exec(controls)?.[1];
      expect(swatch).toBe(`underline ${style} var(--${token}) ${width}`);
    }
  }
});
