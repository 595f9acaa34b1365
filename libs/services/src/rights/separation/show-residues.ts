import { BARE_ENTRY } from '#libs/store';
import type { RightsDesk } from '../rights-desk.js';
import { findMeant, readResidues, type Residues, type ResiduesOf } from './residues.js';

/**
 * The report of residues, entered in the audit trail for each person whom it is about before it is drawn up.
 * @throws as `findMeant`
 */
export const showResidues = async (
  { database, trail, vault, naming }: Pick<RightsDesk, 'database' | 'trail' | 'vault' | 'naming'>,
  of: ResiduesOf,
): Promise<Residues> => {
  const meant = await database.session((client) => findMeant(client, naming, of));
  await trail.enter(
    meant.personIds.map((subjectId) => ({
      ...BARE_ENTRY,
      action: 'subject.residues',
      purpose: 'data_protection',
      subjectId,
      incident: meant.incidents[0] ?? null,
    })),
  );
  return database.session((client) => readResidues(client, vault, meant));
};
