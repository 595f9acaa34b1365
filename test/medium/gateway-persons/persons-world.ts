import { patientFetch } from '../../support/patient-fetch.js';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLogger, loadSettings } from '#libs/runtime';
import { createToken } from '#libs/store';
import { type Gateway, startGateway } from '../../../apps/gateway/src/gateway.js';
import { copyConfig } from '../../support/config-copy.js';
import { SeparationWorld, SITE } from '../separation/separation-world.js';

export const SIRET = '21750001600019';
export { SITE };

/** What a client is made with, beside its name. */
export interface ClientWish {
  readonly purpose: string;
  readonly sites?: readonly string[] | 'all';
  readonly scopes?: readonly string[];
  readonly recipient?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; an empty object where there is none. */
  readonly json: Readonly<Record<string, unknown>>;
}

const SCOPES = ['persons:read', 'cases:read', 'forms:read', 'aid-requests:write'];

/** A site that was imported from two systems and linked, and gateways in front of it. */
export class PersonsWorld {
  private readonly gateways = new Map<string, Gateway>();
  private readonly bearers = new Map<string, string>();
  private bytes = '';

  private constructor(readonly site: SeparationWorld) {}

  static async open(): Promise<PersonsWorld> {
    const site = await SeparationWorld.open(undefined, 1, 1);
    await site.load(0);
    await site.link();
    return new PersonsWorld(site);
  }

  /** What gateways have logged so far. */
  get log(): string {
    return this.bytes;
  }

  /** A gateway on a copy of the configuration. @param change files of it, each with its new text */
  async gateway(name: string, change: Readonly<Record<string, (text: string) => string>> = {}): Promise<void> {
    const config = await copyConfig(join(this.site.installation.folder, `config-${name}`));
    const quick = {
      'gateway.yml': (text: string) =>
        text.replace('requestsPerSecond: 100', 'requestsPerSecond: 10000').replace('burst: 300', 'burst: 10000'),
    };
    for (const edits of [quick, change]) {
      for (const [file, edit] of Object.entries(edits)) {
        const path = join(config, file);
        await writeFile(path, edit(await readFile(path, 'utf8')));
      }
    }
    const environment = { ...this.site.installation.environment, PASSERELLE_CONFIG: config };
    const logger = createLogger({ logLevel: 'trace' }, { write: (line: string) => void (this.bytes += line) });
    const where = { host: '127.0.0.1', port: 0, opsPort: 0 };
    this.gateways.set(name, await startGateway(where, loadSettings(environment), logger));
  }

  portOf(name: string): number {
    return this.gateways.get(name)?.port ?? 0;
  }

  /** Bearer of a client for one purpose; the same wish gets the same client. */
  async bearer({ purpose, sites = 'all', scopes = SCOPES, recipient = SIRET }: ClientWish): Promise<string> {
    const key = JSON.stringify([purpose, sites, scopes, recipient]);
    const known = this.bearers.get(key);
    if (known !== undefined) return known;
    const wish = {
      client: 'aides-ville',
      purposes: [purpose],
      scopes,
      recipient,
      sites,
      networks: [],
      expiresAt: null,
    };
    const { database } = this.site.installation.engine;
    const { bearer } = await database.transaction((client) => createToken(client, wish));
    this.bearers.set(key, bearer);
    return bearer;
  }

  async ask(
    path: string,
    client: ClientWish,
    {
      gateway = 'main',
      headers = {},
      body,
    }: { gateway?: string; headers?: Record<string, string>; body?: object } = {},
  ): Promise<Answer> {
    const answer = await patientFetch(`http://127.0.0.1:${String(this.portOf(gateway))}/v1/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await this.bearer(client)}`,
        'x-purpose': client.purpose,
        'x-recipient': client.recipient ?? SIRET,
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    return { status: answer.status, headers: answer.headers, text, json };
  }

  rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.site.rows<T>(text, values);
  }

  /** Persons with the ids of their source persons. */
  async persons(): Promise<readonly { readonly id: string; readonly sourceIds: readonly string[] }[]> {
    return this.rows(
      `SELECT coalesce(cluster.person_id, person.id)::text AS id, array_agg(person.id::text ORDER BY person.id) AS "sourceIds"
       FROM passerelle.source_person AS person
       LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id GROUP BY 1 ORDER BY 1`,
    );
  }

  /** Entries about some source persons, the newest first. */
  entries(
    sourceIds: readonly string[],
  ): Promise<
    { action: string; outcome: string; purpose: string; fields: string[]; detail: string[]; recipient: string }[]
  > {
    return this.rows(
      `SELECT action, outcome, purpose, fields, detail, recipient FROM passerelle.audit_entry
       WHERE subject_id = ANY ($1::uuid[]) ORDER BY seq DESC`,
      [sourceIds],
    );
  }

  async close(): Promise<void> {
    for (const gateway of this.gateways.values()) await gateway.stop();
    await this.site.close();
  }
}
