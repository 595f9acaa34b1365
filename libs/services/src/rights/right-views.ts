import type { SubjectRemoval } from './erase-subject.js';
import type { Subject } from './find-subjects.js';
import type { RefusalWithdrawn } from './refuse-subject.js';
import type { SubjectRectified } from './rectify-subject.js';
import type { Restriction } from './restrict-subject.js';

/** What no erasure of ours reaches; each a code that `TEXTS` of the command says in words. */
export const OUT_OF_REACH = ['legacySystem', 'exports', 'backups', 'serverFiles'] as const;

const recordView = ({ id, system, site, sourceId }: Subject) => ({ id, system, site, sourceId });

/** What `subject erase` and `subject refuse` print with `--json`: counts and addresses of records, no value of a field. */
export const removalView = ({ kind, incident, subjects, already, counts }: SubjectRemoval, dryRun: boolean) => {
  const { accountingLines, ...erased } = counts;
  return {
    dryRun,
    outcome: kind,
    incident,
    records: subjects.map(recordView),
    already: already.map(recordView),
    erased,
    kept: { accountingLines, tombstones: subjects.length + already.length },
    outOfReach: [...OUT_OF_REACH],
  };
};

/** What `subject refuse --withdraw` prints with `--json`. */
export const withdrawalView = ({ incident, withdrawn }: RefusalWithdrawn, dryRun: boolean) => ({
  dryRun,
  outcome: 'withdrawn' as const,
  incident,
  records: withdrawn.map(({ id, system, site }) => ({ id, system, site })),
});

/** What `subject restrict` prints with `--json`. */
export const restrictionView = ({ lifted, incident, subjects, changed }: Restriction, dryRun: boolean) => ({
  dryRun,
  outcome: lifted ? ('lifted' as const) : ('restricted' as const),
  incident,
  records: subjects.map(recordView),
  changed,
});

/** What `subject rectify` prints with `--json`: names of fields and keys of records, no value. */
export const rectificationView = (
  { outcome, field, incident, subjects, differing, recipients }: SubjectRectified,
  dryRun: boolean,
) => ({
  dryRun,
  outcome,
  field,
  incident,
  records: subjects.map(recordView),
  differing: differing.map(({ system, site, table, sourceId, empty }) => ({ system, site, table, sourceId, empty })),
  recipients: recipients.map(({ recipient, purpose, reads, lastAt }) => ({ recipient, purpose, reads, lastAt })),
});
