import type { RecordReason, Value } from '#libs/domain';

/** A value that cannot be read. One object for each reason, so that a fault costs nothing and is told by identity. */
export interface ValueFault {
  readonly fault: RecordReason;
}

export const FAULTS = {
  encoding: { fault: 'encoding.invalid' },
  date: { fault: 'date.invalid' },
  number: { fault: 'number.invalid' },
  value: { fault: 'value.invalid' },
  code: { fault: 'code.unmapped' },
} as const satisfies Record<string, ValueFault>;

/** Reads one raw value. `null` is "the source left it empty"; it is never an error (completeness is not a gate). */
export type ValueReader = (raw: string) => Value | ValueFault;

export const isFault = (value: unknown): value is ValueFault => typeof value === 'object' && value !== null;
