/**
 * An aid-request system from end to end: it is told of changes, looks for a person, reads the pre-filled single form, opens an
 * aid request, submits it, and checks what the gateway then tells it.
 *
 *   passerelle gateway --sandbox --json     (in another terminal: address, token, recipient, personas)
 *   node dist/clients/typescript/examples/aid-request.js API TOKEN RECIPIENT '{"name":…,"given_name":…,"birth_date":…}'
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { passerelle, type PasserelleClient, verifyWebhook, type WebhookEvent } from '../src/index.js';

/** Whom the aid is for, as the person says it. */
export interface Identity {
  readonly name: string;
  readonly given_name: string;
  readonly birth_date: string;
}

/** What the example came to. */
export interface Outcome {
  readonly personId: string;
  /** Fields of the single form that the gateway could fill, in the form's order. */
  readonly filled: readonly string[];
  readonly aidRequestId: string;
  readonly status: string;
  readonly told: readonly WebhookEvent[];
}

const PATIENCE_MS = 20_000;

/** @throws Error where several persons have this identity, or nobody; ProblemError for what the gateway refuses */
export const requestAid = async (client: PasserelleClient, identity: Identity): Promise<Outcome> => {
  const hook = await listen();
  const made = await client.call('openWebhook', { body: { url: hook.url } });
  try {
    const { data: found } = await client.call('searchPerson', { body: identity });
    if (found.result !== 'match') throw new Error(`nobody who is clearly meant: ${found.result}`);
    const path = { id: found.person_id };
    const form = await client.call('readSingleForm', { path, query: { aid: 'food' } });
    const body = { kind: 'food', person_id: found.person_id, amount_cents: 12_000 };
    const opened = await client.call('openAidRequest', { body });
    const { id } = opened.data;
    const submitted = await client.call('moveAidRequest', {
      path: { id },
      body: { to: 'submitted' },
      ...(opened.etag === null ? {} : { ifMatch: opened.etag }),
    });
    const told = await hook.events(made.data.secret, 2);
    const filled = form.data.fields.filter(({ state }) => state === 'filled').map(({ name }) => name);
    return { personId: found.person_id, filled, aidRequestId: id, status: submitted.data.status, told };
  } finally {
    await client.call('removeWebhook', { path: { id: made.data.id } });
    hook.close();
  }
};

/** A receiver of webhooks on this machine; in earnest it is HTTPS, and answers at once. */
const listen = async () => {
  const deliveries: { headers: Record<string, string>; body: string }[] = [];
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      deliveries.push({ headers, body: Buffer.concat(parts).toString('utf8') });
      reply.writeHead(204).end();
      server.emit('told');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    /** The first `count` events, in order; a delivery that is not signed is an error. */
    events: async (secret: string, count: number): Promise<readonly WebhookEvent[]> => {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      while (deliveries.length < count) await once(server, 'told', { signal });
      return deliveries.map(({ headers, body }) => verifyWebhook(secret, headers, body));
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [baseUrl = '', token = '', recipient = '', identity = ''] = process.argv.slice(2);
  const client = passerelle({ baseUrl, token, recipient, purpose: 'aid_instruction' });
  process.stdout.write(`${JSON.stringify(await requestAid(client, JSON.parse(identity) as Identity), null, 2)}\n`);
}
