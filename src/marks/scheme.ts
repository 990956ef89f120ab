import type { Scheme } from './kinds.ts';

/**
 * Tells whether text in `element` stands on a dark ground: the first ancestor with an opaque background decides, else the
 * page's own canvas. Reads computed style, changes nothing.
 */
export function schemeOf(element: Element): Scheme {
  const view = element.ownerDocument.defaultView;
  if (view === null) return 'light';
  for (let at: Element | null = element; at !== null; at = parentAcrossShadow(at)) {
    const luminance = opaqueLuminance(view.getComputedStyle(at).backgroundColor);
    if (luminance !== null) return luminance < DARK_BELOW ? 'dark' : 'light';
  }
  const { colorScheme } = view.getComputedStyle(element.ownerDocument.documentElement);
  const canvasIsDark =
    /\bdark\b/.test(colorScheme) &&
    (!/\blight\b/.test(colorScheme) || view.matchMedia('(prefers-color-scheme: dark)').matches);
  return canvasIsDark ? 'dark' : 'light';
}

/** Relative luminance at which black and white text have the same contrast (WCAG 2, 1.4.3). */
const DARK_BELOW = 0.179;

/** A background less opaque than this lets the one behind it decide. */
const OPAQUE_FROM = 0.5;

/** WCAG 2 relative luminance of a computed colour, or null when it is (nearly) transparent or in a notation we do not read. */
export function opaqueLuminance(color: string): number | null {
  const match = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(color);
  if (match === null) return null;
  if (Number(match[4] ?? 1) < OPAQUE_FROM) return null;
  const linear = (channel: string | undefined): number => {
    const value = Number(channel) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(match[1]) + 0.7152 * linear(match[2]) + 0.0722 * linear(match[3]);
}

function parentAcrossShadow(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
