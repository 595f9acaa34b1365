import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccessRequestHolder } from '../access/access.js';
import { Refusal } from '../problem/refusal.js';
import { type ProblemHolder, sendProblem } from '../problem/send-problem.js';
import type { GatewayMetrics } from './gateway-metrics.js';
import type { Overload } from './overload.js';
import type { RequestSpan, Traces } from './traces.js';

/** What looks at each request from its head to the end of its answer. */
export interface Watchers {
  readonly metrics: GatewayMetrics;
  readonly overload: Overload;
  readonly traces: Traces | null;
}

/** A request on its way. */
interface Flight {
  readonly entered: number;
  readonly span: RequestSpan | undefined;
  /** Whether a handler works on it: its client may leave, and the work goes on. */
  isHandled: boolean;
  isClosed: boolean;
}

interface FlightHolder {
  flight?: Flight | null;
}

/** No answer was given; web servers log it under this number. */
const CLIENT_LEFT = 499;
const BUSY = new Refusal(503, 'gateway.unavailable', { 'Retry-After': '1' });

/**
 * Gives each request an id, refuses those that are too many before anything is done for them, and counts how the others end.
 * @param instance before its routes are made
 * @param headers of every answer
 */
export const watchRequests = (
  instance: FastifyInstance,
  { metrics, overload, traces }: Watchers,
  headers: Readonly<Record<string, string>>,
): void => {
  metrics.watch({ inFlight: () => overload.inFlight, limit: () => overload.limit });
  instance.decorateRequest('flight', null);
  instance.decorateReply('problemCode', null);
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers).header('X-Request-Id', request.id);
    const entered = overload.enter();
    if (entered === null) {
      sendProblem(reply, BUSY);
      return;
    }
    const span = traces?.begin(request.headers, request.id);
    const flight: Flight = { entered, span, isHandled: false, isClosed: false };
    (request as FlightHolder).flight = flight;
    reply.raw.once('close', () => {
      flight.isClosed = true;
      if (!flight.isHandled) overload.leave(entered);
    });
    if (span === undefined) done();
    else span.within(done);
  });
  instance.addHook('preHandler', (request, _reply, done) => {
    const { flight } = request as FlightHolder;
    if (flight?.isClosed === false) flight.isHandled = true;
    done();
  });
  instance.addHook('onSend', (request, _reply, payload, done) => {
    const { flight } = request as FlightHolder;
    if (flight?.isHandled === true) {
      flight.isHandled = false;
      if (flight.isClosed) overload.leave(flight.entered);
    }
    done(null, payload);
  });
  instance.addHook('onResponse', (request, reply, done) => {
    tell(metrics, request, reply);
    done();
  });
  instance.addHook('onRequestAbort', (request, done) => {
    metrics.left();
    const { method, routeOptions } = request;
    (request as FlightHolder).flight?.span?.end({ method, route: routeOptions.url, status: CLIENT_LEFT });
    done();
  });
};

const tell = (metrics: GatewayMetrics, request: FastifyRequest, reply: FastifyReply): void => {
  const { method, routeOptions } = request;
  const { statusCode: status, elapsedTime } = reply;
  const route = request.is404 ? undefined : routeOptions.url;
  const { problemCode } = reply as ProblemHolder;
  metrics.answered({
    method,
    route,
    status,
    seconds: elapsedTime / 1_000,
    problem: problemCode ?? undefined,
    client: (request as AccessRequestHolder).access?.client.grant,
  });
  (request as FlightHolder).flight?.span?.end({ method, route, status });
};
