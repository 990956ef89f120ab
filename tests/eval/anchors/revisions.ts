import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe } from '../../../src/anchoring/describe.ts';
import { normalise } from '../../../src/anchoring/normalise.ts';
import { resolveAll } from '../../../src/anchoring/resolve.ts';
import { splitsWord } from '../../../src/anchoring/words.ts';
import { textModelOf } from '../../../src/text/text-model.ts';
import { sentencesOf } from './edits.ts';
import { pick, randomFrom } from './random.ts';

/** Real successive versions: sentences of one, looked for in the next. */
export function revisions(shared: string, perVersion: number, seed: number, errors: string[]): void {
  const lines = gunzipSync(readFileSync(path.join(shared, 'revisions/wikipedia.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n');
  const random = randomFrom(seed);
  let present = 0;
  let presentOnce = 0;
  let foundOnce = 0;
  let foundThere = 0;
  let absent = 0;
  let calledUnchanged = 0;
  const missed = new Map<string, number>();
  const outcomes = new Map<string, number>();
  for (const line of lines) {
    const { title, versions } = JSON.parse(line) as { title: string; versions: string[] };
    for (let index = 0; index + 1 < versions.length; index++) {
      const before = textModelOf(versions[index]!);
      const after = textModelOf(versions[index + 1]!);
      const afterText = normalise(after.text).text;
      const all = sentencesOf(before.text);
      const chosen = Array.from({ length: Math.min(perVersion, all.length) }, () => pick(random, all));
      const selectors = chosen.map((span) => describe(before, span));
      const results = resolveAll(after, selectors);
      results.forEach((result, at) => {
        const { exact } = selectors[at]!.quote;
        let times = 0;
        for (let place = afterText.indexOf(exact); place >= 0; place = afterText.indexOf(exact, place + 1)) {
          if (!splitsWord(afterText, place) && !splitsWord(afterText, place + exact.length)) times++;
        }
        const isFound = result.status === 'exact' || result.status === 'moved';
        if (times > 0) {
          if (times === 1) presentOnce++;
          if (times === 1 && isFound) foundOnce++;
          present++;
          if (isFound) foundThere++;
          else {
            missed.set(result.status, (missed.get(result.status) ?? 0) + 1);
            errors.push(
              `${title} ${index}: present, ${result.status}: ${JSON.stringify(selectors[at]!.quote)} ${result.status === 'edited' ? after.text.slice(result.start, result.end) : ''}`,
            );
          }
        } else {
          absent++;
          outcomes.set(result.status, (outcomes.get(result.status) ?? 0) + 1);
          if (isFound && !result.cosmetic) calledUnchanged++;
          if (isFound)
            errors.push(
              `${title} ${index}: not verbatim, ${result.status}: ${JSON.stringify(exact)} -> ${JSON.stringify(after.text.slice(result.start, result.end))}`,
            );
          else if (result.status === 'edited')
            errors.push(
              `${title} ${index}: edited ${result.score.toFixed(2)}: ${JSON.stringify(exact)} -> ${JSON.stringify(after.text.slice(result.start, result.end))}`,
            );
        }
      });
    }
  }
  const share = ((100 * foundThere) / present).toFixed(2);
  const shareOnce = ((100 * foundOnce) / presentOnce).toFixed(2);
  console.log(
    `real revisions, ${lines.length} articles: ${present} sentences present word for word, ${foundThere} found (${share} %), ${JSON.stringify(Object.fromEntries(missed))}`,
  );
  console.log(`  of these ${presentOnce} stand there once, ${foundOnce} found (${shareOnce} %)`);
  console.log(
    `  ${absent} not present as they were: ${JSON.stringify(Object.fromEntries(outcomes))}, called unchanged without a difference in case or punctuation: ${calledUnchanged}`,
  );
}
