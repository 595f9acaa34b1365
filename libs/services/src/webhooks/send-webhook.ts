import { type ClientRequest, type IncomingMessage, request as requestPlain, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import { TeachingError } from '#libs/domain';
import { AddressRules, type WebhookRules } from './address-rules.js';
import { AddressRefused, guardedLookup, type Resolve } from './guarded-lookup.js';
import type { WebhookMessage } from './sign-webhook.js';
import { readWebhookUrl } from './webhook-url.js';

/** A receiver that answers later has not answered. */
const ATTEMPT_MS = 10_000;
/** More of an answer's body is not read; none of it is kept. */
const LONGEST_ANSWER_BYTES = 64 * 1_024;
const LONGEST_HEADERS_BYTES = 16 * 1_024;

/** What came of sending. `retryAfter`: seconds that the receiver asks for. `stopped`: we gave it up ourselves. */
export type SendEnd =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: number | null }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'stopped' };

/** How webhooks are sent; the last two are for tests. */
export interface SendOptions {
  readonly rules: WebhookRules;
  readonly resolve?: Resolve;
  readonly attemptMs?: number;
}

/**
 * Sends a message once, on a connection of its own. Redirects are not followed: they could lead anywhere.
 * @param stop gives the attempt up
 * @returns never rejects for what a receiver or a network does
 */
export const sendWebhook = async (
  where: string,
  message: WebhookMessage,
  options: SendOptions,
  stop: AbortSignal,
): Promise<SendEnd> => {
  const tooLate = AbortSignal.timeout(options.attemptMs ?? ATTEMPT_MS);
  try {
    // Again, although it was read when the webhook was made: the rules may have changed since.
    const url = readWebhookUrl(where, options.rules);
    const signal = AbortSignal.any([stop, tooLate]);
    return await exchange(post(url, message, { ...connectBy(options), signal }), message.body);
  } catch (error) {
    if (stop.aborted) return { kind: 'stopped' };
    return { kind: 'failed', problem: tooLate.aborted ? 'webhook.timeout' : problemOf(error) };
  }
};

const connectBy = ({ rules, resolve }: SendOptions): RequestOptions => ({
  method: 'POST',
  // A connection of its own: none is kept whose address was checked for another webhook.
  agent: false,
  maxHeaderSize: LONGEST_HEADERS_BYTES,
  lookup: guardedLookup(new AddressRules(rules), resolve),
});

const post = (url: URL, { headers }: WebhookMessage, options: RequestOptions): ClientRequest => {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  return request(url, { ...options, headers: { ...headers, connection: 'close' } });
};

/** Sends the body and waits for the end of the answer, or for as much of it as is read. */
const exchange = (request: ClientRequest, body: string): Promise<SendEnd> =>
  new Promise((resolve, reject) => {
    let answered: SendEnd | undefined;
    // For as long as there is a socket: it may complain once more after the answer. Once a status is here, it counts.
    request.on('error', (error) => (answered === undefined ? reject(error) : resolve(answered)));
    // A receiver that wants to speak something else has not answered.
    request.once('upgrade', (_answer, socket) => {
      socket.destroy();
      reject(new Error('upgrade'));
    });
    request.once('response', (answer) => {
      const told: SendEnd = { kind: 'answered', status: answer.statusCode ?? 0, retryAfter: retryAfterOf(answer) };
      answered = told;
      drain(answer, () => {
        request.destroy();
        resolve(told);
      });
    });
    request.end(body);
  });

/** Reads and forgets, so that a receiver that is still writing is not cut off for nothing; but not for ever. */
const drain = (answer: IncomingMessage, done: () => void): void => {
  let bytes = 0;
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > LONGEST_ANSWER_BYTES) done();
  });
  // An end before the end of the body changes nothing about the status.
  answer.on('error', done).on('close', done);
};

const retryAfterOf = ({ headers }: IncomingMessage): number | null => {
  const seconds = headers['retry-after'] ?? '';
  return /^\d{1,7}$/.test(seconds) ? Number(seconds) : null;
};

/** Codes of Node and OpenSSL that speak of a certificate or of the protocol. */
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH|INVALID_CA)/;

const problemOf = (error: unknown): string => {
  if (error instanceof TeachingError) return error.code;
  if (error instanceof AddressRefused) return 'webhook.address';
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && TLS.test(code) ? 'webhook.tls' : 'webhook.unreachable';
};
