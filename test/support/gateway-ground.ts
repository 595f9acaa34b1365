import { patientFetch } from './patient-fetch.js';
import { randomUUID } from 'node:crypto';
import { createLogger, loadSettings } from '#libs/runtime';
import { createToken } from '#libs/store';
import { type Gateway, startGateway } from '../../apps/gateway/src/gateway.js';
import { Installation } from './import-harness.js';

export const SIRET = '21750001600019';

/** A token as a test wants it; what is left out is open. */
export interface Wanted {
  readonly purposes: readonly string[];
  readonly scopes: readonly string[];
  readonly sites?: readonly string[];
  readonly recipient?: string;
}

/** Who asks: a bearer with a purpose, and the SIRET that it was made for. */
export interface Caller {
  readonly bearer: string;
  readonly purpose: string;
  readonly recipient: string;
}

export interface Asked {
  readonly key?: string | null;
  readonly match?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

/** A gateway in this process over an installation of its own. */
export class GatewayGround {
  private constructor(
    readonly installation: Installation,
    readonly gateway: Gateway,
    private readonly lines: string[],
  ) {}

  /** @param before the gateway starts: what the store shall hold by then */
  static async open(
    settings: Readonly<Record<string, string>> = {},
    before: (installation: Installation) => Promise<void> = () => Promise.resolve(),
  ): Promise<GatewayGround> {
    const installation = await Installation.open(settings);
    await before(installation);
    const lines: string[] = [];
    const logger = createLogger({ logLevel: 'debug' }, { write: (line: string) => void lines.push(line) });
    const environment = { ...installation.environment, ...settings };
    const gateway = await startGateway({ host: '127.0.0.1', port: 0, opsPort: 0 }, loadSettings(environment), logger);
    return new GatewayGround(installation, gateway, lines);
  }

  /** Everything that the gateway has logged. */
  get log(): string {
    return this.lines.join('');
  }

  /** Makes a token; the caller states the first of its purposes. */
  async caller({ purposes, scopes, sites, recipient = SIRET }: Wanted): Promise<Caller> {
    const made = await this.installation.engine.database.transaction((client) =>
      createToken(client, {
        client: 'a-test',
        purposes,
        scopes,
        recipient,
        sites: sites ?? 'all',
        networks: [],
        expiresAt: null,
      }),
    );
    return { bearer: made.bearer, purpose: purposes[0] ?? '', recipient };
  }

  /** `POST` gets a key of its own unless `key` says otherwise (null: none). @param path below `/v1` */
  async ask(caller: Caller, method: string, path: string, asked: Asked = {}): Promise<Answer> {
    const { key = randomUUID(), match = null, body, headers = {} } = asked;
    const answer = await patientFetch(`http://127.0.0.1:${String(this.gateway.port)}/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${caller.bearer}`,
        'x-purpose': caller.purpose,
        'x-recipient': caller.recipient,
        ...(method === 'POST' && key !== null ? { 'idempotency-key': key } : {}),
        ...(match === null ? {} : { 'if-match': match }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: answer.status, headers: answer.headers, text, json };
  }

  async close(): Promise<void> {
    await this.gateway.stop();
    await this.installation.close();
  }
}
