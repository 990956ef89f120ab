/** Counts of tests, from the reports that Vitest and Playwright write as JSON. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Readonly<Counts>} */
const none = { passed: 0, failed: 0, skipped: 0 };

/**
 * The counts of one run, never better than its exit status: a runner that failed without naming a failed test (it crashed,
 * a file did not load, an error was thrown between tests) counts as one failure more.
 * @param {Counts | undefined} counted what the report says; undefined when there is no readable report
 * @param {boolean} succeeded whether the runner ended with status 0
 * @returns {Counts}
 */
export function settle(counted, succeeded) {
  if (counted === undefined) return { ...none, failed: 1 };
  return !succeeded && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/**
 * @param {any} report of Vitest's `json` reporter
 * @returns {Counts}
 */
export function countVitest(report) {
  const tests = number(report.numTotalTests);
  const passed = number(report.numPassedTests);
  const failedTests = number(report.numFailedTests);
  // A file that does not load has failed without having a test.
  const brokenFiles = /** @type {any[]} */ (report.testResults).filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  ).length;
  return { passed, failed: failedTests + brokenFiles, skipped: tests - passed - failedTests };
}

/**
 * @param {any} report of Playwright's `json` reporter; a test that passed only when it was tried again counts as passed
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const { expected, flaky, unexpected, skipped } = report.stats;
  return {
    passed: number(expected) + number(flaky),
    failed: number(unexpected) + report.errors.length,
    skipped: number(skipped),
  };
}

/** @param {readonly Counts[]} parts */
export function sum(parts) {
  return parts.reduce(
    (total, part) => ({
      passed: total.passed + part.passed,
      failed: total.failed + part.failed,
      skipped: total.skipped + part.skipped,
    }),
    none,
  );
}

/**
 * The last line of a run: `N passed, N failed`.
 * @param {Counts} counts
 */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** @param {unknown} value */
function number(value) {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`a count is ${String(value)}`);
  return value;
}
