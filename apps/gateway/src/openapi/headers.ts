import { SIRET } from './examples.js';
import type { JsonSchema } from './schema-book.js';

/** Headers that every answer of the API carries, a refusal of the server itself excepted. */
export const EVERY_ANSWER = ['X-Request-Id', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'] as const;

const header = (description: string, schema: JsonSchema): JsonSchema => ({ description, schema });
const COUNT: JsonSchema = { type: 'integer', format: 'int32', minimum: 0, maximum: 2_147_483_647 };
const TAG: JsonSchema = { type: 'string', maxLength: 100, pattern: '^"[\\x21\\x23-\\x7e]{1,90}"$' };

export const RESPONSE_HEADERS: Readonly<Record<string, JsonSchema>> = {
  'X-Request-Id': header('Id of the request, to be told when something went wrong', {
    type: 'string',
    format: 'uuid',
    maxLength: 36,
  }),
  'RateLimit-Limit': header('Requests at once', COUNT),
  'RateLimit-Remaining': header('Requests that would be answered now', COUNT),
  'RateLimit-Reset': header('Seconds until all may be used again, or until the next one is answered', COUNT),
  'Retry-After': header('Seconds to wait', COUNT),
  'WWW-Authenticate': header('The scheme of authentication', { type: 'string', maxLength: 200 }),
  ETag: header('The version, for `If-Match`', TAG),
  Location: header('Where it can be read', { type: 'string', maxLength: 200 }),
  'Idempotency-Replayed': header('`true` where the answer is that of an earlier request under the same key', {
    type: 'string',
    enum: ['true'],
  }),
};

export const headerRefs = (names: readonly string[]): JsonSchema =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const parameter = (name: string, description: string, schema: JsonSchema, example: string): JsonSchema => ({
  name,
  in: 'header',
  required: true,
  description,
  schema,
  example,
});

/** Headers of requests, by the name of their component. */
export const PARAMETERS: Readonly<Record<string, JsonSchema>> = {
  Purpose: parameter(
    'X-Purpose',
    'What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.',
    { type: 'string', maxLength: 40, pattern: '^[a-z][a-z_]*$' },
    'aid_instruction',
  ),
  Recipient: parameter(
    'X-Recipient',
    'SIRET of the body that receives the answer: the one for which the token was made',
    { type: 'string', maxLength: 14, pattern: '^\\d{14}$' },
    SIRET,
  ),
  IdempotencyKey: parameter(
    'Idempotency-Key',
    'Chosen by the client for each change. The same request under the same key within a day gets the same answer, and is done once.',
    { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
    '6c0e6f4c-5f5e-4f0e-9d5b-2f7f6e1c8a11',
  ),
  IfMatch: parameter('If-Match', 'The `ETag` of the version that the client has seen', TAG, '"1"'),
  IfNoneMatch: {
    ...parameter('If-None-Match', 'The `ETag` of the answer that the client has: 304 where it still holds', TAG, '"1"'),
    required: false,
  },
};

export const parameterRef = (name: string): JsonSchema => ({
  $ref: `#/components/parameters/${name}`,
});
