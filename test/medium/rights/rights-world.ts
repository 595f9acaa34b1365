import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine } from '../../../apps/migrator/src/generate/csv-line.js';
import { NO_DIRT, NO_NOISE } from '../../../apps/migrator/src/generate/generate-exports.js';
import type { BalanceSheet } from '../../../apps/migrator/src/imports/balance-sheet.js';
import { commandLine } from '../../support/command-line.js';
import { csv } from '../../support/export-oracle.js';
import { Installation } from '../../support/import-harness.js';
import { link } from '../../support/link-harness.js';
import { generateNight, type Night, NEXT_NIGHT, NIGHT, THIRD_NIGHT } from '../../support/night-exports.js';
import type { Ending } from '../../support/spawn-cli.js';
import { dumpStore } from '../../support/store-dump.js';

export const SITE = 'psa-07';
/** One person, by its records in two systems; the coordin record is a child of nobody and lives with others. */
export const COORDIN = 'C0000001';
export const TIPI = 'P0000001';
export const PERSON = `coordin/${SITE}/${COORDIN}`;
/** Somebody else of the same household. */
export const OTHER = `coordin/${SITE}/C0000002`;
/** What only this person has: names, street, town, unit of an act, the amount that was asked for, keys of its records. */
export const PLANTED = [
  ...['Zyxomma', 'Quirinette', 'Zephyrinal', 'Zuydcoote', 'SRV-ZYXO', '777777777', COORDIN],
  TIPI,
] as const;
const [NAME, GIVEN, STREET, TOWN, UNIT, AMOUNT] = PLANTED;
const NIGHTS = [NIGHT, NEXT_NIGHT, THIRD_NIGHT] as const;
const SYSTEMS = ['coordin', 'tipi'] as const;

const edit = async (path: string, change: (text: string) => string): Promise<void> =>
  writeFile(path, change(await readFile(path, 'latin1')), 'latin1');

const editRows = (path: string, change: (row: readonly string[]) => Readonly<Record<number, string>>): Promise<void> =>
  edit(path, (text) =>
    csv(text)
      .map((row) => {
        const fields = change(row);
        return csvLine(row.map((field, at) => fields[at] ?? field.replaceAll('\r\n', '\n')));
      })
      .join(''),
  );

/** One of its acts cannot be read, so that it waits. */
const plant = async (night: Night): Promise<void> => {
  await editRows(night.path(SITE, 'USAGERS'), (row) =>
    row[0] === COORDIN ? { 3: NAME, 4: NAME, 5: GIVEN, 13: `7 rue ${STREET}`, 15: TOWN } : {},
  );
  let acts = 0;
  await editRows(night.path(SITE, 'INTERVENTIONS'), (row) => {
    if (row[1] !== COORDIN) return {};
    acts += 1;
    return acts === 1 ? { 3: 'ZZZ' } : { 5: UNIT };
  });
  await edit(night.path(SITE, 'TIPI'), (text) =>
    text
      .replace(new RegExp(`<PERSONNE id="${TIPI}".*?</PERSONNE>`), (person) =>
        person
          .replace(/<NOM>[^<]*/, `<NOM>${NAME}`)
          .replace(/<NOM_USAGE>[^<]*/, `<NOM_USAGE>${NAME}`)
          .replace(/<PRENOMS>[^<]*/, `<PRENOMS>${GIVEN}`),
      )
      .replace(/<DOSSIER num="T0000001"[^]*?<\/DOSSIER>/, (household) =>
        household.replaceAll(/(<DEMANDE date="[^"]*" montant=")\d+/g, `$1${AMOUNT}`),
      ),
  );
};

/** An installation with exports of three nights of two systems, in which one person has values that nobody else has. */
export class RightsWorld {
  private constructor(
    readonly installation: Installation,
    private readonly nights: readonly Night[],
  ) {}

  /** @param count how many nights there are */
  static async open(settings: Readonly<Record<string, string>> = {}, count = 3): Promise<RightsWorld> {
    const installation = await Installation.open(settings);
    const nights: Night[] = [];
    for (const [at, night] of NIGHTS.slice(0, count).entries()) {
      const base = { households: 12, seed: 77_091, sites: [SITE], dirt: NO_DIRT, noise: NO_NOISE, night };
      const evolve = { since: NIGHT, changed: at === 0 ? 0 : 1, removed: 0, added: 0 };
      const made = await generateNight({ ...base, textSeed: at, evolve, out: join(installation.folder, String(at)) });
      await plant(made);
      nights.push(made);
    }
    return new RightsWorld(installation, nights);
  }

  async load(at: 0 | 1 | 2, systems: readonly (typeof SYSTEMS)[number][] = SYSTEMS): Promise<BalanceSheet[]> {
    const sheets: BalanceSheet[] = [];
    for (const system of systems) {
      const folder = this.nights[at]!.folder(SITE);
      sheets.push(await this.installation.import(system, SITE, [folder], { night: NIGHTS[at] }));
    }
    return sheets;
  }

  async link(): Promise<void> {
    await link(this.installation, { full: true });
  }

  say(...words: readonly string[]): Promise<Ending> {
    return this.sayIn(this.installation.environment, ...words);
  }

  /** @param input what the command reads from standard input */
  sayWith(input: string, ...words: readonly string[]): Promise<Ending> {
    Object.assign(process.env, this.installation.environment);
    return commandLine(words, input);
  }

  sayIn(environment: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Ending> {
    Object.assign(process.env, environment);
    return commandLine(words);
  }

  async json<T>(...words: readonly string[]): Promise<T> {
    const { code, stdout, stderr } = await this.say(...words, '--json');
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout) as T;
  }

  dump(): Promise<string> {
    return dumpStore((text) => this.installation.rows(text));
  }

  /** Which of the planted values are in the store or in a file of the home. */
  async held(): Promise<string[]> {
    const home = this.installation.environment['PASSERELLE_HOME'] ?? '';
    const entries = await readdir(home, { recursive: true, withFileTypes: true });
    const texts = [await this.dump()];
    for (const one of entries.filter((entry) => entry.isFile())) {
      texts.push(await readFile(join(one.parentPath, one.name), 'latin1'));
    }
    const all = texts.join('\n').toLowerCase();
    return PLANTED.filter((value) => all.includes(value.toLowerCase()));
  }

  /** Rows of everybody else's data: lines of the dump that name none of the given ids. */
  async others(ids: readonly string[]): Promise<string[]> {
    const tables =
      /^passerelle\.(source_person|source_case|case_member|professional_act|aid|aid_decision|aid_payment) /;
    const aids = await this.installation.rows<{ id: string }>(
      'SELECT id::text AS id FROM passerelle.aid WHERE person_id = ANY ($1::uuid[])',
      [ids],
    );
    const gone = [...ids, ...aids.map(({ id }) => id)];
    return (await this.dump())
      .split('\n')
      .filter((line) => tables.test(line) && !gone.some((id) => line.includes(id)))
      .sort();
  }

  close(): Promise<void> {
    return this.installation.close();
  }
}

/** How many records a night withheld; checks that each ended exactly once. */
export const withheldIn = (sheets: readonly BalanceSheet[]): number => {
  const tables = sheets.flatMap(({ files }) => files.flatMap((file) => Object.values(file.tables)));
  for (const { read, created, updated, unchanged, quarantined, withheld } of tables) {
    expect(created + updated + unchanged + quarantined + withheld).toBe(read);
  }
  return tables.reduce((sum, { withheld }) => sum + withheld, 0);
};
