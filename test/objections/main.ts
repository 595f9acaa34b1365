import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANGUAGES } from '#libs/messages';
import { toHtml } from '#libs/services';
import { toMarkdown } from '../../apps/migrator/src/policies/documents/to-markdown.js';
import { objectionPage, type Results, stateOf } from './objection-page.js';
import { namedTests, type NamedTest, readObjections } from './read-objections.js';
import { resultsOf, type RunReport } from './test-results.js';

const ROOT = process.cwd();
const JEST = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

/** Runs the specs that hold the named tests, whatever comes of them, and gives how each ended. */
const run = (tests: readonly NamedTest[]): Results => {
  const folder = mkdtempSync(join(tmpdir(), 'objections-'));
  const output = join(folder, 'results.json');
  try {
    const files = [...new Set(tests.map(({ file }) => file))];
    spawnSync(process.execPath, [...JEST, '--json', `--outputFile=${output}`, '--runTestsByPath', ...files], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return resultsOf(ROOT, JSON.parse(readFileSync(output, 'utf8')) as RunReport, tests);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** `npm run docs:objections`: runs the named tests and writes the page; ends with 1 where one of them did not pass. */
const objections = readObjections(ROOT);
const results = run(namedTests(objections));
for (const lang of LANGUAGES) {
  const page = objectionPage(objections, results, lang);
  const name = lang === 'en' ? 'objections' : `objections.${lang}`;
  writeFileSync(join(ROOT, 'docs/generated', `${name}.md`), toMarkdown(page));
  writeFileSync(join(ROOT, 'docs/generated', `${name}.html`), toHtml(page));
}
process.exitCode = objections.some((one) => stateOf(one, results) === 'broken') ? 1 : 0;
