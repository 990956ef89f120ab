/**
 * Everything that must hold, in one command:
 *
 *     npm test
 *     npm test -- --shared DIR     also the suites over a folder of saved pages that is not part of the project
 *
 * Works in a fresh checkout. Each runner is shown as it runs, and one that crashes does not stop the others. Ends with a line
 * per runner and one that sums them, `N passed, N failed`; type check, lint and builds count as one test each.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import util from 'node:util';
import { extensionBuild } from './build.mjs';
import { ensureDependencies, requireNode } from './ensure-deps.mjs';
import { ensureBrowser } from './find-browser.mjs';
import { fail, root, UserError } from './project.mjs';
import { closingLine, countPlaywright, countVitest, settle, sum } from './summary.mjs';

/** A runner that hangs is a failure, and the rest still wants its turn. */
const runnerTimeout = 10 * 60_000;

/**
 * @typedef {import('./summary.mjs').Counts} Counts
 * @typedef {object} Runner
 * @property {string} name
 * @property {string[]} args of node
 * @property {string[]} [needs] the steps without whose success there is nothing to test
 * @property {Record<string, string>} [env]
 * @property {string} [report] the JSON file that the runner writes; without one the exit status is the one test
 * @property {(report: any) => Counts} [count] reads the report
 * @typedef {Counts & { name: string, seconds: number }} Result
 */

/**
 * @param {string} reports folder for the JSON reports
 * @param {string} browser
 * @param {string | undefined} shared absolute path of the folder with the saved pages
 * @returns {Runner[]}
 */
function runners(reports, browser, shared) {
  const bin = (/** @type {string} */ file) => path.join('node_modules', file);
  /** @type {(name: string, config: string, env?: Record<string, string>) => Runner} */
  const playwright = (name, config, env = {}) => {
    const report = path.join(reports, `${name}.json`);
    return {
      name,
      needs: [chromeBuild, browserSearch],
      args: [bin('@playwright/test/cli.js'), 'test', '--config', config, '--reporter', 'list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROME_PATH: browser, ...env },
      report,
      count: countPlaywright,
    };
  };
  const unitReport = path.join(reports, 'unit.json');
  const unitReporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${unitReport}`];
  /** @type {Runner[]} */
  const all = [
    { name: 'type check', args: [bin('typescript/bin/tsc'), '--project', '.'] },
    { name: 'lint', args: [bin('@biomejs/biome/bin/biome'), 'ci', '--colors', 'off'] },
    { name: chromeBuild, ...extensionBuild('chrome') },
    { name: firefoxBuild, ...extensionBuild('firefox') },
    {
      name: 'add-on lint',
      needs: [firefoxBuild],
      args: [bin('web-ext/bin/web-ext.js'), 'lint', '--source-dir', 'dist/firefox'],
    },
    { name: 'unit', args: [bin('vitest/vitest.mjs'), 'run', ...unitReporters], report: unitReport, count: countVitest },
    playwright('browser', 'tests/browser/playwright.config.ts'),
  ];
  if (shared !== undefined) all.push(playwright('shared pages', sharedConfig, { SHARED: shared }));
  return all;
}

const browserSearch = 'search for a browser';
const chromeBuild = 'build for Chrome';
const firefoxBuild = 'build for Firefox';
const sharedConfig = 'tests/shared/playwright.config.ts';

/**
 * Runs one runner to its end, in sight.
 * @param {Runner} runner
 * @returns {Promise<Result>}
 */
async function run({ name, args, env, report, count }) {
  console.log(`\n--- ${name}`);
  const started = Date.now();
  const succeeded = await succeeds(args, env);
  const counted = count === undefined ? onlyTest(succeeded) : settle(readCounts(report, count), succeeded);
  return { name, ...counted, seconds: (Date.now() - started) / 1000 };
}

/**
 * What is left of an older build must not be tested in its place: that would be a result about something else.
 * @param {Runner} runner
 * @param {string} lacking
 * @returns {Result}
 */
function notRun({ name }, lacking) {
  console.log(`\n--- ${name}: not run, because the ${lacking} failed`);
  return { name, ...onlyTest(false), seconds: 0 };
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<boolean>}
 */
function succeeds(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: runnerTimeout,
    // Both together make Node print a warning.
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', ...env },
  });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('exit', (status) => resolve(status === 0));
  });
}

/**
 * @param {boolean} succeeded
 * @returns {Counts}
 */
function onlyTest(succeeded) {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}

/**
 * @param {string | undefined} report
 * @param {(report: any) => Counts} count
 * @returns {Counts | undefined} undefined when there is no report or it is not what it should be
 */
function readCounts(report, count) {
  try {
    return count(JSON.parse(readFileSync(report ?? '', 'utf8')));
  } catch {
    return undefined;
  }
}

/** @param {Result} result */
function line({ name, passed, failed, skipped, seconds }) {
  const counts = closingLine({ passed, failed, skipped }) + (skipped === 0 ? '' : `, ${skipped} skipped`);
  return `${name.padEnd(18)} ${counts.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s`;
}

/**
 * The folder named by --shared, or undefined when there is nothing to run over it, with the reason said.
 * @param {string | undefined} given
 * @returns {{ folder?: string, skipped?: string }}
 */
function sharedPages(given) {
  if (given === undefined) return {};
  const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
  if (!existsSync(folder)) return { skipped: `shared pages: skipped, there is no folder ${folder}` };
  if (!existsSync(path.join(root, sharedConfig)))
    return { skipped: `shared pages: skipped, there is no ${sharedConfig}` };
  return { folder };
}

function parseArguments() {
  try {
    return util.parseArgs({ options: { shared: { type: 'string' } } });
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : error}\nusage: npm test [-- --shared DIR]`, 2);
  }
}

/** @returns {Promise<number>} exit status */
async function main() {
  requireNode();
  const { values } = parseArguments();
  ensureDependencies();
  const browser = await ensureBrowser().catch((error) => {
    console.error(String(error));
    return undefined;
  });
  const { folder, skipped } = sharedPages(values.shared);
  /** @type {Result[]} */
  const results = [];
  /** @type {Set<string>} */
  const missing = new Set(browser === undefined ? [browserSearch] : []);
  const reports = mkdtempSync(path.join(tmpdir(), 'newsgloss-reports-'));
  for (const runner of runners(reports, browser ?? '', folder)) {
    const lacking = runner.needs?.find((step) => missing.has(step));
    const result = lacking === undefined ? await run(runner) : notRun(runner, lacking);
    if (result.failed > 0) missing.add(result.name);
    results.push(result);
  }
  rmSync(reports, { recursive: true, force: true });
  const total = sum(results);
  console.log(`\n${results.map(line).join('\n')}`);
  if (skipped !== undefined) console.log(skipped);
  console.log(closingLine(total));
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  fail(error);
}
