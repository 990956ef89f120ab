import { signal } from '@preact/signals';
import { exportJson } from '../exchange/json.ts';
import { Button } from '../ui/button.tsx';
import { downloadText } from '../ui/download.ts';
import { fileNameFor } from '../ui/file-name.ts';
import { t, tCount } from '../ui/i18n.ts';
import type { OptionsModel } from './options-model.ts';

const problem = signal<string | null>(null);

/** Takes everything that was ever noted along as one file. */
export function ExportSection({ model }: { readonly model: OptionsModel }) {
  const pages = model.pages.value;
  async function download(): Promise<void> {
    const records = await model.readAll();
    if (records === null) return;
    const { env } = model;
    const exported = env.now().toISOString();
    try {
      const name = fileNameFor(t('exportAllFile'), exported, 'json');
      downloadText(name, exportJson(records, { exported, generator: env.generator }), 'application/json');
      problem.value = null;
      model.announce(t('exported', name));
    } catch (error) {
      problem.value = t('exportFailed', error instanceof Error ? error.message : String(error));
    }
  }
  const notes = tCount(model.notes.value, 'notesCountOne', 'notesCount');
  return (
    <section aria-labelledby="export-heading">
      <h2 id="export-heading">{t('exportAllHeading')}</h2>
      {pages === 0 && <p class="hint">{t('exportAllNone')}</p>}
      {pages !== null && pages > 0 && <p>{t('exportAllCount', notes, tCount(pages, 'pagesOne', 'pages'))}</p>}
      <Button disabled={pages === null || pages === 0} onPress={() => void download()}>
        {t('exportAllButton')}
      </Button>
      {problem.value !== null && (
        <p class="field-error" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
