import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startOf } from './process-identity.js';

/**
 * A claim is an empty file in a folder, named `pid.start.random` for the process that made it. It counts as long as that
 * process lives, so nothing has to be repaired after kill -9. Names are never used twice: whoever finds a dead claim may
 * remove it without hitting a fresh one.
 */
export interface Claim {
  readonly name: string;
  drop(): void;
}

export function claim(folder: string): Claim {
  const name = `${process.pid}.${startOf(process.pid) ?? ''}.${randomBytes(4).toString('hex')}`;
  closeSync(openSync(join(folder, name), 'wx', 0o600));
  return { name, drop: () => rmSync(join(folder, name), { force: true }) };
}

/** Names of the claims whose processes live; removes those of the dead. */
export function liveClaims(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => {
    const [pid, started] = name.split('.');
    if (startOf(Number(pid)) === started) return true;
    rmSync(join(folder, name), { force: true });
    return false;
  });
}

export const pidOf = (name: string): number => Number(name.split('.')[0]);
