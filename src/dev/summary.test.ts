import { describe, expect, it } from 'vitest';
import { closingLine, countPlaywright, countVitest, settle, sum } from './summary.mjs';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((s) => ({ status: s })) });

describe('counting Vitest', () => {
  it('takes passed, failed and skipped tests', () => {
    const report = {
      numTotalTests: 7,
      numPassedTests: 4,
      numFailedTests: 1,
      testResults: [file('passed', 'passed'), file('failed', 'failed')],
    };
    expect(countVitest(report)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });

  it('counts a file that does not load as one failure', () => {
    const report = {
      numTotalTests: 1,
      numPassedTests: 1,
      numFailedTests: 0,
      testResults: [file('passed', 'passed'), file('failed')],
    };
    expect(countVitest(report)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('refuses a report without numbers rather than to count nothing', () => {
    expect(() => countVitest({ testResults: [] })).toThrow('a count is undefined');
  });
});

describe('counting Playwright', () => {
  it('counts a test that passed at the second try as passed, and an error outside of tests as failed', () => {
    const report = {
      stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 3 },
      errors: [{ message: 'no such fixture' }],
    };
    expect(countPlaywright(report)).toEqual({ passed: 6, failed: 3, skipped: 3 });
  });
});

describe('a runner that ends badly', () => {
  const good = { passed: 3, failed: 0, skipped: 0 };

  it('counts as failed when it left no report', () => {
    expect(settle(undefined, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts as failed when every test passed but its status says otherwise', () => {
    expect(settle(good, false)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('counts each failure once', () => {
    expect(settle({ ...good, failed: 2 }, false).failed).toBe(2);
    expect(settle(good, true)).toEqual(good);
  });
});

it('sums all runners into one line', () => {
  const total = sum([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 40, failed: 2, skipped: 1 },
  ]);
  expect(closingLine(total)).toBe('41 passed, 2 failed');
});
