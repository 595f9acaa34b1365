import { readFileSync } from 'node:fs';

/** Often enough to see a process before it ends; the kernel keeps the peak itself. */
const LOOK_MS = 100;

/** Peak resident memory in bytes; null where the system does not tell (no /proc). */
export interface PeakMemory {
  readonly command: number | null;
  /** Of the largest of the worker processes that the command started; null without any. */
  readonly worker: number | null;
}

/** Watches a process and its children. @returns what ends the watch and tells the peaks */
export const watchMemory = (pid: number): (() => PeakMemory) => {
  const workers = new Map<number, number>();
  let command: number | null = null;
  const look = (): void => {
    command = peakOf(pid) ?? command;
    for (const child of childrenOf(pid)) {
      const peak = peakOf(child);
      if (peak !== null) workers.set(child, peak);
    }
  };
  const timer = setInterval(look, LOOK_MS);
  return () => {
    clearInterval(timer);
    return { command, worker: workers.size === 0 ? null : Math.max(...workers.values()) };
  };
};

/** VmHWM ("high water mark") of proc(5), which counts in KiB. */
const peakOf = (pid: number): number | null => {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${String(pid)}/status`))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
};

const childrenOf = (pid: number): number[] =>
  read(`/proc/${String(pid)}/task/${String(pid)}/children`)
    .split(' ')
    .filter((word) => word !== '')
    .map(Number);

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // The process has ended (ENOENT, ESRCH), or the system has no /proc.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
};
