import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLogger, loadSettings } from '#libs/runtime';
import { readGatewayRules, readPolicies, scopesOf } from '#libs/services';
import { createToken } from '#libs/store';
import { NO_DIRT } from '../../../apps/migrator/src/generate/generate-exports.js';
import { type Gateway, startGateway } from '../../../apps/gateway/src/gateway.js';
import { copyConfig } from '../../support/config-copy.js';
import { Installation } from '../../support/import-harness.js';
import { importNight, link } from '../../support/link-harness.js';
import { generateNight, NIGHT } from '../../support/night-exports.js';

const SITE = 'psa-07';
export const SIRET = '21750001600019';
/** No client of the fuzzer is held back by what holds clients back. */
const LIMITS: readonly (readonly [RegExp, string])[] = [
  [/requestsPerSecond: \d+/, 'requestsPerSecond: 1000'],
  [/burst: \d+/, 'burst: 100000'],
  [/personsPerHour: \d+/, 'personsPerHour: 1000000'],
  [/personsPerDay: \d+/, 'personsPerDay: 1000000'],
  [/allow: \[\]/, 'allow: [127.0.0.1]'],
  [/http: false/, 'http: true'],
];
/** Short words are parts of others: they say nothing. */
const TELLING = 6;

interface Row {
  readonly id: string;
  readonly birth_name: string | null;
  readonly given_names: string | null;
  readonly birth_date: string | null;
  readonly address_line: string | null;
}

/** What a request can name. */
export interface Known {
  readonly persons: readonly {
    readonly id: string;
    readonly name: string;
    readonly given: string;
    readonly born: string;
  }[];
  readonly cases: readonly string[];
  readonly purposes: readonly string[];
  /** The scopes that each purpose gives. */
  readonly scopes: Readonly<Record<string, readonly string[]>>;
}

/** A real gateway on a real store with imported and linked persons. */
export class FuzzWorld {
  /** Everything that was logged. */
  log = '';
  private gateway: Gateway | undefined;

  private constructor(
    private readonly installation: Installation,
    readonly known: Known,
    /** Values of persons that no refusal and no line of the log may hold. */
    readonly values: readonly string[],
    readonly bearer: string,
  ) {}

  static async open(): Promise<FuzzWorld> {
    const installation = await Installation.open();
    const base = { households: 8, seed: 4_711, sites: [SITE], dirt: NO_DIRT, out: join(installation.folder, 'night') };
    await importNight(installation, await generateNight(base), NIGHT, SITE);
    await link(installation);
    const rows = await installation.rows<Row>(
      `SELECT id::text, birth_name, given_names, birth_date::text, address_line FROM passerelle.source_person`,
    );
    const cases = await installation.rows<{ id: string }>('SELECT id::text FROM passerelle.source_case');
    const config = await copyConfig(join(installation.folder, 'config'));
    const rules = join(config, 'gateway.yml');
    const text = await readFile(rules, 'utf8');
    await writeFile(
      rules,
      LIMITS.reduce((all, [from, to]) => all.replace(from, to), text),
    );
    const book = readPolicies(config);
    const purposes = Object.keys(book.documents.purposes.purposes);
    const gateway = readGatewayRules(config, book);
    const scopes = scopesOf(gateway, purposes);
    const wish = {
      client: 'fuzzer',
      purposes,
      scopes,
      recipient: SIRET,
      sites: 'all',
      networks: [],
      expiresAt: null,
    } as const;
    const { bearer } = await installation.engine.database.transaction((client) => createToken(client, wish));
    const persons = rows.flatMap(({ id, birth_name: name, given_names: given, birth_date: born }) =>
      name === null || given === null || born === null ? [] : [{ id, name, given, born }],
    );
    const given = Object.fromEntries(purposes.map((purpose) => [purpose, scopesOf(gateway, [purpose])]));
    const known = { persons, cases: cases.map(({ id }) => id), purposes, scopes: given };
    const values = rows
      .flatMap(({ birth_name, given_names, address_line }) => [birth_name, given_names, address_line])
      .filter((value) => value !== null && value.length >= TELLING) as string[];
    const world = new FuzzWorld(installation, known, [...new Set(values)], bearer);
    const write = (line: string): void => void (world.log += line);
    const settings = loadSettings({ ...installation.environment, PASSERELLE_CONFIG: config });
    const options = { host: '127.0.0.1', port: 0, opsPort: 0 };
    world.gateway = await startGateway(options, settings, createLogger({ logLevel: 'debug' }, { write }));
    return world;
  }

  get port(): number {
    return this.gateway?.port ?? 0;
  }

  /** Whether a text holds a value of somebody. */
  tells(text: string): boolean {
    const lower = text.toLowerCase();
    return this.values.some((value) => lower.includes(value.toLowerCase()));
  }

  async close(): Promise<void> {
    await this.gateway?.stop();
    await this.installation.close();
  }
}
