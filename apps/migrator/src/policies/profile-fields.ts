import { type Entity, HISTORY_COLUMNS, type HistoryKind } from '#libs/domain';
import type { ProfileDocument } from '#libs/mappers';

/** A column of an export and the unified field that it is mapped to. */
export interface MappedColumn {
  readonly profile: string;
  readonly table: string;
  readonly column: string;
  readonly entity: Entity;
  readonly field: string;
  /** The profile's name of the code map that it is read with. */
  readonly codes: string | null;
}

type ColumnRule = Exclude<ProfileDocument['tables'][string]['columns'], 'all'>[string];

/** Every export column of a profile that is mapped to a unified field, in the order of the profile. */
export const mappedColumns = ({ profile, tables }: ProfileDocument): readonly MappedColumn[] =>
  Object.entries(tables).flatMap(([table, { makes, columns }]) =>
    makes === undefined || columns === 'all'
      ? []
      : Object.entries(columns).flatMap(([column, rule]) => {
          const field = fieldOf(rule);
          if (field === null) return [];
          return [{ profile, table, column, entity: makes, field, codes: codesOf(rule) }];
        }),
  );

/** Keys, references and marks of a refusal are no fields of the model: store.yml says what becomes of them. */
const fieldOf = (rule: ColumnRule): string | null => {
  if (typeof rule === 'string' || 'rank' in rule) return null;
  return 'history' in rule ? historyField(rule.history, rule.part) : rule.field;
};

const PART_TYPES = { date: 'date', code: 'code', amount: 'cents' } as const;

const historyField = (history: HistoryKind, part: keyof typeof PART_TYPES): string | null =>
  HISTORY_COLUMNS[history].find(({ type }) => type === PART_TYPES[part])?.field ?? null;

const codesOf = (rule: ColumnRule): string | null =>
  typeof rule === 'object' && 'codes' in rule ? (rule.codes ?? null) : null;
