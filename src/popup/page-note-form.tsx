import { useEffect, useRef } from 'preact/hooks';
import { FLAG_KINDS, FLAG_STATUSES, type FlagKind } from '../annotations/types.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/i18n.ts';
import { FLAG_LABEL, FLAG_STATUS_LABEL } from '../ui/labels.ts';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { subjectOf } from './note-subject.ts';
import type { PopupModel } from './popup-model.ts';

const NO_FLAG = 'none';
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

  function chooseFlag(kind: FlagKind | typeof NO_FLAG): void {
    const kept = flag ?? { status: 'open' as const, rating: null, evidence: [] };
    pageNote.change({ flag: kind === NO_FLAG ? null : { ...kept, kind } });
  }
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
        <div class="field-row">
          <Select
            label={t('flagLabel')}
            value={flag?.kind ?? NO_FLAG}
            options={[
              { value: NO_FLAG, text: t('flagNone') },
              ...FLAG_KINDS.map((kind) => ({ value: kind, text: t(FLAG_LABEL[kind]) })),
            ]}
            onChange={chooseFlag}
          />
          {flag !== null && (
            <Select
              label={t('flagStatusLabel')}
              value={flag.status}
              options={FLAG_STATUSES.map((status) => ({ value: status, text: t(FLAG_STATUS_LABEL[status]) }))}
              onChange={(status) => pageNote.change({ flag: { ...flag, status } })}
            />
          )}
        </div>
        {flag !== null && (
          <EvidenceFields
            evidence={flag.evidence}
            badLinks={error !== null && typeof error !== 'string' ? error.badLinks : []}
            onChange={(evidence) => pageNote.change({ flag: { ...flag, evidence } })}
          />
        )}
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
