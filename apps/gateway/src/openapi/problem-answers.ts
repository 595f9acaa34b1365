import { STATUS_CODES } from 'node:http';
import { codesByStatus } from '../problem/codes.js';
import { problemOf } from '../problem/problem.js';
import { EVERY_ANSWER, headerRefs } from './headers.js';
import type { Route } from './read-routes.js';
import type { Operation } from './operation.js';
import type { JsonSchema, SchemaBook } from './schema-book.js';

export const PROBLEM_MEDIA = 'application/problem+json';

/** What a refusal may say beyond RFC 9457: names, codes and figures, never a value of the request. */
const MORE: JsonSchema = {
  anyOf: [
    { type: ['string', 'number', 'null'], maxLength: 2_000 },
    { type: 'array', maxItems: 100, items: { type: 'string', maxLength: 200 } },
  ],
};

const ERRORS: JsonSchema = {
  type: 'array',
  maxItems: 20,
  description: 'Places that do not fit, of `request.invalid`',
  items: {
    type: 'object',
    properties: {
      pointer: { type: 'string', maxLength: 500, description: 'JSON pointer; * for a name that is not ours' },
      code: { type: 'string', maxLength: 60 },
    },
    required: ['pointer', 'code'],
    additionalProperties: false,
  },
};

/** A reference to a response of the components. */
export const problemRef = (status: number): JsonSchema => ({ $ref: `#/components/responses/Problem${String(status)}` });

/** One response a status, with the codes that it can hold. */
export const problemResponses = (schemas: SchemaBook): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(
    [...codesByStatus()].map(([status, codes]) => {
      const name = `Problem${String(status)}`;
      const [first = ''] = codes;
      const schema = schemas.keep(name, {
        type: 'object',
        description: 'A problem document of RFC 9457; `passerelle explain` tells each code',
        properties: {
          type: { const: 'about:blank' },
          title: { type: 'string', maxLength: 60 },
          status: { const: status },
          code: { type: 'string', enum: codes },
          detail: { type: 'string', maxLength: 500 },
          errors: ERRORS,
        },
        required: ['type', 'title', 'status', 'code', 'detail'],
        additionalProperties: MORE,
      });
      return [
        name,
        {
          description: STATUS_CODES[status] ?? 'Problem',
          headers: headerRefs([...EVERY_ANSWER, ...(HEADERS[status] ?? [])]),
          content: { [PROBLEM_MEDIA]: { schema, example: problemOf(status, first) } },
        },
      ];
    }),
  );

const HEADERS: Readonly<Record<number, readonly string[]>> = {
  401: ['WWW-Authenticate'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

/** The statuses of problems that a call can answer: by what it takes. */
export const problemsOf = (route: Route, operation: Partial<Operation>): readonly number[] => {
  const hasBody = route.body !== null;
  const takes = hasBody || route.query.length > 0 || route.parameters.length > 0;
  const hasKey = route.method === 'post' && operation.isKeyless !== true;
  return [
    ...[400, 401, 403, 404, 408, 413, 415, 429, 431, 500, 503],
    ...(route.parameters.length > 0 ? [414] : []),
    ...(takes || hasKey ? [422] : []),
    ...(operation.isKeyless === true ? [] : [409]),
    ...(operation.isVersioned === true ? [412, 428] : []),
  ].sort((a, b) => a - b);
};
