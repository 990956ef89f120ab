import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** In words for the reader; shown under the field and said with it. */
  readonly error?: string | null;
  readonly hint?: string;
  /** From 2 on a text area of so many rows. */
  readonly rows?: number;
  readonly labelHidden?: boolean;
  readonly inputMode?: 'text' | 'url';
  readonly placeholder?: string;
  readonly id?: string;
}

/** A labelled field for text, of one line or more, with its error and hint bound to it. */
export function TextField(props: Props) {
  const { label, value, onInput, error = null, hint, rows = 1, labelHidden = false, inputMode, placeholder } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const errorId = `${id}-error`;
  const hintId = `${id}-hint`;
  const described = [error === null ? null : errorId, hint === undefined ? null : hintId].filter(
    (part) => part !== null,
  );
  const shared = {
    id,
    class: 'input',
    value,
    placeholder,
    'aria-invalid': error !== null,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
  };
  return (
    <div class="field">
      <label class={labelHidden ? 'visually-hidden' : 'field-label'} for={id}>
        {label}
      </label>
      {rows > 1 ? (
        <textarea {...shared} rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={inputMode}
          spellcheck={inputMode !== 'url'}
          autocomplete="off"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      {hint !== undefined && (
        <p class="field-hint" id={hintId}>
          {hint}
        </p>
      )}
      {error !== null && (
        <p class="field-error" id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}
