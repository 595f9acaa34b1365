import fc from 'fast-check';
import { hashCode } from './key-code.js';
import { EXPORT_KINDS, type ExportKind, type TestPerson } from './testing/export-kinds.js';
import { keyRun, wholeFileAnswer, withFile } from './testing/key-run.js';

/** Enough records for many stretches and many chunks. */
const MANY = 600;

const numbered = (prefix: string, count = MANY): TestPerson[] =>
  Array.from({ length: count }, (_, at) => ({ key: `${prefix}${at + 1}`, refused: false }));

/** The fates of persons; the other tables of a file have theirs. */
const fatesIn = async (
  kind: ExportKind,
  persons: readonly TestPerson[],
): Promise<Readonly<Record<string, string>> | undefined> =>
  withFile(kind.write(persons), async (path) => (await keyRun(kind, path)).sharedKeys?.[kind.table]);

describe.each(Object.entries(EXPORT_KINDS))('%s', (_, kind) => {
  it.each([
    ['short', 'C'],
    ['long', 'number of a person '],
  ])('finds that the first and the last record share a key, a %s one', async (__, prefix) => {
    const persons = numbered(prefix);
    persons[MANY - 1] = { key: `${prefix}1`, refused: false };
    expect(await fatesIn(kind, persons)).toEqual({ [MANY]: 'duplicate' });
  });

  it('lets the first record stand, and withholds all where one refuses digital filing', async () => {
    const persons = numbered('person of this number ');
    for (const at of [99, 100, 411]) persons[at] = { key: persons[7]?.key ?? '', refused: false };
    for (const at of [3, 260, 598]) persons[at] = { key: 'C0', refused: at === 260 };
    const duplicates = { 100: 'duplicate', 101: 'duplicate', 412: 'duplicate' };
    expect(await fatesIn(kind, persons)).toEqual({ ...duplicates, 4: 'withheld', 261: 'withheld', 599: 'withheld' });
  });

  it('compares the text of keys that have one hash', async () => {
    const persons = numbered('person ');
    persons[500] = { key: persons[20]?.key ?? '', refused: false };
    await withFile(kind.write(persons), async (path) => {
      // Records 21, 31, …, 501 have one hash; two of them have one key.
      const tens = (key: string): number => (/^person \d*1$/.test(key) ? -1 : hashCode(key));
      for (const codeOf of [tens, () => -1])
        expect((await keyRun(kind, path, codeOf)).sharedKeys?.[kind.table]).toEqual({ 501: 'duplicate' });
    });
  });

  it('reads nothing again for short keys, a part of the file for few long ones, and at most the file once', async () => {
    const persons = numbered('person ');
    persons[300] = { key: persons[298]?.key ?? '', refused: false };
    const bytes = kind.write(persons);
    await withFile(bytes, async (path) => {
      const sums = [undefined, () => -1].map(async (codeOf) => {
        const { stretches } = await keyRun(kind, path, codeOf);
        for (const [at, { start }] of stretches.entries())
          expect(start).toBeGreaterThanOrEqual(stretches[at - 1]?.end ?? 0);
        return stretches.reduce((sum, { start, end }) => sum + end - start, 0);
      });
      const [few = 0, all = 0] = await Promise.all(sums);
      expect(few).toBeLessThan(bytes.length / 4);
      expect(all).toBeGreaterThan(bytes.length / 2);
      expect(all).toBeLessThanOrEqual(bytes.length);
    });
    await withFile(kind.write(numbered('C', 200).concat(numbered('C', 200))), async (path) =>
      expect(await keyRun(kind, path)).toMatchObject({ stretches: [] }),
    );
  });

  it('answers as from the whole file, whatever its keys', async () => {
    const key = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ max: 2000, min: 1 }).map((number) => `C${number}`) },
      { weight: 6, arbitrary: fc.integer({ max: 2000, min: 1 }).map((number) => `a long key, number ${number}`) },
      { weight: 2, arbitrary: fc.constantFrom('', ' ', 'C1', ' C1', 'c1', 'a long key, number 1 ') },
    );
    const person = fc.record({ key, refused: fc.integer({ min: 0, max: 9 }).map((number) => number === 0) });
    const persons = fc.array(person, { maxLength: 400, size: 'max' });
    const codes = fc.constantFrom(undefined, hashCode, (text: string) => (text.length % 7) - 8);
    await fc.assert(
      fc.asyncProperty(persons, codes, fc.integer({ min: 1, max: 300 }), async (written, codeOf, chunkRecords) => {
        await withFile(kind.write(written), async (path) => {
          const { sharedKeys } = await keyRun(kind, path, codeOf, chunkRecords);
          expect(sharedKeys).toEqual(await wholeFileAnswer(kind, path));
        });
      }),
      { numRuns: 15 },
    );
  });
});
