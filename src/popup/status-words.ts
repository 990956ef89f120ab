import { isBlocked, type Settings } from '../annotations/settings.ts';
import type { PageState } from '../browser/messages.ts';
import { t, tCount } from '../ui/i18n.ts';
import type { PageView } from './page-watch.ts';
import { mayBeStarted, type Unreadable } from './unreadable.ts';

export type StatusAction =
  | 'mark-anyway'
  | 'mark-page'
  | 'try-again'
  | 'always-here'
  | 'unblock'
  | 'marks-on'
  | 'start'
  | 'ask-again';

/** What the popup says about the page as a whole, and what can be done about it; the first action is the likeliest. */
export interface StatusWords {
  readonly tone: 'busy' | 'good' | 'quiet' | 'warning' | 'error';
  readonly title: string;
  readonly details: readonly string[];
  readonly actions: readonly StatusAction[];
}

/** The words for every state that a page can be in. `site` is null where the page has none. */
export function statusWords(view: PageView, settings: Settings | null, site: string | null): StatusWords {
  switch (view.status) {
    case 'asking':
      return { tone: 'busy', title: t('statusAsking'), details: [], actions: [] };
    case 'unreadable':
      return unreadableWords(view.why, view.refusal);
    case 'known': {
      const words = knownWords(view.state, settings, site);
      const slow = view.slow ? [t('statusReadingSlow')] : [];
      const { problems } = view.state;
      // Marks that are there but not all of them must not look like all is well.
      const tone = words.tone === 'good' && problems.length > 0 ? 'warning' : words.tone;
      return { ...words, tone, details: [...words.details, ...slow, ...problems] };
    }
  }
}

function knownWords(state: PageState, settings: Settings | null, site: string | null): StatusWords {
  const forced = { tone: 'quiet', actions: ['mark-anyway'] } as const;
  switch (state.status) {
    case 'reading':
      return { tone: 'busy', title: t('statusReading'), details: [], actions: [] };
    case 'marked': {
      const found = Object.values(state.counts).reduce((sum, count) => sum + count, 0);
      const title = found === 0 ? t('statusMarkedNothing') : tCount(found, 'statusMarkedOne', 'statusMarked');
      return { tone: 'good', title, details: [], actions: [] };
    }
    case 'off':
      return { tone: 'quiet', title: t('statusOff'), details: [], actions: [] };
    case 'not-article':
      return { ...forced, title: t('statusNotArticle'), details: [t('statusNotArticleMore')] };
    case 'not-allowed':
      return notAllowedWords(settings, site);
    case 'unsupported':
      return { tone: 'quiet', title: t('statusUnsupported'), details: [t('statusUnsupportedMore')], actions: [] };
    case 'no-body':
      return { ...forced, title: t('statusNoBody'), details: [t('statusNoBodyMore')] };
    case 'failed':
      return { tone: 'error', title: t('statusFailed'), details: [], actions: ['try-again'] };
  }
}

/** Three settings can forbid marks; the one that wins is named, and the way to lift it offered. */
function notAllowedWords(settings: Settings | null, site: string | null): StatusWords {
  const quiet = { tone: 'quiet', title: t('statusNotAllowed') } as const;
  if (settings !== null && site !== null && isBlocked(settings, site)) {
    return { ...quiet, details: [t('statusBlockedMore', site)], actions: ['mark-page', 'unblock'] };
  }
  if (settings !== null && !settings.marksOn) {
    return { ...quiet, details: [t('statusMarksOffMore')], actions: ['mark-page', 'marks-on'] };
  }
  const details = [settings?.where === 'chosen-sites' ? t('statusChosenSitesMore') : t('statusOnClickMore')];
  return { ...quiet, details, actions: site === null ? ['mark-page'] : ['mark-page', 'always-here'] };
}

function unreadableWords(why: Unreadable, refusal: string | null): StatusWords {
  const more = {
    'browser-page': t('unreadableBrowserPage'),
    store: t('unreadableStore'),
    pdf: t('unreadablePdf'),
    file: t('unreadableFile'),
    'not-started': t('unreadableNotStarted'),
    unknown: t('unreadableUnknown'),
  }[why];
  if (refusal !== null) {
    const allow = why === 'file' ? [t('unreadableFileAllow')] : [];
    const details = [t('unreadableRefused', refusal), ...allow];
    return { tone: 'error', title: t('statusUnreadable'), details, actions: ['start'] };
  }
  const title = why === 'not-started' ? t('statusNotStarted') : t('statusUnreadable');
  return { tone: 'quiet', title, details: [more], actions: unreadableActions(why) };
}

/** Nothing helps on pages that are closed to extensions. */
function unreadableActions(why: Unreadable): readonly StatusAction[] {
  if (mayBeStarted(why)) return ['start'];
  return why === 'unknown' ? ['ask-again'] : [];
}
