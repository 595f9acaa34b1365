import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Watchers, watchRequests } from '../operations/watch-requests.js';
import { answerClientError } from '../problem/client-error.js';
import { statusOf } from '../problem/problem.js';
import { sendProblem } from '../problem/send-problem.js';
import { securityHeaders } from './security-headers.js';

/** The longest body: an aid request is a few kilobytes. */
const BODY_BYTES = 64 * 1024;
const HEADER_BYTES = 16 * 1024;
/** A request that is not complete by then is given up, so that slow senders cannot keep all connections. */
const REQUEST_MS = 10_000;
const HEADERS_MS = 5_000;
/** How often Node looks for such requests; its own default would add half a minute. */
const CHECK_MS = 1_000;

/** What the API has beyond the operations port. */
export interface ApiShield {
  readonly watchers: Watchers;
  /** Addresses (CIDR) of proxies whose word about the client's address is believed. */
  readonly proxies: readonly string[];
  /** Adds what is answered without a token: pages that say how to ask. */
  readonly publish?: (instance: FastifyInstance) => void;
  /** Headers of each answer, beside those of security. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Fastify with the limits of the gateway; whatever it refuses by itself is a problem document too. */
export function createAdapter(shield?: ApiShield): FastifyAdapter {
  const headers = { ...securityHeaders(), ...shield?.headers };
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: CHECK_MS, maxHeaderSize: HEADER_BYTES },
    // Addresses in X-Forwarded-For are anybody's words, unless a proxy of ours wrote them.
    trustProxy: shield === undefined || shield.proxies.length === 0 ? false : [...shield.proxies],
    genReqId: () => randomUUID(),
    logger: false,
    // A request that was accepted before a stop is answered.
    return503OnClosing: false,
    // The gateway has no middleware of Express's kind; a layer for it would be passed by each request.
    skipMiddie: true,
    // No hook has run for what the server refuses by itself.
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(shield === undefined ? reply : reply.headers(headers), statusOf(error)),
    clientErrorHandler: (error, socket) => answerClientError(error, socket, shield?.headers),
  });
  const instance = adapter.getInstance();
  // First, so that what is refused here is counted too.
  if (shield !== undefined) {
    watchRequests(instance, shield.watchers, headers);
  }
  // An unknown path is answered before its body is read, whatever that holds.
  instance.addHook('onRequest', (request, reply, done) => {
    if (request.is404) sendProblem(reply, 404);
    else done();
  });
  shield?.publish?.(instance);
  return adapter;
}
