import { type ClientOptions, passerelle, type PasserelleClient } from '../../clients/typescript/src/index.js';
import { loadSettings } from '#libs/runtime';
import { makeToken } from '#libs/services';
import { openTokenDesk } from '../../apps/migrator/src/clients/open-token-desk.js';
import type { Installation } from './import-harness.js';
import type { Places } from './serving.js';
import { passerelle as command } from './spawn-cli.js';

export const SIRET = '21750001600019';

/** What a request of its own making says; a header or key that is left out is not sent. */
export interface BareRequest {
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** An outside system: it has a token that the command line made, and knows nothing but the address. */
export class AidRequestSystem {
  readonly client: PasserelleClient;

  private constructor(private readonly options: ClientOptions) {
    this.client = passerelle(options);
  }

  /** Made by the command, as whoever runs the gateway makes it. */
  static async register(
    { api }: Pick<Places, 'api'>,
    environment: Readonly<Record<string, string>>,
    purpose: string,
  ): Promise<AidRequestSystem> {
    const line = `token create --json --client aides-ville --purposes ${purpose} --recipient ${SIRET}`;
    const { code, stdout, stderr } = await command(line, environment);
    if (code !== 0) throw new Error(`no token: ${stderr}`);
    const { token } = JSON.parse(stdout) as { readonly token: string };
    return new AidRequestSystem({ baseUrl: api, token, recipient: SIRET, purpose });
  }

  /** As `register`, without a command: with every scope that the purpose gives. */
  static async admit(
    { api }: Pick<Places, 'api'>,
    { engine, environment }: Installation,
    purpose: string,
  ): Promise<AidRequestSystem> {
    const { bearer } = await makeToken(openTokenDesk(engine, loadSettings(environment)), {
      client: 'aides-ville',
      purposes: [purpose],
      recipient: SIRET,
      sites: 'all',
      scopes: [],
      networks: [],
      expires: null,
    });
    return new AidRequestSystem({ baseUrl: api, token: bearer, recipient: SIRET, purpose });
  }

  /** The same client at another gateway process. */
  at({ api }: Pick<Places, 'api'>): AidRequestSystem {
    return new AidRequestSystem({ ...this.options, baseUrl: api });
  }

  /** What the generated client would not send: no key, no version, a tag that is known. @param path below `/v1` */
  bare(method: string, path: string, { key, headers, body }: BareRequest = {}): Promise<Response> {
    const { baseUrl, token, purpose, recipient } = this.options;
    return fetch(`${baseUrl}/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'x-purpose': purpose,
        'x-recipient': recipient,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
