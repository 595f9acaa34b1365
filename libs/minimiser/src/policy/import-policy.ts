import { ENTITIES, type Entity, fieldsOf, UNIFIED_COLUMNS } from '#libs/domain';
import type { FieldsDocument, PolicyAction } from './policy-documents.js';
import { PolicyFault } from './policy-fault.js';

/** What an import may do with each field. */
export interface ImportPolicy {
  readonly version: number;
  /** Every field that the policy names, as `entity.field`: policies with the same actions import alike. */
  readonly actions: Readonly<Record<string, PolicyAction>>;
  /** What happens to a field; what the policy does not name is dropped. */
  action(entity: Entity, field: string): PolicyAction;
  /** Whether a field is read at all. */
  keeps(entity: Entity, field: string): boolean;
}

/** The part of `fields.yml` that an import needs. */
export interface ImportRules {
  readonly version: number;
  readonly fields: Readonly<
    Partial<Record<Entity, Readonly<Record<string, { readonly import: PolicyAction }>> | null>>
  >;
}

/** @throws PolicyFault where a field does not exist, or cannot be kept in the way that is asked for */
export const compileImportPolicy = (document: ImportRules | FieldsDocument): ImportPolicy => {
  const actions = new Map<string, PolicyAction>();
  for (const entity of ENTITIES) {
    for (const [field, rule] of Object.entries(document.fields[entity] ?? {})) {
      checkAction(entity, field, rule.import);
      actions.set(`${entity}.${field}`, rule.import);
    }
  }
  const action = (entity: Entity, field: string): PolicyAction => actions.get(`${entity}.${field}`) ?? 'drop';
  return {
    version: document.version,
    actions: Object.fromEntries(actions),
    action,
    keeps: (entity, field) => action(entity, field) !== 'drop',
  };
};

const checkAction = (entity: Entity, field: string, action: PolicyAction): void => {
  const fault = (key: string, args: Readonly<Record<string, string>>): PolicyFault =>
    new PolicyFault('fields', ['fields', entity, field], key, args);
  if (!fieldsOf(entity).includes(field)) throw fault('policy.unknown-field', { field, entity });
  const keyOnly = UNIFIED_COLUMNS[entity].some((column) => column.field === field && column.type === 'key');
  if (action === 'keep' && keyOnly) throw fault('policy.pseudonym-only', { field });
  if (action === 'pseudonym' && !keyOnly) throw fault('policy.no-pseudonym', { field });
};
