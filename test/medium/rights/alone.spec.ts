import { PERSON, PLANTED, RightsWorld, withheldIn } from './rights-world.js';

let world: RightsWorld;
beforeEach(async () => {
  world = await RightsWorld.open();
}, 60_000);
afterEach(() => world.close());

const RIGHTS = `hashtextextended('passerelle rights', 0)`;

/** Resolves once somebody waits for the lock of rights. */
const someoneWaits = async (): Promise<void> => {
  for (let waiting = 0; waiting === 0;) {
    const [found] = await world.installation.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'advisory'`,
    );
    waiting = found?.n ?? 0;
  }
};

test('an erasure waits for rows that are landing, and takes those too', async () => {
  await world.load(0);
  const erased = await world.installation.engine.database.transaction(async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock_shared(${RIGHTS})`);
    const erasing = world.say('subject', 'erase', PERSON, '--only-this-record');
    await someoneWaits();
    await client.query(
      `INSERT INTO passerelle.professional_act (id, site_id, table_id, source_key, person_id, unit, row_hash, file_id, record_no,
         byte_offset, byte_length, first_run, last_run)
       SELECT gen_random_uuid(), site_id, table_id, 'I-LATE', id, 'SRV-ZYXO', 0, file_id, 1, 0, 1, first_run, last_run
       FROM passerelle.source_person WHERE source_key = $1`,
      [PERSON.split('/')[2]],
    );
    return { erasing };
  });
  expect((await erased.erasing).code).toBe(0);
  expect(await world.held()).not.toContain('SRV-ZYXO');
});

test('an import that waited for an erasure sees its tombstone, also in a first load', async () => {
  const { engine } = world.installation;
  const person = await idOfPerson();
  const loading = await engine.database.transaction(async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(${RIGHTS})`);
    const importing = world.load(0, ['coordin']);
    await someoneWaits();
    await client.query(
      `INSERT INTO passerelle.withheld_person (person_id, site_id, table_id, reason)
       SELECT $1, site.id, source_table.id, 'erased' FROM passerelle.site, passerelle.source_table
       WHERE source_table.entity = 'person' LIMIT 1`,
      [person],
    );
    return { importing };
  });
  expect(withheldIn(await loading.importing)).toBeGreaterThan(1);
  expect(await world.held()).toEqual([]);
});

/** The id that an import gives the person, from another store under the same key. */
const idOfPerson = async (): Promise<string> => {
  const other = await RightsWorld.open();
  try {
    await other.load(0, ['coordin']);
    const rows = await other.installation.rows<{ id: string }>(
      'SELECT id::text AS id FROM passerelle.source_person WHERE source_key = $1',
      [PERSON.split('/')[2]],
    );
    return rows[0]?.id ?? '';
  } finally {
    await other.close();
  }
};

test('while persons are being linked, nothing is erased', async () => {
  await world.load(0);
  await world.installation.engine.database.session(async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('passerelle linkage', 0))`);
    const { code, stderr } = await world.say('subject', 'erase', PERSON);
    await client.query(`SELECT pg_advisory_unlock(hashtextextended('passerelle linkage', 0))`);
    expect([code, stderr.includes('rights.linking')]).toEqual([3, true]);
  });
  expect(await world.held()).toEqual([...PLANTED]);
});
