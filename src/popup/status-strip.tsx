import { Button } from '../ui/button.tsx';
import { type MessageKey, t } from '../ui/i18n.ts';
import type { PopupModel } from './popup-model.ts';
import { type StatusAction, statusWords } from './status-words.ts';

const ACTION_LABEL = {
  'mark-anyway': 'actionReadAnyway',
  'mark-page': 'actionMarkPage',
  'try-again': 'actionAskAgain',
  'always-here': 'actionAlwaysHere',
  unblock: 'actionUnblock',
  'marks-on': 'actionMarksOn',
  start: 'actionMarkPage',
  'marks-here': 'actionMarksHere',
  'ask-again': 'actionAskAgain',
} as const satisfies Record<StatusAction, MessageKey>;

/** How the page stands, in words, and what can be done about it. */
export function StatusStrip({ model }: { readonly model: PopupModel }) {
  const { watch } = model;
  const words = statusWords(watch.view.value, model.settings.settings.value, model.site.value);
  const act: Record<StatusAction, () => Promise<void>> = {
    'mark-anyway': watch.markAnyway,
    'mark-page': watch.markAnyway,
    'try-again': watch.markAnyway,
    'always-here': model.alwaysHere,
    unblock: () => model.setBlocked(false),
    'marks-on': () => model.setMarksOn(true),
    start: watch.start,
    'marks-here': () => watch.setMarksHere(true),
    'ask-again': watch.refresh,
  };
  return (
    <section class={`status status-${words.tone}`} aria-label={t('statusHeading')}>
      <div role="status">
        <p class="status-title">{words.title}</p>
        {words.details.map((detail) => (
          <p key={detail} class="status-detail">
            {detail}
          </p>
        ))}
      </div>
      {words.actions.length > 0 && (
        <div class="status-actions">
          {words.actions.map((action, index) => (
            <Button key={action} look={index === 0 ? 'primary' : 'plain'} onPress={() => void act[action]()}>
              {t(ACTION_LABEL[action])}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
