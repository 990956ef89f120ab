import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { badEvidenceLinks, withoutEmptyEvidence } from '../../annotations/evidence.ts';
import type { Flag } from '../../annotations/types.ts';
import { Button } from '../../ui/button.tsx';
import { FlagFields } from '../../ui/flag-fields.tsx';
import { t } from '../../ui/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What the reader can change of a note in the page. */
export interface NoteFields {
  readonly note: string;
  readonly flag: Flag | null;
}

interface Props {
  /** The words that the note is on. */
  readonly quote: string;
  readonly initial: NoteFields;
  readonly isNew: boolean;
  /** An earlier note that was never saved, if there is one on this page. */
  readonly unsaved: { readonly note: string; readonly resume: () => void } | null;
  /** Resolves to null when the note is stored, else to the reason in words; the editor then stays as it is. */
  readonly onSave: (fields: NoteFields) => Promise<string | null>;
  readonly onDraft: (fields: NoteFields) => void;
  readonly onClose: () => void;
  /** Lets the keyboard's shortcuts (Ctrl+Enter) press what the button presses. */
  readonly bindSave: (save: () => void) => void;
}

/** How much of a long passage is shown above the note. UTF-16 code units. */
const QUOTE_SHOWN = 160;

/** A small form on one passage: the note, a flag with its status, and a link to evidence. */
export function NoteEditor({ quote, initial, isNew, unsaved, onSave, onDraft, onClose, bindSave }: Props) {
  const [fields, setFields] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [badLinks, setBadLinks] = useState<readonly number[]>([]);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLDivElement>(null);

  // At once and not after the next frame: the first key pressed must not go to the page.
  useLayoutEffect(
    () => form.current?.querySelector<HTMLTextAreaElement>('textarea')?.focus({ preventScroll: true }),
    [],
  );

  const change = (next: NoteFields): void => {
    setFields(next);
    onDraft(next);
  };
  const save = async (): Promise<void> => {
    if (saving) return;
    const flag = withoutEmptyEvidence(fields.flag);
    const bad = badEvidenceLinks(flag);
    setBadLinks(bad);
    if (bad.length > 0) {
      setFields({ ...fields, flag });
      return;
    }
    setSaving(true);
    const reason = await onSave({ ...fields, flag });
    setSaving(false);
    setProblem(reason);
  };
  bindSave(() => void save());

  const { note, flag } = fields;
  return (
    <div class="editor" role="dialog" aria-label={t('editorTitle')} ref={form}>
      <blockquote class="editor-quote">{shorten(quote)}</blockquote>
      {unsaved !== null && (
        <Notice
          tone="info"
          actions={
            <Button look="quiet" onPress={unsaved.resume}>
              {t('editorResume')}
            </Button>
          }
        >
          {t('editorUnsaved', shorten(unsaved.note))}
        </Notice>
      )}
      <TextField label={t('editorNote')} value={note} rows={3} onInput={(text) => change({ note: text, flag })} />
      <FlagFields flag={flag} badLinks={badLinks} onChange={(changed) => change({ note, flag: changed })} />
      {problem !== null && <Notice tone="error">{problem}</Notice>}
      <div class="editor-actions">
        <span class="editor-hint">{t('editorKeys')}</span>
        <Button look="quiet" onPress={onClose}>
          {t('editorCancel')}
        </Button>
        <Button look="primary" disabled={saving} onPress={() => void save()}>
          {isNew ? t('editorSave') : t('editorSaveChanges')}
        </Button>
      </div>
    </div>
  );
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= QUOTE_SHOWN ? line : `${line.slice(0, QUOTE_SHOWN - 1).trimEnd()}…`;
}
