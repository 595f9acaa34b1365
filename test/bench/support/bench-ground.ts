import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchServer } from './bench-server.js';

/** Runs `work` with a server and a folder that are gone afterwards, however it ends. */
export const onBenchGround = async <T>(work: (server: BenchServer, folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  try {
    const server = await BenchServer.start(folder);
    try {
      return await work(server, folder);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
