import type { ArticleMeta, PublicationDate, PublicationSource } from '../article/types.ts';
import { type MessageKey, t } from '../ui/i18n.ts';
import { dayInWords } from '../ui/iso-words.ts';

const SOURCE_WORDS = {
  'json-ld': 'sourceMetadata',
  meta: 'sourceMetadata',
  time: 'sourceTime',
  url: 'sourceUrl',
  byline: 'sourceByline',
  dateline: 'sourceDateline',
  given: 'sourceGiven',
} as const satisfies Record<PublicationSource, MessageKey>;

/** When the article was published and where that was read: `Published 8 November 2019, from the page's metadata`. */
export function publicationWords(published: PublicationDate | null): string {
  if (published === null) return t('publishedUnknown');
  return t('publishedOn', dayInWords(published.value), t(SOURCE_WORDS[published.source]));
}

/** What else the page says of its dates: others that disagree with the one chosen, and when it was last changed. */
export function otherDatesWords(meta: ArticleMeta): string[] {
  const conflicts = meta.publishedConflicts.map(({ value, source }) =>
    t('publishedConflict', dayInWords(value), t(SOURCE_WORDS[source])),
  );
  const day = (value: string | null | undefined): string => value?.slice(0, 10) ?? '';
  const changed = meta.modified !== null && day(meta.modified) !== day(meta.published?.value);
  return changed ? [...conflicts, t('modifiedOn', dayInWords(meta.modified))] : conflicts;
}
