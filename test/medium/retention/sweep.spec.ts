import { join } from 'node:path';
import { findPeriod } from '#libs/store';
import { readRetentionRules } from '../../../apps/migrator/src/retention/retention-rules.js';
import { RightsWorld } from '../rights/rights-world.js';
import { daysAfter, expired, retain } from './retention-world.js';

const CONFIG = join(import.meta.dirname, '../../../config');

test('at no day anybody in active use is older than the period, but those announced no longer than the time ahead', async () => {
  const world = await RightsWorld.open();
  try {
    await world.load(0);
    await world.link();
    const { file } = readRetentionRules(CONFIG);
    let left = Number.POSITIVE_INFINITY;
    for (let day = '2026-11-22'; left > 0; day = daysAfter(day, 58)) {
      await retain(world, day);
      const persons = await world.installation.rows<{ id: string; fresh: boolean }>(
        `SELECT person.id::text AS id, coalesce(notice.announced_on + 30 >= $1::date, false) AS fresh
         FROM passerelle.source_person AS person
         LEFT JOIN passerelle.retention_notice AS notice ON notice.person_id = person.id`,
        [day],
      );
      const over = await world.installation.engine.database.session(async (client) => {
        const found: string[] = [];
        for (const { id, fresh } of persons) {
          if (!fresh && (await findPeriod(client, file, day, [id])).over) found.push(id);
        }
        return found;
      });
      expect([day, over]).toEqual([day, []]);
      left = persons.length;
    }
    expect((await expired(world)).length).toBeGreaterThan(10);
  } finally {
    await world.close();
  }
}, 120_000);
