import type autocannon from 'autocannon';
import { onDatabase } from '../support/bench-server.js';
import type { Place } from '../support/product-command.js';
import type { Statement } from './read-statements.js';

/** A schema of the benchmark's own. */
export const FUNCTIONS = 'bench';

const nameOf = (at: number): string => `part${String(at + 1)}`;

/** Makes a function of each statement: PostGraphile asks functions as it asks tables, and so runs the same statements. */
export const makeFunctions = (place: Place, statements: readonly Statement[]): Promise<void> =>
  onDatabase(place.database.connection, async (client) => {
    await client.query(`CREATE SCHEMA ${FUNCTIONS}`);
    for (const [at, { text }] of statements.entries()) {
      await client.query(
        `CREATE FUNCTION ${FUNCTIONS}.${nameOf(at)} (ids uuid[]) RETURNS SETOF json LANGUAGE sql STABLE
         AS $statement$ SELECT to_json(said) FROM (${text}) AS said $statement$`,
      );
    }
  });

/** The request that asks all of them about a person. */
export const graphqlRequest = (statements: readonly Statement[], id: string): autocannon.Request => {
  const parts = statements.map((_, at) => `${nameOf(at)}(ids: $ids) { nodes }`);
  const query = `query Person($ids: [UUID]!) { ${parts.join(' ')} }`;
  return { method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables: { ids: [id] } }) };
};
