import type { PageRecord } from '../annotations/types.ts';
import { exportJson } from '../exchange/json.ts';
import { exportMarkdown } from '../exchange/markdown.ts';
import type { ExportContext } from '../exchange/types.ts';
import { fileNameFor } from '../ui/file-name.ts';

/** The forms in which a page's notes can be taken along from the popup. */
export const EXPORT_FORMS = ['markdown', 'json'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];

export interface ExportFile {
  readonly name: string;
  readonly text: string;
  /** MIME type without charset. */
  readonly type: string;
}

/**
 * The notes of one page as a file, named by the day of publication (of export where that is not known) and the title.
 * @throws {TypeError} when the page is not sound enough to be read back.
 */
export function exportFileOf(page: PageRecord, form: ExportForm, context: ExportContext): ExportFile {
  const day = page.published ?? context.exported;
  if (form === 'json') {
    return { name: fileNameFor(page.title, day, 'json'), text: exportJson([page], context), type: 'application/json' };
  }
  return { name: fileNameFor(page.title, day, 'md'), text: exportMarkdown([page], context), type: 'text/markdown' };
}
