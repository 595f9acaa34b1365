import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toMarkdown } from '../../apps/migrator/src/policies/documents/to-markdown.js';
import { objectionPage, stateOf } from './objection-page.js';
import { namedTests, readObjections, testKey, TITLES } from './read-objections.js';
import { notPassed, resultsOf, type RunReport } from './test-results.js';

const ROOT = join(import.meta.dirname, '../..');
const objections = readObjections(ROOT);
const source = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
/** As a literal between quotes, or between backticks, writes it. */
const writes = (text: string, title: string): boolean =>
  [title, title.replaceAll("'", "\\'")].some((written) =>
    ["'", '"', '`'].some((quote) => text.includes(`${quote}${written}${quote}`)),
  );

test('every objection is told once, with a guide page that exists, and is held or said not to be', () => {
  expect(objections.length).toBeGreaterThanOrEqual(14);
  expect(new Set(objections.map(({ id }) => id)).size).toBe(objections.length);
  for (const { id, guide, tests, notYet } of objections) {
    expect([id, guide.filter((page) => !existsSync(join(ROOT, page)))]).toEqual([id, []]);
    expect([id, tests.length > 0 || notYet !== undefined]).toEqual([id, true]);
  }
});

test('every named test exists in its spec', () => {
  const gone = namedTests(objections).filter(({ file, name }) => {
    if (!existsSync(join(ROOT, file))) return true;
    const text = source(file);
    return !name.split(TITLES).every((title) => writes(text, title));
  });
  expect(gone).toEqual([]);
});

test.each(['docs/generated/objections.md', 'docs/generated/objections.fr.md'])(
  '%s names what the list names',
  (page) => {
    const lang = page.includes('.fr.') ? 'fr' : 'en';
    const text = source(page);
    // All but the results, which only a run can tell.
    const bare = (markdown: string): string =>
      markdown.replaceAll(/\| [^|]*(?:\d{4}-\d\d-\d\d|non exécuté|not run) \|/g, '|');
    const results = resultsOf(ROOT, passedAll(), namedTests(objections));
    expect(bare(text)).toBe(bare(toMarkdown(objectionPage(objections, results, lang))));
  },
);

/** A run in which every named test passed. */
const passedAll = (): RunReport => ({
  testResults: namedTests(objections).map(({ file, name }) => ({
    ...{ name: join(ROOT, file), endTime: Date.UTC(2026, 10, 22) },
    assertionResults: [
      { ancestorTitles: name.split(TITLES).slice(0, -1), title: name.split(TITLES).at(-1) ?? '', status: 'passed' },
    ],
  })),
});

test('a named test that failed, was skipped or is gone is told, one that passed is not', () => {
  const tests = [
    { file: 'test/a.spec.ts', name: 'a › passes' },
    { file: 'test/a.spec.ts', name: 'a › skipped' },
    { file: 'test/a.spec.ts', name: 'a › table' },
    { file: 'test/b.spec.ts', name: 'gone' },
  ];
  const of = (title: string, status: string) => ({ ancestorTitles: ['a'], title, status });
  const report = {
    testResults: [
      {
        testFilePath: join(ROOT, 'test/a.spec.ts'),
        testResults: [of('passes', 'passed'), of('skipped', 'pending'), of('table', 'failed'), of('table', 'passed')],
      },
    ],
  };
  expect(notPassed(ROOT, report, tests)).toEqual([
    'test/a.spec.ts › a › skipped: pending',
    'test/a.spec.ts › a › table: failed',
    'test/b.spec.ts › gone: missing',
  ]);
});

test('an objection is held when its tests passed and nothing is left to build', () => {
  const text = { en: 'x', fr: 'x' };
  const [passing, failing] = [
    { file: 'test/a.spec.ts', name: 'a' },
    { file: 'test/a.spec.ts', name: 'b' },
  ];
  const results = new Map([
    [testKey(passing), { outcome: 'passed', ranOn: '2026-11-22' } as const],
    [testKey(failing), { outcome: 'failed', ranOn: '2026-11-22' } as const],
  ]);
  const state = (more: object) =>
    stateOf({ id: 'x', wrong: text, instead: text, guide: [], tests: [], ...more }, results);
  expect([
    state({ tests: [passing] }),
    state({ tests: [passing], notYet: text }),
    state({ notYet: text }),
    state({ tests: [passing, failing] }),
  ]).toEqual(['held', 'partly', 'notYet', 'broken']);
});
