import type { DeleteResult, StoreResult } from '../annotations/store.ts';
import { t } from './i18n.ts';

/**
 * What a reply of the store means to the reader, or null when all is well. Damage is told even where the wish itself was met,
 * since something of the reader's was set aside.
 */
export function storageProblem(result: StoreResult<unknown> | DeleteResult): string | null {
  switch (result.status) {
    case 'ok':
      return result.damage === undefined ? null : t('storageDamaged', result.damage.message, result.damage.keptAs);
    case 'damaged':
      return t('storageDamaged', result.damage.message, result.damage.keptAs);
    case 'failed':
      return result.reason === 'quota' ? t('storageFull', result.message) : t('storageFailed', result.message);
    default:
      return t('storageFailed', result.message);
  }
}

/** The words for an error that was thrown on the way to the background, as after an update of the extension. */
export function troubleInWords(error: unknown): string {
  return t('backgroundSilent', error instanceof Error ? error.message : String(error));
}
