import browser from 'webextension-polyfill';

/** How this extension signs what it writes: its name and version, as in `Newsgloss 0.1.0`. */
export function generatorName(): string {
  const { name, version } = browser.runtime.getManifest();
  return `${name} ${version}`;
}
