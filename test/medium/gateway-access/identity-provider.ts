import { createHash, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

export const AUDIENCE = 'passerelle';
export const SIRET = '21750001600019';
export const PUBLIC_URL = 'https://passerelle.ville.example';

/** An OpenID provider on the loopback interface, with real keys: discovery document, key set, tokens. */
export class IdentityProvider {
  /** How often its keys were asked for. */
  asked = 0;
  /** What it answers instead of its keys. */
  answer: { readonly status: number; readonly body: string } | null = null;
  private keys: { readonly kid: string; readonly pair: KeyPair; readonly jwk: JWK }[] = [];
  private server: Server | null = null;
  private port = 0;

  get issuer(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** Listens, again on the same port after a stop. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const isKeys = request.url === '/keys';
      if (isKeys) this.asked += 1;
      const { status, body } = (isKeys ? this.answer : null) ?? {
        status: 200,
        body: JSON.stringify(this.document(isKeys)),
      };
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server !== null) await new Promise((resolve) => server.close(resolve));
  }

  /** From now on tokens are signed with a new key; the earlier ones stay in the set unless they are withdrawn. */
  async rotate(kid: string, withdraw = false): Promise<KeyPair> {
    const pair = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(pair.publicKey)), kid, alg: 'ES256', use: 'sig' };
    this.keys = [...(withdraw ? [] : this.keys), { kid, pair, jwk }];
    return pair;
  }

  get jwk(): JWK {
    return this.keys.at(-1)?.jwk ?? {};
  }

  /** A token that holds, but for what the test changes. */
  async token(
    claims: Readonly<Record<string, unknown>> = {},
    header: Readonly<Record<string, unknown>> = {},
    signer: KeyPair['privateKey'] | Uint8Array | null = null,
  ): Promise<string> {
    const key = this.keys.at(-1);
    if (key === undefined) throw new Error('the provider has no key');
    const now = Math.floor(Date.now() / 1_000);
    const payload = {
      iss: this.issuer,
      aud: AUDIENCE,
      sub: 'aides-ville',
      client_id: 'aides-ville',
      passerelle_purposes: 'case_support statistics',
      siret: SIRET,
      iat: now,
      exp: now + 300,
      jti: randomUUID(),
      ...claims,
    };
    const whole = { alg: 'ES256', kid: key.kid, typ: 'at+jwt', ...header };
    return new SignJWT(payload).setProtectedHeader(whole).sign(signer ?? key.pair.privateKey);
  }

  private document(isKeys: boolean): object {
    if (isKeys) return { keys: this.keys.map(({ jwk }) => jwk) };
    return { issuer: this.issuer, jwks_uri: `${this.issuer}/keys` };
  }
}

/** The key of a client, which its tokens are bound to and its proofs are signed with. */
export class ProofKey {
  private constructor(
    private readonly pair: KeyPair,
    readonly jwk: JWK,
    readonly thumbprint: string,
  ) {}

  static async make(): Promise<ProofKey> {
    const pair = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(pair.publicKey);
    return new ProofKey(pair, jwk, await calculateJwkThumbprint(jwk, 'sha256'));
  }

  async privateJwk(): Promise<JWK> {
    return exportJWK(this.pair.privateKey);
  }

  /** A proof that holds for `GET /v1/persons/1`, but for what the test changes. */
  proof(
    token: string,
    claims: Readonly<Record<string, unknown>> = {},
    header: Readonly<Record<string, unknown>> = {},
  ): Promise<string> {
    const payload = {
      jti: randomUUID(),
      htm: 'GET',
      htu: `${PUBLIC_URL}/v1/persons/1`,
      iat: Math.floor(Date.now() / 1_000),
      ath: createHash('sha256').update(token).digest('base64url'),
      ...claims,
    };
    const whole = { alg: 'ES256', typ: 'dpop+jwt', jwk: this.jwk, ...header };
    return new SignJWT(payload).setProtectedHeader(whole).sign(this.pair.privateKey);
  }
}
