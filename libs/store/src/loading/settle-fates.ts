import type { Entity } from '#libs/domain';
import type { Quarantined, ResultBatch } from './result-batch.js';

/** What is known of a person that acts and aids hang on. */
export type PersonState = 'present' | 'withheld' | 'unknown';

const WITH_PERSON = ['professionalAct', 'aid'] as const;
type Settled = 'person' | (typeof WITH_PERSON)[number];

/**
 * Acts and aids share the fate of their person (sources/README.md, rule 6): withheld with it; waiting for it while it is in
 * quarantine or has not arrived, whatever else may be wrong with them. Whoever was erased, or refused here, is withheld whatever
 * the export says.
 * @param barred persons of the batch whom no export may bring back
 * @param onWithheld told the table of each record that is withheld by what is known of its person
 * @returns the rows that land, of persons and of the entities that hang on them
 */
export const settleFates = (
  batch: ResultBatch,
  persons: ReadonlyMap<string, PersonState>,
  barred: ReadonlySet<string>,
  onWithheld: (table: string) => void,
): ReadonlyMap<Entity, readonly number[]> => {
  const withhold = (place: number, table: string): void => {
    batch.fates[place] = 'withheld';
    batch.quarantined.delete(place);
    onWithheld(table);
  };
  for (const [place, result] of [...batch.quarantined]) {
    const isBarred = result.entity === 'person' && result.id !== null && barred.has(result.id);
    const state = stateOf(result.personId, persons);
    if (isBarred || state === 'withheld') withhold(place, result.table);
    else if (state === 'unknown') batch.quarantined.set(place, waiting(result));
  }
  return new Map<Settled, readonly number[]>([
    ['person', settlePersons(batch, barred, withhold)],
    ...WITH_PERSON.map((entity) => [entity, settleRows(batch, entity, persons, withhold)] as const),
  ]);
};

const settlePersons = (
  { rows }: ResultBatch,
  barred: ReadonlySet<string>,
  withhold: (place: number, table: string) => void,
): number[] => {
  const landing: number[] = [];
  for (const [row, { place, table, id }] of rows.person.facts.entries()) {
    if (barred.has(id)) withhold(place, table);
    else landing.push(row);
  }
  return landing;
};

const settleRows = (
  batch: ResultBatch,
  entity: (typeof WITH_PERSON)[number],
  persons: ReadonlyMap<string, PersonState>,
  withhold: (place: number, table: string) => void,
): number[] => {
  const rows = batch.rows[entity];
  const landing: number[] = [];
  for (const [row, { place, table, id, personId }] of rows.facts.entries()) {
    const state = stateOf(personId, persons);
    if (state === 'present') landing.push(row);
    else if (state === 'withheld') withhold(place, table);
    else {
      const waits = { fate: 'quarantined', table, entity, issues: [], id, personId, ...rows.place(row) } as const;
      batch.fates[place] = 'quarantined';
      batch.quarantined.set(place, waiting(waits));
    }
  }
  return landing;
};

/** `present` for what hangs on nobody, too. */
const stateOf = (personId: string | null, persons: ReadonlyMap<string, PersonState>): PersonState =>
  personId === null ? 'present' : (persons.get(personId) ?? 'unknown');

const waiting = (result: Quarantined): Quarantined => {
  const { personField, issues } = result;
  const issue = { code: 'reference.unknown' as const, ...(personField === null ? {} : { field: personField }) };
  return { ...result, issues: [issue, ...issues] };
};
