import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchServer } from './bench-server.js';
import { machineFacts } from './machine.js';
import type { BenchOptions } from './options.js';
import type { Report } from './report.js';

/** Where a suite works. */
export interface BenchGround {
  readonly server: BenchServer;
  /** Goes with the benchmark. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Says how far it is, to whoever waits. */
  readonly tell: (step: string) => void;
}

/** What a suite itself adds to its report. */
export type Findings = Pick<Report, 'records' | 'rounds' | 'lines' | 'detail'>;

/** Runs a suite with a server and a folder that are gone afterwards, however it ends. */
export const runSuite = async (
  { suite }: Pick<BenchOptions, 'suite'>,
  signal: AbortSignal,
  measure: (ground: BenchGround) => Promise<Findings>,
): Promise<Report> => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  try {
    const server = await BenchServer.start(folder);
    try {
      const machine = await machineFacts(server);
      const startedAt = new Date().toISOString();
      return { suite, machine, startedAt, ...(await measure({ server, folder, signal, tell })) };
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const tell = (step: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${step}`);
