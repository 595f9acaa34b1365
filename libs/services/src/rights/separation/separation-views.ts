import { BEYOND_REACH, type Residues } from './residues.js';
import type { Separated } from './separate-subject.js';

/** What `subject residues --json` prints: keys of records and paths, no value. */
export const residuesView = ({ incidents, personIds, remaining, ...found }: Residues) => ({
  incidents: [...incidents],
  persons: personIds.length,
  remaining,
  residues: { ...found },
  beyondReach: [...BEYOND_REACH],
});

/** What `subject separate --json` prints. */
export const separatedView = (
  { separationId, at, incident, subjects, cases, told, residues }: Separated,
  dryRun: boolean,
) => ({
  dryRun,
  outcome: 'separated' as const,
  separationId,
  at,
  incident,
  records: subjects.map(({ id, system, site, sourceId }) => ({ id, system, site, sourceId })),
  formerCases: [...cases],
  told: [...told],
  ...residuesView(residues),
});
