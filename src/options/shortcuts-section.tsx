import { Button } from '../ui/button.tsx';
import { t } from '../ui/i18n.ts';
import type { OptionsModel } from './options-model.ts';

/** The keyboard commands with the keys that the browser has bound to them. */
export function ShortcutsSection({ model }: { readonly model: OptionsModel }) {
  return (
    <section aria-labelledby="shortcuts-heading">
      <h2 id="shortcuts-heading">{t('shortcutsHeading')}</h2>
      <dl class="shortcuts">
        {model.shortcuts.value.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{description === '' ? t('shortcutOpenPopup') : description}</dt>
            <dd>{shortcut === '' ? <span class="hint">{t('shortcutNone')}</span> : <kbd>{shortcut}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{t('shortcutsChange')}</p>
      <Button onPress={() => model.env.openShortcuts()}>{t('shortcutsOpen')}</Button>
    </section>
  );
}
