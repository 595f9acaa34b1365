import { ENTITIES, type Entity, fieldsOf, UNIFIED_COLUMNS } from '#libs/domain';

export type PolicyAction = 'keep' | 'pseudonym' | 'drop';

/** `config/policies/import.yml` after its JSON Schema accepted it. */
export interface PolicyDocument {
  readonly policy: string;
  readonly version: number;
  readonly fields: Readonly<Partial<Record<Entity, Readonly<Record<string, PolicyAction>> | null>>>;
}

export interface CompiledPolicy {
  readonly version: number;
  /** What happens to a field; what the policy does not name is dropped. */
  action(entity: Entity, field: string): PolicyAction;
  /** Whether a field is read at all. */
  keeps(entity: Entity, field: string): boolean;
}

/** A policy that names what does not exist, or keeps what may only be kept as a pseudonym. */
export class PolicyFault extends Error {
  override readonly name = 'PolicyFault';

  constructor(
    readonly path: readonly string[],
    readonly key: string,
    readonly args: Readonly<Record<string, string>>,
  ) {
    super(`${key} at ${path.join('.')}`);
  }
}

/** @throws PolicyFault */
export const compilePolicy = (document: PolicyDocument): CompiledPolicy => {
  const actions = new Map<string, PolicyAction>();
  for (const entity of ENTITIES) {
    for (const [field, action] of Object.entries(document.fields[entity] ?? {})) {
      const path = ['fields', entity, field];
      if (!fieldsOf(entity).includes(field)) throw new PolicyFault(path, 'policy.unknown-field', { field, entity });
      const keyOnly = UNIFIED_COLUMNS[entity].some((column) => column.field === field && column.type === 'key');
      if (action === 'keep' && keyOnly) throw new PolicyFault(path, 'policy.pseudonym-only', { field });
      if (action === 'pseudonym' && !keyOnly) throw new PolicyFault(path, 'policy.no-pseudonym', { field });
      actions.set(`${entity}.${field}`, action);
    }
  }
  const action = (entity: Entity, field: string): PolicyAction => actions.get(`${entity}.${field}`) ?? 'drop';
  return { version: document.version, action, keeps: (entity, field) => action(entity, field) !== 'drop' };
};
