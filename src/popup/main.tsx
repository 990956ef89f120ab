import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import '../ui/flag-fields.css';
import './popup.css';
import './note-card.css';
import './page-note-form.css';
import { render } from 'preact';
import { t } from '../ui/i18n.ts';
import { App } from './app.tsx';
import { popupEnvironment } from './environment.ts';
import { createPopupModel } from './popup-model.ts';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort(), { once: true });
document.documentElement.lang = t('languageTag');
document.title = t('extensionName');
render(<App model={createPopupModel(popupEnvironment(location), closing.signal)} />, document.body);
