import type { Annotation } from '../annotations/types.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/i18n.ts';
import { FLAG_LABEL, FLAG_STATUS_LABEL, KIND_LABEL } from '../ui/labels.ts';
import { EvidenceList } from './evidence-list.tsx';
import type { NoteItem } from './note-items.ts';
import { PassageState } from './passage-state.tsx';
import { canBeShown } from './passage-words.ts';
import type { PopupModel } from './popup-model.ts';
import { UNDO_BUTTON_ID } from './undo-bar.tsx';

/** What the note is about, in a few words: to tell it from its neighbours. */
function subjectOf({ target }: Annotation): string {
  if (target.kind === 'passage') return target.selectors.quote.exact;
  return target.kind === 'entity' ? t('aboutEntity', target.name, t(KIND_LABEL[target.type])) : t('aboutPage');
}

/** One note or flag: what it is about, how its passage stands, what was written, and the sources. */
export function NoteCard({ model, item }: { readonly model: PopupModel; readonly item: NoteItem }) {
  const { annotation, place } = item;
  const { flag, note, tags, target } = annotation;
  const subject = subjectOf(annotation);

  async function jump(): Promise<void> {
    const shown = await model.watch.showPassage(annotation.id);
    model.announce(t(shown ? 'passageShown' : 'passageNotShown'));
  }
  async function edit(): Promise<void> {
    if (target.kind !== 'passage') return model.pageNote.edit(annotation);
    if (!(await model.watch.editInPage(annotation.id))) model.announce(t('editNotOpened'));
  }
  async function remove(): Promise<void> {
    if (!(await model.notebook.remove(annotation.id))) return;
    model.announce(t('deleted'));
    // The button that had the focus is gone.
    requestAnimationFrame(() => document.getElementById(UNDO_BUTTON_ID)?.focus());
  }

  return (
    <li class={flag === null ? 'note' : 'note note-flagged'}>
      {flag !== null && (
        <p class="note-flag">
          <strong>{t(FLAG_LABEL[flag.kind])}</strong>
          <span class={`flag-status flag-status-${flag.status}`}>{t(FLAG_STATUS_LABEL[flag.status])}</span>
          {flag.rating !== null && <span>{flag.rating}</span>}
        </p>
      )}
      {target.kind !== 'passage' ? (
        <p class="note-subject">{subject}</p>
      ) : canBeShown(place) ? (
        <button type="button" class="note-quote note-jump" title={t('showPassage')} onClick={() => void jump()}>
          <q>{subject}</q>
        </button>
      ) : (
        <p class="note-quote">
          <q>{subject}</q>
        </p>
      )}
      {target.kind === 'passage' && <PassageState place={place} />}
      {note !== '' && <p class="note-words">{note}</p>}
      {tags.length > 0 && <p class="note-tags">{tags.map((tag) => `#${tag}`).join(' ')}</p>}
      {flag !== null && <EvidenceList evidence={flag.evidence} />}
      <div class="note-actions">
        <Button look="quiet" label={t('editNote', subject)} onPress={() => void edit()}>
          {t('edit')}
        </Button>
        <Button look="quiet" label={t('deleteNote', subject)} onPress={() => void remove()}>
          {t('delete')}
        </Button>
      </div>
    </li>
  );
}
