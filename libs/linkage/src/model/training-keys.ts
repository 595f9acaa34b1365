import type { BlockingKey, LinkagePlan } from '../plan/linkage-plan.js';

/**
 * The keys by which pairs are gathered for a training: the plan's own, each date, and all names together. A plan's keys
 * may well hold the names everywhere, which links best but leaves their weights unknown; a date or the names alone gather
 * strangers and matches alike, and leave the rest free. Addresses and telephones gather households, whose members agree
 * on much without being one person: they are no training keys.
 */
export function trainingKeys(plan: LinkagePlan): readonly BlockingKey[] {
  const dates = plan.fields.flatMap(({ kind }, field): BlockingKey[] =>
    kind === 'date' ? [{ parts: [{ fields: [field], part: 'full' }] }] : [],
  );
  const names = plan.fields.flatMap(({ kind }, field) => (kind === 'names' ? [field] : []));
  const allNames: BlockingKey[] =
    names.length > 1 ? [{ parts: names.map((field) => ({ fields: [field], part: 'exact' })) }] : [];
  return [...plan.blocking, ...dates, ...allNames];
}

/** The fields that a key fixes, in ascending order: its pairs agree on them by construction. */
export function fieldsOf(key: BlockingKey): readonly number[] {
  return [...new Set(key.parts.flatMap((part) => part.fields))].sort((a, b) => a - b);
}
