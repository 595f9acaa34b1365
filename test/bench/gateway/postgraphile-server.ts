import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { FUNCTIONS } from './postgraphile-query.js';

/** What the server is started with. */
export interface PostGraphileParts {
  readonly connection: pg.PoolConfig;
  /** As many as the gateway's. */
  readonly connections: number;
}

interface PostGraphile {
  readonly postgraphile: (pool: pg.Pool, schema: string, options: object) => RequestListener;
}

/** GraphQL straight from the database: nobody is asked who they are, and nothing is kept about it. */
const serve = async ({ connection, connections }: PostGraphileParts): Promise<number> => {
  // Found by NODE_PATH too: it is no dependency of the product.
  const { postgraphile } = createRequire(import.meta.url)('postgraphile') as PostGraphile;
  const pool = new pg.Pool({ ...connection, max: connections });
  const options = { disableQueryLog: true, graphiql: false, ignoreRBAC: true, setofFunctionsContainNulls: false };
  const server = createServer(postgraphile(pool, FUNCTIONS, options));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

process.once('disconnect', () => process.exit(0));
process.once('message', (parts: PostGraphileParts) => {
  void serve(parts).then((port) => process.send?.({ port }));
});
