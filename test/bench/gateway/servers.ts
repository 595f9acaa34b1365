import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from '#libs/runtime';
import { GATEWAY_NODE_OPTIONS } from '../../../apps/migrator/src/serving/gateway-part.js';
import type { Place } from '../support/product-command.js';
import type { BareServerParts } from './bare-server.js';
import type { PostGraphileParts } from './postgraphile-server.js';

/** A server process that listens on loopback. */
export interface BenchedServer {
  readonly url: string;
  stop(): Promise<void>;
}

const HERE = 'dist/test/bench/gateway';

/** The gateway as it is run. */
export const startGateway = async ({ server, database }: Place, configDir: string): Promise<BenchedServer> => {
  const words = ['--host', '127.0.0.1', '--port', '0', '--ops-port', '0'];
  const child = fork(join(packageRoot(), 'dist/apps/gateway/main.js'), words, {
    execArgv: [...GATEWAY_NODE_OPTIONS],
    env: {
      ...process.env,
      PASSERELLE_HOME: server.home,
      PASSERELLE_CONFIG: configDir,
      DATABASE_URL: database.url,
      REDIS_URL: '',
    },
  });
  return listening(child);
};

export const startBare = async (parts: BareServerParts): Promise<BenchedServer> => {
  const child = fork(join(packageRoot(), HERE, 'bare-server.js'));
  child.send(parts);
  return listening(child);
};

/** Null where it is not installed beside: it is no dependency of the product. */
export const startPostGraphile = async (parts: PostGraphileParts): Promise<BenchedServer | null> => {
  try {
    createRequire(import.meta.url).resolve('postgraphile');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
  const child = fork(join(packageRoot(), HERE, 'postgraphile-server.js'));
  child.send(parts);
  return listening(child);
};

const listening = async (child: ChildProcess): Promise<BenchedServer> => {
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const told = once(child, 'message') as Promise<[{ readonly port?: number }]>;
  const port = await Promise.race([
    told.then(([message]) => message.port),
    ended.then(([code]) => Promise.reject(new Error(`a server ended with ${String(code)} before it listened`))),
  ]);
  if (port === undefined) throw new Error('a server did not tell its port');
  return {
    url: `http://127.0.0.1:${String(port)}`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
