import { readFileSync } from 'node:fs';
import { loadRecogniser } from '../src/entities/recogniser.ts';
import { textModelOf } from '../src/text/text-model.ts';

const f = readFileSync('public/model/en.bin');
const t0 = performance.now();
const r = loadRecogniser(f.buffer.slice(f.byteOffset, f.byteOffset + f.byteLength) as ArrayBuffer);
console.log('load', performance.now() - t0);
if (r.status !== 'ok') throw 1;
const ms = readFileSync('../shared/ner/dev.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((l) => textModelOf(JSON.parse(l).text));
for (let n = 0; n < 40; n += 1) {
  const t = process.cpuUsage().user;
  for (const m of ms) r.recogniser.recognise(m);
  if (n % 8 === 7) console.log('cpu ms', (process.cpuUsage().user - t) / 1000);
}
