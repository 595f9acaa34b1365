import type { Type } from '@nestjs/common';
import { EVERY_ANSWER, headerRefs, parameterRef, PARAMETERS, RESPONSE_HEADERS } from './headers.js';
import type { Operation, OperationAnswer, Operations } from './operation.js';
import { problemRef, problemResponses, problemsOf } from './problem-answers.js';
import { readRoutes, type Route } from './read-routes.js';
import { type JsonSchema, SchemaBook } from './schema-book.js';

/** An OpenAPI 3.1 document. */
export type OpenApiDocument = Readonly<Record<string, unknown>>;

const ABOUT = {
  title: 'Passerelle',
  version: '1.0.0',
  summary: 'One place for aid-request systems to ask about persons, cases and aids',
  description:
    'Every request carries a token, the purpose that the data are for and the body that receives them; it is noted in the audit trail before it is answered. Refusals are problem documents of RFC 9457, whose `code` is stable. No answer may be stored by caches.',
  contact: { name: 'Those who run the gateway', url: 'https://passerelle.ville.example/contact' },
  license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
};

const SERVER = {
  url: '/',
  description:
    'The gateway that serves this document: production, or a sandbox where its answers carry Passerelle-Sandbox. HTTPS ends at the proxy in front of it',
  'x-internal': true,
};

/**
 * The document of the calls that controllers have. A handler without an operation is there all the same, with an answer of
 * which nothing is said.
 */
export const buildDocument = (
  controllers: readonly Type<unknown>[],
  operations: Operations,
  tags: Readonly<Record<string, string>>,
): OpenApiDocument => {
  const schemas = new SchemaBook();
  const routes = readRoutes(controllers);
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes) {
    const told = tellRoute(route, operations[route.name] ?? null, schemas);
    paths[route.path] = { ...paths[route.path], [route.method]: told };
  }
  const used = new Set(routes.map(tagOf));
  const responses = problemResponses(schemas);
  return {
    openapi: '3.1.0',
    info: ABOUT,
    servers: [SERVER],
    security: [{ bearer: [] }],
    tags: [...used].sort().map((name) => ({ name, description: tags[name] ?? name })),
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of `passerelle token create`, or an access token (RFC 9068) of the identity provider',
        },
      },
      parameters: usedOf(PARAMETERS, paths),
      headers: RESPONSE_HEADERS,
      responses,
      schemas: schemas.all(),
    },
  };
};

/** Components that some call refers to. */
const usedOf = (all: Readonly<Record<string, JsonSchema>>, paths: object): Readonly<Record<string, JsonSchema>> => {
  const text = JSON.stringify(paths);
  return Object.fromEntries(Object.entries(all).filter(([name]) => text.includes(`parameters/${name}"`)));
};

const tagOf = ({ path }: Route): string => path.split('/')[2] ?? 'v1';

const tellRoute = (route: Route, operation: Operation | null, schemas: SchemaBook): JsonSchema => {
  const answers = operation?.answers ?? { [route.status]: { description: 'Done', schema: null } };
  const scopes = `Needs the scope ${route.scopes.map((scope) => `\`${scope}\``).join(' or ')}.`;
  return {
    operationId: operation?.id ?? route.name.replaceAll('.', '_'),
    summary: operation?.summary ?? route.name,
    description: [operation?.description, scopes].filter((line) => line !== undefined).join('\n\n'),
    tags: [tagOf(route)],
    // One of them is enough.
    security: route.scopes.map((scope) => ({ bearer: [scope] })),
    parameters: parametersOf(route, operation, schemas),
    ...(route.body === null ? {} : { requestBody: bodyOf(route.body, operation?.example, schemas) }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, answerOf(answer, schemas, operation === null)]),
      ),
      ...(route.isConditional
        ? { 304: { description: 'What the client has still holds', headers: headerRefs([...EVERY_ANSWER, 'ETag']) } }
        : {}),
      ...Object.fromEntries(problemsOf(route, operation ?? {}).map((status) => [status, problemRef(status)])),
    },
  };
};

const parametersOf = (route: Route, operation: Operation | null, schemas: SchemaBook): readonly JsonSchema[] => [
  ...route.parameters.map(({ name, schema }) => ({
    name,
    in: 'path',
    required: true,
    schema: { maxLength: 100, ...schemas.tell(schema, 'input') },
  })),
  ...route.query.map(([name, member]) => {
    const { description, ...schema } = schemas.tell(member, 'input');
    return {
      name,
      in: 'query',
      required: !member.safeParse(undefined).success,
      ...(description === undefined ? {} : { description }),
      schema,
    };
  }),
  parameterRef('Purpose'),
  parameterRef('Recipient'),
  ...(route.method === 'post' && operation?.isKeyless !== true ? [parameterRef('IdempotencyKey')] : []),
  ...(operation?.isVersioned === true ? [parameterRef('IfMatch')] : []),
  ...(route.isConditional ? [parameterRef('IfNoneMatch')] : []),
];

const bodyOf = (body: NonNullable<Route['body']>, example: unknown, schemas: SchemaBook): JsonSchema => ({
  required: !body.safeParse(undefined).success,
  content: {
    'application/json': { schema: schemas.tell(body, 'input'), ...(example === undefined ? {} : { example }) },
  },
});

const answerOf = (answer: OperationAnswer, schemas: SchemaBook, isUntold: boolean): JsonSchema => {
  const { description, schema, example, headers = [], texts = [] } = answer;
  const json =
    schema === null
      ? isUntold
        ? { 'application/json': { schema: {} } }
        : null
      : {
          'application/json': { schema: schemas.tell(schema, 'output'), ...(example === undefined ? {} : { example }) },
          ...Object.fromEntries(texts.map((type) => [type, { schema: { type: 'string', maxLength: 1_000_000 } }])),
        };
  return {
    description,
    headers: headerRefs([...EVERY_ANSWER, ...headers]),
    ...(json === null ? {} : { content: json }),
  };
};
