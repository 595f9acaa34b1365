import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '#libs/runtime';
import { policiesFingerprint, readPolicies } from '#libs/services';

const CONFIG = join(packageRoot(), 'config');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-policies-'));
  cpSync(CONFIG, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const change = (file: string, from: string, to: string): void => {
  const path = join(folder, 'policies', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};

test('the shipped policies are sound, and the same files have the same fingerprint', () => {
  const book = readPolicies(CONFIG);
  expect(book.versions).toEqual({ fields: 3, purposes: 2, retention: 2, store: 1 });
  expect(policiesFingerprint(readPolicies(folder))).toBe(policiesFingerprint(book));
});

test('any change of any policy changes the fingerprint', () => {
  const before = policiesFingerprint(readPolicies(folder));
  change('retention.yml', 'period: 24 months', 'period: 23 months');
  expect(policiesFingerprint(readPolicies(folder))).not.toBe(before);
});

test('a reviewer of links sees no street, no telephone and no national id', () => {
  const book = readPolicies(CONFIG);
  for (const field of ['addressLine', 'telephone', 'nationalId', 'maritalStatus']) {
    expect([field, book.precision('link_review', 'person', field)]).toEqual([field, 'none']);
  }
  for (const field of ['birthName', 'usageName', 'givenNames', 'birthDate', 'postcode', 'town']) {
    expect([field, book.precision('link_review', 'person', field)]).toEqual([field, 'full']);
  }
});

test.each([
  ['fields.yml', 'category: housing }', 'category: houses }', 'policy.undeclared'],
  ['fields.yml', 'aid_instruction: full', 'aid_instructions: full', 'policy.undeclared'],
  ['fields.yml', 'retention: aidAccounting', 'retention: forEver', 'policy.undeclared'],
  ['fields.yml', 'import: drop', 'import: keep', 'policy.pseudonym-only'],
  ['fields.yml', 'generalise: year', 'generalise: band', 'policy.unsuited-generalisation'],
  [
    'fields.yml',
    'case_support: full\n      statistics: full',
    'case_support: generalised\n      statistics: full',
    'policy.no-generalisation',
  ],
  ['purposes.yml', 'recipients: [aidOffice', 'recipients: [aidOfice', 'policy.undeclared'],
  ['retention.yml', 'aid.requestedOn', 'aid.nature', 'policy.no-date'],
  ['store.yml', 'category: accountability', 'category: workers', 'policy.undeclared'],
])('%s with %s changed to %s is refused: %s', (file, from, to, code) => {
  change(file, from, to);
  expect(() => readPolicies(folder)).toThrow(
    expect.objectContaining({ code, exitCode: 2, place: expect.objectContaining({ line: expect.any(Number) }) }),
  );
});
