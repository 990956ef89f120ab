import { t } from '../ui/i18n.ts';

/** What is kept and where, in the same words as the privacy statement. */
export function PrivacySection() {
  return (
    <section aria-labelledby="privacy-heading">
      <h2 id="privacy-heading">{t('privacyHeading')}</h2>
      <p>{t('privacyNothingLeaves')}</p>
      <p>{t('privacyKept')}</p>
      <ul class="plain-list">
        <li>{t('privacyKeptNotes')}</li>
        <li>{t('privacyKeptDrafts')}</li>
        <li>{t('privacyKeptSettings')}</li>
      </ul>
      <p>{t('privacyNotKept')}</p>
      <p>{t('privacyLinks')}</p>
    </section>
  );
}
