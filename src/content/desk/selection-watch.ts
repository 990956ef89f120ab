/** A selection that rests this long (ms) is meant; while the mouse drags, nothing pops up. */
const REST_MS = 200;

/** Calls `onRest` when the page's selection has come to rest after a change, with the button of the mouse up. Listens only. */
export function watchSelection(onRest: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressed = false;
  const later = (): void => {
    clearTimeout(timer);
    if (!pressed) timer = setTimeout(onRest, REST_MS);
  };
  const options = { signal, passive: true, capture: true } as const;
  document.addEventListener('selectionchange', later, options);
  document.addEventListener(
    'pointerdown',
    () => {
      pressed = true;
    },
    options,
  );
  for (const event of ['pointerup', 'pointercancel'] as const) {
    document.addEventListener(
      event,
      () => {
        pressed = false;
        later();
      },
      options,
    );
  }
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
