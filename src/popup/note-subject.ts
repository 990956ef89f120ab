import type { Target } from '../annotations/types.ts';
import { t } from '../ui/i18n.ts';
import { KIND_LABEL } from '../ui/labels.ts';

/** What a note is about, in words that tell it from its neighbours: the passage itself, a name with its kind, the page. */
export function subjectOf(target: Target): string {
  switch (target.kind) {
    case 'passage':
      return target.selectors.quote.exact;
    case 'entity':
      return t('aboutEntity', target.name, t(KIND_LABEL[target.type]));
    case 'page':
      return t('aboutPage');
  }
}
