import { LinkStore, personId, FINGERPRINT } from '../linkage/testing/link-store.js';
import { FeatureShelf } from '../linkage/feature-shelf.js';
import { findBlocks, findTouchedBlocks, noteLargeBlocks } from './linkage-block.repository.js';
import { findStalePersons, FIRST_ID, forgetGone, LAST_ID, rebuildKeys } from './linkage-feature.repository.js';
import { countWaiting, settleTouched, takeTouched } from './linkage-touched.repository.js';
import { cutCodes } from '../linkage/ranges.js';

const EVERY = { from: 0, to: 2 ** 53, largest: 100 };
const NONE: ReadonlySet<number> = new Set();

let store: LinkStore;
beforeAll(async () => {
  store = await LinkStore.open();
});
beforeEach(() => store.clear());
afterAll(() => store.close());

const stale = async (inputs: readonly string[], fingerprint = FINGERPRINT) =>
  store.session((client) =>
    findStalePersons(client, { inputs, fingerprint, after: FIRST_ID, upTo: LAST_ID, limit: 100 }),
  );
/** Read back from a shelf that was filled by two persons at a time. */
const found = (range: Partial<typeof EVERY> = {}, large = NONE) =>
  store.session(async (client) => [
    ...(await findBlocks(client, { ...EVERY, ...range }, await FeatureShelf.load(client, 2), large)),
  ]);
const blocks = async ({ touchedBy, ...range }: Partial<typeof EVERY> & { touchedBy?: number } = {}) =>
  (touchedBy === undefined
    ? await found(range)
    : [...(await store.session((client) => findTouchedBlocks(client, { ...EVERY, ...range }, touchedBy, NONE)))]
  ).map(({ members }) => members.map(({ id, touched }) => `${Number.parseInt(id, 16)}${touched ? '*' : ''}`));

describe('who is stale', () => {
  test('nobody is prepared twice, and only what is asked for is read', async () => {
    await store.add({ number: 1, birthName: 'Durand', givenNames: 'Anne' }, { number: 2 });
    const found = await stale(['birthName']);
    expect(found.map(({ id, values }) => ({ id, values }))).toEqual([
      { id: personId(1), values: { birthName: 'Durand' } },
      { id: personId(2), values: { birthName: null } },
    ]);
    expect(await store.prepare()).toBe(2);
    expect(await store.prepare()).toBe(0);
  });

  test('a changed row, other rules, and an absent person are', async () => {
    await store.add({ number: 1 }, { number: 2 });
    await store.prepare();
    await store.add({ number: 2, rowHash: 99 });
    expect((await stale([])).map(({ id }) => id)).toEqual([personId(2)]);
    expect(await stale([], 'e'.repeat(64))).toHaveLength(2);
    await store.add({ number: 3 });
    await store.database.query('UPDATE passerelle.source_person SET absent_run = 7 WHERE id = $1', [personId(3)]);
    expect((await stale([])).map(({ id }) => id)).toEqual([personId(2), personId(3)]);
  });

  test('a person without an address has that of its case, and is stale when the case changes', async () => {
    await store.add({ number: 1 }, { number: 2, addressLine: '2 rue du Bac' });
    await store.database.query(
      `INSERT INTO passerelle.source_case (id, site_id, table_id, source_key, address_line, town, row_hash, file_id,
         record_no, byte_offset, byte_length, first_run, last_run)
       VALUES ($1, 1, 1, 'C9', '9 rue Haute', 'PARIS', 9, 1, 1, 0, 1, 1, 1)`,
      [personId(900)],
    );
    await store.database.query(
      'INSERT INTO passerelle.case_member (person_id, case_id) SELECT id, $1 FROM passerelle.source_person',
      [personId(900)],
    );
    expect((await stale(['addressLine', 'town'])).map(({ values }) => values)).toEqual([
      { addressLine: '9 rue Haute', town: 'PARIS' },
      { addressLine: '2 rue du Bac', town: null },
    ]);
    await store.prepare();
    await store.database.query('UPDATE passerelle.source_case SET row_hash = 10');
    expect(await stale([])).toHaveLength(2);
  });

  test('an input that a person does not have is refused', async () => {
    await expect(stale(['birthName; DROP TABLE'])).rejects.toThrow(RangeError);
    await expect(stale(['constructor'])).rejects.toThrow(RangeError);
  });
});

describe('blocks', () => {
  test('hold whoever shares a key, once a range, and nobody alone', async () => {
    await store.add(
      { number: 1, birthName: 'Durand', givenNames: 'Anne' },
      { number: 2, birthName: 'Durand', givenNames: 'Paul' },
      { number: 3, birthName: 'Petit', givenNames: 'Anne' },
      { number: 4, birthName: 'Morel', givenNames: 'Zoé' },
    );
    await store.prepare();
    const expected = [
      ['1*', '2*'],
      ['1*', '3*'],
    ];
    expect((await blocks()).sort()).toEqual(expected);
    const ranged = await Promise.all(cutCodes(5).map((range) => blocks(range)));
    expect(ranged.flat().sort()).toEqual(expected);
  });

  test('features and codes come back as they were written, tabs, backslashes and all', async () => {
    await store.add({ number: 1, birthName: 'N\\A\t1' }, { number: 2, birthName: 'N\\A\t1' });
    await store.prepare();
    const [block] = await found();
    expect(block?.members.map(({ features }) => features)).toEqual(Array(2).fill('\tN\\A\t1\t1990-03-04\t'));
    expect(block?.members[0]?.codes).toEqual([store.code(0, 'N\\A\t1')]);
    expect(await store.database.query('SELECT DISTINCT source_no FROM passerelle.link_person')).toEqual([
      { source_no: 65_537 },
    ]);
  });

  test('keys made at once are the keys made one by one', async () => {
    await store.add({ number: 1, birthName: 'A' }, { number: 2, birthName: 'A' }, { number: 3, birthName: 'B' });
    await store.prepare();
    await store.add({ number: 3, birthName: 'A', rowHash: 77 });
    await store.prepare();
    const keys = () => store.database.query('SELECT code, person_no FROM passerelle.link_key ORDER BY 1, 2');
    const one = await keys();
    await store.transaction(rebuildKeys);
    expect(await keys()).toEqual(one);
    expect(await blocks()).toEqual([['1*', '2*', '3*']]);
  });

  test('of a run of touched persons hold one of them at least', async () => {
    await store.add({ number: 1, birthName: 'A' }, { number: 2, birthName: 'A' });
    await store.add({ number: 3, birthName: 'B' }, { number: 4, birthName: 'B' });
    await store.prepare();
    await store.transaction((client) => takeTouched(client, 1));
    await store.transaction((client) => settleTouched(client, 1));
    await store.add({ number: 5, birthName: 'B' });
    await store.prepare();
    expect(await store.transaction((client) => takeTouched(client, 2))).toEqual({ persons: 1, rescored: 1 });
    expect(await blocks({ touchedBy: 2 })).toEqual([['3', '4', '5*']]);
  });

  test('a row that changed in nothing that is compared touches nobody', async () => {
    await store.add({ number: 1, birthName: 'A' });
    await store.prepare();
    await store.transaction((client) => takeTouched(client, 1));
    await store.transaction((client) => settleTouched(client, 1));
    await store.add({ number: 1, birthName: 'A', rowHash: 55 });
    expect(await store.prepare()).toBe(1);
    expect(await store.session(countWaiting)).toEqual({ persons: 0, rescored: 0 });
  });
});

test('a person who is not on the shelf is not passed over in silence', async () => {
  await store.add({ number: 1 });
  await store.prepare();
  const shelf = await store.session((client) => FeatureShelf.load(client));
  expect(shelf.id(0)).toBe(personId(1));
  expect(() => shelf.placeOf(1_000_000)).toThrow('person 1000000');
});

describe('large blocks', () => {
  const two = { ...EVERY, largest: 2 };

  test('are reported with their key, and left out of blocks and codes', async () => {
    for (const number of [1, 2, 3]) await store.add({ number, birthName: 'A', givenNames: number < 3 ? 'Léa' : 'Eve' });
    await store.prepare('all');
    await store.transaction(rebuildKeys);
    const large = await store.transaction((client) => noteLargeBlocks(client, 2));
    expect(large).toEqual([{ code: store.code(0, 'A'), keyNo: 0, persons: 3 }]);
    const left = await found(two, new Set(large.map(({ code }) => code)));
    expect(left.map(({ members }) => members.map(({ codes }) => codes))).toEqual([
      [[store.code(1, 'Léa')], [store.code(1, 'Léa')]],
    ]);
  });

  test('everybody in a block that has crossed the limit is scored again, up and down', async () => {
    await store.add({ number: 1, birthName: 'A' }, { number: 2, birthName: 'A' });
    await store.prepare();
    await store.transaction((client) => takeTouched(client, 1));
    await store.transaction((client) => settleTouched(client, 1));
    await store.add({ number: 3, birthName: 'A' });
    await store.prepare();
    await store.transaction(async (client) => {
      await takeTouched(client, 2);
      expect(await noteLargeBlocks(client, 2, 2)).toHaveLength(1);
      expect(await takeTouched(client, 2)).toEqual({ persons: 3, rescored: 3 });
      await settleTouched(client, 2);
    });
    await store.remove(3);
    await store.transaction(async (client) => {
      expect(await forgetGone(client)).toBe(1);
      await takeTouched(client, 3);
      expect(await noteLargeBlocks(client, 2, 3)).toEqual([]);
      expect(await takeTouched(client, 3)).toEqual({ persons: 2, rescored: 2 });
    });
    expect(await blocks({ largest: 2, touchedBy: 3 })).toEqual([['1*', '2*']]);
  });
});
