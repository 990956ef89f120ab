/**
 * All benchmarks: `npm run bench`. Builds what is measured, prints the bytes of what is shipped, then the speed of the
 * analysis in Node and the cost in a real Chromium. `npm run bench -- --shared DIR` names the folder of saved pages.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildExtension } from './build.mjs';
import { root } from './project.mjs';

const built = buildExtension('chrome');
printBytes(built);
const extra = process.argv.slice(2);
const analysis = run(['src/dev/run.mjs', 'tests/bench/analysis.ts']);
const browser = run(['tests/bench/browser.mjs', ...extra]);
process.exitCode = analysis || browser;

/** @param {string} folder the built extension */
function printBytes(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const all = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const content = path.join(folder, manifest.content_scripts[0].js[0]);
  console.log('bytes');
  console.log(`  content script: ${statSync(content).size}, gzipped ${gzipSync(readFileSync(content)).length}`);
  console.log(
    `  whole package, unpacked: ${all} in ${files.length} files; the tagger's model ${statSync(path.join(folder, 'model/en.bin')).size}`,
  );
}

/** @param {string[]} args of node */
function run(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}
