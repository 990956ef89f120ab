import { useId, useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/i18n.ts';
import { TextField } from '../ui/text-field.tsx';
import type { OptionsModel } from './options-model.ts';
import type { SiteListModel } from './site-list-model.ts';

interface Props {
  readonly model: OptionsModel;
  readonly list: SiteListModel;
  readonly sites: readonly string[];
  readonly heading: string;
  readonly hint: string;
  readonly empty: string;
}

/** A list of sites that can be added to and taken from. */
export function SiteList({ model, list, sites, heading, hint, empty }: Props) {
  const headingId = useId();
  const fieldId = useId();
  const form = useRef<HTMLFormElement>(null);

  async function add(): Promise<void> {
    const added = await list.add();
    if (added !== null) model.announce(t('siteAdded', added));
    form.current?.querySelector('input')?.focus();
  }
  async function remove(site: string): Promise<void> {
    if (await list.remove(site)) model.announce(t('siteRemoved', site));
    // The button that had the focus is gone.
    form.current?.querySelector('input')?.focus();
  }

  return (
    <section class="site-list" aria-labelledby={headingId}>
      <h3 id={headingId}>{heading}</h3>
      <p class="hint">{hint}</p>
      {sites.length === 0 ? (
        <p class="site-none">{empty}</p>
      ) : (
        <ul aria-labelledby={headingId}>
          {sites.map((site) => (
            <li key={site}>
              <span class="site-name">{site}</span>
              <Button look="quiet" label={t('siteRemove', site)} onPress={() => void remove(site)}>
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        ref={form}
        class="site-add"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField
          id={fieldId}
          label={t('siteField')}
          inputMode="url"
          placeholder="example.org"
          value={list.typed.value}
          error={list.error.value}
          onInput={list.type}
        />
        <button type="submit" class="button button-plain" aria-label={t('siteAddTo', heading)}>
          {t('add')}
        </button>
      </form>
    </section>
  );
}
