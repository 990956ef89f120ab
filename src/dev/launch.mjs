/** A Chromium with the built extension in it. Playwright is imported late, since it may have to be installed first. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { reasonOf } from './open-page.mjs';
import { UserError } from './project.mjs';

/** A worker starts within a second (0.5 to 0.7 s measured); a busy machine gets more. */
const workerTimeout = 10_000;

/**
 * @typedef {import('@playwright/test').BrowserContext} BrowserContext
 * @typedef {import('@playwright/test').Worker} Worker
 * @typedef {object} LaunchOptions
 * @property {string} executable absolute path of the browser
 * @property {string} extension absolute path of the built extension, as dist/chrome
 * @property {boolean} [headless]
 * @property {'light' | 'dark'} [colorScheme]
 * @property {string[]} [args] more arguments for the browser
 * @property {string[]} [without] arguments that Playwright gives by itself and that are not wanted
 * @property {string} [profile] folder of a profile that outlives the browser; without one it is fresh and removed at the end
 * @typedef {{ context: BrowserContext, worker: Worker, extensionId: string, close: () => Promise<void> }} Launched
 */

/** Of a browser without a window, in CSS pixels; all screenshots of the project have it. */
export const viewport = { width: 1280, height: 900 };

/** Chromium's sandbox does not work as root, and only there it is given up. */
export function sandboxArgs() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * Starts the browser with a fresh profile and waits for the extension's background worker. Branded Chrome from 137 on
 * ignores `--load-extension`; there the extension is loaded through the DevTools protocol instead. Throws UserError when
 * neither works. The caller must call `close`.
 * @param {LaunchOptions} options
 * @returns {Promise<Launched>}
 */
export async function launch(options) {
  const { executable, extension } = options;
  // Otherwise the browser would be started twice, and waited for in vain.
  if (!existsSync(path.join(extension, 'manifest.json')))
    throw new UserError(`There is no built extension in ${extension}.`);
  const first = await start(options, 'command line');
  if ('worker' in first) return first;
  const second = await start(options, 'protocol');
  if ('worker' in second) return second;
  throw new UserError(`The browser at ${executable} did not load the extension from ${extension}: ${second.reason}.`);
}

/**
 * @param {LaunchOptions} options
 * @param {'command line' | 'protocol'} way
 * @returns {Promise<Launched | { reason: string }>} the reason when the extension's worker did not come up
 */
async function start(
  { executable, extension, headless = true, colorScheme = 'light', args = [], profile = '', without = [] },
  way,
) {
  const { chromium } = await import('@playwright/test');
  const load =
    way === 'command line'
      ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
      : ['--enable-unsafe-extension-debugging'];
  /** @type {BrowserContext} */
  let context;
  try {
    // An empty name: Playwright makes a profile and removes it, also after an interrupt from the keyboard.
    context = await chromium.launchPersistentContext(profile, {
      executablePath: executable,
      headless,
      colorScheme,
      viewport: headless ? viewport : null,
      ignoreDefaultArgs: way === 'protocol' ? ['--disable-extensions', ...without] : without,
      args: [
        ...load,
        ...sandboxArgs(),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        ...args,
      ],
    });
  } catch (error) {
    throw new UserError(`The browser at ${executable} did not start: ${reasonOf(error)}`);
  }
  const close = () => context.close().catch(() => {});
  try {
    if (way === 'protocol') {
      const session = await context.browser()?.newBrowserCDPSession();
      // Playwright's types do not know the Extensions domain.
      await /** @type {any} */ (session)?.send('Extensions.loadUnpacked', { path: extension });
    }
    const worker =
      context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: workerTimeout }));
    return { context, worker, extensionId: new URL(worker.url()).host, close };
  } catch (error) {
    await close();
    return { reason: reasonOf(error) };
  }
}
