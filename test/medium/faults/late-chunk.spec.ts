import { Block } from '../../support/fault-block.js';
import { FaultImport } from '../../support/fault-import.js';
import { FaultSite } from '../../support/fault-site.js';

describe('a worker in the middle of a chunk of a run that is taken back', () => {
  let site: FaultSite;
  let run: FaultImport;
  beforeAll(async () => {
    site = await FaultSite.generate(12);
    run = await FaultImport.prepare(site, { PASSERELLE_CHUNK_RECORDS: '5000', PASSERELLE_LEASE_SECONDS: '600' });
  });
  afterAll(async () => {
    await run.remove();
    site.remove();
  });

  it('lands nothing after the rollback', async () => {
    const worker = run.start(['worker']);
    await run.watch.workersReady(1);
    const block = await Block.hold(run);
    const command = run.import('tipi', null);
    await block.caught();
    command.child.kill('SIGKILL');
    await command.ended;
    const rollback = run.start(['runs', 'rollback', 'R1', '--json']);
    await block.caught(2);
    await block.lift();
    expect((await rollback.ended).code).toBe(0);
    worker.child.kill('SIGTERM');
    expect((await worker.ended).code).toBe(0);
    const landed = 'SELECT id FROM passerelle.source_person UNION ALL SELECT id FROM passerelle.aid';
    expect(await run.watch.rows(landed)).toEqual([]);
    expect(await run.watch.chunks('done')).toBe(0);
  }, 120_000);
});
