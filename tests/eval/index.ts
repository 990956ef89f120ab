/**
 * The measured evaluations behind one command:
 *
 *     npm run eval -- NAME [ARG ...]
 *
 * NAME is a file beside this one which exports `run(args): Promise<number>`, the number being the exit status. Without a name
 * the names are listed. The module is loaded only when it is asked for, so that one evaluation never waits for the others.
 */
type Evaluation = { run?: (args: string[]) => Promise<number> };

const modules = import.meta.glob<Evaluation>(['./*.ts', '!./index.ts', '!./*.test.ts']);

/** What each evaluation measures, in the order of the list. Other files beside this one are helpers of these. */
const descriptions: Record<string, string> = {
  ner: 'names found and typed, against annotated texts',
  dates: 'time expressions found and their values',
  published: 'the publication date of saved pages',
  bodies: 'the article body of saved pages',
  gate: 'news article or not',
  anchors: 'passages found again after an edit',
};

function list(): string {
  return Object.entries(descriptions)
    .map(([name, description]) => {
      const here = `./${name}.ts` in modules;
      return `  ${name.padEnd(10)} ${description}${here ? '' : ' (not in this tree)'}`;
    })
    .join('\n');
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined) {
    console.log(`usage: npm run eval -- NAME [ARG ...]\n${list()}`);
    return 0;
  }
  const load = modules[`./${name}.ts`];
  if (load === undefined) {
    const why = name in descriptions ? `tests/eval/${name}.ts is missing` : 'no evaluation has this name';
    console.error(`${name}: ${why}. There are:\n${list()}`);
    return 2;
  }
  const { run } = await load();
  if (run === undefined) {
    console.error(`tests/eval/${name}.ts does not export a function named run`);
    return 2;
  }
  return run(args);
}

process.exitCode = await main(process.argv.slice(2));
