import { KEEP_PAID_AID_REQUESTS } from './forget-aid-requests.sql.js';
import { FORGET_GONE } from './linkage-forget.sql.js';
import { ERASE_WITHHELD } from './withhold-persons.sql.js';

/** A statement and the name under which a report counts its rows; null: nothing that a person would ask about. */
export interface ErasureStep {
  readonly name: ErasedKind | null;
  readonly sql: string;
}

/** What an erasure counts, in the words of its report. */
export const ERASED_KINDS = [
  'accountingLines',
  'quarantine',
  'copies',
  'decisions',
  'payments',
  'aids',
  'acts',
  'memberships',
  'records',
  'pairs',
  'verdicts',
  'restrictions',
  'places',
  'rectifications',
  'aidRequests',
] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];

const OF_PERSONS = `
  SELECT unnest($1::uuid[]) AS id
  UNION ALL SELECT id FROM passerelle.professional_act WHERE person_id = ANY ($1::uuid[])
  UNION ALL SELECT id FROM passerelle.aid WHERE person_id = ANY ($1::uuid[])`;

/**
 * What the law obliges to keep of paid aids. In no order that tells which lines were one person's.
 */
const KEEP_ACCOUNTING = `
  INSERT INTO passerelle.accounting_line (nature, paid_on, paid_cents, mode)
  SELECT aid.nature, payment.paid_on, payment.paid_cents, payment.mode
  FROM passerelle.aid AS aid JOIN passerelle.aid_payment AS payment ON payment.aid_id = aid.id
  WHERE aid.person_id = ANY ($1::uuid[]) AND payment.superseded_run IS NULL
    AND (payment.paid_on IS NOT NULL OR payment.paid_cents IS NOT NULL)
  ORDER BY random()`;

/** Also copies of what hangs on somebody else by now, and hung on them before. */
const ERASE_COPIES = `
  DELETE FROM passerelle.import_undo
  WHERE id IN (${OF_PERSONS}) OR before ->> 'person_id' = ANY ($1::uuid[]::text[])`;

const ERASE_QUARANTINE = `
  DELETE FROM passerelle.quarantine
  WHERE person_id = ANY ($1::uuid[]) OR waits_for = ANY ($1::uuid[]) OR entity_id IN (${OF_PERSONS})`;

const NAME_OF: Readonly<Record<string, ErasedKind>> = {
  'passerelle.aid_decision': 'decisions',
  'passerelle.aid_payment': 'payments',
  'passerelle.aid': 'aids',
  'passerelle.aid_request': 'aidRequests',
  'passerelle.professional_act': 'acts',
  'passerelle.case_member': 'memberships',
  'passerelle.rectification': 'rectifications',
  'passerelle.source_person': 'records',
};
const nameOf = (sql: string): ErasedKind | null =>
  sql === KEEP_PAID_AID_REQUESTS
    ? 'accountingLines'
    : (NAME_OF[/^DELETE FROM (\S+) WHERE/.exec(sql)?.[1] ?? ''] ?? null);

/** What `FORGET_GONE` asks for: the persons themselves, whether or not they are still in the store. */
const NAME_GONE: readonly string[] = [
  `CREATE TEMPORARY TABLE gone_person (person_no integer, person_id uuid, codes bigint[]) ON COMMIT DROP`,
  `INSERT INTO gone_person SELECT person_no, person_id, codes FROM passerelle.link_person
   WHERE person_id = ANY ($1::uuid[])`,
];

const either = (relation: string): string =>
  `DELETE FROM passerelle.${relation} WHERE left_id = ANY ($1::uuid[]) OR right_id = ANY ($1::uuid[])`;

/**
 * Everything that the store holds of persons, one statement after the other. Those that say so take $1: ids. Order matters:
 * what is kept before what goes, children before parents. The words that people gave for a decision go with it.
 */
export const ERASE_PERSONS: readonly ErasureStep[] = [
  { name: 'accountingLines', sql: KEEP_ACCOUNTING },
  { name: 'quarantine', sql: ERASE_QUARANTINE },
  { name: 'copies', sql: ERASE_COPIES },
  // Before linkage forgets what these persons' features are found by.
  ...NAME_GONE.map((sql) => ({ name: null, sql })),
  { name: null, sql: `DELETE FROM passerelle.link_touched WHERE person_id = ANY ($1::uuid[])` },
  ...FORGET_GONE.map((sql) => ({ name: null, sql })),
  { name: 'pairs', sql: either('link_edge') },
  { name: 'verdicts', sql: either('link_verdict') },
  { name: null, sql: `DELETE FROM passerelle.person_cluster WHERE source_person_id = ANY ($1::uuid[])` },
  ...ERASE_WITHHELD.map((sql) => ({ name: nameOf(sql), sql })),
  { name: 'places', sql: `DELETE FROM passerelle.separated_place WHERE person_id = ANY ($1::uuid[])` },
  // Whoever only refused may come back, and is separated still.
  ...['separated_person', 'separated_former'].map((table) => ({
    name: null,
    sql: `DELETE FROM passerelle.${table} AS mark WHERE mark.person_id = ANY ($1::uuid[]) AND EXISTS (
            SELECT FROM passerelle.withheld_person AS gone
            WHERE gone.person_id = mark.person_id AND gone.reason = 'erased')`,
  })),
  { name: 'restrictions', sql: `DELETE FROM passerelle.restricted_person WHERE person_id = ANY ($1::uuid[])` },
];
