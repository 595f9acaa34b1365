import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOnce } from '../home/create-once.js';
import { loadInstallationKey } from './installation-key.js';
import { codeOf } from './testing/code-of.js';

let parent: string;
let home: string;
let file: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'key-'));
  home = join(parent, 'home');
  file = join(home, 'installation.key');
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

const load = (keyFile?: string): ReturnType<typeof loadInstallationKey> => loadInstallationKey({ home, keyFile });

describe('the installation key', () => {
  it('is made at the first start, for its owner alone, and stays', () => {
    const key = load();
    expect(key.bytes).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(home).mode & 0o777).toBe(0o700);
    expect(load()).toEqual(key);
    expect(readdirSync(home).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('is the first one for whoever comes second', () => {
    const key = load();
    expect(createOnce(file, 'another')).toBe(`${key.bytes.toString('hex')}\n`);
  });

  it('is refused when others may read it', () => {
    load();
    chmodSync(file, 0o640);
    expect(codeOf(load)).toBe('installation-key.open');
  });

  it.each(['', 'short', 'g'.repeat(64), '0'.repeat(66)])('is refused when it reads %j', (text) => {
    load();
    writeFileSync(file, text);
    expect(codeOf(load)).toBe('installation-key.malformed');
  });

  it('is not made anew when the home already holds a database', () => {
    load();
    mkdirSync(join(home, 'postgres'));
    rmSync(file);
    expect(codeOf(load)).toBe('installation-key.missing');
    expect(readdirSync(home)).not.toContain('installation.key');
  });

  it('comes from a file for a second machine, and must not differ from the home’s own', () => {
    const shared = join(parent, 'shared.key');
    writeFileSync(shared, `${'ab'.repeat(32)}\n`, { mode: 0o600 });
    expect(load(shared).bytes).toEqual(Buffer.alloc(32, 0xab));
    expect(readdirSync(home)).not.toContain('installation.key');
    load();
    expect(codeOf(() => load(shared))).toBe('installation-key.different');
    writeFileSync(shared, readFileSync(file));
    expect(load(shared)).toEqual(load());
    expect(codeOf(() => load(join(parent, 'nowhere')))).toBe('installation-key.file-missing');
  });
});

describe('the home', () => {
  it('is closed when it is empty', () => {
    mkdirSync(home, { mode: 0o755 });
    load();
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });

  it('keeps its mode when it holds other things, but must not be writable by others', () => {
    mkdirSync(join(home, 'exports'), { recursive: true });
    chmodSync(home, 0o755);
    load();
    expect(statSync(home).mode & 0o777).toBe(0o755);
    rmSync(file);
    chmodSync(home, 0o777);
    expect(codeOf(load)).toBe('home.open');
  });

  it('is refused when it is a file', () => {
    writeFileSync(home, '');
    expect(codeOf(load)).toBe('home.unusable');
  });
});
