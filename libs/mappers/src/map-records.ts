import { type Issue, type MapResult, type SourceRecord, UNIFIED_COLUMNS, type Value } from '#libs/domain';
import type { ReferencePlan, TablePlan } from './profile/compile-table.js';
import { applyLatestDecision } from './profile/history-writer.js';
import { readKey } from './profile/key-reader.js';
import type { BirthContext } from './readers/date.reader.js';
import { isFault } from './readers/value-reader.js';

/** What a mapper must know of the run and the file besides the record itself. */
export interface MapContext extends BirthContext {
  /**
   * What the plan found about records that share a key with another one of their table: `duplicate` for all but the first,
   * `withheld` for all of them when one of them refuses digital filing.
   */
  readonly sharedKey: (table: string, record: number) => 'duplicate' | 'withheld' | undefined;
}

/**
 * Maps a batch of records of one file. Nested records must follow their parent in the same batch, as adapters hand them
 * out. Never throws for what a record holds: every fault is in the result.
 */
export const mapRecords = (
  tables: ReadonlyMap<string, TablePlan>,
  records: readonly SourceRecord[],
  context: MapContext,
): MapResult[] => {
  const applicants = findApplicants(tables, records);
  const results: MapResult[] = [];
  for (const record of records) {
    const plan = tables.get(record.table);
    if (plan !== undefined) results.push(mapAlone(plan, record, context, applicants));
  }
  return results;
};

/** A record that breaks the mapper waits in quarantine alone; its neighbours land (invariant 6). */
const mapAlone = (plan: TablePlan, record: SourceRecord, context: MapContext, applicants: Applicants): MapResult => {
  try {
    return mapRecord(plan, record, context, applicants);
  } catch {
    // What was thrown may quote the record; the code and the address are all that may leave here.
    return {
      fate: 'quarantined',
      record,
      issues: [{ code: 'value.invalid' }],
      key: keyOf(plan, record),
      personKey: null,
    };
  }
};

type Applicants = ReadonlyMap<SourceRecord, { readonly rank: number; readonly key: string | null }>;

/** The applicant of each enclosing record: its lowest rank; an unreadable rank comes last, ties go to the first (tipi.md). */
const findApplicants = (tables: ReadonlyMap<string, TablePlan>, records: readonly SourceRecord[]): Applicants => {
  const applicants = new Map<SourceRecord, { rank: number; key: string | null }>();
  for (const record of records) {
    const plan = tables.get(record.table);
    if (plan?.rank == null || record.parent === undefined) continue;
    const raw = record.fields[plan.rank.slot]?.trim() ?? '';
    const rank = /^\d{1,9}$/.test(raw) ? Number(raw) : Number.MAX_SAFE_INTEGER;
    const best = applicants.get(record.parent);
    if (best === undefined || rank < best.rank) applicants.set(record.parent, { rank, key: keyOf(plan, record) });
  }
  return applicants;
};

const keyOf = (plan: TablePlan, record: SourceRecord): string | null => {
  const result = readKey(record.fields[plan.key.slot]);
  return 'key' in result ? result.key : null;
};

const mapRecord = (plan: TablePlan, record: SourceRecord, context: MapContext, applicants: Applicants): MapResult => {
  const key = keyOf(plan, record);
  if (record.fault?.code === 'row.width') {
    return { fate: 'quarantined', record, issues: [record.fault], key, personKey: null };
  }
  const issues: Issue[] = [];
  const shared = context.sharedKey(record.table, record.record);
  if (shared === 'withheld' || isWithheld(plan, record, issues)) {
    const caseKey = referenceKey(plan.case, record, applicants);
    return { fate: 'withheld', record, reason: plan.withheld?.reason ?? 'refusal', key, caseKey };
  }
  if (record.fault !== undefined) issues.push(record.fault);
  if (key === null) issues.push(keyIssue(plan, record));
  else if (shared === 'duplicate') issues.push({ code: 'key.duplicate', field: plan.key.name });
  const personKey = referenceKey(plan.person, record, applicants);
  if (plan.person !== null && personKey === null) issues.push(referenceIssue(plan.person));
  const values = new Array<Value>(UNIFIED_COLUMNS[plan.entity].length).fill(null);
  writeFields(plan, record, values, context, issues);
  const history = plan.history === null ? null : writeHistory(plan.history, record, values, issues);
  if (issues.length > 0 || key === null) return { fate: 'quarantined', record, issues, key, personKey };
  const caseKey = referenceKey(plan.case, record, applicants);
  return { fate: 'row', record, row: { entity: plan.entity, key, personKey, caseKey, values, history } };
};

const isWithheld = (plan: TablePlan, record: SourceRecord, issues: Issue[]): boolean => {
  if (plan.withheld === null) return false;
  const value = plan.withheld.read(record.fields[plan.withheld.slot] ?? '');
  // A word that nobody knows in the refusal column is neither yes nor no: a person looks, nothing lands.
  if (isFault(value)) issues.push({ code: value.fault, field: plan.withheld.name });
  return value === true;
};

const keyIssue = (plan: TablePlan, record: SourceRecord): Issue => {
  const missing = 'missing' in readKey(record.fields[plan.key.slot]);
  return { code: missing ? 'key.missing' : 'value.invalid', field: plan.key.name };
};

const referenceIssue = (reference: ReferencePlan): Issue => ({
  code: 'reference.unknown',
  field: reference.via === 'column' ? reference.name : reference.table,
});

const referenceKey = (reference: ReferencePlan | null, record: SourceRecord, applicants: Applicants): string | null => {
  if (reference === null) return null;
  if (reference.via === 'column') {
    const result = readKey(record.fields[reference.slot]);
    return 'key' in result && !reference.none.has(result.key) ? result.key : null;
  }
  if (record.parent === undefined) return null;
  if (reference.via === 'applicant') return applicants.get(record.parent)?.key ?? null;
  const result = readKey(record.parent.fields[0]);
  return 'key' in result ? result.key : null;
};

const writeFields = (
  plan: TablePlan,
  record: SourceRecord,
  values: Value[],
  context: MapContext,
  issues: Issue[],
): void => {
  const { fields } = record;
  for (const field of plan.fields) {
    let raw = fields[field.slot];
    if ((raw === undefined || raw === '') && field.fallback >= 0) raw = fields[field.fallback];
    if (raw === undefined) continue;
    const fault = field.write(raw, values, context);
    if (fault !== null && !issues.some((issue) => issue.field === field.name)) {
      issues.push({ code: fault.fault, field: field.name });
    }
  }
};

const writeHistory = (
  writers: NonNullable<TablePlan['history']>,
  record: SourceRecord,
  values: Value[],
  issues: Issue[],
): { decision: readonly (readonly Value[])[]; payment: readonly (readonly Value[])[] } => {
  const decision = writers.decision?.write(record.fields, issues) ?? [];
  const payment = writers.payment?.write(record.fields, issues) ?? [];
  applyLatestDecision(decision, values);
  return { decision, payment };
};
