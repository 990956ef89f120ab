import { t, tCount } from '../ui/i18n.ts';
import { NoteCard } from './note-card.tsx';
import type { PopupModel } from './popup-model.ts';

/** All notes and flags of the page, the lost ones too. */
export function NoteList({ model }: { readonly model: PopupModel }) {
  const items = model.notebook.items.value;
  const view = model.watch.view.value;
  const wasRead = view.status === 'known' && view.state.meta !== null;
  // Words can be selected for a note only where there is an article.
  if (items.length === 0 && !wasRead) return null;
  return (
    <section aria-labelledby="notes-heading">
      <h2 id="notes-heading">
        {items.length === 0 ? t('notesHeading') : tCount(items.length, 'notesCountOne', 'notesCount')}
      </h2>
      {items.length === 0 ? (
        <p class="hint">{t('notesNone')}</p>
      ) : (
        <ul class="notes">
          {items.map((item) => (
            <NoteCard key={item.annotation.id} model={model} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}
