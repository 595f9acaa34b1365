import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type FileTruth,
  generateExports,
  type GenerateOptions,
} from '../../apps/migrator/src/generate/generate-exports.js';
import type { BalanceSheet } from '../../apps/migrator/src/imports/balance-sheet.js';

/** The three systems, as their profiles are called. */
export const SYSTEMS = ['coordin', '4d', 'tipi'] as const;
export type System = (typeof SYSTEMS)[number];

export const NIGHT = '2026-11-20';
export const NEXT_NIGHT = '2026-11-21';
export const THIRD_NIGHT = '2026-11-22';

/** `truth.json`: what an import of the exports must come to. */
export interface Truth {
  readonly files: readonly FileTruth[];
  /** System, site, source id and true person of each clean person's record. */
  readonly links: readonly (readonly [system: string, site: string, sourceId: string, person: number])[];
  readonly acts: Readonly<Record<string, number>>;
  readonly aids: { readonly count: number; readonly requestedCents: number; readonly grantedCents: number };
  /** Planted tokens in the files. */
  readonly canaries: number;
}

/** Generated exports with their truth. */
export interface Night extends Truth {
  readonly out: string;
  /** The folder of one site's exports. */
  folder(site: string): string;
  /** Path of the export that holds a table (TIPI: of its one file). */
  path(site: string, table: string): string;
}

export const generateNight = async (
  options: Partial<GenerateOptions> & Pick<GenerateOptions, 'out' | 'households' | 'seed' | 'sites'>,
): Promise<Night> => {
  await generateExports({ night: NIGHT, fourd: 'txt', ...options });
  const { out } = options;
  const truth = JSON.parse(await readFile(join(out, 'truth.json'), 'utf8')) as Truth;
  const path = (site: string, table: string): string => {
    const file = truth.files.find((one) => one.site === site && one.table === table);
    if (file === undefined) throw new Error(`no export of ${site} holds ${table}`);
    return join(out, site, file.name);
  };
  return { ...truth, out, folder: (site) => join(out, site), path };
};

/** How the records of a table ended, in the words of the truth. */
export interface Outcome {
  readonly read: number;
  readonly clean: number;
  readonly withheld: number;
  readonly quarantined: Readonly<Record<string, number>>;
}
/** Outcomes by file and table. */
export type Outcomes = Readonly<Record<string, Readonly<Record<string, Outcome>>>>;

/** What a balance sheet says, in the words of the truth. */
export const outcomesOf = ({ files }: BalanceSheet): Outcomes =>
  Object.fromEntries(
    files.map(({ name, tables }) => [
      name,
      Object.fromEntries(
        Object.entries(tables).map(([table, { read, created, updated, unchanged, withheld, reasons }]) => [
          table,
          { read, clean: created + updated + unchanged, withheld, quarantined: reasons },
        ]),
      ),
    ]),
  );

/** What the balance sheet of one site and system must say. */
export const expectedOutcomes = ({ files }: Pick<Truth, 'files'>, site: string, system: string): Outcomes =>
  Object.fromEntries(
    files
      .filter((file) => file.site === site && file.system === system)
      .map((file) => [
        file.name,
        system === 'tipi'
          ? { DOSSIER: outcome(file), PERSONNE: outcome(file.persons), AIDE: outcome(file.aids) }
          : { [file.table]: outcome(file) },
      ]),
  );

const outcome = (truth: Outcome | undefined): Outcome => {
  if (truth === undefined) throw new Error('the truth lacks a table');
  const { read, clean, withheld, quarantined } = truth;
  return { read, clean, withheld, quarantined };
};
