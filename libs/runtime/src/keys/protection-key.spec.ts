import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadInstallationKey } from './installation-key.js';
import { loadProtectionKey } from './protection-key.js';

let home: string;
beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'passerelle-protection-')), 'home');
});
afterEach(() => rmSync(join(home, '..'), { recursive: true, force: true }));
const settings = (protectionKeyFile?: string) => ({ home, protectionKeyFile });
const file = (): string => join(home, 'protection', 'protection.key');

test('is made once, for its owner alone, in a folder of its own, from nothing that is elsewhere', () => {
  const installation = loadInstallationKey({ home, keyFile: undefined });
  const made = loadProtectionKey(settings(), true);
  expect(made.bytes.equals(installation.bytes)).toBe(false);
  expect(loadProtectionKey(settings(), false).fingerprint).toBe(made.fingerprint);
  expect([statSync(file()).mode & 0o777, statSync(join(home, 'protection')).mode & 0o777]).toEqual([0o600, 0o700]);
});

test('is not made where one must be there already', () => {
  expect(() => loadProtectionKey(settings(), false)).toThrow(
    expect.objectContaining({ code: 'protection-key.missing' }),
  );
  const given = join(home, 'elsewhere');
  expect(() => loadProtectionKey(settings(given), true)).toThrow(
    expect.objectContaining({ code: 'protection-key.missing' }),
  );
});

test('is refused where others can read it, or where it is none', () => {
  loadProtectionKey(settings(), true);
  chmodSync(file(), 0o640);
  expect(() => loadProtectionKey(settings(), true)).toThrow(expect.objectContaining({ code: 'protection-key.open' }));
  chmodSync(file(), 0o600);
  writeFileSync(file(), 'no key\n');
  expect(() => loadProtectionKey(settings(), true)).toThrow(
    expect.objectContaining({ code: 'protection-key.malformed' }),
  );
});

test('can be given as a file', () => {
  const made = loadProtectionKey(settings(), true);
  const copy = join(home, 'copy');
  writeFileSync(copy, readFileSync(file()), { mode: 0o600 });
  expect(loadProtectionKey(settings(copy), false).fingerprint).toBe(made.fingerprint);
});
