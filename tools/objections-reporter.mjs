/**
 * Fails a run of all tests where one that `docs/objections.yml` names did not pass, was skipped or is gone. A run of a few specs
 * is left alone: it says nothing about the others.
 */
export default class ObjectionsReporter {
  constructor(globalConfig) {
    this.globalConfig = globalConfig;
    this.failure = undefined;
  }

  async onRunComplete(_contexts, results) {
    const { rootDir } = this.globalConfig;
    if (!this.runsAll() || results.wasInterrupted) return;
    // What the build makes of test/objections; `npm test` builds first.
    const { readObjections, namedTests } = await import('../dist/test/objections/read-objections.js');
    const { notPassed } = await import('../dist/test/objections/test-results.js');
    const broken = notPassed(rootDir, results, namedTests(readObjections(rootDir)));
    if (broken.length === 0) return;
    this.failure = new Error(
      `tests that hold an objection did not pass:\n${broken.map((one) => `  ${one}`).join('\n')}`,
    );
  }

  getLastError() {
    return this.failure;
  }

  runsAll() {
    const { testPathPatterns, testNamePattern, onlyChanged, onlyFailures, shard, runTestsByPath, findRelatedTests } =
      this.globalConfig;
    const paths = testPathPatterns?.patterns ?? [];
    const some = testNamePattern || onlyChanged || onlyFailures || shard || runTestsByPath || findRelatedTests;
    return paths.length === 0 && !some;
  }
}
