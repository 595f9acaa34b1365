import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../support/command-line.js';
import { Installation } from '../support/import-harness.js';
import { ROOT, STACK } from '../support/spawn-cli.js';

const SUITE = join(ROOT, '../shared/data/xml-attacks');
const present = existsSync(SUITE);
if (!present) process.stderr.write('conformance: no XML attack suite beside the checkout, skipped\n');

/** Far above what a refusal takes on a busy machine, far below what an entity bomb would take. */
const BOUND_MS = 10_000;
const BOUND_BYTES = 100 * 1024 * 1024;

(present ? describe : describe.skip)('XML attacks as exports of TIPI', () => {
  const files = present ? readdirSync(SUITE).filter((file) => file.endsWith('.xml')) : ['absent'];
  const reasonOf = (file: string): string =>
    readFileSync(join(SUITE, file)).includes('<!DOCTYPE') ? 'xml.forbidden' : 'file.mismatch';
  let installation: Installation;
  let before: Record<string, string>;

  beforeAll(async () => {
    installation = await Installation.open();
    await installation.import('tipi', 'psa-07', [join(SUITE, files[0] ?? '')]);
    before = await installation.digest();
  });

  afterAll(() => installation.close());

  /** Runs it within the bounds of time and memory. */
  const bounded = async <T>(work: () => Promise<T>): Promise<T> => {
    const [began, memory] = [performance.now(), process.memoryUsage().rss];
    const result = await work();
    expect(performance.now() - began).toBeLessThan(BOUND_MS);
    expect(process.memoryUsage().rss - memory).toBeLessThan(BOUND_BYTES);
    return result;
  };

  test.each(files)('%s is refused by read, with a reason and no stack', async (file) => {
    const words = ['read', '--source', 'tipi', join(SUITE, file)];
    const { code, stdout, stderr } = await bounded(() => commandLine(words));
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toContain(`Code: ${reasonOf(file)}\n`);
    expect(stderr).not.toMatch(STACK);
    expect(stderr.length).toBeLessThan(2_000);
  });

  test.each(files)('%s is refused by import, and nothing of it is stored', async (file) => {
    const sheet = await bounded(() => installation.import('tipi', 'psa-07', [join(SUITE, file)]));
    expect(sheet).toMatchObject({
      status: 'refused',
      files: [{ status: 'refused', reason: reasonOf(file), tables: {} }],
    });
    expect(await installation.digest()).toEqual(before);
  });
});
