import { createPublicKey, verify } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveKey } from './derive-key.js';
import { loadSigningKey } from './signing-key.js';
import { codeOf } from './testing/code-of.js';

let home: string;
let file: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'signing-'));
  file = join(home, 'signing.key');
});
afterEach(() => rmSync(home, { recursive: true }));

describe('the signing key', () => {
  it('is made at first need, for its owner alone, and stays', () => {
    const { publicKey } = loadSigningKey({ home });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(loadSigningKey({ home }).publicKey).toEqual(publicKey);
    expect(readdirSync(home).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('signs what its public half can check, and nothing else', () => {
    const key = loadSigningKey({ home });
    const signature = key.sign(Buffer.from('one'));
    const publicKey = createPublicKey({ key: key.publicKey, format: 'der', type: 'spki' });
    expect(signature).toHaveLength(64);
    expect(verify(null, Buffer.from('one'), publicKey, signature)).toBe(true);
    expect(verify(null, Buffer.from('two'), publicKey, signature)).toBe(false);
  });

  it('is refused when others may read it, or when it is no Ed25519 key', () => {
    loadSigningKey({ home });
    const pem = readFileSync(file, 'utf8');
    chmodSync(file, 0o644);
    expect(codeOf(() => loadSigningKey({ home }))).toBe('signing-key.open');
    chmodSync(file, 0o600);
    writeFileSync(file, pem.slice(0, 60));
    expect(codeOf(() => loadSigningKey({ home }))).toBe('signing-key.malformed');
  });
});

test('derived keys differ by use and by installation, and stay the same', () => {
  const bytes = Buffer.alloc(32, 1);
  const one = deriveKey({ bytes }, 'audit chain');
  expect(one).toHaveLength(32);
  expect(deriveKey({ bytes }, 'audit chain')).toEqual(one);
  expect(deriveKey({ bytes }, 'audit seal')).not.toEqual(one);
  expect(deriveKey({ bytes: Buffer.alloc(32, 2) }, 'audit chain')).not.toEqual(one);
  expect(one.includes(bytes.subarray(0, 8))).toBe(false);
});
