import { Block } from '../../support/fault-block.js';
import { FaultImport } from '../../support/fault-import.js';
import { FaultSite } from '../../support/fault-site.js';

describe('a chunk that ends every worker that takes it', () => {
  let site: FaultSite;
  let run: FaultImport;
  beforeAll(async () => {
    site = await FaultSite.generate(12);
    run = await FaultImport.prepare(site, { PASSERELLE_CHUNK_RECORDS: '5000' });
  });
  afterAll(async () => {
    await run.remove();
    site.remove();
  });

  it('is given up after twenty of them, and loaded once the cause is mended', async () => {
    const worker = run.start(['worker']);
    await run.watch.workersReady(1);
    const block = await Block.hold(run);
    const command = run.import('tipi', null);
    await block.caught();
    await run.watch.rows(`UPDATE passerelle.import_chunk SET attempts = 20 WHERE status = 'pending'`);
    worker.child.kill('SIGKILL');
    await block.lift();

    const { code, stdout } = await command.ended;
    expect(code).toBe(1);
    expect(stdout).toContain('run.chunk-dies');
    expect(await run.watch.chunks('failed')).toBe(1);
    // As if the time had passed in which a worker that says nothing counts as there.
    await run.watch.rows(`UPDATE passerelle.worker SET seen_at = seen_at - interval '1 minute'`);
    const resumed = run.start(['runs', 'resume', 'R1', '--json']);
    await run.expectWhole(await resumed.ended, 'tipi');
  }, 120_000);
});
