import type { Entity } from '#libs/domain';
import type { ProfileDocument } from '#libs/mappers';
import { type Bilingual, columnsOfField, type PolicyBook, type Precision } from '#libs/minimiser';
import { ENTITY_TABLES } from '../entity-tables.js';
import { type MappedColumn, mappedColumns } from '../profile-fields.js';
import type { LabelledCodes } from '#libs/services';

/** What the dictionary says of one field; `dictionary.json` holds exactly this. */
export interface DictionaryField {
  readonly entity: Entity;
  readonly field: string;
  readonly title: Bilingual;
  readonly import: string;
  readonly why: Bilingual | null;
  readonly category: string;
  readonly special: string | false;
  readonly store: readonly string[];
  readonly sources: readonly { readonly profile: string; readonly table: string; readonly column: string }[];
  readonly codeLists: readonly string[];
  readonly generalise: string | null;
  /** Purpose → precision; purposes that see nothing are left out. */
  readonly purposes: Readonly<Record<string, Precision>>;
  readonly recipients: readonly string[];
  readonly retention: string;
}

/** Legacy codes that become a unified code, by profile. */
export interface CodeCorrespondence {
  readonly list: string;
  readonly code: string;
  readonly title: Bilingual;
  readonly sensitive: boolean;
  readonly legacy: Readonly<Record<string, readonly string[]>>;
}

export interface DictionaryData {
  readonly versions: PolicyBook['versions'];
  readonly fields: readonly DictionaryField[];
  readonly codes: readonly CodeCorrespondence[];
}

/** Everything that the dictionary says, from the configuration that runs. */
export const dictionaryData = (
  book: PolicyBook,
  profiles: readonly ProfileDocument[],
  lists: LabelledCodes,
): DictionaryData => {
  const mapped = profiles.flatMap(mappedColumns);
  return {
    versions: book.versions,
    fields: book.fields.map(({ entity, field }) => fieldData(book, mapped, entity, field)),
    codes: Object.entries(lists).flatMap(([list, codes]) =>
      Object.entries(codes).map(([code, { en, fr, sensitive = false }]) => ({
        ...{ list, code, title: { en, fr }, sensitive },
        legacy: legacyCodes(profiles, mapped, list, code),
      })),
    ),
  };
};

const fieldData = (
  book: PolicyBook,
  mapped: readonly MappedColumn[],
  entity: Entity,
  field: string,
): DictionaryField => {
  const rule = book.field(entity, field);
  const category = book.categoryOf(entity, field);
  if (rule === null || category === null) throw new Error(`no policy for ${entity}.${field}`);
  const all = Object.keys(book.documents.purposes.purposes);
  const seen = all.flatMap((purpose) => {
    const precision = book.precision(purpose, entity, field);
    return precision === 'none' ? [] : [[purpose, precision] as const];
  });
  return {
    ...{ entity, field, title: rule.title, import: rule.import, why: rule.why ?? null },
    ...{ category: category.name, special: category.special, retention: category.retention },
    store: ENTITY_TABLES.filter((one) => one.entity === entity).flatMap(({ table, columns }) =>
      columns.filter((column) => column.field === field).map(({ column }) => `${table}.${column}`),
    ),
    sources: mapped
      .filter((one) => one.entity === entity && one.field === field)
      .map(({ profile, table, column }) => ({ profile, table, column })),
    codeLists: codeListsOf(entity, field),
    generalise: rule.generalise ?? null,
    purposes: Object.fromEntries(seen),
    recipients: [...new Set(seen.flatMap(([purpose]) => book.purpose(purpose)?.recipients ?? []))],
  };
};

const codeListsOf = (entity: Entity, field: string): readonly string[] => [
  ...new Set(columnsOfField(entity, field).flatMap(({ list }) => list ?? [])),
];

/** A code map belongs to the lists of the field that it is used for. */
const legacyCodes = (
  profiles: readonly ProfileDocument[],
  mapped: readonly MappedColumn[],
  list: string,
  code: string,
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    profiles.flatMap(({ profile, codes = {} }) => {
      const used = mapped.filter(
        (one) => one.profile === profile && one.codes !== null && codeListsOf(one.entity, one.field).includes(list),
      );
      const names = new Set(used.map((one) => one.codes ?? ''));
      const legacy = [...names].flatMap((name) =>
        Object.entries(codes[name]?.map ?? {}).flatMap(([from, to]) => (to === code ? [from] : [])),
      );
      return legacy.length === 0 ? [] : [[profile, legacy] as const];
    }),
  );
