/**
 * Draws public/icons/{16,32,48,128}.png from public/icons/icon.svg in a headless Chromium.
 *
 *     node src/dev/icons.mjs
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './ensure-deps.mjs';
import { ensureBrowser } from './find-browser.mjs';
import { sandboxArgs } from './launch.mjs';
import { fail, root } from './project.mjs';

const sizes = [16, 32, 48, 128];
const folder = path.join(root, 'public/icons');

try {
  ensureDependencies();
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: sandboxArgs() });
  const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8');
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    // Corners stay transparent: a toolbar may be dark or light.
    await page.screenshot({ path: path.join(folder, `${size}.png`), omitBackground: true });
    console.log(`public/icons/${size}.png`);
  }
  await browser.close();
} catch (error) {
  fail(error);
}
