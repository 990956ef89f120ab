import { signal } from '@preact/signals';
import { Button } from '../ui/button.tsx';
import { downloadText } from '../ui/download.ts';
import { type MessageKey, t } from '../ui/i18n.ts';
import { EXPORT_FORMS, type ExportForm, exportFileOf } from './export-page.ts';
import type { PopupModel } from './popup-model.ts';

const FORM_LABEL = { json: 'exportJson', markdown: 'exportMarkdown' } as const satisfies Record<ExportForm, MessageKey>;

const problem = signal<string | null>(null);

/** Takes the notes of this page along as a file. */
export function ExportBar({ model }: { readonly model: PopupModel }) {
  const record = model.notebook.record.value;
  function download(form: ExportForm): void {
    if (record === null) return;
    const { env } = model;
    try {
      const file = exportFileOf(record, form, { exported: env.now().toISOString(), generator: env.generator });
      downloadText(file.name, file.text, file.type);
      problem.value = null;
      model.announce(t('exported', file.name));
    } catch (error) {
      problem.value = t('exportFailed', error instanceof Error ? error.message : String(error));
    }
  }
  return (
    <div class="export">
      <span id="export-label" class="hint">
        {record === null ? t('exportNothing') : t('exportHeading')}
      </span>
      {record !== null &&
        EXPORT_FORMS.map((form) => (
          <Button key={form} label={`${t('exportHeading')} ${t(FORM_LABEL[form])}`} onPress={() => download(form)}>
            {t(FORM_LABEL[form])}
          </Button>
        ))}
      {problem.value !== null && (
        <p class="field-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
