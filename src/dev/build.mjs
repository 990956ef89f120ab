/** Builds the extension and the command line with Vite. The dependencies must be there. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, UserError } from './project.mjs';

/** @typedef {'chrome' | 'firefox'} Browser */

/** Everything that ends up in a build, relative to the project's folder. */
const sources = ['src', 'public', 'manifest.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];

/**
 * The command that builds the extension for one browser into dist/BROWSER.
 * @param {Browser} browser
 */
export function extensionBuild(browser) {
  return { args: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], env: { BROWSER: browser } };
}

/**
 * Builds the extension; throws UserError when that fails. About 2 s.
 * @param {Browser} browser
 * @returns {string} absolute path of the built extension
 */
export function buildExtension(browser) {
  const { args, env } = extensionBuild(browser);
  vite(args, env, `The extension for ${browser} could not be built`);
  return path.join(root, 'dist', browser);
}

/**
 * The command line's program, built anew when any source is younger.
 * @returns {string} absolute path
 */
export function buildCli() {
  const program = path.join(root, 'dist/cli.js');
  const paths = sources.map((source) => path.join(root, source));
  if (isStale(program, paths)) {
    const args = ['node_modules/vite/bin/vite.js', 'build', '--config', 'src/cli/vite.config.ts', '--logLevel', 'warn'];
    vite(args, {}, 'The command line could not be built');
  }
  return program;
}

/**
 * Whether a built file is missing or older than any of its sources. Looks at every file below the sources: a few
 * milliseconds for this project.
 * @param {string} built absolute path
 * @param {string[]} from absolute paths of files and folders
 */
export function isStale(built, from) {
  const made = modified(built);
  return made === undefined || from.some((source) => youngest(source) > made);
}

/**
 * @param {string} place a file or folder
 * @returns {number} ms since 1970; 0 when there is nothing
 */
function youngest(place) {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  // A folder's own time moves when a file in it is removed, which is a change too.
  return readdirSync(place).reduce((latest, name) => Math.max(latest, youngest(path.join(place, name))), stats.mtimeMs);
}

/** @param {string} file */
function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {string} failure what to say when it fails, without the full stop
 */
function vite(args, env, failure) {
  // Standard output belongs to the results, and a build that succeeds has nothing to say.
  const run = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  if (run.status === 0) return;
  console.error(`${run.stdout}${run.stderr}`);
  throw new UserError(`${failure}; the reason stands above.`);
}
