/**
 * A Chromium browser on this machine, found or installed. Looking imports Node's own modules only; Playwright is
 * asked only when nothing else is there.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, UserError } from './project.mjs';

/** Chromium first: unlike branded Chrome it still takes `--load-extension`. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macPlaces = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPlaces = [
  'Chromium/Application/chrome.exe',
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** Starting a snap stub or a broken binary must not hang the search. */
const versionTimeout = 15_000;

/**
 * @typedef {Record<string, string | undefined>} Env
 * @typedef {{ env?: Env, platform?: NodeJS.Platform, runs?: (file: string) => boolean }} Where
 */

/**
 * Every place where a browser may be, in the order of preference; most do not exist. $CHROME_PATH is not among them, as it
 * is an order and not a guess.
 * @param {Env} env PATH, HOME, PROGRAMFILES ...
 * @param {NodeJS.Platform} platform
 * @returns {string[]} absolute paths
 */
export function browserPlaces(env, platform) {
  if (platform === 'win32') {
    const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((base) => base !== undefined);
    return windowsPlaces.flatMap((place) => bases.map((base) => path.join(base, place)));
  }
  const onPath = (env.PATH ?? '').split(':').filter(Boolean);
  const places = names.flatMap((name) => onPath.map((folder) => path.join(folder, name)));
  if (platform !== 'darwin') return places;
  const applications = ['/Applications', path.join(env.HOME ?? '/', 'Applications')];
  return [...macPlaces.flatMap((place) => applications.map((base) => path.join(base, place))), ...places];
}

/**
 * The browser to use, or undefined when there is none. Throws UserError when $CHROME_PATH is set and is no browser: quietly
 * taking another one would be worse.
 * @param {Where} [where] the environment to look in; a test passes its own
 * @returns {string | undefined} absolute path
 */
export function findBrowser({ env = process.env, platform = process.platform, runs = browserRuns } = {}) {
  if (env.CHROME_PATH) {
    if (isExecutable(env.CHROME_PATH) && runs(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new UserError(`CHROME_PATH is ${env.CHROME_PATH}, but that is not a browser that starts.`);
  }
  return browserPlaces(env, platform).find((file) => isExecutable(file) && runs(file));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Whether the file starts and calls itself a browser. On Ubuntu `chromium-browser` may be a script that only asks for a snap.
 * @param {string} file
 */
export function browserRuns(file) {
  // On Windows `chrome.exe --version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  const run = spawnSync(file, ['--version'], {
    encoding: 'utf8',
    timeout: versionTimeout,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return run.status === 0 && /\b(Chromium|Chrome|Edge)\b.*\d+\./.test(run.stdout);
}

/**
 * A browser, installed when there is none: by apt on Debian and Ubuntu (as root), else Playwright's own download. Throws
 * UserError that says what to install. The dependencies must be there.
 * @param {{ output?: 'stdout' | 'stderr' }} [options] where the installers' words go
 * @returns {Promise<string>} absolute path
 */
export async function ensureBrowser({ output = 'stdout' } = {}) {
  const found = findBrowser() ?? (await playwrightBrowser());
  if (found !== undefined) return found;
  const say = output === 'stderr' ? console.error : console.log;
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', output === 'stderr' ? 2 : 'inherit', 'inherit'];
  const asRoot = process.getuid?.() === 0;
  if (asRoot && isDebian()) {
    say('No Chromium browser found: installing the chromium package ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { stdio, env });
    spawnSync('apt-get', ['install', '-y', '-q', 'chromium'], { stdio, env });
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  say("No Chromium browser found: downloading Playwright's ...");
  const cli = path.join(root, 'node_modules/playwright/cli.js');
  // Its libraries come with the system's packages, which only root can add.
  const withLibraries = asRoot && process.platform === 'linux' ? ['--with-deps'] : [];
  spawnSync(process.execPath, [cli, 'install', ...withLibraries, '--no-shell', 'chromium'], { stdio, cwd: root });
  const downloaded = await playwrightBrowser();
  if (downloaded !== undefined) return downloaded;
  throw new UserError(
    'No Chromium browser was found and none could be installed: install Chromium or Chrome, or set CHROME_PATH to one.',
  );
}

/** @returns {Promise<string | undefined>} Playwright's own download, if it is there and runs */
async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) && browserRuns(file) ? file : undefined;
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
