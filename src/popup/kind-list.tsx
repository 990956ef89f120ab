import { MARK_KINDS } from '../annotations/settings.ts';
import type { PageState } from '../browser/messages.ts';
import { formatNumber, t } from '../ui/i18n.ts';
import { KIND_LABEL } from '../ui/labels.ts';
import { Swatch } from '../ui/swatch.tsx';
import { Switch } from '../ui/switch.tsx';
import type { PopupModel } from './popup-model.ts';

/** How often each kind occurs, with the switch that shows or hides its marks everywhere. */
export function KindList({ model, state }: { readonly model: PopupModel; readonly state: PageState }) {
  const settings = model.settings.settings.value;
  return (
    <section aria-labelledby="kinds-heading">
      <h2 id="kinds-heading">{t('kindsHeading')}</h2>
      <ul class="kinds">
        {MARK_KINDS.map((kind) => (
          <li key={kind} class={state.counts[kind] === 0 ? 'kind kind-empty' : 'kind'}>
            <Switch
              on={settings?.kinds[kind] ?? true}
              disabled={settings === null}
              onChange={(on) => void model.setKind(kind, on)}
            >
              <Swatch kind={kind}>{t(KIND_LABEL[kind])}</Swatch>{' '}
              <span class="count">{formatNumber(state.counts[kind])}</span>
            </Switch>
          </li>
        ))}
      </ul>
    </section>
  );
}
