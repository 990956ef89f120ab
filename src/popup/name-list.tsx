import type { PageState } from '../browser/messages.ts';
import { formatNumber, t, tCount } from '../ui/i18n.ts';
import { KIND_LABEL } from '../ui/labels.ts';
import { Swatch } from '../ui/swatch.tsx';

const KINDS = ['PERSON', 'ORG', 'PLACE'] as const;
/** Names of a kind that are shown: a glance, not the whole list. */
const SHOWN = 4;

/** The people, organisations and places that the article names most. */
export function NameList({ names }: { readonly names: PageState['names'] }) {
  const groups = KINDS.map((kind) => ({ kind, names: names.filter(({ type }) => type === kind).slice(0, SHOWN) }));
  const filled = groups.filter((group) => group.names.length > 0);
  if (filled.length === 0) return null;
  return (
    <section aria-labelledby="names-heading">
      <h2 id="names-heading">{t('namesHeading')}</h2>
      <dl class="names">
        {filled.map((group) => (
          <div key={group.kind} class="names-row">
            <dt>{t(KIND_LABEL[group.kind])}</dt>
            <dd>
              <ul>
                {group.names.map(({ name, mentions }) => (
                  <li key={name}>
                    <Swatch kind={group.kind}>{name}</Swatch>&nbsp;
                    <span class="count" title={tCount(mentions, 'mentionsOne', 'mentions')}>
                      {formatNumber(mentions)}
                    </span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
