import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { claim, liveClaims } from './claims.js';
import { tryLock, withLock } from './lock.js';
import { startOf } from './process-identity.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a claim', () => {
  it('counts while its process lives, and is removed after kill -9', async () => {
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const name = `${child.pid}.${startOf(child.pid ?? 0)}.00000000`;
    writeFileSync(join(folder, name), '');
    expect(liveClaims(folder)).toEqual([name]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(liveClaims(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not count for another process with the same pid', () => {
    writeFileSync(join(folder, `${process.pid}.before-the-boot.00000000`), '');
    expect(liveClaims(folder)).toEqual([]);
  });

  it('is dropped by its maker alone', () => {
    const [one, two] = [claim(folder), claim(folder)];
    one.drop();
    expect(liveClaims(folder)).toEqual([two.name]);
  });
});

describe('the lock', () => {
  it('has one holder at a time, whatever the crowd', async () => {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await new Promise(setImmediate);
      inside--;
    };
    await Promise.all(Array.from({ length: 20 }, () => withLock(folder, work)));
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('excludes other processes: no step of a shared count is lost', async () => {
    const counter = join(folder, '..', `${basename(folder)}.count`);
    writeFileSync(counter, '0');
    const lock = pathToFileURL(join(process.cwd(), 'dist/libs/runtime/src/home/lock.js')).href;
    const program = `
      import { readFileSync, writeFileSync } from 'node:fs';
      const { withLock } = await import('${lock}');
      for (let i = 0; i < 25; i++) await withLock('${folder}', async () => {
        const count = Number(readFileSync('${counter}'));
        await new Promise(setImmediate);
        writeFileSync('${counter}', String(count + 1));
      });`;
    const start = () => spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' });
    const codes = await Promise.all(Array.from({ length: 4 }, () => once(start(), 'exit')));
    expect(codes.map(([code]) => code as number)).toEqual([0, 0, 0, 0]);
    expect(readFileSync(counter, 'utf8')).toBe('100');
    rmSync(counter);
  });

  it('is given back when the work fails', async () => {
    await expect(withLock(folder, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    tryLock(folder)?.drop();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not given twice', () => {
    const lock = tryLock(folder);
    expect(tryLock(folder)).toBeNull();
    lock?.drop();
    expect(tryLock(folder)).not.toBeNull();
  });
});
