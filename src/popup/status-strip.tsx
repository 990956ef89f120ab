import type { PageState } from '../browser/messages.ts';
import { Button } from '../ui/button.tsx';
import { type MessageKey, t } from '../ui/i18n.ts';
import { Switch } from '../ui/switch.tsx';
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
  'ask-again': 'actionAskAgain',
} as const satisfies Record<StatusAction, MessageKey>;

/** Whether this page's own switch means anything: only on a page that was read. */
function hasOwnSwitch({ status }: PageState): boolean {
  return status === 'marked' || status === 'off';
}

/** How the page stands, in words, and what can be done about it. */
export function StatusStrip({ model }: { readonly model: PopupModel }) {
  const { watch } = model;
  const view = watch.view.value;
  const state = view.status === 'known' ? view.state : null;
  const words = statusWords(view, model.settings.settings.value, model.site.value);
  const act: Record<StatusAction, () => Promise<void>> = {
    'mark-anyway': watch.markAnyway,
    'mark-page': watch.markAnyway,
    'try-again': watch.markAnyway,
    'always-here': model.alwaysHere,
    unblock: () => model.setBlocked(false),
    'marks-on': () => model.setMarksOn(true),
    start: watch.start,
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
      {state !== null && hasOwnSwitch(state) && (
        <Switch on={state.marksHere ?? state.status !== 'off'} onChange={(on) => void watch.setMarksHere(on)}>
          {t('marksHere')}
        </Switch>
      )}
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
