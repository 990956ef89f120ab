import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { FlagFields } from '../ui/flag-fields.tsx';
import { t } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { subjectOf } from './note-subject.ts';
import type { PopupModel } from './popup-model.ts';

const FIELD_ID = 'page-note';

/** Writes a note, with or without a flag, on the page as a whole; edits notes that can't be edited in the page. */
export function PageNoteForm({ model }: { readonly model: PopupModel }) {
  const { pageNote, notebook } = model;
  const { id, note, flag, target } = pageNote.form.value;
  const error = pageNote.error.value;
  const details = useRef<HTMLDetailsElement>(null);
  const edits = pageNote.edits.value;
  const begun = id !== null || note !== '' || flag !== null;

  useEffect(() => {
    if (edits === 0 || details.current === null) return;
    details.current.open = true;
    document.getElementById(FIELD_ID)?.focus();
  }, [edits]);
  useEffect(() => {
    // What was left unfinished must not be hidden behind a fold.
    if (begun && details.current !== null) details.current.open = true;
  }, [begun]);

  if (notebook.pageInfo.value === null) return null;

  async function save(): Promise<void> {
    if (await pageNote.save()) model.announce(t('noteSaved'));
  }

  return (
    <details class="page-note" ref={details}>
      <summary>{t(id === null ? 'pageNoteHeading' : 'noteEditing')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      >
        <TextField
          id={FIELD_ID}
          label={target.kind === 'page' ? t('pageNoteLabel') : t('noteLabel', subjectOf(target))}
          rows={4}
          value={note}
          error={error === 'empty' ? t('pageNoteEmpty') : error === 'unfinished' ? t('pageNoteUnfinished') : null}
          onInput={(words) => pageNote.change({ note: words })}
        />
        <FlagFields
          flag={flag}
          badLinks={error !== null && typeof error === 'object' ? error.badLinks : []}
          onChange={(changed) => pageNote.change({ flag: changed })}
        />
        {pageNote.problem.value !== null && (
          <Notice tone="error">
            <p>{pageNote.problem.value}</p>
            <p>{t('textStays')}</p>
          </Notice>
        )}
        <div class="form-actions">
          <button type="submit" class="button button-primary">
            {t(id === null ? 'saveNote' : 'saveChanges')}
          </button>
          {begun && (
            <Button look="quiet" onPress={pageNote.discard}>
              {t('discard')}
            </Button>
          )}
        </div>
      </form>
    </details>
  );
}
