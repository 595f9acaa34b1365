export { type CaughtUp, catchUpTombstones } from './catch-up.js';
export { erasePersons, type ErasureCounts } from './erase-persons.js';
export { isRestricted, liftRestrictions, restrictPersons } from './restrictions.repository.js';
export { lockRights } from './rights-lock.js';
export { findRefusedTogether, findTables, isAwaited } from './subjects.repository.js';
export { standingOf, type Tombstone, type TombstoneKind, type TombstoneLine } from './tombstone.js';
export { TombstoneFile } from './tombstone-file.js';
export {
  findMarks,
  liftRefusals,
  listTombstones,
  rightsTime,
  setTombstones,
  type WithheldMark,
} from './tombstones.repository.js';
