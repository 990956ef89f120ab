import { Button } from '../ui/button.tsx';
import { t } from '../ui/i18n.ts';
import { FLAG_LABEL, FLAG_STATUS_LABEL } from '../ui/labels.ts';
import { EvidenceList } from './evidence-list.tsx';
import type { NoteItem } from './note-items.ts';
import { subjectOf } from './note-subject.ts';
import { PassageState } from './passage-state.tsx';
import { canBeShown } from './passage-words.ts';
import type { PopupModel } from './popup-model.ts';
import { UNDO_BUTTON_ID } from './undo-bar.tsx';

/** One note or flag: what it is about, how its passage stands, what was written, and the sources. */
export function NoteCard({ model, item }: { readonly model: PopupModel; readonly item: NoteItem }) {
  const { annotation, place } = item;
  const { flag, note, tags, target } = annotation;
  const subject = subjectOf(target);
  const view = model.watch.view.value;
  const reading = view.status === 'asking' || (view.status === 'known' && view.state.status === 'reading');

  async function jump(): Promise<void> {
    const shown = await model.watch.showPassage(annotation.id);
    const words = place?.status === 'ambiguous' ? 'passageShownFirst' : 'passageShown';
    model.announce(t(shown ? words : 'passageNotShown'));
  }
  async function edit(): Promise<void> {
    // The editor in the page needs a place to stand at: a note whose passage is lost is edited here.
    const opened = target.kind === 'passage' && (await model.watch.editInPage(annotation.id));
    if (!opened) model.pageNote.edit(annotation);
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
      {target.kind === 'passage' && <PassageState place={place} reading={reading} />}
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
