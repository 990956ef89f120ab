/**
 * Runs a TypeScript entry in Node: bundles it with Vite into node_modules/.cache/newsgloss and starts it, so that benchmarks
 * and training run the same optimised code as the product.
 *
 *     node src/dev/run.mjs training/train.ts --seed 1
 *
 * NODE_ARGS (environment) is passed on to Node, as in NODE_ARGS="--expose-gc". Exit status is the entry's own.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  console.error('usage: node src/dev/run.mjs ENTRY.ts [ARG ...]');
  process.exit(2);
}
// A folder per entry and process: two runs at a time must not overwrite each other's bundle.
const outDir = path.join(root, 'node_modules/.cache/newsgloss', `${path.basename(entry, '.ts')}-${process.pid}`);
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  define: { __CHROME__: 'true' },
  build: {
    ssr: path.resolve(entry),
    outDir,
    emptyOutDir: true,
    minify: false,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'entry.mjs' } },
  },
});
const nodeArgs = (process.env.NODE_ARGS ?? '').split(' ').filter(Boolean);
const run = spawnSync(process.execPath, [...nodeArgs, path.join(outDir, 'entry.mjs'), ...args], {
  stdio: 'inherit',
  cwd: process.cwd(),
});
rmSync(outDir, { recursive: true, force: true });
process.exit(run.status ?? 1);
