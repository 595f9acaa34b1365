import { stat } from 'node:fs/promises';
import { EXIT, TeachingError } from '#libs/domain';
import {
  type Client,
  findResidues,
  findSeparationsOf,
  findSeparationsUnder,
  type FoundResidues,
  listSeparations,
  type SeparationParts,
  type Vault,
} from '#libs/store';
import { findSubjects } from '../find-subjects.js';
import { checkIncident } from '../incident.js';
import type { Naming } from '../subject-ids.js';

/** What still ties separated persons to their former household. No value of anybody. */
export interface Residues extends FoundResidues {
  readonly incidents: readonly string[];
  readonly personIds: readonly string[];
  /** How many places are for somebody to clean. */
  readonly remaining: number;
}

/** What no look into the store can tell, and what somebody must think of all the same. */
export const BEYOND_REACH = ['freeText', 'paper', 'backups'] as const;

/** Whose residues: those of one person, or of all separations under a reference. */
export interface ResiduesOf {
  readonly person: string | undefined;
  readonly incident: string | undefined;
}

/** The separations that are meant, and whom they protect. */
export interface MeantSeparations {
  readonly ids: readonly string[];
  readonly personIds: readonly string[];
  readonly incidents: readonly string[];
}

/** @throws TeachingError `separation.whom`, `rights.incident` (exit code 2), `person.unknown`, `separation.none` */
export const findMeant = async (client: Client, naming: Naming, of: ResiduesOf): Promise<MeantSeparations> => {
  const all = await listSeparations(client);
  const ids = await idsOf(client, naming, of);
  const meant = all.filter(({ id }) => ids.includes(id));
  if (meant.length === 0) throw new TeachingError('separation.none');
  return meantBy(meant);
};

export const meantBy = (meant: readonly SeparationParts[]): MeantSeparations => ({
  ids: meant.map(({ id }) => id),
  personIds: [...new Set(meant.flatMap(({ persons }) => persons.map(({ id }) => id)))],
  incidents: [...new Set(meant.map(({ incident }) => incident))],
});

const idsOf = async (client: Client, naming: Naming, { person, incident }: ResiduesOf): Promise<readonly string[]> => {
  if ((person === undefined) === (incident === undefined)) {
    throw new TeachingError('separation.whom', {}, { exitCode: EXIT.usage });
  }
  if (person === undefined) return findSeparationsUnder(client, checkIncident(incident) ?? '');
  const subjects = await findSubjects(client, naming, person, { onlyThisRecord: false, inAdvance: false });
  const found = await findSeparationsOf(
    client,
    subjects.map(({ id }) => id),
  );
  return [...new Set(found.map(({ id }) => id))];
};

/** Looks again, each time that it is asked: what was cleaned is gone from it. */
export const readResidues = async (client: Client, vault: Vault, meant: MeantSeparations): Promise<Residues> => {
  const found = await findResidues(client, vault, meant.ids, meant.personIds);
  const exportFiles: string[] = [];
  for (const path of found.exportFiles) if (await isThere(path)) exportFiles.push(path);
  const residues = { ...found, exportFiles };
  const remaining = Object.values(residues).reduce((sum, places) => sum + places.length, 0);
  return { ...residues, incidents: meant.incidents, personIds: meant.personIds, remaining };
};

const isThere = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    // What cannot be looked at may be there.
    if (code === 'EACCES' || code === 'EPERM') return true;
    throw error;
  }
};
