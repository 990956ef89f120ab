import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Catalog, useCatalog } from './i18n.ts';

/** The English texts as they are shipped. */
export function readCatalog(): Catalog {
  const file = new URL('../../public/_locales/en/messages.json', import.meta.url);
  return JSON.parse(readFileSync(fileURLToPath(file), 'utf8'));
}

/** Lets `t` speak in a test: call it once at the top of the test file. */
export function speakEnglish(): void {
  useCatalog(readCatalog());
}
