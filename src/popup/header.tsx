import { t } from '../ui/i18n.ts';
import type { PopupModel } from './popup-model.ts';
import { otherDatesWords, publicationWords } from './publication-words.ts';

/** Which page this is and when it was published. Shows what the browser knows of the tab until the page has answered. */
export function Header({ model }: { readonly model: PopupModel }) {
  const view = model.watch.view.value;
  const meta = view.status === 'known' ? view.state.meta : null;
  const stored = model.notebook.record.value;
  const title = meta?.title ?? stored?.title ?? model.watch.tab.value?.title ?? '';
  const place = [meta?.siteName ?? model.site.value, meta?.byline ?? null].filter(
    (part) => part !== null && part !== '',
  );
  return (
    <header class="popup-header">
      {place.length > 0 && <p class="popup-place">{place.join(' · ')}</p>}
      <h1 class="popup-title">{title === '' ? t('extensionName') : title}</h1>
      {meta !== null && view.status === 'known' && (
        <p class="popup-published">
          {publicationWords(view.state.published)}
          {otherDatesWords(meta).map((words) => (
            <span key={words} class="popup-other-date">
              {words}
            </span>
          ))}
        </p>
      )}
    </header>
  );
}
