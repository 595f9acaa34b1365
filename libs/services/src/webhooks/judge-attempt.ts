import type { AttemptEnd } from '#libs/store';
import type { SendEnd } from './send-webhook.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds before each further attempt: about two days in all, then the delivery is dead. */
export const RETRY_SECONDS = [5, 30, 2 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 12 * HOUR, 12 * HOUR] as const;

/** Up to so much later, by chance: deliveries that failed together are not tried together. */
const JITTER = 0.2;
const LONGEST_WISH_SECONDS = 12 * HOUR;

const GONE = 410;
const ASKS_FOR_TIME = [429, 503];

/**
 * What becomes of a delivery after an attempt that was not given up by ourselves.
 * @param attempts how often it was tried before
 * @param chance from 0 up to 1
 */
export const judgeAttempt = (
  sent: Exclude<SendEnd, { readonly kind: 'stopped' }>,
  attempts: number,
  chance: number = Math.random(),
): AttemptEnd => {
  const status = sent.kind === 'answered' ? sent.status : null;
  if (status !== null && status >= 200 && status <= 299) return { kind: 'delivered', status };
  if (status === GONE) return { kind: 'gone', status, problem: 'webhook.gone' };
  const problem = sent.kind === 'failed' ? sent.problem : problemOf(sent.status);
  const pause = RETRY_SECONDS[attempts];
  if (pause === undefined) return { kind: 'dead', status, problem };
  const wished = sent.kind === 'answered' && ASKS_FOR_TIME.includes(sent.status) ? (sent.retryAfter ?? 0) : 0;
  const seconds = Math.max(pause, Math.min(wished, LONGEST_WISH_SECONDS)) * (1 + JITTER * chance);
  return { kind: 'again', status, problem, seconds };
};

const problemOf = (status: number): string => (status >= 300 && status <= 399 ? 'webhook.redirect' : 'webhook.status');
