import { signCheckpoint } from './checkpoint.js';
import { insertCheckpoint } from './checkpoints.repository.js';
import { pruneTrail, rehearsePruning } from './prune-trail.js';
import { anEntry, KEYS, SIGNER, TrailStore } from './testing/trail-store.js';

const PERIOD = '12 months';
const OLD = '2020-01-01T00:00:00.000001Z';

let store: TrailStore;
beforeAll(async () => {
  store = await TrailStore.open();
});
beforeEach(async () => {
  await store.trail().enter(Array.from({ length: 7 }, () => anEntry()));
  await store.rewrite(({ seq, at }) => ({ at: seq <= 4 || seq === 6 ? OLD : at }));
  await store.trail().checkpoint();
});
afterEach(() => store.clear());
afterAll(() => store.close());

const prune = () => pruneTrail(store.database, KEYS, store.notary, PERIOD, []);
const places = async (): Promise<number[]> =>
  (await store.database.query<{ seq: string }>('SELECT seq FROM passerelle.audit_entry ORDER BY seq')).map(({ seq }) =>
    Number(seq),
  );

test('what is old goes, up to the first entry that is not; a rehearsal removes nothing', async () => {
  const rehearsed = await store.database.session((client) => rehearsePruning(client, PERIOD));
  expect(await places()).toHaveLength(7);
  expect(await prune()).toMatchObject({ removed: 4, upTo: 4 });
  expect(rehearsed).toMatchObject({ removed: 4, upTo: 4 });
  expect(await places()).toEqual([5, 6, 7]);
  expect(await prune()).toMatchObject({ removed: 0, upTo: null });
});

test('what is left verifies, goes on, and says from where', async () => {
  await prune();
  await store.trail().enter([anEntry()]);
  const report = await store.verify(await store.testimonies());
  expect(report).toMatchObject({ whole: true, from: 5, to: 8, entries: 4, findings: [] });
  expect(report.cut).toMatchObject({ seq: 4 });
  expect(report.cut?.before).toMatch(/^2025-|^20[3-9]/);
});

test('a trail whose every entry is old is emptied, and the next entry follows the last', async () => {
  await store.clear();
  await store.trail().enter([anEntry(), anEntry()]);
  await store.rewrite(() => ({ at: OLD }));
  expect(await prune()).toMatchObject({ removed: 2, upTo: 2 });
  expect(await store.verify()).toMatchObject({ whole: true, entries: 0, from: 3, to: 0 });
  await store.trail().enter([anEntry()]);
  expect(await store.verify()).toMatchObject({ whole: true, entries: 1, from: 3, to: 3 });
});

test('a checkpoint about what was removed is counted, and held against nothing', async () => {
  await store.clear();
  await store.trail().enter([anEntry()]);
  await store.rewrite(() => ({ at: OLD }));
  const trail = store.trail();
  await trail.checkpoint();
  await trail.enter([anEntry()]);
  await store.rewrite(({ seq, at }) => ({ at: seq === 1 ? OLD : at }));
  const witness = await store.testimonies('witness');
  await store.rewrite(() => ({ at: OLD }));
  await store.tamper('DELETE FROM passerelle.audit_checkpoint');
  await prune();
  expect(await store.verify(witness)).toMatchObject({ whole: true, pruned: 1, entries: 0 });
});

test('a trail that does not verify is not pruned: it is evidence', async () => {
  await store.tamper(`UPDATE passerelle.audit_entry SET outcome = 'refused' WHERE seq = 2`);
  await expect(prune()).rejects.toMatchObject({ code: 'audit.broken', args: { seq: 2, kind: 'entry.changed' } });
  expect(await places()).toHaveLength(7);
});

test('without its genuine mark, pruning is a cut at the head; a forged mark does not help', async () => {
  await prune();
  await store.tamper(`DELETE FROM passerelle.audit_checkpoint WHERE kind = 'cut'`);
  expect((await store.verify()).findings[0]).toMatchObject({ seq: 1, kind: 'trail.head-cut' });
  const [hash] = await store.database.query<{ hash: Buffer }>(
    'SELECT previous_hash AS hash FROM passerelle.audit_entry WHERE seq = 5',
  );
  const statement = { kind: 'cut', seq: 4, hash: hash?.hash ?? Buffer.alloc(32), at: OLD, before: OLD } as const;
  const forged = signCheckpoint({ ...KEYS, seal: Buffer.alloc(32, 9) }, SIGNER, statement);
  await store.database.session((client) => insertCheckpoint(client, forged));
  const { findings } = await store.verify();
  expect(findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['trail.head-cut', 'checkpoint.forged']));
});

test('an entry that was put back, or invented, below the cut is found', async () => {
  await prune();
  await store.tamper(`INSERT INTO passerelle.audit_entry
    SELECT (jsonb_populate_record(entry, '{"seq": 2}')).* FROM passerelle.audit_entry AS entry WHERE seq = 5`);
  expect((await store.verify()).findings[0]).toMatchObject({ seq: 2, kind: 'entry.inserted' });
});
