import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import pg from 'pg';
import type { ReadStatements } from './read-statements.js';

/** What the bare server is started with. */
export interface BareServerParts {
  readonly connection: pg.PoolConfig;
  /** As many as the gateway's. */
  readonly connections: number;
  readonly statements: ReadStatements;
}

/**
 * What the gateway is held against: Fastify and `pg`, the same statements on the same rows, prepared, over one connection, and
 * their rows as JSON. Nobody is asked who they are, nothing is left out, and nothing is kept about it.
 */
const serve = async ({ connection, connections, statements }: BareServerParts): Promise<number> => {
  const { whole, records } = statements;
  // Kept like the gateway's: a new connection has to plan everything anew.
  const pool = new pg.Pool({ ...connection, max: connections, idleTimeoutMillis: 0 });
  const server = Fastify();
  server.get<{ Params: { id: string } }>('/v1/persons/:id', async ({ params }) => {
    const client = await pool.connect();
    try {
      const { rows: members } = await client.query<{ id: string }>({ ...whole, values: [[params.id]] });
      const { rows } = await client.query({ ...records, values: [members.map(({ id }) => id)] });
      return { members, records: rows };
    } finally {
      client.release();
    }
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return (server.server.address() as AddressInfo).port;
};

process.once('disconnect', () => process.exit(0));
process.once('message', (parts: BareServerParts) => {
  void serve(parts).then((port) => process.send?.({ port }));
});
