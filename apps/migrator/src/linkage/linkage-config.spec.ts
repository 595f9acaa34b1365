import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TeachingError, UNIFIED_COLUMNS } from '#libs/domain';
import { linkageFile, readLinkagePlan } from '#libs/services';

const CONFIG = join(import.meta.dirname, '../../../../config');
const camelCase = (column: string): string =>
  column.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());

describe('the shipped linkage', () => {
  const plan = readLinkagePlan(CONFIG);

  test('compares columns of the unified person only', () => {
    const known = UNIFIED_COLUMNS.person.map(({ column }) => camelCase(column));
    for (const field of plan.fields) {
      const dated = field.kind === 'date' ? [field.precision, field.centuryKnown] : [];
      expect(known).toEqual(expect.arrayContaining([...field.from, ...dated]));
    }
  });

  test('never links by itself on another given name, another date or another sex', () => {
    const level = (name: string): number[] =>
      plan.decide.veto.filter(({ field }) => plan.fields[field]?.name === name).flatMap(({ levels }) => levels);
    expect([level('given'), level('birth'), level('sex')]).toEqual([[6], [4], [1]]);
    expect(plan.decide.automatic).toMatchObject({ probability: 0.9999, margin: 6, families: 2 });
  });
});

describe('readLinkagePlan', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'linkage-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const changed = (from: string, to: string): string => {
    const text = readFileSync(linkageFile(CONFIG), 'utf8');
    expect(text).toContain(from);
    const file = join(folder, 'bench.yml');
    writeFileSync(file, text.replace(from, to));
    return file;
  };
  const refusal = (file: string): unknown => {
    try {
      return readLinkagePlan(CONFIG, file);
    } catch (error) {
      return error;
    }
  };

  test('reads any file of the same form', () => {
    expect(readLinkagePlan(CONFIG, changed('linkage: persons', 'linkage: bench')).name).toBe('bench');
  });

  test('a document that makes no sense is the user’s to mend: it says where', () => {
    const error = refusal(changed('birth: [birth]', 'birth: [born]')) as TeachingError;
    expect(error).toBeInstanceOf(TeachingError);
    expect(error).toMatchObject({ code: 'linkage.unknown-field', exitCode: 2, args: { field: 'born' } });
    const lines = readFileSync(join(folder, 'bench.yml'), 'utf8').split('\n');
    expect(lines[(error.place?.line ?? 0) - 1]).toContain('[born]');
  });

  test('a document of another form is refused by its schema', () => {
    expect(refusal(changed('largestBlock: 200', 'largestBlock: many'))).toMatchObject({ exitCode: 2 });
  });
});
