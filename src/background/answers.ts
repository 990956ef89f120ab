import { describe } from '../anchoring/describe.ts';
import { resolveAll } from '../anchoring/resolve.ts';
import { DEFAULT_SETTINGS } from '../annotations/settings.ts';
import type { Store, StoreResult } from '../annotations/store.ts';
import type { BackgroundProtocol, Handlers } from '../browser/messages.ts';

/** What the background answers to each message, over a given store. */
export function answersOf(store: Store): Handlers<BackgroundProtocol> {
  return {
    'get-page': ({ key }) => store.page(key),
    'get-index': () => store.index(),
    'put-annotation': ({ page, annotation }) => store.putAnnotation(page, annotation),
    'delete-annotation': ({ key, id }) => store.deleteAnnotation(key, id),
    'get-settings': async () => readable(await store.settings(), DEFAULT_SETTINGS),
    'save-settings': (settings) => store.saveSettings(settings),
    'get-draft': async ({ key }) => readable(await store.draft(key), null),
    'save-draft': ({ key, draft }) => store.saveDraft(key, draft),
    'clear-draft': ({ key }) => store.clearDraft(key),
    'resolve-passages': ({ passages, ...model }) => resolveAll(model, passages),
    'describe-passage': ({ span, ...model }) => describe(model, span),
  };
}

/** What could be read, or `otherwise`: why the store can't be used is told where notes are read and written. */
function readable<T>(result: StoreResult<T>, otherwise: T): T {
  return result.status === 'ok' || result.status === 'damaged' ? result.value : otherwise;
}
