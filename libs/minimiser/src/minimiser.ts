import {
  type Entity,
  HISTORY_COLUMNS,
  HISTORY_KINDS,
  type Issue,
  type MapResult,
  type MappedRow,
  type Minimised,
  type RecordAddress,
  type SourceRecord,
  type StoreRow,
  UNIFIED_COLUMNS,
  type Value,
  type WithheldReason,
} from '#libs/domain';
import { type KeyedHash, keyedHash, remembering } from './keyed-hash.js';
import type { ImportPolicy } from './policy/import-policy.js';

/** What leaves the minimiser: nothing of a dropped field, no legacy key outside `sourceKey`. */
export type MinimisedResult =
  | { readonly fate: 'row'; readonly table: string; readonly row: Minimised<StoreRow> }
  | {
      readonly fate: 'withheld';
      readonly table: string;
      readonly reason: WithheldReason;
      readonly entity: Entity;
      readonly id: string | null;
      readonly caseId: string | null;
    }
  | {
      readonly fate: 'quarantined';
      readonly table: string;
      readonly entity: Entity;
      readonly issues: readonly Issue[];
      readonly id: string | null;
      readonly personId: string | null;
      readonly personField: string | null;
      readonly address: RecordAddress;
      readonly unit: RecordAddress;
    };

/** A table's entity and the tables that its references lead to. */
export interface MinimiserTable {
  readonly table: string;
  readonly entity: Entity;
  readonly personTable: string | null;
  /** The export's word for the reference to the person, for quarantine entries. */
  readonly personField: string | null;
  readonly caseTable: string | null;
}

type Rule = (value: Value) => Value;
type HistoryRow = readonly Value[];

const KEEP: Rule = (value) => value;

/** Compiles the policy into one rule a column; a dropped field has none, and no value of it is looked at. */
const rulesOf = (
  entity: Entity,
  policy: ImportPolicy,
  columns: readonly { readonly field: string }[],
  pseudonym: (field: string) => KeyedHash,
): readonly (Rule | null)[] =>
  columns.map(({ field }): Rule | null => {
    const action = policy.action(entity, field);
    if (action === 'drop') return null;
    if (action === 'keep') return KEEP;
    const hashOf = pseudonym(field);
    return (value) => (value === null ? null : hashOf(String(value)));
  });

const apply = (rules: readonly (Rule | null)[], values: readonly Value[]): Value[] =>
  rules.map((rule, at) => (rule === null ? null : rule(values[at] ?? null)));

interface TableRules {
  readonly entity: Entity;
  readonly personField: string | null;
  readonly id: KeyedHash;
  readonly personId: KeyedHash;
  readonly caseId: KeyedHash;
  readonly values: readonly (Rule | null)[];
}

/**
 * The only maker of `Minimised<T>`: applies the policy field by field and replaces legacy keys by keyed ids.
 * An id is the keyed hash of system, site, table and legacy key, so that references need no look-up.
 */
export class Minimiser {
  private readonly tables: ReadonlyMap<string, TableRules>;
  private readonly history: Readonly<Record<keyof typeof HISTORY_COLUMNS, readonly (Rule | null)[]>>;

  constructor(options: {
    readonly key: Uint8Array;
    readonly system: string;
    readonly site: string;
    readonly policy: ImportPolicy;
    readonly tables: readonly MinimiserTable[];
  }) {
    const { key, system, site, policy } = options;
    const idOf = (table: string): KeyedHash => remembering(keyedHash(key, [system, site, table]));
    // Pseudonyms are the same for every system and site: they exist to recognise one value in several places.
    const pseudonym = (field: string): KeyedHash => keyedHash(key, ['pseudonym', field]);
    this.tables = new Map(
      options.tables.map(({ table, entity, personTable, personField, caseTable }) => [
        table,
        {
          entity,
          personField,
          id: idOf(table),
          personId: idOf(personTable ?? ''),
          caseId: idOf(caseTable ?? ''),
          values: rulesOf(entity, policy, UNIFIED_COLUMNS[entity], pseudonym),
        },
      ]),
    );
    this.history = {
      decision: rulesOf('aid', policy, HISTORY_COLUMNS.decision, pseudonym),
      payment: rulesOf('aid', policy, HISTORY_COLUMNS.payment, pseudonym),
    };
  }

  minimise(result: MapResult): MinimisedResult {
    const { table } = result.record;
    const rules = this.tables.get(table);
    if (rules === undefined) throw new Error(`no minimisation rules for table ${table}`);
    if (result.fate === 'row') return { fate: 'row', table, row: this.row(rules, result.row, result.record) };
    const id = result.key === null ? null : rules.id(result.key);
    const { entity } = rules;
    if (result.fate === 'withheld') {
      const caseId = result.caseKey === null ? null : rules.caseId(result.caseKey);
      return { fate: 'withheld', table, entity, reason: result.reason, id, caseId };
    }
    const personId = result.personKey === null ? null : rules.personId(result.personKey);
    const address = addressOf(result.record);
    const unit = addressOf(result.record.unit ?? result.record);
    const { personField } = rules;
    return { fate: 'quarantined', table, entity, issues: result.issues, id, personId, personField, address, unit };
  }

  private row(rules: TableRules, row: MappedRow, record: SourceRecord): Minimised<StoreRow> {
    const address = addressOf(record);
    const kept: StoreRow = {
      entity: row.entity,
      id: rules.id(row.key),
      sourceKey: row.key,
      personId: row.personKey === null ? null : rules.personId(row.personKey),
      caseId: row.caseKey === null ? null : rules.caseId(row.caseKey),
      values: apply(rules.values, row.values),
      history: row.history === null ? null : this.minimiseHistory(row.history),
      address,
      unit: record.unit === undefined ? address : addressOf(record.unit),
      personField: rules.personField,
    };
    return kept as Minimised<StoreRow>;
  }

  private minimiseHistory(history: NonNullable<MappedRow['history']>): NonNullable<StoreRow['history']> {
    const kept: Record<keyof typeof HISTORY_COLUMNS, readonly HistoryRow[]> = { decision: [], payment: [] };
    for (const kind of HISTORY_KINDS) {
      kept[kind] = history[kind]
        .map((entry) => apply(this.history[kind], entry))
        .filter((entry) => entry.some((value) => value !== null));
    }
    return kept;
  }
}

/** The bare address: a source record also holds fields, and those must not travel further. */
const addressOf = ({ record, byteOffset, byteLength }: RecordAddress): RecordAddress => ({
  record,
  byteOffset,
  byteLength,
});
