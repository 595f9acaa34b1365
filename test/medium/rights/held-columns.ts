import { join } from 'node:path';
import { readPolicies } from '#libs/services';
import type { SubjectReport } from '#libs/services';
import type { ReportedStore } from './reported-store.js';

/** How the rows of each table that holds unified fields are those of source persons. */
const HELD: Readonly<Record<string, string>> = {
  source_person: 'held.id = ANY ($1::uuid[])',
  rectified_person: 'held.person_id = ANY ($1::uuid[])',
  source_case:
    'held.id IN (SELECT case_id FROM passerelle.case_member AS member WHERE member.person_id = ANY ($1::uuid[]))',
  professional_act: 'held.person_id = ANY ($1::uuid[])',
  aid: 'held.person_id = ANY ($1::uuid[])',
  aid_decision: 'held.aid_id IN (SELECT id FROM passerelle.aid WHERE person_id = ANY ($1::uuid[]))',
  aid_payment: 'held.aid_id IN (SELECT id FROM passerelle.aid WHERE person_id = ANY ($1::uuid[]))',
};
/** About the others of a household: how many they are, and where it lives when the person has an address. */
const OF_OTHERS: readonly string[] = ['children_count', 'address_line', 'postcode', 'town', 'address_extra'];

/** Columns of a person's rows that hold something which the report does not, `table.column`, by the database's own list. */
export const missingFrom = async (reported: ReportedStore, report: SubjectReport): Promise<readonly string[]> => {
  const book = readPolicies(join(import.meta.dirname, '../../../config'));
  const told = valuesIn(report);
  const missing: string[] = [];
  for (const [table, condition] of Object.entries(HELD)) {
    const columns = await reported.rows<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'passerelle' AND table_name = $1`,
      [table],
    );
    for (const { name } of columns) {
      if (book.storeColumn(table, name) !== null || (table === 'source_case' && OF_OTHERS.includes(name))) continue;
      const held = await reported.rows<{ value: string }>(
        `SELECT held.${name}::text AS value FROM passerelle.${table} AS held WHERE held.${name} IS NOT NULL AND ${condition}`,
        [reported.ids],
      );
      missing.push(...held.filter(({ value }) => !told.has(`${name}=${value}`)).map(() => `${table}.${name}`));
    }
  }
  return missing;
};

/** Every column with its value, wherever in the report. */
const valuesIn = (part: unknown): ReadonlySet<string> => {
  if (Array.isArray(part)) return new Set(part.flatMap((one) => [...valuesIn(one)]));
  if (part === null || typeof part !== 'object') return new Set();
  const { column, value } = part as { readonly column?: unknown; readonly value?: unknown };
  const own = typeof column === 'string' && typeof value === 'string' ? [`${column}=${value}`] : [];
  return new Set([...own, ...Object.values(part).flatMap((one) => [...valuesIn(one)])]);
};
