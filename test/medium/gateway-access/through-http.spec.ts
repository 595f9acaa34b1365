import { Controller, Get, Module, Param } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from '../../../apps/gateway/src/access/access.guard.js';
import type { Access } from '../../../apps/gateway/src/access/access.js';
import { Access as RequestAccess, Needs } from '../../../apps/gateway/src/access/needs.js';
import { ReachLimit } from '../../../apps/gateway/src/access/reach-limit.js';
import { RequestLimit } from '../../../apps/gateway/src/access/request-limit.js';
import { type Listener, openListener } from '../../../apps/gateway/src/http/listener.js';
import { GatewayMetrics } from '../../../apps/gateway/src/operations/gateway-metrics.js';
import { Overload } from '../../../apps/gateway/src/operations/overload.js';
import { TrailStore } from '../../../libs/store/src/audit/testing/trail-store.js';
import { IdentityProvider, ProofKey, PUBLIC_URL, SIRET } from './identity-provider.js';
import { book, clientsOf, logger, rulesFor } from './openid-ground.js';

const provider = new IdentityProvider();
const metrics = new GatewayMetrics();
let store: TrailStore;
let api: Listener;
let reach: ReachLimit;

@Controller('v1/persons')
class PersonsController {
  @Get(':id')
  @Needs('persons:read')
  async read(@Param('id') id: string, @RequestAccess() access: Access): Promise<object> {
    await reach.take(access.client.grant, id);
    return { grant: access.client.grant, purpose: access.purpose };
  }
}

beforeAll(async () => {
  store = await TrailStore.open(4);
  await provider.start();
  await provider.rotate('first');
  const { database } = store;
  const bounds = { personsPerHour: 2, personsPerDay: 9 };
  const onAlert = (bound: 'hour' | 'day'): void => metrics.reachRefused(bound);
  reach = new ReachLimit({ database, trail: store.trail(), bounds, logger, onAlert });
  const limits = [new RequestLimit(100, 100), new RequestLimit(1, 20)] as const;
  const guard = new AccessGuard(clientsOf(provider, {}, database), book, rulesFor(provider), ...limits);
  const providers = [{ provide: APP_GUARD, useValue: guard }];
  @Module({ controllers: [PersonsController], providers })
  class PersonsModule {}
  const watchers = { metrics, overload: new Overload({ most: 50, delay: () => 0 }), traces: null };
  const binding = { host: '127.0.0.1', port: 0, option: '--port' } as const;
  api = await openListener(PersonsModule, binding, logger, { watchers, proxies: ['127.0.0.1'] });
});
afterAll(async () => {
  await api.close(100);
  await provider.stop();
  await store.close();
});

const person = (number: number): string => `/v1/persons/00000000-0000-4000-8000-00000000000${String(number)}`;
const ask = async (path: string, headers: Record<string, string>) => {
  const stated = { 'X-Purpose': 'case_support', 'X-Recipient': SIRET, ...headers };
  const response = await fetch(`http://127.0.0.1:${String(api.port)}${path}`, { headers: stated });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, string>,
  };
};

test('a token of the provider opens what its purpose gives, with the gateway’s own words for what it does not', async () => {
  const authorization = `Bearer ${await provider.token()}`;
  expect(await ask(person(1), { authorization })).toMatchObject({
    status: 200,
    body: { grant: 'openid/aides-ville', purpose: 'case_support' },
  });
  expect(await ask(person(1), { authorization, 'X-Purpose': 'statistics' })).toMatchObject({ status: 403 });
  const forged = `${authorization.slice(0, -8)}AAAAAAAA`;
  expect(await ask(person(1), { authorization: forged })).toMatchObject({
    status: 401,
    body: { code: 'access.token-unknown' },
  });
});

test('whoever is not known is told each way to say who asks, and what was wrong with what was shown', async () => {
  const dpop = 'algs="ES256 ES384 ES512 EdDSA PS256 PS384 PS512 RS256 RS384 RS512"';
  const missing = await ask(person(1), {});
  expect([missing.status, missing.headers.get('www-authenticate')]).toEqual([401, `Bearer, DPoP ${dpop}`]);
  const unknown = await ask(person(1), { authorization: 'DPoP x.y.z' });
  expect([unknown.status, unknown.headers.get('www-authenticate')]).toEqual([
    401,
    `Bearer error="invalid_token", DPoP error="invalid_token", ${dpop}`,
  ]);
});

test('a bound token opens with a proof for this very request, once', async () => {
  const key = await ProofKey.make();
  const token = await provider.token({ cnf: { jkt: key.thumbprint } });
  const dpop = await key.proof(token, { htu: `${PUBLIC_URL}${person(1)}` });
  const headers = { authorization: `DPoP ${token}`, dpop };
  expect(await ask(`${person(1)}?aid=housing`, headers)).toMatchObject({ status: 200 });
  expect(await ask(person(1), headers)).toMatchObject({ status: 401, body: { code: 'access.proof' } });
  expect(await ask(person(1), { ...headers, authorization: `Bearer ${token}` })).toMatchObject({ status: 401 });
});

test('a client that reads too many persons is told until when, and the metrics know', async () => {
  const authorization = `Bearer ${await provider.token({ client_id: 'copier' })}`;
  const statuses = [];
  for (const number of [1, 2, 3, 1]) statuses.push((await ask(person(number), { authorization })).status);
  expect(statuses).toEqual([200, 200, 429, 200]);
  const text = await metrics.text();
  expect(text).toContain('passerelle_gateway_reach_refused_total{bound="hour"} 1');
  expect(text).toContain('passerelle_gateway_client_requests_total{client="openid/copier"} 4');
  expect(text).toContain('passerelle_gateway_refused_total{code="access.too-many-persons"} 1');
});
