import { errorFields } from './error-fields.js';

/** What may be logged: structure, counts, durations, codes. A value of any other shape or name is dropped. */
export type LogFields = Readonly<Record<string, unknown>>;

type Shape = (value: unknown) => unknown;

const matching =
  (pattern: RegExp): Shape =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? value : undefined;

const number: Shape = (value) =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Date ? Number(value) : undefined;
const truth: Shape = (value) => (typeof value === 'boolean' ? value : undefined);
/** Identifiers of the product, the database and the exports' tables; no blanks, no accents. */
const word = matching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/);
/** Codes have a subject and a reason: `date.invalid`, `database.not-started`. */
const code = matching(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
const hex = matching(/^[0-9a-f-]{8,128}$/);

/** Maps whose keys are codes or words, and whose values are numbers. */
const counts: Shape = (value) => {
  if (typeof value !== 'object' || value === null) return number(value);
  const kept = Object.entries(value).filter(([key, count]) => word(key) !== undefined && typeof count === 'number');
  return Object.fromEntries(kept);
};

/** Every key that a log line may carry. Add to it here, with the narrowest shape; there is no other way in. */
const ALLOWED: Readonly<Record<string, Shape>> = {
  ...{ run: hex, sha256: hex, fileSha: hex, fingerprint: hex, requestId: hex, jobId: hex, tokenId: hex },
  ...{
    code,
    reason: code,
    sqlstate: matching(/^[0-9A-Z]{5}$/),
    codes: counts,
    reasons: counts,
    counts,
    issues: counts,
  },
  ...{ site: word, source: word, system: word, table: word, profile: word, policy: word, purpose: word, queue: word },
  ...{ job: word, command: word, worker: word, phase: word, status: word, state: word, migration: word, signal: word },
  ...{ chunk: number, chunks: number, records: number, rows: number, files: number, bytes: number, attempts: number },
  ...{ read: number, created: number, updated: number, unchanged: number, quarantined: number, withheld: number },
  ...{
    durationMs: number,
    waitMs: number,
    fence: number,
    port: number,
    pid: number,
    exitCode: number,
    httpStatus: number,
  },
  ...{ retry: truth, embedded: truth, dryRun: truth },
  // Clients of the gateway are programs: the id of a token, or the client id that the identity provider knows.
  ...{ grant: matching(/^(token|openid)\/[A-Za-z0-9_.:/-]{1,73}$/) },
  ...{ method: matching(/^[A-Z]{3,7}$/), route: matching(/^\/[A-Za-z0-9_/:{}.*-]{0,120}$/) },
  ...{ err: errorFields, error: errorFields },
};

/**
 * The fields that may be logged, in shapes that may be logged. `scrubbed` counts what was dropped: not even its names are
 * kept, since a map may be keyed by persons.
 */
export function scrub(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  let scrubbed = 0;
  for (const [key, value] of Object.entries(fields)) {
    const shape = Object.hasOwn(ALLOWED, key) ? ALLOWED[key] : undefined;
    const safe = shape?.(value);
    if (safe !== undefined) kept[key] = safe;
    else if (value !== undefined) scrubbed++;
  }
  return scrubbed === 0 ? kept : { ...kept, scrubbed };
}
