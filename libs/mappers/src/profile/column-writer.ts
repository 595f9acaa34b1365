import { type ColumnSpec, type Entity, UNIFIED_COLUMNS, type Value } from '#libs/domain';
import { booleanReader } from '../readers/boolean.reader.js';
import { codeReader } from '../readers/code.reader.js';
import { type BirthContext, birthDateReader, dateReader } from '../readers/date.reader.js';
import { amountReader, integerReader } from '../readers/number.reader.js';
import { separated, textReader } from '../readers/text.reader.js';
import { isFault, type ValueFault, type ValueReader } from '../readers/value-reader.js';
import type { CodeLists, ColumnDocument, ProfileDocument, ReaderDocument } from './profile-document.js';
import { ProfileFault } from './profile-fault.js';

/** Reads raw text and puts what it means into the row's values; hands back the fault, if any. */
export type ColumnWriter = (raw: string, values: Value[], context: BirthContext) => ValueFault | null;

type Path = readonly string[];

/** Resolves names in a profile: readers, code maps, unified fields; each miss is a ProfileFault at its place. */
export class ProfileWords {
  constructor(
    private readonly profile: ProfileDocument,
    private readonly lists: CodeLists,
  ) {}

  reader(name: string, path: Path): ReaderDocument {
    const reader = this.profile.readers?.[name];
    if (reader === undefined) throw new ProfileFault(path, 'profile.unknown-reader', { name });
    return reader;
  }

  /** A reader for one of the profile's code maps, checked against the unified list that the column takes its values from. */
  codes(name: string, spec: ColumnSpec, path: Path): ValueReader {
    const document = this.profile.codes?.[name];
    if (document === undefined) throw new ProfileFault(path, 'profile.unknown-codes', { name });
    const list = this.lists[spec.list ?? ''];
    if (list === undefined) throw new ProfileFault(path, 'profile.not-a-code', { field: spec.field });
    for (const [code, unified] of Object.entries(document.map)) {
      if (!Object.hasOwn(list, unified)) {
        throw new ProfileFault(['codes', name, 'map', code], 'profile.unknown-unified-code', {
          code: unified,
          list: spec.list ?? '',
        });
      }
    }
    return codeReader(document.match, document.map);
  }

  /** A reader for a plain value of a column of the unified model. */
  value(name: string, spec: ColumnSpec, path: Path): ValueReader {
    const document = this.reader(name, path);
    const max = spec.max ?? 0;
    switch (document.kind) {
      case 'name':
      case 'text':
        expectType(spec, ['text', 'key'], path);
        return textReader({ max: spec.type === 'key' ? 40 : max, lineBreaks: document.lineBreaks ?? [] });
      case 'integer':
        expectType(spec, ['integer'], path);
        return integerReader(max);
      case 'cents':
        expectType(spec, ['cents'], path);
        return integerReader(max);
      case 'amount':
        expectType(spec, ['cents'], path);
        return amountReader({ decimal: document.decimal, groups: document.groups ?? [], max });
      case 'boolean':
        expectType(spec, ['boolean'], path);
        return booleanReader(document);
      case 'date':
        expectType(spec, ['date'], path);
        return dateReader(document);
      case 'birthDate':
        throw new ProfileFault(path, 'profile.reader-does-not-fit', { field: spec.field, kind: document.kind });
      default:
        return document satisfies never;
    }
  }

  flag(name: string, path: Path): (raw: string) => boolean | null | ValueFault {
    const document = this.reader(name, path);
    if (document.kind !== 'boolean') {
      throw new ProfileFault(path, 'profile.reader-does-not-fit', { field: 'withheld', kind: document.kind });
    }
    return booleanReader(document);
  }
}

const expectType = (spec: ColumnSpec, types: readonly string[], path: Path): void => {
  if (!types.includes(spec.type)) {
    throw new ProfileFault(path, 'profile.reader-does-not-fit', { field: spec.field, kind: spec.type });
  }
};

/** The column and its position for a unified field of an entity. */
export const columnOf = (entity: Entity, field: string, path: Path): { spec: ColumnSpec; at: number } => {
  const at = UNIFIED_COLUMNS[entity].findIndex((column) => column.field === field);
  const spec = UNIFIED_COLUMNS[entity][at];
  if (spec === undefined) throw new ProfileFault(path, 'profile.unknown-field', { field, entity });
  return { spec, at };
};

type FieldColumn = Extract<ColumnDocument, { readonly field: string }>;

/** Compiles a column that feeds one unified field. */
export const compileWriter = (words: ProfileWords, entity: Entity, column: FieldColumn, path: Path): ColumnWriter => {
  const { spec, at } = columnOf(entity, column.field, path);
  if (column.field === 'birthDate' && 'read' in column) return birthWriter(words, column.read, at, path);
  const plain = 'codes' in column ? words.codes(column.codes, spec, path) : words.value(column.read, spec, path);
  const read =
    'separators' in column && column.separators !== undefined
      ? separated(plain as (raw: string) => string | null | ValueFault, column.separators)
      : plain;
  return (raw, values) => {
    const value = read(raw);
    if (isFault(value)) return value;
    values[at] = value;
    return null;
  };
};

const birthWriter = (words: ProfileWords, name: string, at: number, path: Path): ColumnWriter => {
  const document = words.reader(name, path);
  if (document.kind !== 'birthDate') {
    throw new ProfileFault(path, 'profile.reader-does-not-fit', { field: 'birthDate', kind: document.kind });
  }
  const read = birthDateReader(document);
  return (raw, values, context) => {
    const birth = read(raw, context);
    if (birth === null) return null;
    if ('fault' in birth) return birth;
    values[at] = birth.date;
    values[at + 1] = birth.precision;
    values[at + 2] = birth.centuryKnown;
    return null;
  };
};
