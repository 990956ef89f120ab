/** A picture of a whole page. */

/** Longer pages are cut here: beyond some 16,000 px the browser draws nothing. */
const tallest = 8000;

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<Buffer>} PNG, one pixel for each CSS pixel
 */
export async function takeScreenshot(page) {
  const size = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  const clip = { x: 0, y: 0, width: size.width, height: Math.min(size.height, tallest) };
  return page.screenshot({ fullPage: true, clip, scale: 'css', animations: 'disabled' });
}
