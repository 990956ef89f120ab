import { Announcer } from '../ui/announcer.tsx';
import { t } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import { DateList } from './date-list.tsx';
import { ExportBar } from './export-bar.tsx';
import { Header } from './header.tsx';
import { KindList } from './kind-list.tsx';
import { MarkSwitches } from './mark-switches.tsx';
import { NameList } from './name-list.tsx';
import { NoteList } from './note-list.tsx';
import { PageNoteForm } from './page-note-form.tsx';
import type { PopupModel } from './popup-model.ts';
import { StatusStrip } from './status-strip.tsx';
import { UndoBar } from './undo-bar.tsx';

/** The popup: this article at a glance. */
export function App({ model }: { readonly model: PopupModel }) {
  const { watch, notebook, settings } = model;
  const view = watch.view.value;
  const state = view.status === 'known' ? view.state : null;
  const wasRead = state !== null && state.meta !== null && state.status !== 'failed';
  const problems = [notebook.problem.value, settings.problem.value].filter((problem) => problem !== null);
  return (
    <>
      <Header model={model} />
      <main>
        <StatusStrip model={model} />
        {problems.map((problem) => (
          <Notice key={problem} tone="error">
            <p>{problem}</p>
          </Notice>
        ))}
        {wasRead && state.status !== 'unsupported' && <KindList model={model} state={state} />}
        {wasRead && <NameList names={state.names} />}
        {wasRead && <DateList dates={state.dates} />}
        <NoteList model={model} />
        <PageNoteForm model={model} />
        <MarkSwitches model={model} />
      </main>
      <footer class="popup-footer">
        <ExportBar model={model} />
        <button type="button" class="button button-quiet" onClick={() => model.env.openSettings()}>
          {t('openSettings')}
        </button>
      </footer>
      <UndoBar model={model} />
      <Announcer words={model.announcement} />
    </>
  );
}
