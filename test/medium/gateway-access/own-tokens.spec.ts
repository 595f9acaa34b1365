import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../../support/command-line.js';
import { copyConfig } from '../../support/config-copy.js';
import { GatewayGround, SIRET } from '../../support/gateway-ground.js';
import { until } from '../../support/serving.js';

const BURST = 40;
const folder = mkdtempSync(join(tmpdir(), 'own-tokens-'));
let ground: GatewayGround;
beforeAll(async () => {
  const config = await copyConfig(join(folder, 'config'));
  const rules = join(config, 'gateway.yml');
  const few = readFileSync(rules, 'utf8')
    .replace(/requestsPerSecond: \d+/, 'requestsPerSecond: 1')
    .replace(/burst: \d+/, `burst: ${String(BURST)}`);
  writeFileSync(rules, few);
  ground = await GatewayGround.open({ PASSERELLE_CONFIG: config });
  // The command works on the installation of this test; each suite has its own copy of the environment.
  Object.assign(process.env, ground.installation.environment);
}, 60_000);
afterAll(async () => {
  await ground.close();
  rmSync(folder, { recursive: true });
});

interface Made {
  readonly tokenId: string;
  readonly token: string;
  readonly expiresAt: string | null;
}
const make = async (words = ''): Promise<Made> => {
  const line = `token create --json --client aides-ville --purposes aid_instruction --recipient ${SIRET} ${words}`;
  const { code, stdout, stderr } = await commandLine(line.trim().split(' '));
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Made;
};
const STATED = { 'x-purpose': 'aid_instruction', 'x-recipient': SIRET };
const ask = async (headers: Record<string, string>, path = 'webhooks') => {
  const answer = await fetch(`http://127.0.0.1:${String(ground.gateway.port)}/v1/${path}`, { headers });
  const json = (await answer.json()) as { code?: string };
  return { status: answer.status, code: json.code ?? null, headers: answer.headers };
};
const bearer = ({ token }: Made): Record<string, string> => ({ authorization: `Bearer ${token}`, ...STATED });

test('a token opens what its purposes give; the store, the trail and the log hold its secret nowhere', async () => {
  const made = await make('--expires 2099-12-31');
  const told = await ask(bearer(made));
  expect([told.status, told.headers.get('ratelimit-limit'), told.headers.get('ratelimit-remaining')]).toEqual([
    200,
    String(BURST),
    String(BURST - 1),
  ]);
  // The last day is a whole one, in Paris.
  expect(made.expiresAt).toBe('2099-12-31T23:00:00.000Z');
  const secret = made.token.slice(`psl_${made.tokenId}_`.length);
  expect(secret.length).toBeGreaterThan(30);
  const [kept] = await ground.installation.rows<{ all: string }>(
    `SELECT (SELECT jsonb_agg(t) FROM passerelle.api_token t)::text || (SELECT jsonb_agg(e) FROM passerelle.audit_entry e)::text AS all`,
  );
  const { stdout } = await commandLine(['token', 'list', '--json']);
  expect(stdout).toContain(made.tokenId);
  for (const place of [kept?.all, ground.log, stdout]) expect(place).not.toContain(secret);
});

test.each([
  ['no token', { authorization: '' }, 401, 'access.token-missing'],
  ['another scheme', { authorization: 'Basic eDp5' }, 401, 'access.token-missing'],
  ['a secret that is none', { authorization: 'Bearer psl_0000000000000000_x' }, 401, 'access.token-unknown'],
  ['no purpose', { 'x-purpose': '' }, 403, 'access.purpose-missing'],
  ['a purpose that the token lacks', { 'x-purpose': 'case_support' }, 403, 'access.purpose'],
  ['a purpose that nobody has', { 'x-purpose': 'curiosity' }, 403, 'access.purpose'],
  ['two purposes', { 'x-purpose': 'aid_instruction, case_support' }, 403, 'access.purpose'],
  ['no recipient', { 'x-recipient': '' }, 403, 'access.recipient-missing'],
  ['another recipient', { 'x-recipient': '11111111111111' }, 403, 'access.recipient'],
])('%s: refused', async (_what, changed, status, code) => {
  const told = await ask({ ...bearer(await make()), ...(changed as Record<string, string>) });
  expect([told.status, told.code]).toEqual([status, code]);
  if (status === 401) expect(told.headers.get('www-authenticate')).toMatch(/^Bearer( error="invalid_token")?$/);
});

test('a token with fewer scopes, for other sites, or from another network is held to them', async () => {
  const narrow = await make('--scopes persons:read');
  expect(await ask(bearer(narrow))).toMatchObject({ status: 403, code: 'access.scope' });
  const far = await make('--networks 10.0.0.0/8,2001:db8::/32');
  expect(await ask(bearer(far))).toMatchObject({ status: 403, code: 'access.network' });
  expect(await ask(bearer(await make('--networks 127.0.0.0/8')))).toMatchObject({ status: 200 });
  // Nobody is believed about where they come from unless gateway.yml names the proxy.
  expect(await ask({ ...bearer(far), 'x-forwarded-for': '10.1.1.1' })).toMatchObject({ status: 403 });
});

test('a token that is revoked or over is nobody’s, and is told no more than one that never was', async () => {
  const [revoked, over] = [await make(), await make('--expires 2099-12-31')];
  expect((await ask(bearer(revoked))).status).toBe(200);
  expect((await commandLine(['token', 'revoke', revoked.tokenId])).code).toBe(0);
  await ground.installation.rows(
    `UPDATE passerelle.api_token SET expires_at = now() - interval '1 second' WHERE id = $1`,
    [over.tokenId],
  );
  for (const made of [revoked, over])
    await until(async () => (await ask(bearer(made))).code === 'access.token-unknown');
  const actions = await ground.installation.rows<{ action: string }>(
    'SELECT action FROM passerelle.audit_entry WHERE incident = $1 ORDER BY seq',
    [`token/${revoked.tokenId}`],
  );
  expect(actions.map(({ action }) => action)).toEqual(['token.create', 'token.revoke']);
});

test.each([
  ['--client aides --purposes curiosity', 'token.purpose'],
  ['--client aides --purposes aid_instruction --scopes rights:write', 'token.scope'],
  ['--client aides --purposes aid_instruction --networks 10.0.0.0/33', 'token.network'],
  ['--client aides --purposes aid_instruction --sites PSA_07', 'token.site'],
  ['--client aides --purposes aid_instruction --expires 2020-01-01', 'token.expired'],
])('token create %s is refused with %s', async (words, code) => {
  const line = `token create ${words} --recipient ${SIRET}`;
  const { code: ended, stderr } = await commandLine(line.split(' '));
  expect([ended, stderr.includes(code)]).toEqual([2, true]);
});

test('one client that asks too often waits, others do not; and guesses are bounded by address', async () => {
  const [eager, calm] = [await make(), await make()];
  const all = await Promise.all(
    Array.from({ length: 2 * BURST }, () => ask({ ...bearer(eager), 'x-purpose': 'curiosity' })),
  );
  const refused = all.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(BURST / 2);
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['access.too-many']));
  for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask(bearer(calm))).status).toBe(200);
  const guesses = [];
  for (let n = 0; n < 60; n++) {
    const guess = { token: `psl_${String(n).padStart(16, '0')}_${'x'.repeat(43)}`, tokenId: '', expiresAt: null };
    guesses.push((await ask(bearer(guess))).status);
  }
  expect([...new Set(guesses)]).toEqual([401, 429]);
  // Whoever has a token is not kept out by somebody else's guesses.
  expect((await ask(bearer(calm))).status).toBe(200);
}, 60_000);
