import { MARK_KINDS } from '../annotations/settings.ts';
import { t } from '../ui/i18n.ts';
import { KIND_LABEL } from '../ui/labels.ts';
import { Swatch } from '../ui/swatch.tsx';
import { Switch } from '../ui/switch.tsx';
import type { OptionsModel } from './options-model.ts';

/** Whether marks are shown at all, and of which kinds. */
export function MarksSection({ model }: { readonly model: OptionsModel }) {
  const settings = model.settings.settings.value;
  return (
    <section aria-labelledby="marks-heading">
      <h2 id="marks-heading">{t('marksHeading')}</h2>
      <Switch
        on={settings?.marksOn ?? true}
        disabled={settings === null}
        onChange={(marksOn) => void model.settings.change((was) => ({ ...was, marksOn }))}
      >
        {t('marksShow')}
      </Switch>
      <p class="hint">{t('marksOffHint')}</p>
      <h3>{t('kindsHeading')}</h3>
      <ul class="kinds">
        {MARK_KINDS.map((kind) => (
          <li key={kind} class="kind">
            <Switch
              on={settings?.kinds[kind] ?? true}
              disabled={settings === null}
              onChange={(on) => void model.settings.change((was) => ({ ...was, kinds: { ...was.kinds, [kind]: on } }))}
            >
              <Swatch kind={kind}>{t(KIND_LABEL[kind])}</Swatch>
            </Switch>
          </li>
        ))}
      </ul>
    </section>
  );
}
