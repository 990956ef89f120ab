import type { ComponentChildren } from 'preact';

interface Props {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  /** `primary` for the one thing to do next, `quiet` for things beside it, `plain` for the rest. */
  readonly look?: 'primary' | 'plain' | 'quiet';
  readonly disabled?: boolean;
  /** Said instead of the text where the text alone does not tell what is acted on. */
  readonly label?: string;
  readonly id?: string;
}

/** A button; never submits a form by accident. */
export function Button({ children, onPress, look = 'plain', disabled = false, label, id }: Props) {
  return (
    <button
      type="button"
      class={`button button-${look}`}
      disabled={disabled}
      aria-label={label}
      id={id}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
