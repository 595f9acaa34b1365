import { FaultImport } from '../../support/fault-import.js';
import { FaultSite } from '../../support/fault-site.js';

describe('a queue that loses everything in the middle of an import', () => {
  let site: FaultSite;
  beforeAll(async () => {
    site = await FaultSite.generate(24);
  });
  afterAll(() => site.remove());

  it.each(['DROP SCHEMA bullmq CASCADE', 'TRUNCATE bullmq.job CASCADE'])(
    'loses no work: %s',
    async (statement) => {
      const run = await FaultImport.prepare(site);
      try {
        const command = run.import('coordin', 1);
        await run.watch.landed(3);
        await run.watch.strike(statement);
        await run.expectWhole(await command.ended, 'coordin');
      } finally {
        await run.remove();
      }
    },
    120_000,
  );
});
