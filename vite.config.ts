import { readFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

type Browser = 'chrome' | 'firefox';

/** The one manifest.json made fit for one browser: keys that the other one alone knows are left out. */
function manifestFor(browser: Browser): ManifestV3Export {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', import.meta.url), 'utf8'));
  const { service_worker, scripts, type } = manifest.background;
  if (browser === 'chrome') {
    delete manifest.browser_specific_settings;
    manifest.background = { service_worker, type };
  } else {
    delete manifest.minimum_chrome_version;
    manifest.background = { scripts, type };
  }
  return manifest;
}

const browser: Browser = process.env.BROWSER === 'firefox' ? 'firefox' : 'chrome';
// Vitest reads this file too, and must not build an extension.
const testing = process.env.VITEST !== undefined;

export default defineConfig({
  plugins: testing ? [preact()] : [preact(), crx({ manifest: manifestFor(browser), browser })],
  define: { __CHROME__: JSON.stringify(browser === 'chrome') },
  build: {
    outDir: `dist/${browser}`,
    emptyOutDir: true,
    target: browser === 'chrome' ? 'chrome120' : 'firefox153',
    sourcemap: false,
    modulePreload: false,
  },
  test: {
    include: ['{src,tests,training}/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**', 'tests/shared/**', 'node_modules/**'],
    environment: 'node',
    restoreMocks: true,
  },
});
