import { Block } from '../../support/fault-block.js';
import { FaultImport } from '../../support/fault-import.js';
import { FaultSite } from '../../support/fault-site.js';

describe('imports at the same time', () => {
  let site: FaultSite;
  let run: FaultImport;
  beforeAll(async () => {
    site = await FaultSite.generate(12);
  });
  beforeEach(async () => {
    run = await FaultImport.prepare(site);
  });
  afterEach(() => run.remove());
  afterAll(() => site.remove());

  it('of one source and site: the second one says that the source is busy', async () => {
    const worker = run.start(['worker']);
    await run.watch.workersReady(1);
    const block = await Block.hold(run);
    const first = run.import('tipi', null);
    await block.caught();
    const second = await run.import('tipi', null).ended;
    expect(second.code).toBe(1);
    expect(second.stdout).toContain('import.busy');
    await block.lift();
    await run.expectWhole(await first.ended, 'tipi');
    worker.child.kill('SIGTERM');
    expect((await worker.ended).code).toBe(0);
  }, 120_000);

  it('of different sources: both are right', async () => {
    const [coordin, tipi] = [run.import('coordin', 1), run.import('tipi', 1)];
    run.expectDone(await coordin.ended);
    await run.expectWhole(await tipi.ended, 'coordin', 'tipi');
  }, 120_000);
});
