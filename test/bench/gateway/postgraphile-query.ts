import type autocannon from 'autocannon';
import { onDatabase } from '../support/bench-server.js';
import type { Place } from '../support/product-command.js';
import type { ReadStatements, Statement } from './read-statements.js';

/** A schema of the benchmark's own. */
export const FUNCTIONS = 'bench';

/**
 * Makes a function of each statement: PostGraphile asks functions as it asks tables, and so runs the same statements. It reads
 * one record of the person only, for it cannot ask the second one with what the first one says.
 */
export const makeFunctions = (place: Place, statements: ReadStatements): Promise<void> =>
  onDatabase(place.database.connection, async (client) => {
    await client.query(`CREATE SCHEMA ${FUNCTIONS}`);
    for (const [name, { text }] of Object.entries(statements) as [string, Statement][]) {
      await client.query(
        `CREATE FUNCTION ${FUNCTIONS}.${name} (ids uuid[]) RETURNS SETOF json LANGUAGE sql STABLE
         AS $statement$ SELECT to_json(said) FROM (${text}) AS said $statement$`,
      );
    }
  });

/** The request that asks both of them. */
export const graphqlRequest = (id: string): autocannon.Request => {
  const query = 'query Person($ids: [UUID]!) { whole(ids: $ids) { nodes } records(ids: $ids) { nodes } }';
  return { method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables: { ids: [id] } }) };
};
