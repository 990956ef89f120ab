import type { ReadonlySignal } from '@preact/signals';

/** The one live region of a page: says what was done to those who do not see it. */
export function Announcer({ words }: { readonly words: ReadonlySignal<string> }) {
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {words}
    </p>
  );
}
