/**
 * The two files for the stores, newsgloss-chrome-VERSION.zip and newsgloss-firefox-VERSION.zip in artifacts/, and the add-on
 * lint of the one for Firefox.
 *
 *     npm run package
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { buildExtension } from './build.mjs';
import { ensureDependencies } from './ensure-deps.mjs';
import { artifacts, fail, readProjectJson, root, UserError } from './project.mjs';

/** Only development needs these; they are in the build because Vite copies public/ as it is. */
const leftOut = ['sample', 'sample/**', 'icons/icon.svg'];

/**
 * @param {string[]} args
 * @param {string} failure
 */
function webExt(args, failure) {
  const program = path.join(root, 'node_modules/web-ext/bin/web-ext.js');
  const run = spawnSync(process.execPath, [program, ...args, '--no-config-discovery'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (run.status !== 0) throw new UserError(failure);
}

try {
  ensureDependencies();
  const { version } = readProjectJson('manifest.json');
  const browsers = /** @type {const} */ (['chrome', 'firefox']);
  const packages = browsers.map((browser) => {
    const source = buildExtension(browser);
    const name = `newsgloss-${browser}-${version}.zip`;
    const to = ['--artifacts-dir', artifacts, '--filename', name, '--overwrite-dest'];
    webExt(['build', '--source-dir', source, ...to, '--ignore-files', ...leftOut], `${name} could not be made.`);
    return path.join(artifacts, name);
  });
  webExt(['lint', '--source-dir', path.join(root, 'dist/firefox')], 'The add-on lint found errors.');
  for (const file of packages) {
    console.log(`${path.relative(root, file)}  ${(statSync(file).size / 1024).toFixed(0)} KiB`);
  }
} catch (error) {
  fail(error);
}
