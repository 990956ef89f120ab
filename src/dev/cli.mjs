/**
 * Runs the command line from a fresh checkout: installs and builds what is missing, then hands over standard input and output.
 *
 *     node src/dev/cli.mjs analyze < articles.jsonl > results.jsonl
 *
 * Its own words go to standard error. Exit status is the command's own.
 */
import { spawn } from 'node:child_process';
import { buildCli } from './build.mjs';
import { ensureDependencies } from './ensure-deps.mjs';
import { fail } from './project.mjs';

try {
  ensureDependencies({ output: 'stderr' });
  const program = buildCli();
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit', cwd });
  child.on('error', fail);
  child.on('exit', (status, signal) => {
    if (signal !== null) process.kill(process.pid, signal);
    process.exitCode = status ?? 1;
  });
} catch (error) {
  fail(error);
}
