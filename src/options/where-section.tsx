import { MARK_WHERE } from '../annotations/settings.ts';
import { type MessageKey, t } from '../ui/i18n.ts';
import { WHERE_LABEL } from '../ui/labels.ts';
import type { OptionsModel } from './options-model.ts';
import { SiteList } from './site-list.tsx';

const WHERE_HINT = {
  everywhere: 'whereEverywhereHint',
  'chosen-sites': 'whereChosenSitesHint',
  'on-click': 'whereOnClickHint',
} as const satisfies Record<(typeof MARK_WHERE)[number], MessageKey>;

/** Where articles are marked without being asked for. */
export function WhereSection({ model }: { readonly model: OptionsModel }) {
  const settings = model.settings.settings.value;
  return (
    <section aria-labelledby="where-heading">
      <h2 id="where-heading">{t('whereHeading')}</h2>
      <fieldset class="choices" disabled={settings === null}>
        <legend class="visually-hidden">{t('whereHeading')}</legend>
        {MARK_WHERE.map((where) => (
          <label key={where} class="choice">
            <input
              type="radio"
              name="where"
              value={where}
              checked={settings?.where === where}
              onChange={() => void model.settings.change((was) => ({ ...was, where }))}
            />
            <span>
              <span class="choice-title">{t(WHERE_LABEL[where])}</span>
              <span class="hint">{t(WHERE_HINT[where])}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="site-lists">
        <SiteList
          model={model}
          list={model.chosen}
          sites={settings?.sites ?? []}
          heading={t('chosenSitesHeading')}
          hint={settings?.where === 'chosen-sites' ? t('chosenSitesHint') : t('chosenSitesIdleHint')}
          empty={t('chosenSitesNone')}
        />
        <SiteList
          model={model}
          list={model.blocked}
          sites={settings?.blockedSites ?? []}
          heading={t('blockedSitesHeading')}
          hint={t('blockedSitesHint')}
          empty={t('blockedSitesNone')}
        />
      </div>
    </section>
  );
}
