import fc, { type Arbitrary } from 'fast-check';
import { type Known, SIRET } from './fuzz-world.js';
import { PLANTED, type Schema, SchemaValues } from './schema-values.js';

/** A request as its bytes are put together. */
export interface FuzzedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Latin-1: each character is a byte. */
  readonly body: string | null;
}

interface Call {
  readonly parameters: readonly Schema[];
  readonly security: readonly { readonly bearer: readonly string[] }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'BREW'];
const PATHS = ['/', '/v1', '/v1/', '/v1/persons', '//v1/persons/x', '/v1/persons/../cases', '/v1/%2e%2e/x', '/v1/%zz'];
const HOSTILE_BODIES = [
  ...[
    '{',
    '[]',
    'null',
    '"x"',
    '{"a":1,"a":2}',
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":1}}',
    '\x00\xff\xfe',
  ],
  ...[`{"name":"${PLANTED}"`, '['.repeat(20_000), 'x'.repeat(70_000), '\xef\xbb\xbf{}', '{"kind":"food",}', '<a/>', ''],
];
const TYPES = [
  'application/json; charset=utf-16',
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  '/',
  '',
];
const LATIN = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
  maxLength: 40,
});
const HEADERS = [
  ...[
    'X-Purpose',
    'X-Recipient',
    'Authorization',
    'Idempotency-Key',
    'If-Match',
    'If-None-Match',
    'Accept',
    'X-Forwarded-For',
  ],
  ...['Accept-Language', 'traceparent', 'Content-Type', 'DPoP', 'X-Request-Id', 'Host', 'Cookie', 'Origin', 'Range'],
];

/** Requests by the document's own schemas, with hostile bytes, headers, paths and methods among them. */
export const fuzzedRequests = (document: Schema, known: Known, bearer: string): Arbitrary<FuzzedRequest> => {
  const values = new SchemaValues(document, poolsOf(known));
  const paths = Object.entries(document['paths'] as Readonly<Record<string, Readonly<Record<string, Call>>>>);
  const calls = paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => requestsOf(values, method, path, call, known, bearer)),
  );
  const strange = fc
    .record({ method: fc.constantFrom(...METHODS), path: fc.oneof(fc.constantFrom(...PATHS), fc.webPath()) })
    .map(({ method, path }): FuzzedRequest => ({ method, path: path || '/', headers: {}, body: null }));
  const all = fc.oneof({ weight: 19, arbitrary: fc.oneof(...calls) }, { weight: 1, arbitrary: strange });
  return fc.tuple(all, hostility()).map(([request, spoil]) => spoil(request));
};

const poolsOf = ({ persons, cases }: Known): Readonly<Record<string, readonly string[]>> => ({
  person_id: persons.map(({ id }) => id),
  id: [...persons.map(({ id }) => id), ...cases],
  with: persons.map(({ id }) => id),
  name: persons.map(({ name }) => name),
  given_name: persons.map(({ given }) => given),
  birth_date: persons.map(({ born }) => born),
  kind: ['food', 'housing', 'energy', 'emergencyRelief'],
  aid: ['food', 'housing', 'school'],
  reason: ['budget', 'otherAid'],
  // A closed port of this machine: nothing leaves it.
  url: ['http://127.0.0.1:9/', 'https://10.0.0.1/', `https://${PLANTED}:x@127.0.0.1/`],
});

const requestsOf = (
  values: SchemaValues,
  method: string,
  path: string,
  { parameters, requestBody, security }: Call,
  { purposes, scopes }: Known,
  bearer: string,
): Arbitrary<FuzzedRequest> => {
  const within = (place: string) =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter['in'] === place)
        .map((parameter) => [
          String(parameter['name']),
          values.of(parameter['schema'] as Schema, String(parameter['name'])),
        ]),
    );
  const needed = security.flatMap(({ bearer: some }) => some);
  const fit = purposes.filter((purpose) => scopes[purpose]?.some((scope) => needed.includes(scope)));
  const schema = requestBody?.content['application/json'].schema;
  return fc
    .record({
      steps: fc.record(within('path')),
      query: fc.record(within('query'), { requiredKeys: [] }),
      body: schema === undefined ? fc.constant(undefined) : values.of(schema),
      purpose: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...fit) },
        { weight: 1, arbitrary: fc.constantFrom(...purposes) },
      ),
      key: fc.oneof({ weight: 9, arbitrary: fc.uuid() }, { weight: 1, arbitrary: fc.constant('same') }),
      version: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ steps, query, body, purpose, key, version }) => {
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(asText(steps[name])));
      const asked = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(asText(value))}`);
      return {
        method: method.toUpperCase(),
        path: asked.length === 0 ? filled : `${filled}?${asked.join('&')}`,
        headers: {
          Authorization: `Bearer ${bearer}`,
          'X-Purpose': purpose,
          'X-Recipient': SIRET,
          ...(method === 'post' ? { 'Idempotency-Key': key, 'If-Match': `"${String(version)}"` } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        body: body === undefined ? null : bytesOf(JSON.stringify(body)),
      };
    });
};

/** A lone surrogate has no bytes. */
const asText = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed().slice(0, 2_000);
const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

type Spoil = (request: FuzzedRequest) => FuzzedRequest;

/** Mostly nothing; else one thing that no client does. */
const hostility = (): Arbitrary<Spoil> =>
  fc.oneof(
    { weight: 16, arbitrary: fc.constant<Spoil>((request) => request) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...METHODS).map((method): Spoil => (request) => ({ ...request, method })),
    },
    {
      weight: 1,
      arbitrary: fc
        .oneof(fc.constantFrom(...HOSTILE_BODIES), LATIN)
        .map((body): Spoil => (request) => ({ ...request, body })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...HEADERS),
          fc.oneof(LATIN, fc.constantFrom(PLANTED, 'x'.repeat(20_000), '\x00', ...TYPES)),
        )
        .map(([name, value]): Spoil => (request) => ({ ...request, headers: { ...request.headers, [name]: value } })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...HEADERS).map((name): Spoil => (request) => ({
        ...request,
        headers: Object.fromEntries(Object.entries(request.headers).filter(([one]) => one !== name)),
      })),
    },
    {
      weight: 1,
      arbitrary: LATIN.map((tail): Spoil => (request) => ({
        ...request,
        path: `${request.path}${tail.replaceAll(/[ \r\n]/g, '')}`,
      })),
    },
  );
