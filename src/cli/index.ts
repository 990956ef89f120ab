#!/usr/bin/env node
/**
 * The command line `newsgloss`: JSON Lines on standard input and output, errors and progress on standard error. A line that
 * cannot be done gives `{"id","error"}`, the rest goes on, and the exit status is 1 at the end.
 */
import { createInterface } from 'node:readline';
import { reanchor } from '../anchoring/reanchor.ts';
import { analyseLine } from './analyse-line.ts';
import { loadModelFile } from './model-file.ts';

const USAGE = `usage: newsgloss analyze | reanchor
  analyze   one JSON object a line: {"id","text","published"?} or {"id","html","url"?}
  reanchor  one JSON object a line: {"id","before","after","start","end"}`;

type LineCommand = (input: Record<string, unknown>) => object;

const COMMANDS: Record<string, () => LineCommand> = {
  analyze: () => {
    const recogniser = loadModelFile();
    if ('problem' in recogniser) console.error(recogniser.problem);
    return (input) => analyseLine(input, recogniser);
  },
  reanchor: () => (input) => reanchor(input),
};

async function main(): Promise<number> {
  const [name = '', ...rest] = process.argv.slice(2);
  if (!Object.hasOwn(COMMANDS, name) || rest.length > 0) {
    console.error(name === '' || rest.length > 0 ? USAGE : `newsgloss: there is no command "${name}"\n${USAGE}`);
    return 2;
  }
  const run = COMMANDS[name]!();
  let status = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const answer = answerTo(line, run);
    if ('error' in answer) status = 1;
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return status;
}

function answerTo(line: string, run: LineCommand): object {
  let id: unknown = null;
  try {
    const input: unknown = JSON.parse(line);
    if (typeof input !== 'object' || input === null || Array.isArray(input))
      throw new Error('a line must be a JSON object');
    id = (input as { id?: unknown }).id ?? null;
    return run(input as Record<string, unknown>);
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

process.exitCode = await main();
