import type { ColumnSpec, ColumnType, Value } from '#libs/domain';
import type { CopyBytes } from './copy-bytes.js';

/** Types of the unified model's columns in the database (the migration that makes them is the source). */
const WIRE = { text: 0, date: 1, smallint: 2, boolean: 3, bigint: 4, uuid: 5 } as const;
type Wire = (typeof WIRE)[keyof typeof WIRE];

const WIRE_OF: Readonly<Record<ColumnType, Wire>> = {
  text: WIRE.text,
  code: WIRE.text,
  date: WIRE.date,
  integer: WIRE.smallint,
  cents: WIRE.bigint,
  boolean: WIRE.boolean,
  key: WIRE.uuid,
};

/** How the values of some columns are written, by position. */
export type Wires = readonly Wire[];

export const wiresOf = (columns: readonly ColumnSpec[]): Wires => columns.map(({ type }) => WIRE_OF[type]);

/**
 * Writes values by position of their columns. Small numbers that are compared, and not a function for each column: measured,
 * calls whose target is known only at run time cost a fifth more.
 * @throws RangeError a value is not of its column's type; a missing one is NULL
 */
export const writeValues = (bytes: CopyBytes, wires: Wires, values: readonly Value[]): void => {
  for (let i = 0; i < wires.length; i++) {
    const value = values[i];
    if (value === null || value === undefined) bytes.null();
    else if (typeof value === 'string') writeString(bytes, wires[i], value);
    else if (typeof value === 'number') writeNumber(bytes, wires[i], value);
    else if (wires[i] === WIRE.boolean) bytes.boolean(value);
    else throw new RangeError('a boolean for a column of another type');
  }
};

const writeString = (bytes: CopyBytes, wire: Wire | undefined, value: string): void => {
  if (wire === WIRE.text) bytes.text(value);
  else if (wire === WIRE.date) bytes.date(value);
  else if (wire === WIRE.uuid) bytes.uuid(value);
  else throw new RangeError('a text for a column of another type');
};

const writeNumber = (bytes: CopyBytes, wire: Wire | undefined, value: number): void => {
  if (wire === WIRE.smallint) bytes.smallint(value);
  else if (wire === WIRE.bigint) bytes.bigint(value);
  else throw new RangeError('a number for a column of another type');
};
