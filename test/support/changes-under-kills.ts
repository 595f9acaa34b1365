import { setTimeout as pause } from 'node:timers/promises';
import { Random } from '../../apps/migrator/src/generate/random.js';
import type { KillWorld } from './kill-world.js';
import { type Acknowledged, PatientClient } from './patient-client.js';

/** The moves of each aid request after it was opened. */
export const STEPS = [
  { to: 'submitted' },
  { to: 'in_review' },
  { to: 'granted', amount_cents: 100 },
  { to: 'paid', amount_cents: 100 },
] as const;

/** A kill comes at most so long after two processes serve, in milliseconds: the time that some changes take. */
const LONGEST_MS = 300;

export interface KillPlan {
  readonly clients: number;
  /** Aid requests that each client carries. */
  readonly requests: number;
  /** Fewer where the clients are done before. */
  readonly kills: number;
  readonly seed: number;
}

/** What the clients were told. */
export interface ChangesTold {
  readonly acknowledged: readonly Acknowledged[];
  /** Aid requests that were read and answered, as the trail names them. */
  readonly reads: readonly string[];
  readonly kills: number;
}

/**
 * Clients carry aid requests through all their statuses at two gateway processes; meanwhile one after the other is killed with
 * kill -9, at instants that the seed gives, and another one is started. Says on stderr how it went.
 */
export async function changeUnderKills(world: KillWorld, plan: KillPlan): Promise<ChangesTold> {
  const { fleet, system } = world;
  const random = new Random(plan.seed, 7, 1, 3);
  const clients = Array.from(
    { length: plan.clients },
    (_, number) => new PatientClient(system, fleet, new Random(plan.seed, 7, 2, number)),
  );
  let [kills, isDone] = [0, false];
  const killing = async (): Promise<void> => {
    for (; kills < plan.kills && !isDone; kills += 1) {
      // The instant itself is what the seed gives; nothing is waited for.
      await pause(random.below(LONGEST_MS));
      await fleet.killOne(random);
      await fleet.add();
    }
  };
  const reads: string[] = [];
  const carrying = clients.map(async (client, number) => {
    for (let at = 0; at < plan.requests; at += 1) {
      const id = await carry(client, `PAP-${String(number)}-${String(at)}`);
      if (await client.read(`aid-requests/${id}`)) reads.push(`aid-request/${id}`);
    }
  });
  await Promise.all([killing(), Promise.all(carrying).finally(() => (isDone = true))]);
  const acknowledged = clients.flatMap((client) => client.acknowledged);
  const sum = (of: (one: PatientClient) => number): number => clients.reduce((total, one) => total + of(one), 0);
  const story = { changes: acknowledged.length, cut: sum(({ cut }) => cut), replayed: sum((one) => one.replayed) };
  process.stderr.write(`gateways under kills: ${JSON.stringify({ ...plan, kills, ...story })}\n`);
  return { acknowledged, reads, kills };
}

/** One aid request through its statuses; each acknowledged change is asked for again. @returns its id */
const carry = async (client: PatientClient, paper: string): Promise<string> => {
  const opened = await client.post('aid-requests', `${paper}/open`, { kind: 'food', paper_reference: paper });
  expect(opened.status).toBe(201);
  const { id } = JSON.parse(opened.body) as { readonly id: string };
  let etag = opened.etag ?? '';
  for (const step of STEPS) {
    const request = [`aid-requests/${id}/transitions`, `${paper}/${step.to}`, step, etag] as const;
    const moved = await client.post(...request);
    const again = await client.send(...request);
    if (again.answer !== null) expect(again).toEqual({ answer: moved, replayed: true });
    expect(JSON.parse(moved.body)).toMatchObject({ id, status: step.to });
    etag = moved.etag ?? '';
  }
  return id;
};
