import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Catalog, useCatalog } from './i18n.ts';

/** The English texts as they are shipped. */
export function readCatalog(): Catalog {
  // Not `new URL(..., import.meta.url)`: in tests with a DOM that is turned into an address of the web.
  const file = path.resolve(import.meta.dirname, '../../public/_locales/en/messages.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Lets `t` speak in a test: call it once at the top of the test file. */
export function speakEnglish(): void {
  useCatalog(readCatalog());
}
