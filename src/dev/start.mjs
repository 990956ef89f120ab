/**
 * Builds the extension and shows it at work in a browser, on the sample article or on a page of your own:
 *
 *     npm start
 *     npm start -- saved-page.html
 *     npm start -- https://example.org/news/article
 *
 * Prints what was found. With a display the browser stays open until it is closed; without one, or with `--headless`, a
 * screenshot is left in artifacts/start.png and the exit status says whether anything was marked.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import { askPageState } from './ask-page.mjs';
import { buildExtension } from './build.mjs';
import { ensureDependencies, requireNode } from './ensure-deps.mjs';
import { ensureBrowser } from './find-browser.mjs';
import { launch } from './launch.mjs';
import { openPage } from './open-page.mjs';
import { artifacts, fail, UserError } from './project.mjs';
import { describe } from './report.mjs';
import { takeScreenshot } from './screenshot.mjs';
import { openTarget } from './target.mjs';

const usage = 'usage: npm start [-- [--headless] [--dark] [--screenshot FILE] [PAGE.html | https://...]]';

/** @param {NodeJS.ProcessEnv} env */
function hasDisplay(env) {
  return ['darwin', 'win32'].includes(process.platform) || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

function parseArguments() {
  try {
    const { values, positionals } = util.parseArgs({
      allowPositionals: true,
      options: {
        headless: { type: 'boolean' },
        dark: { type: 'boolean' },
        screenshot: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (positionals.length > 1) throw new Error('One page at a time.');
    return { ...values, page: positionals[0] };
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : error}\n${usage}`, 2);
  }
}

/** @returns {Promise<number>} exit status */
async function start() {
  const started = Date.now();
  requireNode();
  const options = parseArguments();
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const target = await openTarget(options.page, cwd);
  /** @type {import('./launch.mjs').Launched | undefined} */
  let browser;
  try {
    ensureDependencies();
    const headless = options.headless === true || !hasDisplay(process.env);
    browser = await launch({
      executable: await ensureBrowser(),
      extension: buildExtension('chrome'),
      headless,
      colorScheme: options.dark ? 'dark' : 'light',
    });
    const { context } = browser;
    const closed = new Promise((resolve) => context.once('close', resolve));
    const page = await openPage(context, target.url);
    const gone = closed.then(() => {
      throw new UserError('The browser was closed before the page was read.');
    });
    const state = await Promise.race([askPageState(context, page.url()), gone]);
    console.log(describe(state));
    if (headless || options.screenshot !== undefined) {
      const file = path.resolve(cwd, options.screenshot ?? path.join(artifacts, 'start.png'));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, await takeScreenshot(page));
      console.log(`Screenshot: ${path.relative(cwd, file)}`);
    }
    console.log(`From start to finish: ${((Date.now() - started) / 1000).toFixed(1)} s`);
    if (!headless) {
      console.log('The browser stays open until you close it.');
      await closed;
    }
    return state.status === 'marked' && Object.values(state.counts).some((count) => count > 0) ? 0 : 1;
  } finally {
    await browser?.close();
    target.close();
  }
}

try {
  process.exitCode = await start();
} catch (error) {
  fail(error);
}
