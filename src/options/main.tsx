import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import './options.css';
import { render } from 'preact';
import { t } from '../ui/i18n.ts';
import { App } from './app.tsx';
import { optionsEnvironment } from './environment.ts';
import { createOptionsModel } from './options-model.ts';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort(), { once: true });
document.documentElement.lang = t('languageTag');
document.title = t('settingsTitle');
render(<App model={createOptionsModel(optionsEnvironment(), closing.signal)} />, document.body);
