import { type MapResult, type SourceRecord, UNIFIED_COLUMNS, type Value } from '#libs/domain';
import { keyedHash } from './keyed-hash.js';
import { Minimiser } from './minimiser.js';
import { compileImportPolicy } from './policy/import-policy.js';
import type { PolicyAction } from './policy/policy-documents.js';
import { PolicyFault } from './policy/policy-fault.js';

const key = Buffer.alloc(32, 7);
const SECRET = 'KNRSECRET99';

const minimiser = (person: Readonly<Record<string, PolicyAction>>): Minimiser =>
  new Minimiser({
    key,
    system: 'coordin',
    site: 'ssdp-19',
    policy: compileImportPolicy({
      version: 1,
      fields: {
        person: Object.fromEntries(Object.entries(person).map(([field, action]) => [field, { import: action }])),
      },
    }),
    tables: [{ table: 'USAGERS', entity: 'person', personTable: null, personField: null, caseTable: 'DOSSIERS' }],
  });

const record: SourceRecord = { table: 'USAGERS', record: 3, byteOffset: 40, byteLength: 9, fields: [SECRET] };
const full = UNIFIED_COLUMNS.person.map((column): Value =>
  column.type === 'text' || column.type === 'key' ? SECRET : null,
);
const mapped: MapResult = {
  fate: 'row',
  record,
  row: { entity: 'person', key: 'C1', personKey: null, caseKey: 'D1', values: full, history: null },
};
const at = (column: string): number => UNIFIED_COLUMNS.person.findIndex((each) => each.column === column);

describe('the minimiser', () => {
  it('denies what no policy names', () => {
    const result = minimiser({}).minimise(mapped);
    expect(JSON.stringify(result)).not.toContain(SECRET);
  });
  it('keeps what the policy names, and nothing else of the record', () => {
    const result = minimiser({ usageName: 'keep' }).minimise(mapped);
    if (result.fate !== 'row') throw new Error('a row was expected');
    expect(result.row.values.filter((value) => value !== null)).toEqual([SECRET]);
    expect(result.row.values[at('usage_name')]).toBe(SECRET);
    expect(result.row.address).toEqual({ record: 3, byteOffset: 40, byteLength: 9 });
    expect(JSON.stringify(result).split(SECRET)).toHaveLength(2);
  });
  it('turns a pseudonymised value into a keyed hash, the same in every system', () => {
    const result = minimiser({ telephone: 'pseudonym' }).minimise(mapped);
    if (result.fate !== 'row') throw new Error('a row was expected');
    expect(result.row.values[at('telephone_key')]).toBe(keyedHash(key, ['pseudonym', 'telephone'])(SECRET));
  });
  it('derives ids from system, site, table and key', () => {
    const result = minimiser({}).minimise(mapped);
    if (result.fate !== 'row') throw new Error('a row was expected');
    expect(result.row.id).toBe(keyedHash(key, ['coordin', 'ssdp-19', 'USAGERS'])('C1'));
    expect(result.row.caseId).toBe(keyedHash(key, ['coordin', 'ssdp-19', 'DOSSIERS'])('D1'));
  });
  it('leaves reasons and an address of a faulty record, and its keyed id', () => {
    const result = minimiser({ usageName: 'keep' }).minimise({
      fate: 'quarantined',
      record,
      issues: [{ code: 'date.invalid', field: 'DATE_NAISS' }],
      key: 'C1',
      personKey: null,
    });
    expect(JSON.stringify(result)).not.toContain(SECRET);
    expect(result).toMatchObject({ fate: 'quarantined', address: { record: 3 }, unit: { byteOffset: 40 } });
  });
});

describe('a policy that makes no sense', () => {
  it.each([
    [{ religion: 'keep' }, 'policy.unknown-field'],
    [{ nationalId: 'keep' }, 'policy.pseudonym-only'],
    [{ usageName: 'pseudonym' }, 'policy.no-pseudonym'],
  ] as const)('is refused: %o', (person, code) => {
    expect(() => minimiser(person)).toThrow(PolicyFault);
    expect(() => minimiser(person)).toThrow(code);
  });
});
