import type { operations } from './schema.js';

/** What a client says of itself with each request. */
export interface ClientOptions {
  /** Of the gateway: `https://passerelle.ville.example`. */
  readonly baseUrl: string;
  readonly token: string;
  /** What the data are for. */
  readonly purpose: string;
  /** SIRET of the body that receives the answers. */
  readonly recipient: string;
  /** How long an answer may take, in milliseconds; 10,000 where it is left out. */
  readonly timeoutMs?: number;
}

type Operations = operations;
export type OperationId = keyof Operations;
type Parameters<Id extends OperationId> = Operations[Id] extends { parameters: infer P } ? P : never;
type Part<Id extends OperationId, Name extends string> =
  Parameters<Id> extends { readonly [N in Name]: infer P } ? (undefined extends P ? never : P) : never;
type Query<Id extends OperationId> = Parameters<Id> extends { readonly query?: infer Q } ? NonNullable<Q> : never;
type Body<Id extends OperationId> = Operations[Id] extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer B } };
}
  ? B
  : never;
type Responses<Id extends OperationId> = Operations[Id] extends { responses: infer R } ? R : never;
type JsonOf<R> = R extends { readonly content: { readonly 'application/json': infer J } } ? J : never;
/** What a call answers when all is well. */
export type Answer<Id extends OperationId> = {
  [Status in keyof Responses<Id>]: Status extends 200 | 201 | 202 ? JsonOf<Responses<Id>[Status]> : never;
}[keyof Responses<Id>];

/** What a call takes: members are there where the interface has them. */
export type Call<Id extends OperationId> = ([Part<Id, 'path'>] extends [never]
  ? object
  : { readonly path: Part<Id, 'path'> }) &
  ([Body<Id>] extends [never] ? object : { readonly body: Body<Id> }) &
  ([Query<Id>] extends [never] ? object : { readonly query?: Query<Id> }) & {
    /** Of a change: sent again with the same key, it is done once. A new key where it is left out. */
    readonly idempotencyKey?: string;
    /** `ETag` of the version that is changed. */
    readonly ifMatch?: string;
  };

/** An answer with what its headers say. */
export interface Told<Id extends OperationId> {
  readonly status: number;
  readonly data: Answer<Id>;
  /** For `ifMatch`; null where the answer has no version. */
  readonly etag: string | null;
  readonly requestId: string | null;
}

/** A refusal of the gateway: `code` is stable, and `passerelle explain` tells each. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    /** Seconds to wait before the request is sent again; null where that would not help. */
    readonly retryAfter: number | null,
    readonly requestId: string | null,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** Where the operations are: method and path of each, as the document has them. */
export type Routes = Readonly<Record<OperationId, readonly [method: string, path: string]>>;

/** Calls the gateway, typed by its OpenAPI document. */
export class PasserelleClient {
  constructor(
    private readonly options: ClientOptions,
    private readonly routes: Routes,
  ) {}

  /** @throws ProblemError for every answer that is a refusal; what `fetch` throws where there is no answer */
  async call<Id extends OperationId>(id: Id, call: Call<Id>): Promise<Told<Id>> {
    const [method, path] = this.routes[id];
    const given = call as {
      path?: Record<string, string>;
      query?: Record<string, string | number | boolean | undefined>;
      body?: unknown;
    } & Call<Id>;
    const { baseUrl, timeoutMs = 10_000 } = this.options;
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given.path?.[name] ?? ''));
    const url = new URL(baseUrl.replace(/\/$/, '') + filled);
    for (const [name, value] of Object.entries(given.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const response = await fetch(url, {
      method,
      headers: this.headersOf(method, given),
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const requestId = response.headers.get('X-Request-Id');
    const text = await response.text();
    if (!response.ok) throw problemOf(response, text, requestId);
    const data = (text === '' ? null : JSON.parse(text)) as Answer<Id>;
    return { status: response.status, data, etag: response.headers.get('ETag'), requestId };
  }

  private headersOf(
    method: string,
    { idempotencyKey, ifMatch, body }: { idempotencyKey?: string; ifMatch?: string; body?: unknown },
  ) {
    const { token, purpose, recipient } = this.options;
    return {
      Authorization: `Bearer ${token}`,
      'X-Purpose': purpose,
      'X-Recipient': recipient,
      Accept: 'application/json',
      ...(method === 'POST' ? { 'Idempotency-Key': idempotencyKey ?? crypto.randomUUID() } : {}),
      ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    };
  }
}

const problemOf = ({ status, headers }: Response, text: string, requestId: string | null): ProblemError => {
  const isProblem = headers.get('Content-Type')?.startsWith('application/problem+json') === true;
  const { code = 'unknown', detail = '' } = (isProblem ? JSON.parse(text) : {}) as { code?: string; detail?: string };
  const seconds = Number(headers.get('Retry-After') ?? 'none');
  return new ProblemError(status, code, detail, Number.isFinite(seconds) ? seconds : null, requestId);
};
