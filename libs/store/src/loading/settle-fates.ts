import type { Entity } from '#libs/domain';
import type { Quarantined, ResultBatch } from './result-batch.js';

/** What is known of a person that acts and aids hang on. */
export type PersonState = 'present' | 'withheld' | 'unknown';

const WITH_PERSON = ['professionalAct', 'aid'] as const;

/**
 * Acts and aids share the fate of their person (sources/README.md, rule 6): withheld with it; waiting for it while it is in
 * quarantine or has not arrived, whatever else may be wrong with them.
 * @param onWithheld told the table of each record that is withheld with its person
 * @returns the rows that land, of the entities that hang on persons
 */
export const settleFates = (
  batch: ResultBatch,
  persons: ReadonlyMap<string, PersonState>,
  onWithheld: (table: string) => void,
): ReadonlyMap<Entity, readonly number[]> => {
  const withhold = (place: number, table: string): void => {
    batch.fates[place] = 'withheld';
    batch.quarantined.delete(place);
    onWithheld(table);
  };
  for (const [place, result] of [...batch.quarantined]) {
    const state = stateOf(result.personId, persons);
    if (state === 'withheld') withhold(place, result.table);
    if (state === 'unknown') batch.quarantined.set(place, waiting(result));
  }
  return new Map(WITH_PERSON.map((entity) => [entity, settleRows(batch, entity, persons, withhold)]));
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
