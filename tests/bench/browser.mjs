/**
 * What the extension costs in a real Chromium: the gate, the way from navigation to painted marks over the plain load, and
 * painting 2,000 ranges against wrapping them in elements. Saved pages come from --shared DIR when it is there, else the
 * sample article alone is measured. Nothing is fetched from the network.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { askPageState } from '../../src/dev/ask-page.mjs';
import { findBrowser } from '../../src/dev/find-browser.mjs';
import { launch, sandboxArgs } from '../../src/dev/launch.mjs';
import { root } from '../../src/dev/project.mjs';
import { line, median, round } from './statistics.mjs';

const PASSES = 9;
const RANGES = 2000;

const { values } = parseArgs({ options: { shared: { type: 'string', default: path.join(root, '../shared') } } });
const executable = process.env.CHROME_PATH ?? findBrowser();
if (executable === undefined) throw new Error('no Chromium was found; npm test installs one');

/** @typedef {{ name: string, url: string, html: string, news: boolean }} Saved */

const sample = readFileSync(path.join(root, 'public/sample/article.html'), 'utf8');
/** @type {Saved} */
const samplePage = { name: 'sample', url: 'http://sample.test/2026/03/12/article', html: sample, news: true };
const saved = savedPages(path.join(values.shared, 'pages/aeb'));

const { context, close } = await launch({ executable, extension: path.join(root, 'dist/chrome') });
try {
  await measureGate(context, [samplePage, ...saved]);
  await measurePaintOverLoad(context, executable);
  await measurePainting(context);
} finally {
  await close();
}

/**
 * @param {import('@playwright/test').BrowserContext} context
 * @param {Saved} saved
 */
async function open(context, { url, html }) {
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.request().url() === url
      ? route.fulfill({
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': "script-src 'none'" },
          body: html,
        })
      : route.abort(),
  );
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

/**
 * @param {import('@playwright/test').BrowserContext} context
 * @param {Saved[]} pages
 */
async function measureGate(context, pages) {
  /** @typedef {{ news: number[], other: number[] }} Visit */
  /** @type {Visit} */
  const fresh = { news: [], other: [] };
  /** @type {Visit} */
  const again = { news: [], other: [] };
  /** @type {{ read: number[], analysis: number[] }} */
  const times = { read: [], analysis: [] };
  for (const saved of pages) {
    const page = await open(context, saved);
    // The first page in a new process, then the same one again in a process that has run the script before.
    for (const visit of [fresh, again]) {
      if (visit === again) await page.reload();
      const state = await askPageState(context, page.url()).catch(() => undefined);
      if (state === undefined) continue;
      (state.gate.isNews ? visit.news : visit.other).push(state.times.gateMs);
      if (visit === fresh && state.status === 'marked') {
        times.read.push(state.times.readMs);
        times.analysis.push(state.times.analysisMs);
      }
    }
    await page.close();
  }
  for (const [name, visit] of /** @type {const} */ ([
    ['a new browser process', fresh],
    ['a process that has run it before', again],
  ])) {
    console.log(`gate in ${name}, once a page, ${pages.length} pages`);
    console.log(`  pages taken for articles: ${line(visit.news, 'ms')}`);
    console.log(`  other pages:              ${line(visit.other, 'ms')}`);
  }
  console.log(`reading the article's text: ${line(times.read, 'ms')}`);
  console.log(`analysis in the background: ${line(times.analysis, 'ms')}`);
}

/**
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} executable
 */
async function measurePaintOverLoad(context, executable) {
  const bare = await chromium.launch({ executablePath: executable, args: sandboxArgs() });
  const plain = await bare.newContext();
  /** @type {number[]} */
  const loads = [];
  /** @type {number[]} */
  const withExtension = [];
  /** @type {number[]} */
  const paints = [];
  // In turn, so that a drift of the machine meets both alike.
  for (let i = 0; i < PASSES; i++) {
    const without = await open(plain, samplePage);
    loads.push(await without.evaluate(loadEnd));
    await without.close();
    const page = await open(context, samplePage);
    const state = await askPageState(context, page.url());
    withExtension.push(await page.evaluate(loadEnd));
    if (state.times.paintedAt !== null) paints.push(state.times.paintedAt);
    await page.close();
  }
  await bare.close();
  console.log('navigation start to ..., sample article, warm background');
  console.log(`  load event without the extension: ${line(loads, 'ms')}`);
  console.log(`  load event with the extension:    ${line(withExtension, 'ms')}`);
  console.log(`  marks painted:                    ${line(paints, 'ms')}`);
  console.log(
    `  painted over the plain load: +${round(median(paints) - median(loads))} ms, ratio ${round(median(paints) / median(loads))}`,
  );
}

function loadEnd() {
  const entry = /** @type {PerformanceNavigationTiming} */ (performance.getEntriesByType('navigation')[0]);
  return entry.loadEventEnd;
}

/** @param {import('@playwright/test').BrowserContext} context */
async function measurePainting(context) {
  const words = Array.from(
    { length: RANGES },
    (_, i) => `<p>A line of text with the name Rotterdam number ${i} in it.</p>`,
  ).join('');
  const url = 'http://sample.test/ranges';
  /** @type {number[]} */
  const painted = [];
  /** @type {number[]} */
  const wrapped = [];
  for (let i = 0; i < PASSES; i++) {
    const page = await open(context, {
      name: 'ranges',
      url,
      html: `<!doctype html><title>Ranges</title>${words}`,
      news: false,
    });
    const result = await page.evaluate(paintAndWrap);
    painted.push(result.painted);
    wrapped.push(result.wrapped);
    await page.close();
  }
  console.log(`painting ${RANGES} ranges and the layout after it`);
  console.log(`  CSS Custom Highlight API: ${line(painted, 'ms')}`);
  console.log(`  wrapping in <mark>:       ${line(wrapped, 'ms')}`);
  console.log(`  ratio of the medians: ${round(median(wrapped) / median(painted))}`);
}

/** Runs in the page. */
function paintAndWrap() {
  const word = 'Rotterdam';
  const ranges = [...document.querySelectorAll('p')].map((paragraph) => {
    const text = /** @type {Text} */ (paragraph.firstChild);
    const range = new Range();
    range.setStart(text, text.data.indexOf(word));
    range.setEnd(text, text.data.indexOf(word) + word.length);
    return range;
  });
  const height = () => document.body.offsetHeight;
  height();
  const start = performance.now();
  CSS.highlights.set('bench', new Highlight(...ranges));
  height();
  const painted = performance.now() - start;
  CSS.highlights.delete('bench');
  height();
  const again = performance.now();
  for (const range of ranges) range.surroundContents(document.createElement('mark'));
  height();
  return { painted, wrapped: performance.now() - again };
}

/**
 * @param {string} folder
 * @returns {Saved[]}
 */
function savedPages(folder) {
  if (!existsSync(folder)) {
    console.log(`${folder} is absent: only the sample article is measured`);
    return [];
  }
  const truth = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8'));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html.gz'))
    .map((file) => {
      const name = file.replace('.html.gz', '');
      const html = gunzipSync(readFileSync(path.join(folder, file))).toString('utf8');
      return { name, url: truth[name].url.split('#')[0], html, news: truth[name].englishNews };
    });
}
