import { isBlocked } from '../annotations/settings.ts';
import { t } from '../ui/i18n.ts';
import { Switch } from '../ui/switch.tsx';
import type { PopupModel } from './popup-model.ts';

/** Marks on or off beyond this page: on its site, and everywhere. */
export function MarkSwitches({ model }: { readonly model: PopupModel }) {
  const settings = model.settings.settings.value;
  const site = model.site.value;
  return (
    <section aria-labelledby="marks-heading">
      <h2 id="marks-heading">{t('marksHeading')}</h2>
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
