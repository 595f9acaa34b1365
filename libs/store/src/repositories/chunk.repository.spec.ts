import { type MigratedStore, openMigratedStore } from '../connection/testing/migrated-store.js';
import { failChunk, findFreeChunks, reviveFailedChunks, takeLease } from './chunk.repository.js';

let store: MigratedStore;
beforeAll(async () => {
  store = await openMigratedStore();
});
afterAll(async () => {
  await store.database.close();
  await store.test.drop();
});

test('each time that it was taken or revived, a chunk has another turn, so that the queue takes it for another job', async () => {
  await store.database.session(async (client) => {
    // The rows that a chunk hangs on do not matter here.
    await client.query(`SET session_replication_role = 'replica'`);
    await client.query(
      `INSERT INTO passerelle.import_run (id, kind, site_id, system_id, night, mode, first_load, status, profile_version,
         profile_fingerprint, policy_version)
       OVERRIDING SYSTEM VALUE VALUES (1, 'import', 1, 1, '2026-11-20', 'full', true, 'running', 1, '', 1)`,
    );
    await client.query(
      `INSERT INTO passerelle.import_chunk (run_id, file_id, phase, byte_start, byte_end, first_record)
       VALUES (1, 1, 0, 0, 9, '{}')`,
    );
    const turns: (number | undefined)[] = [];
    const look = async (): Promise<void> => void turns.push((await findFreeChunks(client, 1, 0))[0]?.turn);
    await look();
    for (let time = 0; time < 2; time++) {
      const [chunk] = await findFreeChunks(client, 1, 0);
      const leased = await takeLease(client, chunk?.id ?? 0, 0);
      await look();
      await failChunk(client, leased!, 'run.chunk-dies');
      await reviveFailedChunks(client, 1);
      await look();
    }
    expect(turns[0]).toBe(0);
    expect(turns).not.toContain(undefined);
    expect(new Set(turns).size).toBe(turns.length);
  });
});
