/**
 * Real pages through the built extension: each is decided and, where it is an article, marked, with nothing of it changed. Pages
 * are answered from the folder, without their scripts; every other request is refused and counted.
 */
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PageState } from '../../src/browser/messages.ts';
import { expect, mutationsOf, painted, recordMutations, test } from '../browser/extension.ts';
import { OTHER_LANGUAGE_NEWS } from '../eval/gate-labels.ts';
import { savedPages } from '../eval/saved-pages.ts';

const shared = process.env.SHARED;
if (shared === undefined) throw new Error('SHARED must name the folder that holds pages/');

interface Truth {
  readonly url?: string;
  readonly englishNews?: boolean;
}

interface Outcome {
  readonly id: string;
  readonly englishNews?: boolean;
  readonly status: PageState['status'];
}

/** What became of each page, for the counts at the end: in a file, since a failed test starts a new worker. */
const outcomesFile = path.join(tmpdir(), `newsgloss-outcomes-${process.ppid}.jsonl`);

for (const folder of ['aeb', 'readability', 'dated']) {
  test.describe(folder, () => {
    for (const { id, truth, html } of savedPages<Truth>(path.resolve(shared), folder)) {
      test(`${id} ${truth.url ?? ''}`, async ({ extension }) => {
        const url = (truth.url ?? `https://saved.test/${folder}/${id}`).replace(/[?#].*$/, '');
        // Old pages redirect by <meta refresh> or script; here they are to be read as they are.
        extension.serve(url, html.replace(/<meta[^>]+http-equiv=["']?refresh[^>]*>/gi, ''), {
          'content-security-policy': "script-src 'none'; frame-src 'none'; object-src 'none'",
        });
        const page = await extension.context.newPage();
        const problems: string[] = [];
        page.on('console', (message) => {
          if (
            message.type() === 'error' &&
            /newsgloss|content\.iife|chrome-extension/.test(message.text() + message.location().url)
          )
            problems.push(message.text());
        });
        await recordMutations(page, 'load');
        await page.goto(url, { waitUntil: 'load' });
        const state = await extension.settledState(page, 'marked', 'not-article', 'unsupported', 'no-body', 'failed');
        appendFileSync(
          outcomesFile,
          `${JSON.stringify({ id, englishNews: truth.englishNews, status: state.status })}\n`,
        );
        expect(state.status, state.problems.join('; ')).not.toBe('failed');
        expect(problems).toEqual([]);
        expect(state.gate.isNews).toBe(state.status !== 'not-article');
        const marks = Object.values(await painted(page)).flat();
        if (state.status === 'marked') {
          const counted = Object.values(state.counts).reduce((sum, count) => sum + count, 0);
          expect(marks.length).toBe(counted);
          // The page's own animations move its boxes; they stand still while the boxes are compared.
          const session = await extension.context.newCDPSession(page);
          await session.send('Animation.enable');
          await session.send('Animation.setPlaybackRate', { playbackRate: 0 });
          const boxes = () =>
            page.evaluate(() =>
              [...document.body.querySelectorAll('*')]
                .slice(0, 4000)
                .map((element) => {
                  const { left, top, width, height } = element.getBoundingClientRect();
                  return `${element.tagName} ${left} ${top} ${width} ${height}`;
                })
                .join('\n'),
            );
          const withMarks = await boxes();
          await extension.ask(page, 'set-marks-here', { on: false });
          expect((await boxes()) === withMarks, 'a box moved when the marks went').toBe(true);
        } else {
          expect(marks).toEqual([]);
        }
        const changed = await mutationsOf(page);
        expect(changed).toEqual([]);
      });
    }
  });
}

test('most English news is marked, other pages are left alone, other languages are told', () => {
  const outcomes: Outcome[] = readFileSync(outcomesFile, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  rmSync(outcomesFile);
  const share = (of: Outcome[], status: PageState['status'][]) =>
    of.filter((page) => status.includes(page.status)).length / of.length;
  const news = outcomes.filter(({ englishNews }) => englishNews === true);
  const others = outcomes.filter(({ id, englishNews }) => englishNews === false && !OTHER_LANGUAGE_NEWS.has(id));
  const foreign = outcomes.filter(({ id }) => OTHER_LANGUAGE_NEWS.has(id));
  console.log(
    `English news marked: ${(100 * share(news, ['marked'])).toFixed(1)} % of ${news.length}; other pages marked: ${(100 * share(others, ['marked'])).toFixed(1)} % of ${others.length}; news in other languages marked: ${(100 * share(foreign, ['marked'])).toFixed(1)} % of ${foreign.length}`,
  );
  expect(news.length).toBeGreaterThan(50);
  expect(share(news, ['marked'])).toBeGreaterThanOrEqual(0.9);
  expect(share(others, ['marked'])).toBeLessThanOrEqual(0.25);
  expect(share(foreign, ['marked'])).toBe(0);
});
