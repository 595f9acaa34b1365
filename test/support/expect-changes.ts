import { Webhook } from 'standardwebhooks';
import { until } from '../../libs/queue/test/until.js';
import { type ChangesTold, STEPS } from './changes-under-kills.js';
import type { KillWorld } from './kill-world.js';
import { passerelle } from './spawn-cli.js';

/** The long version leaves thousands of events to tell. */
const LONGEST_MS = 600_000;

/**
 * Each acknowledged answer is that of one change of the store, with its event and its entry in the trail, and there is no other.
 * @param drafts aid requests that were opened before, and not moved
 */
export const expectOnce = async (world: KillWorld, { acknowledged, reads }: ChangesTold, drafts: number) => {
  const opened = acknowledged.filter(({ status }) => status === 201).length;
  expect(acknowledged).toHaveLength(opened * (STEPS.length + 1));
  expect(await world.count('aid_request')).toBe(opened + drafts);
  const kept = await world.rows<{ key: string; status: number; body: string }>(
    `SELECT key, status, body FROM passerelle.kept_answer WHERE key LIKE 'PAP-%'`,
  );
  const answers = acknowledged.map(({ key, status, body }) => ({ key, status, body }));
  expect(byKey(kept)).toEqual(byKey(answers));
  const whole = ['draft', ...STEPS.map(({ to }) => to)].join(' ');
  const { [whole]: carried, draft = 0, ...others } = await storiesOf(world);
  expect({ carried, draft, others }).toEqual({ carried: opened, draft: drafts, others: {} });
  const untold = await world.rows(
    `SELECT FROM passerelle.aid_request_move AS move FULL JOIN passerelle.outbox_event AS event
       USING (aid_request_id, version) WHERE move.status IS DISTINCT FROM event.status`,
  );
  expect(untold).toEqual([]);
  const entered = await world.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM passerelle.audit_entry WHERE action IN ('aid-request.open', 'aid-request.move')`,
  );
  expect(entered).toEqual([{ n: acknowledged.length + drafts }]);
  await expectEntered(world, reads);
};

const byKey = (answers: readonly { readonly key: string }[]) =>
  answers.toSorted((one, other) => (one.key < other.key ? -1 : 1));

/** How many aid requests had which statuses, in order. */
const storiesOf = async (world: KillWorld): Promise<Readonly<Record<string, number>>> => {
  const stories = await world.rows<{ story: string; n: number }>(
    `SELECT story, count(*)::int AS n FROM (
       SELECT string_agg(status, ' ' ORDER BY version) AS story FROM passerelle.aid_request_move GROUP BY aid_request_id
     ) AS told GROUP BY story`,
  );
  return Object.fromEntries(stories.map(({ story, n }) => [story, n]));
};

/** A read is entered before it is answered (invariant 14); one that was not answered may be there, too. */
const expectEntered = async (world: KillWorld, reads: readonly string[]): Promise<void> => {
  const rows = await world.rows<{ about: string }>(
    `SELECT DISTINCT incident AS about FROM passerelle.audit_entry WHERE action = 'aid-request.read'`,
  );
  const entered = new Set(rows.map(({ about }) => about));
  expect(reads.filter((about) => !entered.has(about))).toEqual([]);
};

/**
 * Every change reaches the receiver, those of one aid request in their order (invariant 24); a new process tells what killed
 * ones did not. All processes have stopped in order afterwards.
 * @param drafts as in `expectOnce`
 */
export const expectTold = async ({ fleet, installation, receiver, secret }: KillWorld, drafts: number) => {
  expect(await fleet.stop()).toEqual([0, 0]);
  // Leases that are left are those of the dead: nobody waits half a minute here until they are over.
  await installation.rows(
    `UPDATE passerelle.webhook_delivery SET due_at = clock_timestamp(), lease_until = NULL WHERE state = 'pending'`,
  );
  await fleet.add();
  const states = () => installation.rows('SELECT DISTINCT state FROM passerelle.webhook_delivery');
  await until('all is told', async () => JSON.stringify(await states()) === '[{"state":"delivered"}]', LONGEST_MS);
  expect(await fleet.stop()).toEqual([0]);
  const last = new Map<string, number>();
  for (const { headers, body, aidRequestId, version } of receiver.received) {
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ data: { version } });
    const known = last.get(aidRequestId) ?? 0;
    // What was delivered by a process that could not note it comes again; nothing comes early.
    expect(version).toBeLessThanOrEqual(known + 1);
    last.set(aidRequestId, Math.max(known, version));
  }
  const rows = await installation.rows<{ id: string; version: number }>(
    'SELECT id, version FROM passerelle.aid_request',
  );
  expect(last).toEqual(new Map(rows.map(({ id, version }) => [id, version])));
  expect(rows.filter(({ version }) => version === 1)).toHaveLength(drafts);
};

/** The trail is whole, by the command. */
export const expectWholeTrail = async ({ installation }: KillWorld): Promise<void> => {
  const { code, stdout } = await passerelle('audit verify --json', installation.environment);
  expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ whole: true })]);
};
