import { isBlocked } from '../annotations/settings.ts';
import type { PageState } from '../browser/messages.ts';
import { t } from '../ui/i18n.ts';
import { Switch } from '../ui/switch.tsx';
import type { PopupModel } from './popup-model.ts';

/** Whether this page's own switch means anything: only on a page that is (being) read. */
function hasOwnSwitch({ status }: PageState): boolean {
  return status === 'marked' || status === 'off' || status === 'reading';
}

/** Marks on or off: on this page, on this site, everywhere. */
export function MarkSwitches({ model }: { readonly model: PopupModel }) {
  const view = model.watch.view.value;
  const settings = model.settings.settings.value;
  const site = model.site.value;
  const state = view.status === 'known' ? view.state : null;
  return (
    <section aria-labelledby="marks-heading">
      <h2 id="marks-heading">{t('marksHeading')}</h2>
      {state !== null && hasOwnSwitch(state) && (
        <Switch on={state.marksHere ?? state.status !== 'off'} onChange={(on) => void model.watch.setMarksHere(on)}>
          {t('marksHere')}
        </Switch>
      )}
      {site !== null && settings !== null && (
        <Switch on={!isBlocked(settings, site)} onChange={(on) => void model.setBlocked(!on)}>
          {t('marksOnSite', site)}
        </Switch>
      )}
      <Switch on={settings?.marksOn ?? true} disabled={settings === null} onChange={(on) => void model.setMarksOn(on)}>
        {t('marksEverywhere')}
      </Switch>
    </section>
  );
}
