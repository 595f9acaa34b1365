import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { exitCodeOf } from '../../../apps/migrator/src/cli/commands/import.command.js';
import type { BalanceSheet } from '../../../apps/migrator/src/imports/balance-sheet.js';
import { damagedExport, replacedIn, writeExport } from '../../support/damaged-export.js';
import { recordStarts } from '../../support/record-starts.js';
import { Installation } from '../../support/import-harness.js';
import { generateNight, type Night, NEXT_NIGHT, NIGHT, type System, SYSTEMS } from '../../support/night-exports.js';

const SITE = 'psa-07';
const OTHER = 'epi-12';
const BASE = { households: 40, seed: 77_051, sites: [SITE, OTHER] } as const;

let installation: Installation;
let next: Night;
let before: Record<string, string>;

const load = (system: System, paths: readonly string[]): Promise<BalanceSheet> =>
  installation.import(system, SITE, paths, { night: NEXT_NIGHT });

/** Imports it for the second night: the file must be refused for that reason, and the store stay as it was. */
const expectRefused = async (system: System, path: string, reason: RegExp): Promise<void> => {
  const sheet = await load(system, [path]);
  expect(sheet).toMatchObject({ status: 'refused', absent: 0, replayed: 0 });
  expect(sheet.files).toMatchObject([
    { name: basename(path), status: 'refused', reason: expect.stringMatching(reason), tables: {} },
  ]);
  expect(exitCodeOf(sheet)).toBe(4);
  expect(await installation.digest()).toEqual(before);
};

beforeAll(async () => {
  installation = await Installation.open();
  const { folder } = installation;
  const first = await generateNight({ ...BASE, out: join(folder, '1') });
  const evolve = { since: NIGHT, changed: 0.2, removed: 0.2, added: 0.2 };
  next = await generateNight({ ...BASE, out: join(folder, '2'), night: NEXT_NIGHT, evolve });
  for (const system of SYSTEMS) await installation.import(system, SITE, [first.folder(SITE)], { night: NIGHT });
  before = await installation.digest();
});

afterAll(() => installation.close());

describe('a file cut at any byte is refused whole', () => {
  test.each([
    ['coordin', 'USAGERS'],
    ['coordin', 'INTERVENTIONS'],
    ['4d', 'Personnes'],
    ['4d', 'Aides'],
  ] as const)('%s, %s', async (system, table) => {
    const path = next.path(SITE, table);
    const bytes = await readFile(path);
    // A cut exactly between two records leaves a shorter export that looks whole: these formats have no end marker.
    const whole = new Set(await recordStarts(system, path));
    const cut = fc.integer({ min: 1, max: bytes.length - 1 }).filter((at) => !whole.has(at));
    await fc.assert(
      fc.asyncProperty(cut, async (at) => {
        const cutExport = await damagedExport(installation, path, (all) => all.subarray(0, at));
        await expectRefused(system, cutExport, /^file\.(truncated|mismatch)$/);
      }),
      { numRuns: 12, seed: 77_052, endOnFailure: true },
    );
  });

  test('tipi', async () => {
    const path = next.path(SITE, 'TIPI');
    const end = (await readFile(path)).lastIndexOf('</TIPI>');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: end + 6 }), async (at) => {
        const cutExport = await damagedExport(installation, path, (all) => all.subarray(0, at));
        await expectRefused('tipi', cutExport, /^(file\.truncated|xml\.malformed)$/);
      }),
      { numRuns: 20, seed: 77_053, endOnFailure: true, examples: [[end], [end + 6]] },
    );
  });
});

describe('a file that is not what it should be is refused whole', () => {
  test.each(['dossiers', 'personnes', 'aides'])('FIN counts another number of %s', async (count) => {
    const altered = replacedIn(new RegExp(` ${count}="(\\d+)"`), ` ${count}="1$1"`);
    await expectRefused(
      'tipi',
      await damagedExport(installation, next.path(SITE, 'TIPI'), altered),
      /^file\.truncated$/,
    );
  });

  test('FIN is not there', async () => {
    const altered = replacedIn(/ *<FIN [^>]*\/>\n/, '');
    await expectRefused(
      'tipi',
      await damagedExport(installation, next.path(SITE, 'TIPI'), altered),
      /^file\.truncated$/,
    );
  });

  test.each([
    ['coordin', 'USAGERS'],
    ['tipi', 'TIPI'],
  ] as const)("it is another site's: %s", async (system, table) => {
    await expectRefused(system, next.path(OTHER, table), /^file\.mismatch$/);
  });

  test("it is another site's under a right name: tipi", async () => {
    const bytes = await readFile(next.path(OTHER, 'TIPI'));
    const renamed = await writeExport(installation, basename(next.path(SITE, 'TIPI')), bytes);
    await expectRefused('tipi', renamed, /^file\.mismatch$/);
  });

  test.each([
    ['coordin', 'INTERVENTIONS'],
    ['tipi', 'TIPI'],
  ] as const)("it is another night's: %s", async (system, table) => {
    const sheet = await installation.import(system, SITE, [next.path(SITE, table)], { night: '2026-11-23' });
    expect(sheet).toMatchObject({ status: 'refused', files: [{ status: 'refused', reason: 'file.mismatch' }] });
    expect(await installation.digest()).toEqual(before);
  });

  test.each([
    ['coordin', 'USAGERS', 'DOSSIERS'],
    ['coordin', 'DOSSIERS', 'INTERVENTIONS'],
    ['coordin', 'USAGERS', 'Personnes'],
    ['4d', 'Personnes', 'Aides'],
    ['4d', 'Foyers', 'DOSSIERS'],
    ['tipi', 'TIPI', 'USAGERS'],
    ['tipi', 'TIPI', 'Entretiens'],
  ] as const)('it is of another kind: %s, %s holding %s', async (system, table, held) => {
    const bytes = await readFile(next.path(SITE, held));
    const renamed = await writeExport(installation, basename(next.path(SITE, table)), bytes);
    await expectRefused(system, renamed, /^(file\.mismatch|xml\.malformed)$/);
  });

  test.each([
    ['coordin', 'USAGERS'],
    ['4d', 'Entretiens'],
    ['tipi', 'TIPI'],
  ] as const)('it is empty: %s', async (system, table) => {
    const empty = await writeExport(installation, basename(next.path(SITE, table)), Buffer.alloc(0));
    await expectRefused(system, empty, /^file\.truncated$/);
  });

  test('it holds a header and nothing else, where rows were before', async () => {
    const header = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.indexOf('\n') + 1);
    const emptied = await damagedExport(installation, next.path(SITE, 'INTERVENTIONS'), header);
    await expectRefused('coordin', emptied, /^file\.truncated$/);
  });

  test.each([
    '<!DOCTYPE TIPI>',
    '<!DOCTYPE TIPI SYSTEM "http://127.0.0.1:1/x.dtd">',
    '<!DOCTYPE TIPI [<!ENTITY a "b">]>',
  ])('it holds %s', async (doctype) => {
    const altered = replacedIn('?>\n', `?>\n${doctype}\n`);
    await expectRefused(
      'tipi',
      await damagedExport(installation, next.path(SITE, 'TIPI'), altered),
      /^xml\.forbidden$/,
    );
  });
});

test('its sound neighbours are imported, and the sheet says that something was refused', async () => {
  const cases = await damagedExport(installation, next.path(SITE, 'DOSSIERS'), (bytes) => bytes.subarray(0, -9));
  const sheet = await load('coordin', [cases, next.path(SITE, 'USAGERS')]);
  expect(sheet).toMatchObject({
    status: 'done',
    files: [
      { status: 'refused', reason: 'file.truncated', tables: {} },
      { status: 'imported', tables: { USAGERS: { created: expect.any(Number) } } },
    ],
  });
  expect(exitCodeOf(sheet)).toBe(3);
  const { source_case: cases0, ...others } = before;
  const { source_case: cases1, ...now } = await installation.digest();
  expect(cases1).toBe(cases0);
  expect(now).not.toEqual(others);
});
