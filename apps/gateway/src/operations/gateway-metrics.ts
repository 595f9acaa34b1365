import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Clients by name; all others are `other`, so that nobody can fill the memory of whoever collects this. */
const MOST_CLIENTS = 100;
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A request that was answered. */
export interface Answered {
  readonly method: string;
  /** The route's pattern, never the path: that holds ids. Undefined where there is none. */
  readonly route: string | undefined;
  readonly status: number;
  readonly seconds: number;
  /** Code of the problem that was answered. */
  readonly problem: string | undefined;
  /** `token/<id>` or `openid/<client id>`; undefined where nobody was found. */
  readonly client: string | undefined;
}

/** What is counted, for Prometheus: no person's id, no secret, no path. */
export class GatewayMetrics {
  private readonly registry = new Registry();
  private readonly clients = new Set<string>();
  private readonly durations = new Histogram({
    name: 'passerelle_gateway_request_seconds',
    help: 'Time from the head of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [this.registry],
  });
  private readonly refusals = new Counter({
    name: 'passerelle_gateway_refused_total',
    help: 'Requests answered with a problem, by its code (passerelle explain CODE)',
    labelNames: ['code'],
    registers: [this.registry],
  });
  private readonly ofClients = new Counter({
    name: 'passerelle_gateway_client_requests_total',
    help: 'Requests of known clients that were let through',
    labelNames: ['client'],
    registers: [this.registry],
  });
  private readonly alerts = new Counter({
    name: 'passerelle_gateway_reach_refused_total',
    help: 'Requests of clients that read too many different persons, by the bound that was passed',
    labelNames: ['bound'],
    registers: [this.registry],
  });
  private readonly aborted = new Counter({
    name: 'passerelle_gateway_aborted_total',
    help: 'Requests whose client left before the answer',
    registers: [this.registry],
  });

  constructor() {
    // From the first scrape on: a series that appears with its first alert shows no increase.
    for (const bound of ['hour', 'day']) this.alerts.inc({ bound }, 0);
    collectDefaultMetrics({ register: this.registry });
  }

  /** Adds what is asked for only when somebody collects. */
  watch(gauges: { readonly inFlight: () => number; readonly limit: () => number }): void {
    this.gauge('passerelle_gateway_requests_in_flight', 'Requests under way', gauges.inFlight);
    this.gauge('passerelle_gateway_requests_in_flight_limit', 'Requests that may be under way', gauges.limit);
  }

  answered({ method, route = 'unknown', status, seconds, problem, client }: Answered): void {
    this.durations.observe({ method, route, status }, seconds);
    if (problem !== undefined) this.refusals.inc({ code: problem });
    if (client !== undefined) this.ofClients.inc({ client: this.nameOf(client) });
  }

  reachRefused(bound: 'hour' | 'day'): void {
    this.alerts.inc({ bound });
  }

  left(): void {
    this.aborted.inc();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** In the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private gauge(name: string, help: string, value: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(value());
      },
    });
  }

  private nameOf(client: string): string {
    if (this.clients.has(client)) return client;
    if (this.clients.size >= MOST_CLIENTS) return 'other';
    this.clients.add(client);
    return client;
  }
}
