import type { ComponentChildren } from 'preact';

interface Props {
  readonly children: ComponentChildren;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
}

/** An on/off switch with its label. What it shows is what `on` says: a change that is refused springs back. */
export function Switch({ children, on, onChange, disabled = false }: Props) {
  return (
    <label class="switch">
      <span class="switch-label">{children}</span>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
        role="switch"
        checked={on}
        disabled={disabled}
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          // The browser has flipped it already; the state decides, not the click.
          event.currentTarget.checked = on;
          onChange(wanted);
        }}
      />
    </label>
  );
}
