import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine } from '../../support/command-line.js';
import type { SubjectReport } from '#libs/services';
import { COORDIN, OTHER, PERSON, RightsWorld, TIPI } from './rights-world.js';

interface Golden {
  readonly attributes: Readonly<
    Record<
      string,
      {
        values: Record<string, string | null> | null;
        provenance?: Record<string, unknown>;
        conflicts: { values: Record<string, string | null> }[];
      }
    >
  >;
}
interface Rectified {
  readonly outcome: string;
  readonly records: readonly { readonly id: string; readonly system: string }[];
  readonly differing: readonly { readonly system: string; readonly sourceId: string }[];
  readonly recipients: readonly { readonly recipient: string; readonly purpose: string; readonly reads: number }[];
}

/** Nobody else has it, and nobody of the exports. */
const MENDED = 'Zwentibolda';
const INCIDENT = 'DPO-2026-021';

let world: RightsWorld;
beforeAll(async () => {
  world = await RightsWorld.open();
  await world.load(0);
  await world.link();
}, 120_000);
afterAll(() => world.close());

const rectify = (value: string, ...words: readonly string[]) =>
  world.sayWith(value, 'subject', 'rectify', PERSON, '--incident', INCIDENT, ...words);
/** All tables of ours but the trail, which a command signs when it ends. */
const stored = async (): Promise<string[]> =>
  (await world.dump()).split('\n').filter((line) => /^passerelle\.(?!audit_)/.test(line));
const golden = (person = PERSON): Promise<Golden> =>
  world.json<Golden>('persons', 'show', person, '--purpose', 'case_support');

test('no value, a wrong one or a wrong field changes nothing, and none is repeated', async () => {
  const before = await stored();
  for (const [value, field, exit, code] of [
    ['', 'birthName', 2, 'rectification.empty'],
    ['31/02/1980', 'birthDate', 2, 'rectification.value'],
    ['2180-01-01', 'birthDate', 2, 'rectification.value'],
    ['chez sa tante', 'housingType', 2, 'rectification.code'],
    ['x'.repeat(101), 'usageName', 2, 'rectification.value'],
    ['1 rue Basse\n75011\nParis\nFrance', 'address', 2, 'rectification.value'],
  ] as const) {
    const { code: ended, stdout, stderr } = await rectify(value, '--field', field);
    expect([field, ended, stdout, stderr.includes(code)]).toEqual([field, exit, '', true]);
    expect(value !== '' && stderr.includes(value)).toBe(false);
  }
  expect((await commandLine(['subject', 'rectify', PERSON, '--field', 'town', '--incident', 'X'], 'Paris')).code).toBe(
    2,
  );
  expect(await stored()).toEqual(before);
});

test('what was rectified is what readers see; what the records say stays beside it', async () => {
  const written = (await golden()).attributes['givenNames']?.values;
  const { code, stdout, stderr } = await rectify(`${MENDED}\n`, '--field', 'givenNames', '--json');
  if (code !== 3) throw new Error(stdout);
  expect([code, stderr]).toEqual([3, '']);
  const told = JSON.parse(stdout) as Rectified;
  expect([told.outcome, told.records.map(({ system }) => system).sort()]).toEqual(['rectified', ['coordin', 'tipi']]);
  expect(told.differing.map(({ system, sourceId }) => [system, sourceId])).toEqual([
    ['coordin', COORDIN],
    ['tipi', TIPI],
  ]);
  expect(told.recipients.map(({ purpose, reads }) => [purpose, reads])).toEqual([['case_support', 1]]);
  expect(stdout).not.toContain(MENDED);
  const { attributes } = await golden();
  const { values, provenance, conflicts } = attributes['givenNames']!;
  expect(values).toEqual({ givenNames: MENDED });
  expect(provenance?.['rectified']).toMatchObject({ incident: INCIDENT });
  expect(conflicts.map((one) => one.values)).toEqual([written]);
  expect((await world.say('persons', 'show', PERSON, '--purpose', 'case_support')).stdout).toContain(
    `rectified ${INCIDENT}`,
  );
  // Nobody else has changed.
  expect(JSON.stringify(await golden(OTHER))).not.toContain(MENDED);
});

test('the person reads both in their own report, the officer learns that it was done', async () => {
  const folder = join(world.installation.folder, 'report');
  expect((await world.say('subject', 'export', PERSON, '--out', folder)).code).toBe(0);
  const report = JSON.parse(await readFile(join(folder, 'subject-report.fr.json'), 'utf8')) as SubjectReport;
  expect(report.rectifications.map(({ values, reference }) => [values.map(({ value }) => value), reference])).toEqual([
    [[MENDED], INCIDENT],
    [[MENDED], INCIDENT],
  ]);
  for (const { written } of report.rectifications) expect(written.map(({ value }) => value)).not.toContain(MENDED);
  for (const { values } of report.records) {
    expect(values.find(({ column }) => column === 'given_names')?.value).toBe(MENDED);
  }
  expect(await readFile(join(folder, 'subject-report.fr.html'), 'utf8')).toContain('Ce que vous avez fait rectifier');
  const { stdout } = await world.say('subject', 'show', PERSON, '--json');
  const { rectified } = JSON.parse(stdout) as { rectified: readonly object[] };
  expect(rectified).toMatchObject([{ field: 'givenNames', incident: INCIDENT, records: 2 }]);
  expect(stdout).not.toContain(MENDED);
});

test('it holds against every later night, and against taking imports back and bringing them again', async () => {
  const stands = async (): Promise<unknown> => (await golden()).attributes['givenNames']?.values;
  await world.load(1);
  expect(await stands()).toEqual({ givenNames: MENDED });
  for (const run of ['R4', 'R3', 'R2', 'R1']) await world.installation.rollback(run);
  expect((await world.say('persons', 'show', PERSON, '--purpose', 'case_support')).stderr).toContain('person.unknown');
  await world.load(0);
  await world.link();
  expect(await stands()).toEqual({ givenNames: MENDED });
  // What the legacy system wrote is what it wrote: whoever compares with it must find that.
  const [row] = await world.installation.rows<{ name: string }>(
    `SELECT given_names AS name FROM passerelle.source_person WHERE source_key = $1`,
    [COORDIN],
  );
  expect(row?.name).not.toBe(MENDED);
});

test('an address is one field: none of its parts is borrowed from elsewhere', async () => {
  await rectify('\n\nZwevegemstadt', '--field', 'address');
  const { attributes } = await golden();
  expect(attributes['address']?.values).toEqual({ addressLine: null, postcode: null, town: 'Zwevegemstadt' });
});

test('a dry run changes nothing; what was taken back is gone, and is not taken back twice', async () => {
  const before = await stored();
  expect((await rectify('Annick', '--field', 'usageName', '--dry-run')).code).toBe(3);
  expect((await rectify('', '--field', 'givenNames', '--withdraw', '--dry-run')).code).toBe(0);
  expect(await stored()).toEqual(before);
  for (const field of ['givenNames', 'address']) {
    expect((await rectify('', '--field', field, '--withdraw')).code).toBe(0);
    expect((await rectify('', '--field', field, '--withdraw')).code).toBe(4);
  }
  expect((await golden()).attributes['givenNames']?.values).not.toEqual({ givenNames: MENDED });
  expect((await world.dump()).match(/Zwentibolda|Zwevegemstadt/)).toBeNull();
  const left = (await world.dump()).split('\n').filter((line) => /^passerelle\.rectif/.test(line));
  expect(left).toEqual([]);
});

test('the trail names the field and the reference, and no value', async () => {
  const { stdout } = await world.say('audit', 'list', '--incident', INCIDENT, '--json');
  const entries = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { action: string; fields: string[]; detail: string[] });
  expect(new Set(entries.map(({ action, fields, detail }) => [action, ...fields, ...detail].join(' ')))).toEqual(
    new Set([
      'subject.rectify givenNames set',
      'subject.rectify address set',
      'subject.rectify givenNames withdrawn',
      'subject.rectify address withdrawn',
    ]),
  );
  expect((await world.say('audit', 'verify')).code).toBe(0);
});
