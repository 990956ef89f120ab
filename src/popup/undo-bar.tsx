import { Button } from '../ui/button.tsx';
import { t, tCount } from '../ui/i18n.ts';
import type { PopupModel } from './popup-model.ts';

export const UNDO_BUTTON_ID = 'undo-deletion';

/** Offers to take back deletions, the last one first, for as long as the popup is open. */
export function UndoBar({ model }: { readonly model: PopupModel }) {
  const count = model.notebook.deletions.value;
  if (count === 0) return null;
  async function undo(): Promise<void> {
    if (await model.notebook.undo()) model.announce(t('restored'));
  }
  return (
    <aside class="undo-bar" aria-label={t('undo')}>
      <span>{tCount(count, 'deletedOne', 'deletedMany')}</span>
      <Button id={UNDO_BUTTON_ID} onPress={() => void undo()}>
        {t('undo')}
      </Button>
    </aside>
  );
}
