import type { Resolution } from '../anchoring/types.ts';
import { t, tCount } from '../ui/i18n.ts';

/** How the passage of a note stands, in words; `tone` tells what needs the reader's eye. */
export interface PassageWords {
  readonly tone: 'good' | 'warning' | 'danger' | 'quiet';
  readonly text: string;
  readonly more: string | null;
}

/**
 * The words for where a stored passage is on the page now; `place` is null where nobody has looked, or, while the page is
 * `reading`, not yet.
 */
export function passageWords(place: Resolution | null, reading: boolean): PassageWords {
  if (place === null) {
    return { tone: 'quiet', text: reading ? t('passageLooking') : t('passageNotLooked'), more: null };
  }
  switch (place.status) {
    case 'exact':
      return { tone: 'good', text: t('passageExact'), more: null };
    case 'moved':
      return { tone: 'good', text: t('passageMoved'), more: null };
    case 'edited':
      return { tone: 'warning', text: t('passageEdited'), more: null };
    case 'ambiguous': {
      const more = tCount(place.candidates.length, 'passageAmbiguousMoreOne', 'passageAmbiguousMore');
      return { tone: 'warning', text: t('passageAmbiguous'), more };
    }
    case 'missing':
      if (place.reason === 'not-settled') return { tone: 'quiet', text: t('passageNotSettled'), more: null };
      if (place.reason === 'no-body')
        return { tone: 'danger', text: t('passageMissing'), more: t('passageMissingNoBody') };
      return { tone: 'danger', text: t('passageMissing'), more: t('passageMissingMore') };
  }
}

/** Whether pressing the note can lead to a place: its own, or the first of several that fit. */
export function canBeShown(place: Resolution | null): boolean {
  return place !== null && place.status !== 'missing';
}
