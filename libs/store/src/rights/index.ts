export { type CaughtUp, catchUpTombstones } from './catch-up.js';
export { catchUpRectifications, type RectificationsCaughtUp } from './catch-up-rectifications.js';
export { erasePersons, type ErasureCounts } from './erase-persons.js';
export { type Rectification, type RectificationWithdrawn } from './rectification.js';
export { type HomeRectifications, RectificationFile } from './rectification-file.js';
export {
  type DifferingRecord,
  dropRectifications,
  findDifferingRecords,
  findRectifications,
  setRectifications,
} from './rectifications.repository.js';
export { catchUpRestrictions, type RestrictionsCaughtUp } from './catch-up-restrictions.js';
export { RestrictionFile, type RestrictionLine } from './restriction-file.js';
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
