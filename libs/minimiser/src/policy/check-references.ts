import { ENTITIES, type Entity, fieldsOf } from '#libs/domain';
import { columnsOfField } from './field-columns.js';
import type { FieldDocument, Generalisation, PolicyDocuments, PolicyName } from './policy-documents.js';
import { PolicyFault } from './policy-fault.js';

/** Types of column that a generalisation is for; `arrondissement` and `department` are for postcodes alone. */
const SUITS: Readonly<Record<Generalisation, readonly string[]>> = {
  year: ['date'],
  month: ['date'],
  arrondissement: ['postcode'],
  department: ['postcode'],
  band: ['integer', 'cents'],
};

/** Holds that every name in the policies is declared, and that every field can be generalised where a purpose asks for it. */
export const checkReferences = (documents: PolicyDocuments): void => {
  checkCategories(documents);
  for (const entity of ENTITIES) {
    for (const [field, rule] of Object.entries(documents.fields.fields[entity] ?? {})) {
      checkField(documents, entity, field, rule);
    }
  }
  checkPurposes(documents);
  checkContacts(documents);
  checkStore(documents);
};

const declared = (
  document: PolicyName,
  path: readonly string[],
  name: string,
  list: string,
  known: Readonly<Record<string, unknown>>,
): void => {
  if (Object.hasOwn(known, name)) return;
  throw new PolicyFault(document, path, 'policy.undeclared', { name, list, known: Object.keys(known).join(', ') });
};

const checkCategories = ({ fields, purposes, retention }: PolicyDocuments): void => {
  for (const [name, category] of Object.entries(fields.categories)) {
    const at = (key: string): string[] => ['categories', name, key];
    declared('fields', at('legalBasis'), category.legalBasis, 'purposes.yml: legalBases', purposes.legalBases);
    declared('fields', at('retention'), category.retention, 'retention.yml: kinds', retention.kinds);
    for (const purpose of Object.keys(category.purposes)) {
      declared('fields', [...at('purposes'), purpose], purpose, 'purposes.yml: purposes', purposes.purposes);
    }
  }
};

const checkField = (documents: PolicyDocuments, entity: Entity, field: string, rule: FieldDocument): void => {
  const { fields, purposes } = documents;
  const at = ['fields', entity, field];
  declared('fields', [...at, 'category'], rule.category, 'fields.yml: categories', fields.categories);
  for (const purpose of Object.keys(rule.purposes ?? {})) {
    declared('fields', [...at, 'purposes', purpose], purpose, 'purposes.yml: purposes', purposes.purposes);
  }
  const types = columnsOfField(entity, field).map(({ type }) => (field === 'postcode' ? 'postcode' : type));
  const { generalise } = rule;
  if (generalise !== undefined && !SUITS[generalise].some((type) => types.includes(type as never))) {
    throw new PolicyFault('fields', [...at, 'generalise'], 'policy.unsuited-generalisation', { field, generalise });
  }
  const seen = { ...fields.categories[rule.category]?.purposes, ...rule.purposes };
  const [purpose] = Object.entries(seen).find(([, precision]) => precision === 'generalised') ?? [];
  if (purpose !== undefined && generalise === undefined) {
    throw new PolicyFault('fields', at, 'policy.no-generalisation', { field, purpose });
  }
};

const checkPurposes = ({ purposes }: PolicyDocuments): void => {
  for (const [name, purpose] of Object.entries(purposes.purposes)) {
    const at = (key: string): string[] => ['purposes', name, key];
    declared('purposes', at('legalBasis'), purpose.legalBasis, 'purposes.yml: legalBases', purposes.legalBases);
    for (const recipient of purpose.recipients) {
      declared('purposes', at('recipients'), recipient, 'purposes.yml: recipients', purposes.recipients);
    }
  }
};

/** A contact is a date of the unified model: `aid.payment` is the field that holds when an aid was paid. */
const checkContacts = ({ retention }: PolicyDocuments): void => {
  for (const key of ['dates', 'otherwise'] as const) {
    for (const contact of retention.lastContact[key]) {
      const [entity = '', field = ''] = contact.split('.');
      const known = (ENTITIES as readonly string[]).includes(entity) && fieldsOf(entity as Entity).includes(field);
      if (known && columnsOfField(entity as Entity, field).some(({ type }) => type === 'date')) continue;
      throw new PolicyFault('retention', ['lastContact', key], 'policy.no-date', { name: contact });
    }
  }
};

const checkStore = ({ store, fields }: PolicyDocuments): void => {
  const category = (path: readonly string[], name: string): void =>
    declared('store', path, name, 'fields.yml: categories', fields.categories);
  for (const [name, column] of Object.entries(store.shared)) {
    category(['shared', name, 'category'], column.category);
  }
  for (const [table, { shared = [], columns = {} }] of Object.entries(store.tables)) {
    for (const name of shared) declared('store', ['tables', table, 'shared'], name, 'store.yml: shared', store.shared);
    for (const [name, column] of Object.entries(columns)) {
      category(['tables', table, 'columns', name, 'category'], column.category);
    }
  }
};
