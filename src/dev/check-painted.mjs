/**
 * Checks that a screenshot of the sample article shows painted marks, without taking the extension's word for it: the same
 * page is drawn once more in a browser without the extension, and the two pictures are compared.
 *
 *     node src/dev/check-painted.mjs artifacts/start.png
 *
 * Ends with `N passed, N failed`.
 */
import { readFileSync } from 'node:fs';
import { ensureDependencies } from './ensure-deps.mjs';
import { ensureBrowser } from './find-browser.mjs';
import { sandboxArgs, viewport } from './launch.mjs';
import { fail, UserError } from './project.mjs';
import { takeScreenshot } from './screenshot.mjs';
import { closingLine } from './summary.mjs';
import { openTarget } from './target.mjs';

/** Names and dates in the sample that any reader would expect to see marked (docs/sample.md); the first place of each counts. */
const marked = ['Saaremaa', 'Thursday', 'Tveitane', 'Mart Kuusemäe', 'last week', 'tomorrow', 'March 2027', 'NATO'];
/** Parts of the page that are not the article: not one pixel may differ, neither by a mark nor because something moved. */
const untouched = ['.masthead', '.sections', '.more', 'footer'];
/** An underline lies below the box of its letters. */
const below = 4;
/** The thinnest mark, a dotted line of 1 px, still has this many pixels below a word. */
const leastPixels = 8;

/** @typedef {{ name: string, x: number, y: number, width: number, height: number }} Box */

/**
 * The boxes of the words and parts in the page as it is drawn, in CSS pixels from the top left of the page.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{ words: Box[], parts: Box[] }>}
 */
function findBoxes(page) {
  return page.evaluate(
    ({ marked, untouched }) => {
      const boxOf = (/** @type {string} */ name, /** @type {DOMRect | undefined} */ rect) => {
        if (rect === undefined) throw new Error(`The sample article has no "${name}".`);
        return { name, x: rect.x + scrollX, y: rect.y + scrollY, width: rect.width, height: rect.height };
      };
      const rectOfWords = (/** @type {string} */ words) => {
        const walker = document.createTreeWalker(document.querySelector('#story') ?? document, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.nodeValue?.indexOf(words) ?? -1;
          // Only running text: the headline's and the byline's names may be marked or not.
          if (at === -1 || walker.currentNode.parentElement?.closest('header, figure') !== null) continue;
          const range = document.createRange();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + words.length);
          return range.getClientRects()[0];
        }
        return undefined;
      };
      return {
        words: marked.map((words) => boxOf(words, rectOfWords(words))),
        parts: untouched.map((part) => boxOf(part, document.querySelector(part)?.getBoundingClientRect())),
      };
    },
    { marked, untouched },
  );
}

/**
 * How many pixels differ in each box, counted by the browser, which can read PNG.
 * @param {import('@playwright/test').Page} page any page
 * @param {readonly [Buffer, Buffer]} pictures PNG
 * @param {Box[]} boxes
 * @returns {Promise<number[] | string>} or why the pictures cannot be compared
 */
function countDifferences(page, pictures, boxes) {
  return page.evaluate(
    async ({ sources, boxes }) => {
      const read = async (/** @type {string} */ base64) => {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const drawing = canvas.getContext('2d');
        drawing?.drawImage(bitmap, 0, 0);
        return /** @type {ImageData} */ (drawing?.getImageData(0, 0, bitmap.width, bitmap.height));
      };
      const [a, b] = /** @type {[ImageData, ImageData]} */ (await Promise.all(sources.map(read)));
      if (a.width !== b.width || a.height !== b.height) {
        return `the screenshot is ${a.width} x ${a.height}, the page without the extension ${b.width} x ${b.height}`;
      }
      return boxes.map((box) => {
        let different = 0;
        for (let y = Math.floor(box.y); y < Math.min(Math.ceil(box.y + box.height), a.height); y++) {
          for (let x = Math.floor(box.x); x < Math.min(Math.ceil(box.x + box.width), a.width); x++) {
            const at = 4 * (y * a.width + x);
            if ([0, 1, 2].some((channel) => a.data[at + channel] !== b.data[at + channel])) different++;
          }
        }
        return different;
      });
    },
    { sources: pictures.map((picture) => picture.toString('base64')), boxes },
  );
}

/**
 * @param {Buffer} screenshot
 * @returns {Promise<{ passed: number, failed: number }>}
 */
async function check(screenshot) {
  const { chromium } = await import('@playwright/test');
  const target = await openTarget(undefined, process.cwd());
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: sandboxArgs() });
  try {
    const page = await browser.newPage({ viewport });
    await page.goto(target.url);
    const { words, parts } = await findBoxes(page);
    const boxes = [...words.map((box) => ({ ...box, height: box.height + below })), ...parts];
    const differences = await countDifferences(page, [screenshot, await takeScreenshot(page)], boxes);
    if (typeof differences === 'string') throw new UserError(`Nothing can be compared: ${differences}.`);
    const results = boxes.map(({ name }, i) => {
      const pixels = differences[i] ?? 0;
      const isWord = i < words.length;
      const ok = isWord ? pixels >= leastPixels : pixels === 0;
      console.log(`${ok ? 'ok    ' : 'failed'} ${isWord ? 'marked' : 'untouched'}: ${name} (${pixels} pixels differ)`);
      return ok;
    });
    const passed = results.filter(Boolean).length;
    return { passed, failed: results.length - passed };
  } finally {
    await browser.close();
    target.close();
  }
}

try {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new UserError('usage: node src/dev/check-painted.mjs SCREENSHOT.png', 2);
  ensureDependencies();
  const counts = await check(readFileSync(file));
  console.log(closingLine({ ...counts, skipped: 0 }));
  process.exitCode = counts.failed === 0 ? 0 : 1;
} catch (error) {
  fail(error);
}
