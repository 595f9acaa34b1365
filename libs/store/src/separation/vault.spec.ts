import fc from 'fast-check';
import { Vault } from './vault.js';

const key = (first: number) => ({ bytes: Buffer.alloc(32, first), fingerprint: `${first}`.padStart(16, '0') });
const open = (first: number): Vault => {
  const vault = new Vault(
    () => key(first),
    () => false,
  );
  vault.unlock(true);
  return vault;
};
const ID = '0123456789abcdef0123456789abcdef';
const PLACE = { table: 'source_person', personId: ID, rowId: ID, column: 'address_line' };

// PostgreSQL keeps no NUL in a text.
const texts = fc.option(
  fc.string({ unit: 'binary', maxLength: 200 }).filter((text) => !text.includes('\0')),
  { nil: null },
);

test('what was closed opens as it was, at its own place only, and never twice alike', () => {
  const vault = open(1);
  fc.assert(
    fc.property(texts, (value) => {
      const sealed = vault.seal(PLACE, value);
      expect(vault.open({ ...PLACE, rowId: '01234567-89ab-cdef-0123-456789abcdef' }, sealed)).toBe(value);
      expect(vault.seal(PLACE, value)).not.toBe(sealed);
      for (const elsewhere of [
        { ...PLACE, table: 'source_case' },
        { ...PLACE, column: 'town' },
        { ...PLACE, personId: null },
        { ...PLACE, rowId: 'f'.repeat(32) },
      ]) {
        expect(() => vault.open(elsewhere, sealed)).toThrow();
      }
      expect(() => open(2).open(PLACE, sealed)).toThrow();
    }),
    { numRuns: 200 },
  );
});

test('a ciphertext says neither whether there is a value nor how long a short one is', () => {
  const vault = open(1);
  const lengths = [null, '', '7 rue X', 'x'.repeat(60)].map((value) => vault.seal(PLACE, value).length);
  expect(new Set(lengths).size).toBe(1);
});

test('a keyed row hash is the same for the same content, and another under another key or for another row', () => {
  const [vault, other] = [open(1), open(2)];
  // As COPY writes it and as the database hands it back: unsigned and signed.
  expect(vault.keyedRowHash(ID, 0xffffffffffffffffn)).toBe(vault.keyedRowHash(ID, -1n));
  const hashes = [
    vault.keyedRowHash(ID, 7n),
    vault.keyedRowHash('f'.repeat(32), 7n),
    vault.keyedRowHash(ID, 8n),
    other.keyedRowHash(ID, 7n),
  ];
  expect(new Set(hashes).size).toBe(4);
  for (const hash of hashes) expect(BigInt.asIntN(64, hash)).toBe(hash);
});

test('a policy may add columns that tell of a place, and takes none away', () => {
  const vault = new Vault(
    () => key(1),
    (entity, field) => entity === 'aid' && field === 'nature',
  );
  expect(vault.placeColumns('person').map(({ column }) => column)).toEqual(['address_line', 'postcode', 'town']);
  expect(vault.placeColumns('professionalAct').map(({ column }) => column)).toEqual(['unit']);
  expect(vault.placeColumns('aid').map(({ column }) => column)).toEqual(['nature']);
});

test('nothing is closed before the key was read', () => {
  const vault = new Vault(
    () => key(1),
    () => false,
  );
  expect(() => vault.seal(PLACE, 'x')).toThrow('was not read');
});
