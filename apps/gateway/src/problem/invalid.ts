import { Refusal } from './refusal.js';

/** So many places are named; a client mends them one after the other anyway. */
const NAMED = 20;
/** A step of a path that could be anything a client wrote is not repeated. */
const KNOWN_STEP = /^[a-z][a-z0-9_]{0,39}$/;

interface Issue {
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  /** Zod's kind of issue; its message could quote the value. */
  readonly code?: string;
}

/** A body, a path or a query that does not fit its schema: names the places, and never what stands there. */
export const invalid = (issues: readonly object[]): Refusal =>
  new Refusal(
    422,
    'request.invalid',
    {},
    {
      errors: (issues as readonly Issue[]).slice(0, NAMED).map(({ path = [], code = 'invalid' }) => ({
        pointer: path.map(stepOf).join(''),
        code,
      })),
    },
  );

const stepOf = (step: PropertyKey | { readonly key: PropertyKey }): string => {
  const name = typeof step === 'object' ? step.key : step;
  return `/${typeof name === 'number' || KNOWN_STEP.test(String(name)) ? String(name) : '*'}`;
};
