/**
 * Makes sure that the program can run at all: the Node version, and node_modules as package-lock.json wants it.
 * Runs before anything is installed, so it imports Node's own modules only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, UserError } from './project.mjs';

/** The oldest Node that every pinned package runs on (package.json "engines"). */
const oldestNode = /** @type {const} */ ([20, 19]);

/**
 * Whether this Node is new enough.
 * @param {string} version as in process.versions.node
 */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} Lock
 */

/**
 * The first package that node_modules lacks or has in another version, or undefined when everything fits. npm writes
 * node_modules/.package-lock.json as the last step of an install, so two small files say it all: no folder is walked, and
 * an install that was cut short shows as missing.
 * @param {string} folder the project's
 * @returns {string | undefined} what does not fit, in words
 */
export function misfit(folder) {
  const installedFile = path.join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return 'node_modules is missing';
  const wanted = readLock(path.join(folder, 'package-lock.json'));
  const installed = readLock(installedFile);
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === '' || entry.link) continue;
    const have = installed[name];
    // Binaries for other platforms are in the lock file and rightly not installed.
    if (have === undefined && entry.optional) continue;
    if (have?.version !== entry.version)
      return `${name.replace(/^node_modules\//, '')} ${entry.version} is not installed`;
  }
  const extra = Object.keys(installed).find((name) => wanted[name] === undefined);
  return extra === undefined ? undefined : `${extra} is not in package-lock.json`;
}

/**
 * @param {string} file
 * @returns {Record<string, LockEntry>}
 */
function readLock(file) {
  try {
    return /** @type {Lock} */ (JSON.parse(readFileSync(file, 'utf8'))).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Throws UserError when this Node is too old. To come this far, what is imported before must be known to old versions too.
 */
export function requireNode() {
  const { node } = process.versions;
  if (nodeIsNewEnough(node)) return;
  throw new UserError(
    `Newsgloss needs Node ${oldestNode.join('.')} or newer; this is Node ${node}. See https://nodejs.org.`,
  );
}

/**
 * Checks Node and installs the dependencies when they are missing or of another version (`npm ci`). Throws UserError.
 * @param {{ output?: 'stdout' | 'stderr' }} [options] where npm's own words go
 */
export function ensureDependencies({ output = 'stdout' } = {}) {
  requireNode();
  const reason = misfit(root);
  if (reason === undefined) return;
  const say = output === 'stderr' ? console.error : console.log;
  say(`Installing the dependencies (${reason}) ...`);
  const started = Date.now();
  const stdout = output === 'stderr' ? 2 : 'inherit';
  // Without --include=dev a NODE_ENV of "production" would leave out the very tools that are needed next.
  const { command, args, shell } = npm(['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund']);
  const run = spawnSync(command, args, { cwd: root, shell, stdio: ['ignore', stdout, 'inherit'] });
  if (run.error !== undefined)
    throw new UserError(`npm could not be started (${run.error.message}); it comes with Node.`);
  if (run.status !== 0) throw new UserError('The dependencies could not be installed; what npm said stands above.');
  say(`Installed in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
}

/**
 * How to start npm: the very npm that started us where there is one, since the one on PATH can be of another Node.
 * @param {string[]} args
 */
function npm(args) {
  const script = process.env.npm_execpath;
  if (script !== undefined && /npm-cli\.[cm]?js$/.test(script)) {
    return { command: process.execPath, args: [script, ...args], shell: false };
  }
  const windows = process.platform === 'win32';
  // Node refuses to start a .cmd file without a shell.
  return { command: windows ? 'npm.cmd' : 'npm', args, shell: windows };
}
