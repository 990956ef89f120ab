import { type ReadonlySignal, signal } from '@preact/signals';
import type { Settings } from '../annotations/settings.ts';
import { type MessageKey, t } from '../ui/i18n.ts';
import type { SettingsModel } from '../ui/settings-model.ts';
import { type HostName, readHostName } from './host-name.ts';

/** The lists of sites that settings have. */
export type SiteListName = 'sites' | 'blockedSites';

export interface SiteListModel {
  readonly typed: ReadonlySignal<string>;
  readonly error: ReadonlySignal<string | null>;
  type(text: string): void;
  /** Adds the site that was typed. Resolves to its name when it was added and saved, else null; the typed text stays then. */
  add(): Promise<string | null>;
  remove(site: string): Promise<boolean>;
}

const ERROR_WORDS = {
  empty: 'siteErrorEmpty',
  'not-a-host': 'siteErrorNotAHost',
  'has-no-dot': 'siteErrorNoDot',
} as const satisfies Record<Extract<HostName, { status: 'invalid' }>['reason'], MessageKey>;

/** One list of sites in the settings, with the field that adds to it. */
export function createSiteList(settings: SettingsModel, list: SiteListName): SiteListModel {
  const typed = signal('');
  const error = signal<string | null>(null);
  const withSites =
    (sites: readonly string[]) =>
    (was: Settings): Settings => ({ ...was, [list]: sites });

  return {
    typed,
    error,
    type(text) {
      typed.value = text;
      error.value = null;
    },
    async add() {
      const read = readHostName(typed.value);
      const sites = settings.settings.value?.[list] ?? [];
      if (read.status === 'invalid') {
        error.value = t(ERROR_WORDS[read.reason]);
        return null;
      }
      if (sites.includes(read.host)) {
        error.value = t('siteErrorTwice', read.host);
        return null;
      }
      if (!(await settings.change(withSites([...sites, read.host].sort())))) return null;
      typed.value = '';
      return read.host;
    },
    remove: (site) => settings.change((was) => withSites(was[list].filter((one) => one !== site))(was)),
  };
}
