import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyConfig } from '../../../../test/support/config-copy.js';
import { LinkedStore, SITE } from '../../../../test/medium/linkage/linked-store.js';
import type { Simulation } from './simulate/simulate.js';

let store: LinkedStore;
let other: string;
beforeAll(async () => {
  store = await LinkedStore.open(60, 4_117);
}, 120_000);
afterAll(() => store.close());
beforeEach(async () => {
  other = await copyConfig(join(store.installation.folder, `config-${expect.getState().currentTestName?.length ?? 0}`));
});

const change = async (file: string, from: string, to: string): Promise<void> => {
  const path = join(other, 'policies', file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
};
const simulated = async (...more: string[]) => {
  const { code, stdout } = await store.say('policy', 'simulate', '--with', other, ...more);
  expect(code).toBe(0);
  return stdout;
};
const count = async (text: string): Promise<number> => (await store.installation.rows<{ n: number }>(text))[0]?.n ?? -1;

describe('policy check', () => {
  const ADDED = 'ALTER TABLE passerelle.source_person ADD COLUMN religion text';

  test('as shipped, every column of the real store and every mapped column is covered', async () => {
    const { code, stdout } = await store.say('policy', 'check', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ covered: true, findings: [], checked: { unifiedFields: 40 } });
    expect(code).toBe(0);
  });

  test('a column that nobody named is found, with what to add where', async () => {
    await store.installation.rows(ADDED);
    const { code, stdout } = await store.say('policy', 'check');
    await store.installation.rows('ALTER TABLE passerelle.source_person DROP COLUMN religion');
    expect(code).toBe(4);
    expect(stdout).toContain('passerelle.source_person.religion');
    expect(stdout).toContain('policies/store.yml at tables.source_person.columns.religion');
  });
});

describe('persons show', () => {
  const person = async (): Promise<string> => (await store.persons(2))[0]![0]!.personId;

  test('without a purpose, nothing is opened and nothing is shown', async () => {
    const { code, stdout, stderr } = await store.say('persons', 'show', await person());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('purpose.missing');
  });

  test.each([
    ['telemarketing', 2, 'purpose.unknown'],
    ['statistics', 4, 'purpose.aggregates'],
  ])('the purpose %s is refused', async (purpose, exit, message) => {
    const { code, stdout, stderr } = await store.say('persons', 'show', await person(), '--purpose', purpose);
    expect([code, stdout]).toEqual([exit, '']);
    expect(stderr).toContain(message);
  });

  test('a purpose sees its own fields at its own precision, and the names of the rest', async () => {
    const { stdout } = await store.say('persons', 'show', await person(), '--purpose', 'housing_orientation', '--json');
    const { attributes, notShown, precisions } = JSON.parse(stdout);
    expect(notShown).toEqual(['educationLevel', 'addressLine']);
    expect(precisions).toMatchObject({ birthDate: 'full', postcode: 'generalised', town: 'full' });
    expect(attributes.address.values).not.toHaveProperty('addressLine');
    const street = await store.installation.rows<{ line: string }>(
      'SELECT DISTINCT address_line AS line FROM passerelle.source_person WHERE address_line IS NOT NULL',
    );
    for (const { line } of street) expect(stdout).not.toContain(line);
  });

  test('whoever migrates data learns that there is an address, not which', async () => {
    const { stdout } = await store.say('persons', 'show', await person(), '--purpose', 'migration', '--json');
    const { values, conflicts } = JSON.parse(stdout).attributes.address;
    expect(new Set(Object.values(values))).toEqual(new Set(['present']));
    expect(conflicts).toEqual([]);
  });
});

describe('policy simulate', () => {
  test('the same policies change nothing', async () => {
    expect(await simulated()).toContain('Nothing would change.');
  });

  test('a dropped field is told with the persons who have a value, as the store counts them', async () => {
    await change('fields.yml', 'import: keep, category: education }', 'import: drop, category: education }');
    const { fields, access } = JSON.parse(await simulated('--json')) as Simulation;
    const persons = await count(
      `SELECT count(DISTINCT coalesce(c.person_id, p.id))::int AS n FROM passerelle.source_person AS p
       LEFT JOIN passerelle.person_cluster AS c ON c.source_person_id = p.id WHERE p.education_level IS NOT NULL`,
    );
    expect(persons).toBeGreaterThan(10);
    expect(fields).toEqual([
      expect.objectContaining({ field: 'educationLevel', before: 'keep', after: 'drop', persons }),
    ]);
    expect(access.map(({ purpose, after }) => [purpose, after])).toEqual([
      ['case_support', 'none'],
      ['statistics', 'none'],
      ['data_protection', 'none'],
      ['migration', 'none'],
    ]);
  });

  test('a shorter period is told with the persons who become due', async () => {
    await change('retention.yml', 'period: 24 months', 'period: 1 days');
    await change('retention.yml', 'household: true', 'household: false');
    const { retention, contacts } = JSON.parse(await simulated('--json')) as Simulation;
    const all = await count(
      `SELECT count(DISTINCT coalesce(c.person_id, p.id))::int AS n FROM passerelle.source_person AS p
       LEFT JOIN passerelle.person_cluster AS c ON c.source_person_id = p.id`,
    );
    const { kind, dueBefore, dueAfter } = retention[0]!;
    expect([kind, contacts]).toEqual(['socialFile', true]);
    expect(dueAfter!.due).toBeGreaterThan(dueBefore!.due);
    expect(dueAfter!.due + dueAfter!.undated).toBeLessThanOrEqual(all);
    expect(dueAfter!.due).toBeGreaterThan(all / 2);
  });

  test('recipients who would read more are named, in French for whoever decides', async () => {
    await change(
      'purposes.yml',
      'recipients: [housingService, socialServices]',
      'recipients: [housingService, aidOffice]',
    );
    await change('purposes.yml', 'protectedAddress: false', 'protectedAddress: true');
    const text = await simulated('--lang', 'fr');
    expect(text).toContain(
      'orientation vers un hébergement ou un logement : service des aides financières pourrait lire',
    );
    expect(text).toContain('instruction des demandes d’aide : protectedAddress non → oui');
  });

  test('a folder without policies is refused', async () => {
    const { code, stderr } = await store.say('policy', 'simulate', '--with', join(store.installation.folder, SITE));
    expect([code, stderr.includes('policy.other-config')]).toEqual([2, true]);
  });
});
