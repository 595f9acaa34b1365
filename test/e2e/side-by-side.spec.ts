import { ProblemError } from '../../clients/typescript/src/index.js';
import { until } from '../support/serving.js';
import { PERSONS_PER_HOUR, TwoGateways } from '../support/two-gateways.js';

let two: TwoGateways;
beforeAll(async () => {
  two = await TwoGateways.open();
}, 180_000);
afterAll(() => two.close(), 30_000);

const rows = <T extends object>(text: string, values: unknown[] = []) => two.installation.rows<T>(text, values);
const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

test('of two gateways that move one version at once, one does', async () => {
  const { at } = await two.clients();
  const { data } = await at[0].call('openAidRequest', { body: { kind: 'food', paper_reference: 'PAP-TWO' } });
  const move = (n: number) =>
    at[n % 2]!.call('moveAidRequest', { path: { id: data.id }, body: { to: 'submitted' }, ifMatch: '"1"' });
  const codes = await Promise.all(Array.from({ length: 10 }, (_, n) => codeOf(move(n))));
  expect(codes.sort()).toEqual(['done', ...Array<string>(9).fill('version.stale')]);
});

test('the bound on persons is one for both, and both tell those who watch', async () => {
  const { id, at } = await two.clients();
  const asked = two.persons.slice(0, PERSONS_PER_HOUR + 6);
  expect(asked).toHaveLength(PERSONS_PER_HOUR + 6);
  const read = (id: string, n: number) => codeOf(at[n % 2]!.call('readPerson', { path: { id } }));
  const codes = await Promise.all(asked.map(read));
  const through = asked.filter((_, n) => codes[n] === 'done');
  expect([through.length, new Set(codes)]).toEqual([PERSONS_PER_HOUR, new Set(['done', 'access.too-many-persons'])]);
  // Whoever was read stays readable, at the other gateway too.
  expect(new Set(await Promise.all(through.map((person, n) => read(person, n + 1))))).toEqual(new Set(['done']));
  const alerts = await rows(`SELECT FROM passerelle.audit_entry WHERE action = 'gateway.reach' AND grant_id = $1`, [
    `token/${id}`,
  ]);
  expect(alerts).toHaveLength(1);
  const counted = await Promise.all(
    two.gateways.map(async ({ operations }) => {
      const text = await (await fetch(`${operations}/metrics`)).text();
      return Number(/reach_refused_total\{bound="hour"\} (\d+)/.exec(text)?.[1]);
    }),
  );
  expect(counted.reduce((sum, n) => sum + n, 0)).toBe(6);
}, 60_000);

test('a token that is revoked is soon refused by both', async () => {
  const { id, at } = await two.clients();
  const ask = () => Promise.all(at.map((client) => codeOf(client.call('listWebhooks', {}))));
  expect(await ask()).toEqual(['done', 'done']);
  await rows('UPDATE passerelle.api_token SET revoked_at = now() WHERE id = $1', [id]);
  await until(async () => new Set(await ask()).size === 1 && (await ask()).includes('access.token-unknown'));
});
