import { generateKeyPair, UnsecuredJWT } from 'jose';
import { AUDIENCE, IdentityProvider, SIRET } from './identity-provider.js';
import { clientsOf, clientsWithClock, logged, show } from './openid-ground.js';

const provider = new IdentityProvider();
beforeAll(async () => {
  await provider.start();
  await provider.rotate('first');
});
afterAll(() => provider.stop());
afterEach(() => void (provider.answer = null));

const SECONDS = Math.floor(Date.now() / 1_000);
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token that holds', () => {
  it('is the client that its claims name, with what policies and gateway.yml give', async () => {
    expect(await clientsOf(provider).find(show(await provider.token()))).toEqual({
      grant: 'openid/aides-ville',
      purposes: ['case_support', 'statistics'],
      scopes: expect.arrayContaining(['persons:read', 'statistics:read']),
      recipient: SIRET,
      sites: 'all',
      networks: [],
      expiresAt: expect.any(Number),
    });
  });

  it('gives no purpose that the policies lack, no scope that the purposes do not give, no site that is not said', async () => {
    const claims = {
      client: ['azp'],
      purposes: ['realm', 'purposes'],
      recipient: 'siret',
      scopes: 'scope',
      sites: 'sites',
    };
    const find = async (token: object) =>
      clientsOf(provider, { claims }).find(
        show(await provider.token({ azp: 'a', realm: { purposes: ['statistics', 'everything', 7] }, ...token })),
      );
    expect(await find({ scope: 'openid statistics:read rights:write' })).toMatchObject({
      purposes: ['statistics'],
      scopes: ['statistics:read'],
      sites: [],
    });
    expect(await find({ sites: ['ssdp-19', 'all', '../etc', 4] })).toMatchObject({ scopes: [], sites: ['ssdp-19'] });
    expect(await find({ sites: 'all', realm: null })).toMatchObject({ purposes: [], scopes: [], sites: 'all' });
  });

  it.each([
    ['no client', { client_id: undefined }],
    ['a client whose name no trail can keep', { client_id: 'ville aides é' }],
    ['a client that is a list', { client_id: ['aides-ville'] }],
    ['a client that is too long', { client_id: 'a'.repeat(74) }],
    ['no recipient', { siret: undefined }],
    ['a recipient that is no SIRET', { siret: '2175000160001' }],
    ['a binding that nobody knows', { cnf: { kid: 'x' } }],
    ['an empty binding', { cnf: {} }],
    ['a binding that is no object', { cnf: 'x' }],
    ['two bindings of which one is unknown', { cnf: { jkt: 'x', jwe: 'y' } }],
    ['a binding of another type', { cnf: { jkt: 7 } }],
  ])('but has %s is nobody’s', async (_, claims) => {
    expect(await clientsOf(provider).find(show(await provider.token(claims)))).toBeNull();
  });
});

describe('a hostile token is nobody’s', () => {
  const cases: Readonly<Record<string, () => Promise<string>>> = {
    'unsigned, alg none': async () =>
      new UnsecuredJWT({ client_id: 'a' })
        .setIssuer(provider.issuer)
        .setAudience(AUDIENCE)
        .setExpirationTime('5m')
        .encode(),
    'signed, then alg none': async () => {
      const [, payload = ''] = (await provider.token()).split('.');
      return `${encode({ alg: 'none', typ: 'at+jwt' })}.${payload}.`;
    },
    'alg none in other letters': async () => {
      const [, payload = '', signature = ''] = (await provider.token()).split('.');
      return `${encode({ alg: 'nOnE', typ: 'at+jwt', kid: 'first' })}.${payload}.${signature}`;
    },
    'HS256 with the public key as secret': async () =>
      provider.token({}, { alg: 'HS256' }, new TextEncoder().encode(JSON.stringify(provider.jwk))),
    'HS256 with an empty kid': async () => provider.token({}, { alg: 'HS256', kid: '' }, new Uint8Array(32)),
    'signed with an algorithm that is not configured': async () =>
      provider.token({}, { alg: 'ES384' }, (await generateKeyPair('ES384')).privateKey),
    'signed by another key under our key’s name': async () =>
      provider.token({}, {}, (await generateKeyPair('ES256')).privateKey),
    'with a key of its own in the header': async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
      const { exportJWK } = await import('jose');
      return provider.token({}, { jwk: await exportJWK(publicKey), kid: undefined }, privateKey);
    },
    'with an address of keys in the header': async () =>
      provider.token({}, { jku: 'http://127.0.0.1:9/keys', kid: 'x' }, (await generateKeyPair('ES256')).privateKey),
    'with a path as kid': async () =>
      provider.token({}, { kid: '../../../../dev/null' }, (await generateKeyPair('ES256')).privateKey),
    'with SQL as kid': async () =>
      provider.token({}, { kid: "' UNION SELECT 'k'--" }, (await generateKeyPair('ES256')).privateKey),
    'with a kid of the prototype': async () =>
      provider.token({}, { kid: '__proto__' }, (await generateKeyPair('ES256')).privateKey),
    'with an unknown critical member': async () => {
      const [head = '', ...rest] = (await provider.token()).split('.');
      const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as object;
      return [encode({ ...header, crit: ['x'], x: 1 }), ...rest].join('.');
    },
    'with a changed claim': async () => {
      const [head = '', payload = '', signature = ''] = (await provider.token()).split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
      return `${head}.${encode({ ...claims, client_id: 'root' })}.${signature}`;
    },
    'without a signature': async () => (await provider.token()).split('.').slice(0, 2).join('.'),
    'for another audience': () => provider.token({ aud: 'somebody-else' }),
    'without an audience': () => provider.token({ aud: undefined }),
    'of another issuer': () => provider.token({ iss: 'https://login.example' }),
    'of an issuer that begins like ours': () => provider.token({ iss: `${provider.issuer}/x` }),
    'of another type: an identity token': () => provider.token({}, { typ: 'JWT' }),
    'of another type: a proof': () => provider.token({}, { typ: 'dpop+jwt' }),
    'without a type': () => provider.token({}, { typ: undefined }),
    expired: () => provider.token({ exp: SECONDS - 60 }),
    'without an end': () => provider.token({ exp: undefined }),
    'with an end that is a text': () => provider.token({ exp: '9999999999' }),
    'of tomorrow': () => provider.token({ nbf: SECONDS + 600 }),
    huge: () => provider.token({ padding: 'x'.repeat(100_000) }),
    'of three empty parts': async () => '..',
    'of no JSON': async () => 'AAAA.BBBB.CCCC',
    'of a header that is a list': async () => `${encode([])}.${encode({})}.AAAA`,
    encrypted: async () => `${encode({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a.b.c.d`,
  };

  it.each(Object.keys(cases))('%s', async (name) => {
    const token = await cases[name]?.();
    expect(await clientsOf(provider).find(show(token ?? ''))).toBeNull();
  });

  it('no algorithm with a shared secret, and none without a signature, can be configured', async () => {
    const { readFileSync } = await import('node:fs');
    const { join } = await import('node:path');
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../config/schema/gateway.schema.json'), 'utf8'),
    ) as {
      properties: { openid: { properties: { algorithms: { items: { enum: string[] } } } } };
    };
    const { enum: algorithms } = schema.properties.openid.properties.algorithms.items;
    expect(algorithms.filter((name) => /^(HS|none)/i.test(name))).toEqual([]);
  });
});

describe('the provider’s keys', () => {
  it('are asked for once, however many tokens come', async () => {
    const clients = clientsOf(provider);
    const before = provider.asked;
    const tokens = await Promise.all(Array.from({ length: 20 }, () => provider.token()));
    const found = await Promise.all(tokens.map((token) => clients.find(show(token))));
    expect(found.every((client) => client !== null)).toBe(true);
    expect(provider.asked - before).toBe(1);
  });

  it('rotate: a new one is fetched when the first token names it, and strangers cannot have it fetched again and again', async () => {
    let now = 0;
    const clients = clientsWithClock(provider, () => now);
    await clients.find(show(await provider.token()));
    await provider.rotate('second');
    const token = await provider.token();
    now = 20_000;
    expect(await clients.find(show(token))).toMatchObject({ grant: 'openid/aides-ville' });
    const before = provider.asked;
    const stranger = await generateKeyPair('ES256');
    for (let n = 0; n < 10; n++) {
      const forged = await provider.token({}, { kid: `k${String(n)}` }, stranger.privateKey);
      expect(await clients.find(show(forged))).toBeNull();
    }
    expect(provider.asked - before).toBe(0);
    now = 40_000;
    expect(await clients.find(show(await provider.token({}, { kid: 'k' }, stranger.privateKey)))).toBeNull();
    expect(provider.asked - before).toBe(1);
  });

  it('withdrawn: no token of theirs holds once the set was fetched again, whatever was remembered', async () => {
    let now = 0;
    const clients = clientsWithClock(provider, () => now);
    const old = await provider.token();
    expect(await clients.find(show(old))).not.toBeNull();
    await provider.rotate('third', true);
    now = 20_000;
    expect(await clients.find(show(await provider.token()))).not.toBeNull();
    expect(await clients.find(show(old))).toBeNull();
  });

  it('while it is away: known ones go on, for a new one the client is told to come back, and nothing is a fault', async () => {
    let now = 0;
    const clients = clientsWithClock(provider, () => now);
    await clients.find(show(await provider.token()));
    const known = await provider.token();
    await provider.rotate('fourth');
    const unknown = await provider.token();
    await provider.stop();
    now = 700_000;
    logged.length = 0;
    for (let n = 0; n < 3; n++) {
      expect(await clients.find(show(known))).not.toBeNull();
      await expect(clients.find(show(unknown))).rejects.toMatchObject({
        status: 503,
        code: 'access.provider-away',
        headers: { 'Retry-After': expect.stringMatching(/^([1-9]|10)$/) },
      });
    }
    expect(logged).toHaveLength(1);
    await provider.start();
    now += 20_000;
    expect(await clients.find(show(unknown))).not.toBeNull();
  });

  it('away from the start: the client is told to come back', async () => {
    const token = await provider.token();
    await provider.stop();
    await expect(clientsOf(provider).find(show(token))).rejects.toMatchObject({ status: 503 });
    await provider.start();
  });

  it.each([
    ['an error', { status: 500, body: '{"keys":[]}' }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['no keys', { status: 200, body: '{}' }],
    ['a list', { status: 200, body: 'null' }],
    ['a document without end', { status: 200, body: `{"keys":["${'x'.repeat(300_000)}"]}` }],
  ])('answered with %s: the client is told to come back', async (_, answer) => {
    provider.answer = answer;
    await expect(clientsOf(provider).find(show(await provider.token()))).rejects.toMatchObject({ status: 503 });
  });

  it('that are secrets or for encryption verify nothing', async () => {
    const secret = { kty: 'oct', k: 'AAAA', kid: 's', alg: 'HS256' };
    provider.answer = {
      status: 200,
      body: JSON.stringify({ keys: [secret, null, 7, { ...provider.jwk, use: 'enc' }] }),
    };
    expect(await clientsOf(provider).find(show(await provider.token()))).toBeNull();
  });
});
