import { relative } from 'node:path';
import { type NamedTest, testKey, TITLES } from './read-objections.js';

/** How a test ended, in the words of Jest. */
export type Outcome = 'passed' | 'failed' | 'pending' | 'skipped' | 'todo' | 'disabled' | 'focused' | 'missing';

export interface TestResult {
  readonly outcome: Outcome;
  /** YYYY-MM-DD; null where it did not run. */
  readonly ranOn: string | null;
}

/** What a run of Jest says, as far as it is needed: `--json`, or what a reporter is given. */
export interface RunReport {
  readonly testResults: readonly {
    /** Path of the spec: `name` with `--json`, `testFilePath` in a reporter. */
    readonly name?: string;
    readonly testFilePath?: string;
    /** Milliseconds since 1970: `endTime` with `--json`. */
    readonly endTime?: number;
    readonly assertionResults?: readonly Assertion[];
    readonly testResults?: readonly Assertion[];
  }[];
}
interface Assertion {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly status: string;
}

/** How the named tests ended in a run; one that the run does not know is `missing`. */
export const resultsOf = (
  root: string,
  report: RunReport,
  tests: readonly NamedTest[],
): ReadonlyMap<string, TestResult> => {
  const ran = new Map<string, TestResult>();
  for (const { name, testFilePath, endTime, assertionResults, testResults } of report.testResults) {
    const file = relative(root, name ?? testFilePath ?? '');
    const ranOn = endTime === undefined ? null : new Date(endTime).toISOString().slice(0, 10);
    for (const { ancestorTitles, title, status } of assertionResults ?? testResults ?? []) {
      const key = testKey({ file, name: [...ancestorTitles, title].join(TITLES) });
      // Cases of a table may bear one title: the worst of them counts.
      if (ran.get(key)?.outcome === 'passed' || !ran.has(key)) ran.set(key, { outcome: status as Outcome, ranOn });
    }
  }
  return new Map(tests.map((test) => [testKey(test), ran.get(testKey(test)) ?? { outcome: 'missing', ranOn: null }]));
};

/** Named tests that did not pass: what they hold is not held. */
export const notPassed = (root: string, report: RunReport, tests: readonly NamedTest[]): readonly string[] =>
  [...resultsOf(root, report, tests)]
    .filter(([, { outcome }]) => outcome !== 'passed')
    .map(([key, { outcome }]) => `${key}: ${outcome}`);
