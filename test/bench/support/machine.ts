import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { BenchServer } from './bench-server.js';

/** Where figures were taken; ratios of two machines may still differ. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryMb: number;
  readonly node: string;
  readonly postgres: string;
  /** Average load over the minute before: above 0.5, somebody else was using the machine. */
  readonly loadBefore: number;
}

/** To be asked before the work begins. */
export const machineFacts = async (server: BenchServer): Promise<Machine> => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  memoryMb: Math.round(totalmem() / 2 ** 20),
  node: process.versions.node,
  postgres: await server.version(),
  loadBefore: loadavg()[0] ?? 0,
});
