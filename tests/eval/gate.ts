import { gate } from '../../src/article/gate.ts';
import { DATED_NOT_NEWS, OTHER_LANGUAGE_NEWS, UNCLEAR } from './gate-labels.ts';
import { halfOf, option, parsePage, savedPages } from './saved-pages.ts';

interface Truth {
  readonly url?: string;
  readonly englishNews?: boolean;
}

interface Decision {
  readonly id: string;
  readonly folder: string;
  readonly half: 'tune' | 'check';
  readonly url: string;
  readonly label: boolean | null;
  readonly isNews: boolean;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly milliseconds: number;
}

const USAGE = `gate: news article or not, on saved pages
  --shared DIR  folder with pages/ (../shared)
  --errors      every wrong decision with the signals that led to it
  --dated       also the pages of dated/, which were used for tuning as a whole
  --unclear     also how the pages are decided on which readers could differ`;

/** Accuracy of the gate on both halves of `aeb` and `readability`; unclear pages count in none. */
export async function run(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(USAGE);
    return 0;
  }
  const shared = option(args, 'shared', '../shared');
  const folders = args.includes('--dated') ? ['aeb', 'readability', 'dated'] : ['aeb', 'readability'];
  const decisions: Decision[] = [];
  for (const folder of folders) {
    for (const { id, truth, html } of savedPages<Truth>(shared, folder)) {
      const document = parsePage(html);
      const url = truth.url ?? '';
      const started = performance.now();
      const result = gate(document, url);
      const milliseconds = performance.now() - started;
      const news =
        folder === 'dated' ? !DATED_NOT_NEWS.has(id) : truth.englishNews === true || OTHER_LANGUAGE_NEWS.has(id);
      const label = UNCLEAR.has(id) ? null : news;
      decisions.push({ id, folder, half: halfOf(id), url, label, milliseconds, ...result });
    }
  }
  const labelled = decisions.filter(({ label }) => label !== null);
  for (const half of ['tune', 'check', null] as const) {
    print(
      half ?? 'both',
      labelled.filter((one) => one.folder !== 'dated' && (half === null || one.half === half)),
    );
  }
  if (args.includes('--dated'))
    print(
      'dated',
      labelled.filter(({ folder }) => folder === 'dated'),
    );
  const times = decisions.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const median = times[times.length >> 1] ?? 0;
  console.log(
    `time per page over linkedom: median ${median.toFixed(1)} ms, slowest ${(times.at(-1) ?? 0).toFixed(1)} ms`,
  );
  if (args.includes('--errors')) for (const one of labelled) if (one.isNews !== one.label) printDecision(one);
  if (args.includes('--unclear')) for (const one of decisions) if (one.label === null) printDecision(one);
  return 0;
}

function print(name: string, decisions: readonly Decision[]): void {
  const share = (of: readonly Decision[]): string => {
    const right = of.filter(({ isNews, label }) => isNews === label).length;
    return `${right}/${of.length} (${((100 * right) / Math.max(1, of.length)).toFixed(1)} %)`;
  };
  const news = decisions.filter(({ label }) => label);
  const other = decisions.filter(({ label }) => !label);
  console.log(
    `${name.padEnd(6)} right ${share(decisions)}; news let in ${share(news)}; other pages kept out ${share(other)}`,
  );
}

function printDecision({ id, half, url, label, isNews, score, reasons }: Decision): void {
  const should = label === null ? 'unclear' : label ? 'news' : 'not news';
  console.log(`\n${id} ${half}: ${should}, decided ${isNews ? 'news' : 'not news'} ${score.toFixed(2)} ${url}`);
  for (const reason of reasons) console.log(`  ${reason}`);
}
