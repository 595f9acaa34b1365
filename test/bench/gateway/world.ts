import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '#libs/runtime';
import { importWorld } from '../link/generated-persons.js';
import { onDatabase } from '../support/bench-server.js';
import { type Place, runProduct } from '../support/product-command.js';

const SEED = 5_150;
/** Source persons of one household, as measured. */
const PERSONS_A_HOUSEHOLD = 4.08;
/** Fewer than one client may read in an hour, and many more than anybody would keep at hand. */
const PERSONS_READ = 2_500;
const PURPOSE = 'aid_instruction';
const SIRET = '21750001600019';

/** Persons whom a client may ask for, and the client. */
export interface GatewayWorld {
  /** Source persons in the store. */
  readonly persons: number;
  /** Keyed ids of those who are read. */
  readonly ids: readonly string[];
  readonly purpose: string;
  /** What the client sends with each request. */
  readonly headers: Readonly<Record<string, string>>;
  /** The product's configuration, but a client may ask as often as it likes. */
  readonly configDir: string;
}

/** Imports and links a generated world, and makes a token for it. */
export const makeWorld = async (records: number, folder: string, place: Place): Promise<GatewayWorld> => {
  const households = Math.round(records / PERSONS_A_HOUSEHOLD);
  await importWorld({ seed: SEED, households, errors: 1 }, folder, place);
  await runProduct(['link', '--json'], place);
  const grant = ['--client', 'bench', '--purposes', PURPOSE, '--recipient', SIRET, '--json'];
  const { token } = JSON.parse((await runProduct(['token', 'create', ...grant], place)).stdout) as { token: string };
  const rows = await onDatabase(place.database.connection, async (client) => {
    // What autovacuum has done long before anybody asks.
    await client.query('VACUUM (ANALYZE)');
    const said = await client.query<{ id: string; persons: number }>(
      `SELECT id::text, (count(*) OVER ())::int AS persons FROM passerelle.source_person ORDER BY id LIMIT $1`,
      [PERSONS_READ],
    );
    return said.rows;
  });
  return {
    persons: rows[0]?.persons ?? 0,
    ids: rows.map(({ id }) => id),
    purpose: PURPOSE,
    headers: { authorization: `Bearer ${token}`, 'x-purpose': PURPOSE, 'x-recipient': SIRET },
    configDir: await unlimitedConfig(join(folder, 'config')),
  };
};

/** One client stands for all of the City here. */
const unlimitedConfig = async (folder: string): Promise<string> => {
  await cp(join(packageRoot(), 'config'), folder, { recursive: true });
  const file = join(folder, 'gateway.yml');
  const limited = await readFile(file, 'utf8');
  const open = limited
    .replace(/^ {2}requestsPerSecond: .*$/m, '  requestsPerSecond: 100000')
    .replace(/^ {2}burst: .*$/m, '  burst: 100000');
  if (open === limited) throw new Error('gateway.yml holds no limits to lift');
  await writeFile(file, open);
  return folder;
};
