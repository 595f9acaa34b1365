import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../../../libs/queue/test/until.js';
import { ending, startPasserelle } from '../../support/spawn-cli.js';
import { PLANTED, RightsWorld, withheldIn } from '../rights/rights-world.js';
import { expired } from './retention-world.js';

const DATES = {
  professional_act: ['occurred_on'],
  aid: ['requested_on', 'decided_on'],
  aid_decision: ['decided_on'],
  aid_payment: ['paid_on'],
  source_case: ['opened_on'],
  source_person: ['source_updated_on'],
} as const;

/** Holds up whoever commits marks, until the lock that a test holds is free. */
const HOLD_COMMITS = [
  `CREATE FUNCTION passerelle.hold_commit() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NULL; END $$`,
  `CREATE CONSTRAINT TRIGGER hold_commit AFTER INSERT ON passerelle.withheld_person
   DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION passerelle.hold_commit()`,
];

test('kill -9 between the line of the home and the commit: nothing is lost, and the next command does the rest', async () => {
  const world = await RightsWorld.open();
  try {
    await world.load(0);
    await world.link();
    for (const [table, columns] of Object.entries(DATES)) {
      const older = columns.map((name) => `${name} = ${name} - 3650`).join(', ');
      await world.installation.rows(`UPDATE passerelle.${table} SET ${older}`);
    }
    expect((await world.say('retention', 'run')).code).toBe(0);
    await world.installation.rows('UPDATE passerelle.retention_notice SET announced_on = announced_on - 31');
    for (const statement of HOLD_COMMITS) await world.installation.rows(statement);
    const home = world.installation.environment['PASSERELLE_HOME'] ?? '';
    const marks = (): Promise<string> =>
      readFile(join(home, 'rights', 'tombstones.jsonl'), 'utf8').catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
        throw error;
      });
    await world.installation.engine.database.session(async (client) => {
      await client.query('SELECT pg_advisory_lock(4711)');
      const child = startPasserelle(['retention', 'run', '--json'], world.installation.environment);
      const ended = ending(child);
      await until('the home knows of those who go', async () => (await marks()).includes('expired'), 60_000);
      child.kill('SIGKILL');
      expect((await ended).code).toBe(null);
      await client.query('SELECT pg_advisory_unlock(4711)');
    });
    await until('the server has noticed', async () => {
      const [open] = await world.installation.rows<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()`,
      );
      return open?.n === 0;
    });
    const lines = (await marks()).trim().split('\n').length;
    const { code } = await world.say('retention', 'run');
    expect(code).toBe(0);
    expect((await expired(world)).length).toBe(lines);
    expect(await world.held()).toEqual([]);
    const runs = await world.installation.rows('SELECT status FROM passerelle.retention_run ORDER BY id');
    expect(runs.map((run) => (run as { status: string }).status)).toEqual(['done', 'failed', 'done']);
    expect((await world.say('audit', 'verify')).code).toBe(0);
    expect(withheldIn(await world.load(1))).toBeGreaterThan(PLANTED.length);
  } finally {
    await world.close();
  }
}, 120_000);
