export { catchUpSeparations, type SeparationsCaughtUp } from './catch-up-separations.js';
export { enforceSeparations, protectJoined } from './enforce-separations.js';
export { openCases, openHeldRows, openPersonRecords } from './open-places.js';
export { findResidues, type FoundResidues, type RecordPlace } from './residues.repository.js';
export { type SeparatedCase, type SeparatedPerson, type Separation, type SeparationParts } from './separation.js';
export { SeparationFile } from './separation-file.js';
export {
  addSeparations,
  type CaseOfPerson,
  findCasesWithMembers,
  findSeparationsOf,
  findSeparationsUnder,
  GIVEN_COLUMNS,
  type GivenPlace,
  listSeparations,
  type OpenedPlace,
  openPlace,
  readPlaces,
  type SeparationOfPerson,
  setPlace,
  unlockVault,
  unlockWith,
} from './separations.repository.js';
export { type SealedValues, Vault, type VaultKey } from './vault.js';
