import type { ComponentChildren } from 'preact';

interface Props {
  readonly tone: 'error' | 'info';
  readonly children: ComponentChildren;
  /** Buttons that say what can be done about it. */
  readonly actions?: ComponentChildren;
}

/** A message in the flow of the page. An error is said at once, anything else when the screen reader has time. */
export function Notice({ tone, children, actions }: Props) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <div class="notice-words">{children}</div>
      {actions !== undefined && <div class="notice-actions">{actions}</div>}
    </div>
  );
}
