import { ENTITIES, type Entity } from '#libs/domain';
import { checkReferences } from './check-references.js';
import { compileImportPolicy, type ImportPolicy } from './import-policy.js';
import type {
  CategoryDocument,
  FieldDocument,
  PolicyDocuments,
  PolicyName,
  Precision,
  PurposeDocument,
  RetentionKind,
  StoreColumnDocument,
} from './policy-documents.js';

/** Codes of the unified lists that say more than their neighbours (`sensitive` in codes/lists.yml), by list. */
export type SensitiveCodes = Readonly<Record<string, readonly string[]>>;

/** A field that the policies name. */
export interface PolicyField {
  readonly entity: Entity;
  readonly field: string;
  readonly rule: FieldDocument;
}

/**
 * All policies, compiled once. Whatever is asked about what no policy names is answered with no: an action of `drop`, a
 * precision of `none`, null for a category or a period.
 */
export interface PolicyBook extends ImportPolicy {
  readonly versions: Readonly<Record<PolicyName, number>>;
  readonly documents: PolicyDocuments;
  /** Named fields, in the order of entities and of `fields.yml`. */
  readonly fields: readonly PolicyField[];
  field(entity: string, field: string): FieldDocument | null;
  precision(purpose: string, entity: string, field: string): Precision;
  purpose(name: string): PurposeDocument | null;
  /** The category of a field, under its name. */
  categoryOf(entity: string, field: string): (CategoryDocument & { readonly name: string }) | null;
  /** How long a field is kept, under the kind's name. */
  retentionOf(entity: string, field: string): (RetentionKind & { readonly name: string }) | null;
  /** What `store.yml` says of a column that is no unified field. */
  storeColumn(table: string, column: string): StoreColumnDocument | null;
  isSensitive(list: string, code: string): boolean;
  /** The codes of a list for which `isSensitive` holds. */
  sensitiveCodes(list: string): readonly string[];
}

const own = <T>(record: Readonly<Record<string, T>> | null | undefined, key: string): T | null =>
  record != null && Object.hasOwn(record, key) ? (record[key] ?? null) : null;

/** @throws PolicyFault with the document and the place in it */
export const compilePolicies = (documents: PolicyDocuments, sensitive: SensitiveCodes = {}): PolicyBook => {
  const { fields, purposes, retention, store } = documents;
  const policy = compileImportPolicy(fields);
  checkReferences(documents);
  const field: PolicyBook['field'] = (entity, name) => own(own(fields.fields, entity), name);
  const categoryOf: PolicyBook['categoryOf'] = (entity, name) => {
    const category = field(entity, name)?.category ?? '';
    const found = own(fields.categories, category);
    return found === null ? null : { name: category, ...found };
  };
  return {
    ...policy,
    documents,
    versions: {
      fields: fields.version,
      purposes: purposes.version,
      retention: retention.version,
      store: store.version,
    },
    fields: ENTITIES.flatMap((entity) =>
      Object.entries(fields.fields[entity] ?? {}).map(([name, rule]) => ({ entity, field: name, rule })),
    ),
    field,
    categoryOf,
    purpose: (name) => own(purposes.purposes, name),
    // What is not stored cannot be seen, whatever its category allows.
    precision: (purpose, entity, name) => {
      const rule = field(entity, name);
      if (rule === null || rule.import === 'drop' || own(purposes.purposes, purpose) === null) return 'none';
      return own(rule.purposes, purpose) ?? own(categoryOf(entity, name)?.purposes, purpose) ?? 'none';
    },
    retentionOf: (entity, name) => {
      const kind = categoryOf(entity, name)?.retention ?? '';
      const found = own(retention.kinds, kind);
      return found === null ? null : { name: kind, ...found };
    },
    storeColumn: (table, column) => {
      const named = own(store.tables, table);
      if (named === null) return null;
      return own(named.columns, column) ?? (named.shared?.includes(column) === true ? own(store.shared, column) : null);
    },
    isSensitive: (list, code) => own(sensitive, list)?.includes(code) === true,
    sensitiveCodes: (list) => own(sensitive, list) ?? [],
  };
};
