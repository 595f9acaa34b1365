import { TeachingError } from '#libs/domain';
import { stackFrames } from './stack-frames.js';

const DEPTH = 3;
const BREADTH = 5;

/** What may be logged of an error. Never a message of somebody else's: PostgreSQL's quote the value that they refuse. */
export interface ErrorFields {
  readonly name: string;
  /** Our own code (`database.unreachable`) or the system's (`ECONNRESET`). */
  readonly code?: string;
  readonly sqlstate?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly routine?: string;
  /** Where it was thrown: file name, line and column of a few frames. */
  readonly at?: readonly string[];
  readonly cause?: ErrorFields;
  readonly errors?: readonly ErrorFields[];
}

/** Any thrown value; what is not an error shows as its type only. */
export function errorFields(value: unknown, depth = DEPTH): ErrorFields {
  if (!(value instanceof Error) && !looksLikeError(value)) return { name: value === null ? 'null' : typeof value };
  const error = value as Partial<Record<string, unknown>>;
  const fields = {
    name: text(error['name'], /^[A-Za-z][A-Za-z0-9]*(Error|Exception)$/) ?? 'Error',
    ...codeOf(value, error),
    ...entry('table', text(error['table'], /^[a-z_][a-z0-9_]{0,62}$/)),
    ...entry('constraint', text(error['constraint'], /^[a-z_][a-z0-9_]{0,62}$/)),
    ...entry('routine', text(error['routine'], /^[A-Za-z_][A-Za-z0-9_]{0,62}$/)),
    ...entry('at', stackFrames(error['stack'], error['message'])),
  };
  if (depth === 0) return fields;
  // TypeORM keeps the driver's error under a name of its own.
  const { cause = error['driverError'], errors } = error;
  return {
    ...fields,
    ...entry('cause', cause === undefined ? undefined : errorFields(cause, depth - 1)),
    ...entry(
      'errors',
      Array.isArray(errors) ? errors.slice(0, BREADTH).map((each) => errorFields(each, depth - 1)) : undefined,
    ),
  };
}

/** Errors of another realm (a worker thread, a test runner's sandbox) are no instances of our Error. */
const looksLikeError = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && 'message' in value && 'stack' in value;

function codeOf(value: unknown, error: Partial<Record<string, unknown>>): Pick<ErrorFields, 'code' | 'sqlstate'> {
  if (value instanceof TeachingError) return entry('code', text(value.code, /^[a-z0-9-]+(\.[a-z0-9-]+)+$/));
  // PostgreSQL's errors carry a severity; the classes of SQLSTATE begin with a digit or F, H, P, X.
  if (typeof error['severity'] === 'string') return entry('sqlstate', text(error['code'], /^[0-9FHPX][0-9A-Z]{4}$/));
  return entry('code', text(error['code'], /^E[A-Z0-9_]{2,30}$/));
}

const text = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

function entry<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
