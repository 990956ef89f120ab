import { Announcer } from '../ui/announcer.tsx';
import { t } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import { ExportSection } from './export-section.tsx';
import { MarksSection } from './marks-section.tsx';
import type { OptionsModel } from './options-model.ts';
import { PrivacySection } from './privacy-section.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';
import { WhereSection } from './where-section.tsx';

/** The settings page. */
export function App({ model }: { readonly model: OptionsModel }) {
  const problems = [model.settings.problem.value, model.problem.value].filter((problem) => problem !== null);
  return (
    <>
      <header class="options-header">
        <img src="/icons/48.png" alt="" width="40" height="40" />
        <div>
          <h1>{t('settingsTitle')}</h1>
          <p class="hint">{t('settingsIntro')}</p>
        </div>
      </header>
      <main>
        {problems.map((problem) => (
          <Notice key={problem} tone="error">
            <p>{problem}</p>
          </Notice>
        ))}
        <WhereSection model={model} />
        <MarksSection model={model} />
        <ShortcutsSection model={model} />
        <ExportSection model={model} />
        <PrivacySection />
      </main>
      <footer class="hint">{t('versionLine', model.env.version)}</footer>
      <Announcer words={model.announcement} />
    </>
  );
}
