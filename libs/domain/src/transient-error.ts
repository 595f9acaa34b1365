/** How deep wrapped errors are followed; drivers nest two or three levels, a cycle must not hang us. */
const MAX_DEPTH = 8;

const ERRNO = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/**
 * SQLSTATEs that a later attempt can survive: class 08 (connection), class 53 (disk full, too many connections, memory),
 * 57P01 to 57P03 and 57P05 (shutdown, crash, starting up, session ended), 25P03 and 25P04 (session ended by a time limit),
 * 40001 and 40P01 (serialisation, deadlock), 58000 and 58030 (system and I/O error).
 */
const SQLSTATE = /^(08[0-9A-Z]{3}|53[0-9A-Z]{3}|57P0[1235]|25P0[34]|40001|40P01|580[03]0)$/;

/** Drivers that say it in words only: pg, pg-pool, ioredis, Redis itself. */
const MESSAGES = [
  /^Connection terminated/,
  /^Connection is closed/,
  /^timeout exceeded when trying to connect/,
  /^timeout expired$/,
  /^Query read timeout/,
  /^Client has encountered a connection error/,
  /^Client was closed and is not queryable/,
  /^Stream isn't writeable/,
  /^Command timed out/,
  /^(LOADING|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|READONLY) /,
];

const NAMES = new Set(['ConnectionClosedError', 'MaxRetriesPerRequestError']);

/** What drivers put on their errors; every part may be missing or of another type. */
interface ErrorShape {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  /** TypeORM's `QueryFailedError` keeps the driver's error here. */
  readonly driverError?: unknown;
  /** Node's `AggregateError` when every address of a host refused. */
  readonly errors?: unknown;
}

const isTransientShape = ({ name, code, syscall, message }: ErrorShape): boolean => {
  if (typeof code === 'string' && (ERRNO.has(code) || SQLSTATE.test(code))) return true;
  // The socket of a stopped server is a missing file; any other missing file is a mistake that waiting does not mend.
  if (code === 'ENOENT' && syscall === 'connect') return true;
  if (typeof name === 'string' && NAMES.has(name)) return true;
  return typeof message === 'string' && MESSAGES.some((pattern) => pattern.test(message));
};

/**
 * Whether PostgreSQL or Redis was away, starting, shutting down or out of room, so that the same work done later can
 * succeed. Looks through `cause`, TypeORM's `driverError` and aggregated errors. Anything else (a constraint, a missing
 * table, a mistake of ours) is not transient.
 */
export const isTransient = (error: unknown, depth = 0): boolean => {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return false;
  const shape: ErrorShape = error;
  if (isTransientShape(shape)) return true;
  const inner = [shape.cause, shape.driverError, ...(Array.isArray(shape.errors) ? (shape.errors as unknown[]) : [])];
  return inner.some((each) => isTransient(each, depth + 1));
};
