import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process started, as an opaque word that is safe in a file name; null where no such process lives. A pid alone
 * says little after a crash: the system gives it to somebody else. A zombie counts as dead: it holds nothing any more,
 * and in a container without an init process it may stay for ever.
 */
export function startOf(pid: number): string | null {
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
}

/** The arguments that a living process was started with, each followed by a blank; null where there is no such process. */
export function commandLine(pid: number): string | null {
  if (process.platform !== 'linux') return ps(pid, 'command=')?.replace(/\n?$/, ' ') ?? null;
  return readProc(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? null;
}

function startFromProc(pid: number): string | null {
  const stat = readProc(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The second field is the program's name in parentheses and may hold anything, so count from its end (man proc_pid_stat).
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z' || state === 'X') return null;
  return `${bootId()}-${rest[18] ?? ''}`;
}

function startFromPs(pid: number): string | null {
  const [state, ...started] = ps(pid, 'stat=,lstart=')?.trim().split(/\s+/) ?? [];
  return state === undefined || state === '' || state.startsWith('Z') ? null : started.join('-').replaceAll(':', '');
}

function ps(pid: number, columns: string): string | null {
  const result = spawnSync('ps', ['-o', columns, '-p', String(pid)], {
    encoding: 'utf8',
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
  });
  return result.status === 0 ? result.stdout : null;
}

let knownBootId: string | undefined;

/** Start times count from the boot, so the boot belongs to the word. */
function bootId(): string {
  knownBootId ??= (readProc('/proc/sys/kernel/random/boot_id') ?? '').slice(0, 8);
  return knownBootId;
}

function readProc(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // ESRCH: the process ended between opening and reading.
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ESRCH') return null;
    throw error;
  }
}
