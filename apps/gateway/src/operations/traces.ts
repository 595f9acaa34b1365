import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from '#libs/runtime';

/** What a span is told when its request was answered. */
export interface SpanEnd {
  readonly method: string;
  /** The route's pattern, never the path. */
  readonly route: string | undefined;
  readonly status: number;
}

/** One request of a trace. */
export interface RequestSpan {
  /** Runs what comes next so that whatever asks for the trace finds this request. */
  within(next: () => void): void;
  end(told: SpanEnd): void;
}

/** Where traces go. */
export interface Traces {
  /** @param requestId of the header `X-Request-Id`, so that an answer leads to its trace */
  begin(headers: IncomingHttpHeaders, requestId: string): RequestSpan;
  /** Sends what waits, within a second. */
  close(): Promise<void>;
}

const FLUSH_MS = 1_000;
const SERVER_FAULT = 500;

/**
 * Traces by OpenTelemetry's protocol over HTTP, one span a request, in the trace that the client names (W3C Trace Context).
 * Null where `OTEL_EXPORTER_OTLP_ENDPOINT` is not set: then nothing of it is loaded.
 */
export const openTraces = async ({ otlpEndpoint }: Pick<Settings, 'otlpEndpoint'>): Promise<Traces | null> => {
  if (otlpEndpoint === undefined) return null;
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = api;
  const exporter = new OTLPTraceExporter({ url: `${otlpEndpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'passerelle-gateway' }),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter, { exportTimeoutMillis: FLUSH_MS })],
  });
  provider.register();
  const tracer = provider.getTracer('passerelle');
  return {
    begin: (headers, requestId) => {
      const parent = propagation.extract(ROOT_CONTEXT, headers);
      const attributes = { 'passerelle.request_id': requestId };
      const span = tracer.startSpan('request', { kind: SpanKind.SERVER, attributes }, parent);
      return {
        within: (next) => context.with(trace.setSpan(parent, span), next),
        end: ({ method, route, status }) => {
          span.updateName(route === undefined ? method : `${method} ${route}`);
          span.setAttributes({ 'http.request.method': method, 'http.response.status_code': status });
          if (route !== undefined) span.setAttribute('http.route', route);
          if (status >= SERVER_FAULT) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    close: async () => {
      await provider.shutdown().catch(() => undefined);
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
};
