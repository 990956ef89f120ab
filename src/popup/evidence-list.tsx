import type { Evidence } from '../annotations/types.ts';
import { t } from '../ui/i18n.ts';
import { dayInWords } from '../ui/iso-words.ts';
import { STANCE_LABEL } from '../ui/labels.ts';

/** A link without a title is shown by its address, without what all addresses have in common. */
function nameOf({ title, link, publisher }: Evidence): string {
  return title ?? link?.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '') ?? publisher ?? t('evidenceUnnamed');
}

function Source({ one }: { readonly one: Evidence }) {
  const name = nameOf(one);
  // Checked when it was stored; looked at again here, since nothing but a web address may ever be opened by a click.
  const link = one.link !== null && /^https?:\/\//i.test(one.link) ? one.link : null;
  const said = [one.publisher, one.accessed === null ? null : t('accessedOn', dayInWords(one.accessed))];
  const more = said.filter((part) => part !== null && part !== name).join(', ');
  return (
    <li>
      <span class="evidence-stance">{t(STANCE_LABEL[one.stance])}</span>{' '}
      {link === null ? (
        name
      ) : (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {name}
          <span class="visually-hidden"> {t('opensInTab')}</span>
        </a>
      )}
      {more !== '' && <span class="evidence-more"> {more}</span>}
      {one.quote !== null && <q class="evidence-quote">{one.quote}</q>}
    </li>
  );
}

/** The sources that were consulted for a flag. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <ul class="evidence" aria-label={t('evidenceHeading')}>
      {evidence.map((one, index) => (
        <Source key={index} one={one} />
      ))}
    </ul>
  );
}
