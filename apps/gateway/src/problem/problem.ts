import { STATUS_CODES } from 'node:http';
import { messageFor } from '#libs/messages';

/** A problem document of RFC 9457. `code` is stable and known to `passerelle explain`. Never holds a value of the request. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** The code of a status where nothing more is known. */
export const CODES: ReadonlyMap<number, string> = new Map([
  [404, 'route.unknown'],
  [408, 'request.timeout'],
  [413, 'request.too-large'],
  [414, 'request.too-large'],
  [415, 'request.media-type'],
  [431, 'request.too-large'],
  [503, 'gateway.unavailable'],
]);

/** The code that stands for an HTTP status from 400 to 599 where nothing more is known. */
const codeOf = (status: number): string => CODES.get(status) ?? (status < 500 ? 'request.malformed' : 'gateway.fault');

/**
 * The problem that stands for an HTTP status.
 * @param status from 400 to 599
 * @param more members beyond those of RFC 9457: names and codes
 */
export const problemOf = (
  status: number,
  code: string = codeOf(status),
  more: Readonly<Record<string, unknown>> = {},
): Problem => ({
  // RFC 9457, 4.2.1: with this type, the title is the phrase of the status.
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  code,
  detail: messageFor(code, 'en')?.what ?? code,
  ...more,
});

/** The status of whatever a handler or the framework threw; what is no mistake of the client is a fault of ours. */
export function statusOf(error: unknown): number {
  const { statusCode, status } = (typeof error === 'object' && error !== null ? error : {}) as ErrorShape;
  const told = [statusCode, status].find((each) => typeof each === 'number' && each >= 400 && each <= 499);
  return typeof told === 'number' ? told : 500;
}

/** Fastify's errors have `statusCode`, Nest's have `status`. */
interface ErrorShape {
  readonly statusCode?: unknown;
  readonly status?: unknown;
}
