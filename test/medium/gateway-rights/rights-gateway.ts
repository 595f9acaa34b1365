import { patientFetch } from '../../support/patient-fetch.js';
import { randomUUID } from 'node:crypto';
import { createLogger, loadSettings } from '#libs/runtime';
import { createToken } from '#libs/store';
import { type Gateway, startGateway } from '../../../apps/gateway/src/gateway.js';
import type { Installation } from '../../support/import-harness.js';

export const SIRET = '21750001600019';
const SCOPES = ['separations:write', 'rights:write', 'statistics:read', 'aid-requests:write', 'aid-requests:decide'];

export interface Asked {
  readonly purpose: string;
  readonly sites?: readonly string[] | 'all';
  readonly body?: object;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** A gateway on an installation, and whatever it has logged. */
export class RightsGateway {
  private readonly bearers = new Map<string, string>();

  private constructor(
    private readonly installation: Installation,
    private readonly gateway: Gateway,
    private readonly lines: readonly string[],
  ) {}

  static async open(installation: Installation): Promise<RightsGateway> {
    const lines: string[] = [];
    const logger = createLogger({ logLevel: 'trace' }, { write: (line: string) => void lines.push(line) });
    const where = { host: '127.0.0.1', port: 0, opsPort: 0 };
    const gateway = await startGateway(where, loadSettings(installation.environment), logger);
    return new RightsGateway(installation, gateway, lines);
  }

  get log(): string {
    return this.lines.join('');
  }

  rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.installation.rows<T>(text, values);
  }

  async ask(
    method: 'GET' | 'POST',
    path: string,
    { purpose, sites = 'all', body, key, headers }: Asked,
  ): Promise<Answer> {
    const answer = await patientFetch(`http://127.0.0.1:${String(this.gateway.port)}/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.bearer(purpose, sites)}`,
        'x-purpose': purpose,
        'x-recipient': SIRET,
        ...(method === 'POST' ? { 'idempotency-key': key ?? randomUUID() } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: answer.status, headers: answer.headers, text, json };
  }

  /** Entries of the trail with an action, the oldest first. */
  entries(action: string) {
    return this.rows<{ subject: string | null; purpose: string; recipient: string; grant: string }>(
      `SELECT subject_id::text AS subject, purpose, recipient, grant_id AS "grant" FROM passerelle.audit_entry
       WHERE action = $1 ORDER BY seq`,
      [action],
    );
  }

  close(): Promise<void> {
    return this.gateway.stop();
  }

  private async bearer(purpose: string, sites: readonly string[] | 'all'): Promise<string> {
    const name = JSON.stringify([purpose, sites]);
    const known = this.bearers.get(name);
    if (known !== undefined) return known;
    const wish = { client: 'aides-ville', purposes: [purpose], scopes: SCOPES, recipient: SIRET, sites, networks: [] };
    const { database } = this.installation.engine;
    const { bearer } = await database.transaction((client) => createToken(client, { ...wish, expiresAt: null }));
    this.bearers.set(name, bearer);
    return bearer;
  }
}
