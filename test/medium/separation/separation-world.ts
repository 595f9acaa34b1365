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
export const INCIDENT = 'SEP-2026-004';
const NIGHTS = [NIGHT, NEXT_NIGHT, THIRD_NIGHT] as const;
const SYSTEMS = ['coordin', 'tipi'] as const;

/** What tells where the protected person is now: the new record's address and unit, and what is given on standard input. */
export interface Hideout {
  readonly street: string;
  readonly town: string;
  readonly unit: string;
  readonly givenStreet: string;
  readonly givenTown: string;
  readonly givenUnit: string;
  readonly givenSite: string;
}
export const HIDEOUT: Hideout = {
  street: 'Zuydcootestraat',
  town: 'Quimperzyx',
  unit: 'SRV-ZYXO',
  givenStreet: 'Wambrechiezyx',
  givenTown: 'Xertignyqx',
  givenUnit: 'SRV-QXYZ',
  givenSite: 'psa-93',
};
export const tokensOf = (hideout: Hideout): readonly string[] => Object.values<string>({ ...hideout });

const editRows = async (
  path: string,
  change: (row: readonly string[]) => Readonly<Record<number, string>>,
): Promise<void> => {
  const text = csv(await readFile(path, 'latin1'))
    .map((row) => {
      const fields = change(row);
      return csvLine(row.map((field, at) => fields[at] ?? field.replaceAll('\r\n', '\n')));
    })
    .join('');
  await writeFile(path, text, 'latin1');
};

interface UsagerRow {
  readonly key: string;
  readonly household: string;
}

/** A household of at least three, by the first night's own file: the first is protected, the second is its child. */
const findHousehold = async (night: Night): Promise<readonly UsagerRow[]> => {
  const [header = [], ...rows] = csv(await readFile(night.path(SITE, 'USAGERS'), 'latin1'));
  const at = header.indexOf('NUM_DOSSIER');
  const households = new Map<string, UsagerRow[]>();
  for (const row of rows) {
    const one = { key: row[0] ?? '', household: row[at] ?? '' };
    households.set(one.household, [...(households.get(one.household) ?? []), one]);
  }
  const found = [...households.values()].find((members) => members.length >= 3);
  if (found === undefined) throw new Error('no household of three');
  return found;
};

/**
 * An installation with exports of three nights. From the second night on, the record of the protected person holds the new
 * address and the unit that follows them now, and its application still shows everybody in one case.
 */
export class SeparationWorld {
  private constructor(
    readonly installation: Installation,
    private readonly nights: readonly Night[],
    private readonly members: readonly UsagerRow[],
    readonly hideout: Hideout,
  ) {}

  /** @param at the first night that holds the hideout @param count how many nights there are */
  static async open(hideout: Hideout = HIDEOUT, at = 1, count = 3): Promise<SeparationWorld> {
    const installation = await Installation.open();
    const nights: Night[] = [];
    for (const [number, night] of NIGHTS.slice(0, count).entries()) {
      const base = { households: 8, seed: 77_091, sites: [SITE], dirt: NO_DIRT, noise: NO_NOISE, night };
      const evolve = { since: NIGHT, changed: number === 0 ? 0 : 0.5, removed: 0, added: 0 };
      nights.push(
        await generateNight({ ...base, textSeed: number, evolve, out: join(installation.folder, String(number)) }),
      );
    }
    const members = await findHousehold(nights[0]!);
    const world = new SeparationWorld(installation, nights, members, hideout);
    for (const night of nights.slice(at)) await world.plant(night);
    return world;
  }

  get person(): string {
    return this.address(0);
  }

  get child(): string {
    return this.address(1);
  }

  /** Somebody who stays. */
  get other(): string {
    return this.address(2);
  }

  private address(at: number): string {
    return `coordin/${SITE}/${this.members[at]?.key ?? ''}`;
  }

  private async plant(night: Night): Promise<void> {
    const [protectedOne, child] = this.members;
    const { street, town, unit } = this.hideout;
    await editRows(night.path(SITE, 'USAGERS'), (row) =>
      row[0] === protectedOne?.key || row[0] === child?.key ? { 13: `7 rue ${street}`, 15: town } : {},
    );
    await editRows(night.path(SITE, 'INTERVENTIONS'), (row) =>
      row[1] === protectedOne?.key || row[1] === child?.key ? { 5: unit } : {},
    );
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
    return this.sayIn(this.installation.environment, words);
  }

  sayIn(environment: Readonly<Record<string, string>>, words: readonly string[], input = ''): Promise<Ending> {
    Object.assign(process.env, environment);
    return commandLine(words, input);
  }

  /** Separates the person and the child, and tells where they are. */
  separate(...more: readonly string[]): Promise<Ending> {
    const { givenStreet, givenTown, givenUnit, givenSite } = this.hideout;
    const place = { addressLine: givenStreet, town: givenTown, unit: givenUnit, site: givenSite };
    const words = ['subject', 'separate', this.person, '--with', this.child, '--incident', INCIDENT];
    return this.sayIn(this.installation.environment, [...words, '--new-address-stdin', ...more], JSON.stringify(place));
  }

  rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.installation.rows<T>(text, values);
  }

  async idOf(address: string): Promise<string> {
    const rows = await this.rows<{ id: string }>(
      `SELECT id::text AS id FROM passerelle.source_person AS person WHERE source_key = $1 AND table_id IN (
         SELECT source_table.id FROM passerelle.source_table JOIN passerelle.source_system AS system
         ON system.id = system_id WHERE system.code = 'coordin')`,
      [address.split('/')[2]],
    );
    return rows[0]?.id ?? '';
  }

  /** Which of the tokens are in the store, or in a file of the home. */
  async held(tokens = tokensOf(this.hideout), environment = this.installation.environment): Promise<string[]> {
    const home = environment['PASSERELLE_HOME'] ?? '';
    const entries = await readdir(home, { recursive: true, withFileTypes: true });
    const texts = [await dumpStore((text) => this.installation.rows(text))];
    for (const one of entries.filter((entry) => entry.isFile())) {
      texts.push(await readFile(join(one.parentPath, one.name), 'latin1'));
    }
    const all = texts.join('\n').toLowerCase();
    return tokens.filter((value) => all.includes(value.toLowerCase()));
  }

  /** Pairs of persons who share a case, as text. */
  async together(): Promise<readonly string[]> {
    const ids = [await this.idOf(this.person), await this.idOf(this.child), await this.idOf(this.other)];
    const rows = await this.rows<{ id: string; household: string }>(
      'SELECT person_id::text AS id, case_id::text AS household FROM passerelle.case_member WHERE person_id = ANY ($1::uuid[])',
      [ids],
    );
    return ids.map((id) => rows.find((row) => row.id === id)?.household ?? '-');
  }

  close(): Promise<void> {
    return this.installation.close();
  }
}
