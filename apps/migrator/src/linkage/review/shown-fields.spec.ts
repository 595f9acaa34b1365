import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PERSON_FIELDS } from '#libs/store';
import { personReader } from '#libs/services';
import { readPolicies } from '#libs/services';
import { readGoldenRules } from '#libs/services';

const CONFIG = join(import.meta.dirname, '../../../../../config');

const shownTo = (purpose: string): readonly string[] =>
  personReader(readPolicies(CONFIG), purpose, Buffer.alloc(32, 7)).viewOf({
    sites: ['psa-07'],
    state: 'present',
    separatedFrom: [],
  }).show;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shown-fields-'));
  cpSync(join(CONFIG, 'schema'), join(folder, 'schema'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, from: string, to: string): void => {
  const text = readFileSync(join(CONFIG, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
};

test('the shipped files name fields that can be read', () => {
  expect(PERSON_FIELDS).toEqual(expect.arrayContaining([...shownTo('link_review')]));
  const golden = readGoldenRules(CONFIG).attributes.flatMap(({ of }) => of);
  expect(PERSON_FIELDS).toEqual(expect.arrayContaining(golden));
  expect(new Set(golden).size).toBe(golden.length);
});

test('as shipped, a reviewer sees no street, and no key of a telephone or a national id', () => {
  expect(shownTo('link_review')).not.toContain('addressLine');
  expect(PERSON_FIELDS.filter((field) => field.endsWith('Key'))).toEqual([]);
});

test.each([
  [
    'a preference that does not suit the kind',
    'kind: code, of: [title], prefer: [systemOfRecord',
    'kind: code, of: [title], prefer: [mostPrecise',
  ],
  ['a keyed field', 'of: [sex]', 'of: [telephoneKey]'],
  ['a date without its precision', 'of: [birthDate, birthPrecision, birthCenturyKnown]', 'of: [birthDate]'],
])('rules of precedence with %s are refused', (_story, from, to) => {
  write('golden.yml', from, to);
  expect(() => readGoldenRules(folder)).toThrow(expect.objectContaining({ exitCode: 2 }));
});
