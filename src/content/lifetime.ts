import browser from 'webextension-polyfill';

/**
 * The life of one content script: from its start until the extension is updated, switched off or removed under it, or a
 * newer one takes its place. Everything started takes `signal` and ends with it.
 */
export interface Lifetime {
  readonly signal: AbortSignal;
  /** False once the extension behind this script is gone; ends the lifetime when that is noticed here first. */
  alive(): boolean;
  end(): void;
}

/** Starts a lifetime that notices the extension's end at a broken port (`watchPort`) or when the page is shown or focused again. */
export function startLifetime(): Lifetime {
  const controller = new AbortController();
  const lifetime: Lifetime = {
    signal: controller.signal,
    alive() {
      if (controller.signal.aborted) return false;
      // An orphaned script keeps `browser.runtime`, but its id is gone.
      if (extensionId() !== undefined) return true;
      controller.abort();
      return false;
    },
    end: () => controller.abort(),
  };
  const check = (): void => void lifetime.alive();
  for (const event of ['focus', 'pageshow'] as const)
    addEventListener(event, check, { signal: controller.signal, passive: true });
  document.addEventListener('visibilitychange', check, { signal: controller.signal, passive: true });
  return lifetime;
}

function extensionId(): string | undefined {
  try {
    return browser.runtime?.id;
  } catch {
    return undefined;
  }
}
