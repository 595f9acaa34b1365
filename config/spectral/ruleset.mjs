/**
 * Rules for docs/generated/openapi.json: Spectral's own for OpenAPI and OWASP's for the security of interfaces, with what we do
 * otherwise and why.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { oas } = require('@stoplight/spectral-rulesets');
const { schema } = require('@stoplight/spectral-functions');
const owaspPackage = require('@stoplight/spectral-owasp-ruleset');
const owasp = owaspPackage.default ?? owaspPackage;

/** Where a request says something: bodies and parameters, with what they refer to. */
const REQUESTS = ['$.paths..requestBody.content..schema', '$.paths..parameters[*].schema'];
const within = (type) =>
  REQUESTS.flatMap((at) => [`${at}[?(@ && @.type=='${type}')]`, `${at}..[?(@ && @.type=='${type}')]`]);
const oneOf = (...members) => ({ anyOf: members.map((member) => ({ required: [member] })) });
const must = (description, type, ...members) => ({
  description,
  message: '{{description}}',
  severity: 'error',
  given: within(type),
  then: { function: schema, functionOptions: { schema: oneOf(...members) } },
});

export const ruleset = {
  extends: [
    [oas, 'recommended'],
    [owasp, 'recommended'],
  ],
  rules: {
    // OpenAPI 3.1 lets every scheme name the roles that a call needs; the rule knows the scopes of OAuth alone.
    'oas3-operation-security-defined': 'off',
    // The gateway is asked by servers. It sends no CORS header at all, so that no page of another origin reads an answer.
    'owasp:api8:2023-define-cors-origin': 'off',
    // Limits guard against what comes in. They are held there by the rules below; an answer is as long as what it tells, and a
    // limit on it would have to be broken by the longest file of a life.
    'owasp:api4:2023-string-limit': 'off',
    'owasp:api4:2023-string-restricted': 'off',
    'owasp:api4:2023-array-limit': 'off',
    'passerelle:string-of-a-request': must(
      'A string of a request must have a maxLength, pattern, format, enum or const.',
      'string',
      'maxLength',
      'pattern',
      'format',
      'enum',
      'const',
    ),
    'passerelle:array-of-a-request': must('An array of a request must have maxItems.', 'array', 'maxItems'),
  },
};
