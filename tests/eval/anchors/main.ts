import { run } from '../anchors.ts';

process.exitCode = await run(process.argv.slice(2));
