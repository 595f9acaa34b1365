import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { get } from 'node:https';
import { certificateThumbprint } from '../../../apps/gateway/src/access/openid/client-certificate.js';
import type { Presented } from '../../../apps/gateway/src/access/presented.js';
import { TrailStore } from '../../../libs/store/src/audit/testing/trail-store.js';
import { Database, forgetProofs } from '../../../libs/store/src/index.js';
import { IdentityProvider, ProofKey, PUBLIC_URL } from './identity-provider.js';
import { clientsOf, logged, show } from './openid-ground.js';
import { type SelfSigned, selfSigned } from './self-signed.js';

const provider = new IdentityProvider();
let store: TrailStore;
let other: Database;
let key: ProofKey;
beforeAll(async () => {
  store = await TrailStore.open(4);
  other = new Database(store.connection, { max: 4 });
  key = await ProofKey.make();
  await provider.start();
  await provider.rotate('first');
});
afterAll(async () => {
  await provider.stop();
  await other.close();
  await store.close();
});

const bound = (thumbprint = key.thumbprint): Promise<string> => provider.token({ cnf: { jkt: thumbprint } });
const shown = (token: string, proof: string, about: Partial<Presented> = {}): Presented =>
  show(token, { scheme: 'dpop', headers: { dpop: proof }, ...about });
const NO_PROOF = { status: 401, code: 'access.proof' };

describe('DPoP', () => {
  it.each(['none', 'dpop'] as const)('lets the sender of a proof in (sender: %s)', async (sender) => {
    const token = await bound();
    const clients = clientsOf(provider, { sender }, store.database);
    expect(await clients.find(shown(token, await key.proof(token)))).toMatchObject({ grant: 'openid/aides-ville' });
    // A proof for each request.
    expect(await clients.find(shown(token, await key.proof(token)))).not.toBeNull();
  });

  it('takes a proof once, by two gateway processes together, however they race', async () => {
    const token = await bound();
    const proof = await key.proof(token);
    const processes = [clientsOf(provider, {}, store.database), clientsOf(provider, {}, other)];
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, async (_, at) => processes[at % 2]?.find(shown(token, proof))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject(NO_PROOF);
  });

  const now = (): number => Math.floor(Date.now() / 1_000);
  const wrong: Readonly<Record<string, (token: string) => Promise<string>>> = {
    'for another method': (token) => key.proof(token, { htm: 'POST' }),
    'for a method in other letters': (token) => key.proof(token, { htm: 'get' }),
    'for another address': (token) => key.proof(token, { htu: `${PUBLIC_URL}/v1/persons/2` }),
    'for another host': (token) => key.proof(token, { htu: 'https://elsewhere.example/v1/persons/1' }),
    'for an address that is none': (token) => key.proof(token, { htu: '/v1/persons/1' }),
    'for another token': () => key.proof('another'),
    'for no token': (token) => key.proof(token, { ath: undefined }),
    'too old': (token) => key.proof(token, { iat: now() - 120 }),
    'of tomorrow': (token) => key.proof(token, { iat: now() + 120 }),
    'of no time': (token) => key.proof(token, { iat: undefined }),
    'of a time that is a text': (token) => key.proof(token, { iat: String(now()) }),
    'without an id': (token) => key.proof(token, { jti: undefined }),
    'with an empty id': (token) => key.proof(token, { jti: '' }),
    'with an endless id': (token) => key.proof(token, { jti: 'x'.repeat(600) }),
    'of another type': (token) => key.proof(token, {}, { typ: 'at+jwt' }),
    'without a key': (token) => key.proof(token, {}, { jwk: undefined }),
    'with a private key': async (token) => key.proof(token, {}, { jwk: await key.privateJwk() }),
    'with a secret for a key': (token) => key.proof(token, {}, { jwk: { kty: 'oct', k: 'AAAA' } }),
    'by another key': async (token) => (await ProofKey.make()).proof(token),
    'by another key, under the name of this one': async (token) =>
      (await ProofKey.make()).proof(token, {}, { jwk: key.jwk }),
    'that is the token': async (token) => token,
    'that is nothing': async () => '',
    'that comes twice': async (token) => `${await key.proof(token)}, ${await key.proof(token)}`,
    'that is huge': (token) => key.proof(token, { padding: 'x'.repeat(10_000) }),
  };
  it.each(Object.keys(wrong))('refuses a proof %s', async (name) => {
    const token = await bound();
    const proof = (await wrong[name]?.(token)) ?? '';
    await expect(clientsOf(provider, {}, store.database).find(shown(token, proof))).rejects.toMatchObject(NO_PROOF);
  });

  it('refuses a bound token as a bearer, whatever is configured, and says so in the log without the token', async () => {
    logged.length = 0;
    const token = await bound();
    const proof = await key.proof(token);
    const clients = clientsOf(provider, {}, store.database);
    await expect(clients.find(shown(token, proof, { scheme: 'bearer' }))).rejects.toMatchObject(NO_PROOF);
    expect(logged.join()).toContain('openid/aides-ville');
    expect(logged.join()).not.toContain(token.slice(0, 40));
  });

  it('refuses a token that is bound to nothing where proofs are required, and a proof with one where they are not', async () => {
    const token = await provider.token();
    const proof = await key.proof(token);
    const strict = clientsOf(provider, { sender: 'dpop' }, store.database);
    await expect(strict.find(show(token))).rejects.toMatchObject(NO_PROOF);
    await expect(strict.find(shown(token, proof))).rejects.toMatchObject(NO_PROOF);
    await expect(clientsOf(provider, {}, store.database).find(shown(token, proof))).rejects.toMatchObject({
      ...NO_PROOF,
      headers: { 'WWW-Authenticate': expect.stringContaining('DPoP error="invalid_dpop_proof"') },
    });
  });

  it('refuses our own tokens with a proof', async () => {
    expect(await clientsOf(provider).find(show('psl_x', { scheme: 'dpop' }))).toBeNull();
  });

  it('forgets proofs that do not hold any more', async () => {
    await store.database.query(`UPDATE passerelle.api_proof SET until = now() - interval '1 second'`);
    expect(await store.database.session(forgetProofs)).toBeGreaterThan(0);
    expect(await store.database.query('SELECT FROM passerelle.api_proof')).toEqual([]);
  });
});

describe('a certificate', () => {
  const theirs = selfSigned('aides-ville');
  const thumbprint = ({ certificate }: SelfSigned): string =>
    createHash('sha256').update(certificate.raw).digest('base64url');
  const token = (): Promise<string> => provider.token({ cnf: { 'x5t#S256': thumbprint(theirs) }, jti: randomUUID() });
  const from = (address: string): Presented['socket'] =>
    Object.create(show('').socket, { remoteAddress: { value: address } }) as Presented['socket'];
  const passedOn = (value: string, address = '10.0.0.7'): Partial<Presented> => ({
    headers: { 'x-client-cert': value },
    socket: from(address),
  });
  const pem = encodeURIComponent(theirs.cert);
  const clients = () => clientsOf(provider, { sender: 'mtls', certificateHeader: 'x-client-cert' });
  const NO_CERTIFICATE = { status: 401, code: 'access.certificate' };

  it.each([
    ['PEM with percent signs', pem],
    ['bytes as RFC 9440 writes them', `:${theirs.certificate.raw.toString('base64')}:`],
  ])('is believed when a trusted proxy passes it on: %s', async (_, value) => {
    expect(await clients().find(show(await token(), passedOn(value)))).toMatchObject({ grant: 'openid/aides-ville' });
  });

  it.each([
    ['an address that is no proxy’s', passedOn(pem, '10.0.1.7')],
    ['a proxy, for another certificate', passedOn(encodeURIComponent(selfSigned('other').cert))],
    ['a proxy, twice', passedOn(`${pem}, ${pem}`)],
    ['a proxy, before the one of the connection', passedOn(`${pem},${encodeURIComponent(selfSigned('other').cert)}`)],
    ['a proxy, as a chain', passedOn(encodeURIComponent(`${theirs.cert}${selfSigned('other').cert}`))],
    ['a proxy, garbled', passedOn('%E0%A4%A')],
    ['a proxy, as nothing', passedOn('')],
    ['nowhere', {}],
  ])('is not believed from %s', async (_, about) => {
    await expect(clients().find(show(await token(), about))).rejects.toMatchObject(NO_CERTIFICATE);
  });

  it('is asked for where the token is bound to one, whatever is configured; an unbound token is not enough', async () => {
    await expect(clientsOf(provider).find(show(await token()))).rejects.toMatchObject(NO_CERTIFICATE);
    await expect(clients().find(show(await provider.token(), passedOn(pem)))).rejects.toMatchObject(NO_CERTIFICATE);
  });

  it('of a TLS connection of the gateway’s own is the one of the handshake, whatever a header says', async () => {
    const { cert, key: serverKey } = selfSigned('localhost');
    const seen: (string | null)[] = [];
    const options = { cert, key: serverKey, requestCert: true, rejectUnauthorized: false };
    const server = createServer(options, ({ socket, headers }, response) => {
      seen.push(
        certificateThumbprint(show('', { socket, headers }), { header: 'x-client-cert', proxies: ['127.0.0.1'] }),
      );
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    for (const own of [{ cert: theirs.cert, key: theirs.key }, {}]) {
      const about = {
        host: '127.0.0.1',
        port,
        rejectUnauthorized: false,
        agent: false as const,
        headers: { 'x-client-cert': pem },
      };
      await new Promise((resolve, reject) => {
        get({ ...about, ...own }, (response) => response.resume().on('end', resolve)).on('error', reject);
      });
    }
    await new Promise((resolve) => server.close(resolve));
    expect(seen).toEqual([thumbprint(theirs), null]);
  });
});
