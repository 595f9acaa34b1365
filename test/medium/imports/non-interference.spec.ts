import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BalanceSheet } from '../../../apps/migrator/src/imports/balance-sheet.js';
import { Installation, without } from '../../support/import-harness.js';
import { generateNight, NIGHT, SYSTEMS } from '../../support/night-exports.js';

const SITE = 'psa-07';
const OPTIONS = { households: 100, seed: 77_091, sites: [SITE] } as const;

/** What anybody can learn from an import, without hashes of files and durations. */
interface Learned {
  readonly sheets: readonly object[];
  readonly digest: Readonly<Record<string, string>>;
  readonly waiting: readonly object[];
  /** Rows without their addresses, which move when a value before them has another length. */
  readonly rows: readonly object[];
}

const withoutHashes = (sheet: BalanceSheet): object => ({
  ...without(sheet, 'durationMs'),
  files: sheet.files.map((file) => without(file, 'sha256')),
});

const ROWS = ['source_case', 'source_person', 'professional_act', 'aid']
  .map(
    (name) =>
      `SELECT id::text, to_jsonb(stored) - 'byte_offset' - 'byte_length' AS "row" FROM passerelle.${name} AS stored`,
  )
  .join(' UNION ALL ');

const learn = async (installation: Installation, folder: string): Promise<Learned> => {
  const sheets: object[] = [];
  for (const system of SYSTEMS) {
    sheets.push(withoutHashes(await installation.import(system, SITE, [folder], { night: NIGHT })));
  }
  const rows = await installation.rows(`SELECT * FROM (${ROWS}) AS landed ORDER BY 1`);
  return { sheets, digest: await installation.digest(), waiting: await installation.waiting(), rows };
};

const withoutAddress = (entry: object): object => ({ ...entry, byteOffset: 0 });

describe('nothing that an import says or stores depends on dropped values', () => {
  const installations: Installation[] = [];
  const open = async (): Promise<Installation> => {
    const installation = await Installation.open();
    installations.push(installation);
    return installation;
  };
  let one: Learned;
  let folder: string;

  beforeAll(async () => {
    const installation = await open();
    folder = (await generateNight({ ...OPTIONS, out: join(installation.folder, 'night') })).folder(SITE);
    one = await learn(installation, folder);
  });

  afterAll(() => Promise.all(installations.map((installation) => installation.close())));

  test('other values of the same length: byte for byte the same', async () => {
    const installation = await open();
    const other = (await generateNight({ ...OPTIONS, out: join(installation.folder, 'night') })).folder(SITE);
    for (const name of await readdir(other)) {
      const text = await readFile(join(other, name), 'latin1');
      const changed = text.replaceAll(/KNR[A-Z2-9]{9}/g, (token) => `KNR${[...token.slice(3)].reverse().join('')}`);
      expect(changed === text).toBe(false);
      await writeFile(join(other, name), changed, 'latin1');
    }
    expect(await learn(installation, other)).toEqual(one);
  });

  test('other values of any length: the same but for addresses', async () => {
    const installation = await open();
    const night = await generateNight({ ...OPTIONS, out: join(installation.folder, 'night'), textSeed: 4 });
    const other = await learn(installation, night.folder(SITE));
    expect(other.sheets).toEqual(one.sheets);
    expect(other.rows).toEqual(one.rows);
    expect(other.waiting.map(withoutAddress)).toEqual(one.waiting.map(withoutAddress));
  });
});
