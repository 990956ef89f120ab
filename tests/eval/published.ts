import { findPublished } from '../../src/article/published.ts';
import { option, parsePage, savedPages } from './saved-pages.ts';

/**
 * Scores `findPublished` on saved pages: right by day where the truth is known, else how many pages have a date and whence.
 *
 *     node src/dev/run.mjs tests/eval/index.ts published [--shared DIR] [--errors]
 */
export async function run(args: string[]): Promise<number> {
  const shared = option(args, 'shared', '../shared');
  const errors = args.includes('--errors');
  for (const folder of ['dated', 'aeb']) {
    const sources = new Map<string, { found: number; right: number }>();
    const times: number[] = [];
    const total = { pages: 0, dated: 0, found: 0, right: 0, conflicts: 0, modified: 0 };
    for (const { id, truth, html } of savedPages<{ url: string; published?: string; englishNews?: boolean }>(
      shared,
      folder,
    )) {
      if (truth.englishNews === false) continue;
      const document = parsePage(html);
      const { published, conflicts, modified } = findPublished(document, truth.url);
      // The second call: what is compiled once is not counted. Processor time, since other work disturbs the clock.
      const before = process.cpuUsage();
      findPublished(document, truth.url);
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
      const known = /^\d{4}-/.test(truth.published ?? '');
      const right = published !== null && published.value.slice(0, 10) === truth.published;
      total.pages++;
      if (known) total.dated++;
      if (published !== null) total.found++;
      if (right) total.right++;
      if (conflicts.length > 0) total.conflicts++;
      if (modified !== null) total.modified++;
      const source = sources.get(published?.source ?? 'none') ?? { found: 0, right: 0 };
      source.found++;
      if (right) source.right++;
      sources.set(published?.source ?? 'none', source);
      if (errors && (known ? !right : published === null || conflicts.length > 0)) {
        const said = published === null ? 'nothing' : `${published.value} (${published.source})`;
        const rest = conflicts.map(({ value, source }) => `${value} (${source})`).join(', ');
        console.log([id, truth.published ?? '-', said, rest, truth.url].join('\t'));
      }
    }
    times.sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
    console.log(`\n${folder}: ${total.pages} pages${folder === 'aeb' ? ' (English news)' : ''}`);
    if (total.dated > 0) {
      console.log(
        `day right ${total.right} of ${total.dated} with a truth (${((100 * total.right) / total.dated).toFixed(1)} %); ${total.found} answered`,
      );
    } else console.log(`dated ${total.found} of ${total.pages}`);
    console.log(
      `with conflicts ${total.conflicts}, with a date of change ${total.modified}; processor ms, second call, median ${at(0.5)}, p90 ${at(0.9)}, most ${at(0.999)}`,
    );
    for (const [name, { found, right }] of [...sources].sort((a, b) => b[1].found - a[1].found)) {
      console.log(`  ${name.padEnd(9)} ${String(found).padStart(4)}${total.dated > 0 ? `  right ${right}` : ''}`);
    }
  }
  return 0;
}
