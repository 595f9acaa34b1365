import type { TableView } from '../../../libs/services/src/index.js';
import { countPersonCells, restrictPersons } from '../../../libs/store/src/index.js';
import { LinkedStore, SITE } from '../linkage/linked-store.js';

let store: LinkedStore;
beforeAll(async () => {
  store = await LinkedStore.open(160, 24_117);
  // All but a few move out of one type of housing, so that there is something to hide.
  for (const [table, kept] of [
    ['source_person', 4],
    ['source_case', 1],
  ] as const) {
    await rows(`UPDATE passerelle.${table} SET housing_type = 'hotel' WHERE housing_type = 'tiedHousing' AND id NOT IN
      (SELECT id FROM passerelle.${table} WHERE housing_type = 'tiedHousing' ORDER BY id LIMIT ${String(kept)})`);
  }
}, 120_000);
afterAll(() => store.close());

const rows = <T extends object>(text: string, values: unknown[] = []) => store.installation.rows<T>(text, values);
const say = (...words: readonly string[]) => store.say('statistics', ...words);
const shown = async (...words: readonly string[]): Promise<TableView> => {
  const { code, stdout, stderr } = await say('show', ...words, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as TableView;
};
const countOf = ({ cells }: TableView): number | null => cells.at(-1)?.count ?? null;
const ledger = () =>
  rows<{ cells: Record<string, number | null> }>('SELECT cells FROM passerelle.statistics_release ORDER BY id');

const groupBy = <T extends { readonly person: string }>(records: readonly T[]): Map<string, T[]> => {
  const persons = new Map<string, T[]>();
  for (const record of records) persons.set(record.person, [...(persons.get(record.person) ?? []), record]);
  return persons;
};

/** Persons by housing, counted by hand from the rows: the freshest record that says one, else the household's. */
const byHand = async (): Promise<{ total: number; counts: Map<string, number> }> => {
  const records = await rows<{ person: string; housing: string | null; updated: string | null; system: string }>(`
    SELECT coalesce(cluster.person_id, person.id)::text AS person, person.source_updated_on::text AS updated,
           coalesce(person.housing_type, household.housing_type) AS housing, system.code AS system
    FROM passerelle.source_person AS person
    JOIN passerelle.source_table AS t ON t.id = person.table_id JOIN passerelle.source_system AS system ON system.id = t.system_id
    LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id
    LEFT JOIN passerelle.case_member AS member ON member.person_id = person.id
    LEFT JOIN passerelle.source_case AS household ON household.id = member.case_id
    WHERE person.absent_run IS NULL`);
  const order = ['coordin', '4d', 'tipi'];
  const persons = groupBy(records);
  const counts = new Map<string, number>();
  for (const own of persons.values()) {
    const told = own
      .filter(({ housing }) => housing !== null)
      .sort(
        (one, other) =>
          (other.updated ?? '').localeCompare(one.updated ?? '') ||
          order.indexOf(one.system) - order.indexOf(other.system),
      );
    const housing = told[0]?.housing ?? 'unknown';
    counts.set(housing, (counts.get(housing) ?? 0) + 1);
  }
  return { total: persons.size, counts };
};

test('counts persons, not records, and shows no cell of fewer than eleven', async () => {
  const { total, counts } = await byHand();
  const view = await shown('persons-by-housing');
  expect(countOf(view)).toBe(total);
  for (const { place, count } of view.cells.slice(0, -1)) {
    const value = counts.get(place['person.housingType'] ?? '') ?? 0;
    if (count === null) continue;
    expect(count).toBe(value);
    expect(count).toBeGreaterThanOrEqual(11);
  }
  // Some are shown, some hidden: else this says nothing.
  expect(new Set(view.cells.map(({ count }) => count === null)).size).toBe(2);
});

test('what was handed out is in the ledger, without a hidden number, and in the trail, without a subject', async () => {
  const view = await shown('persons-by-housing');
  const [released] = await ledger();
  expect(await ledger()).toHaveLength(1);
  for (const { place, count } of view.cells) {
    const [entry] = Object.entries(place);
    expect(released?.cells[entry === undefined ? '' : entry.join('=')]).toBe(count);
  }
  const entries = await rows<{ subject: string | null; purpose: string; fields: string[]; incident: string }>(
    `SELECT subject_id AS subject, purpose, fields, incident FROM passerelle.audit_entry WHERE action = 'statistics.show'`,
  );
  expect(entries.length).toBeGreaterThanOrEqual(2);
  for (const entry of entries) {
    expect(entry).toEqual({
      subject: null,
      purpose: 'statistics',
      fields: ['person.housingType'],
      incident: 'persons-by-housing',
    });
  }
});

test('a site and the City come from one drawing', async () => {
  const [city, site] = [await shown('persons-by-housing'), await shown('persons-by-housing', '--site', SITE)];
  expect(site.asOf).toBe(city.asOf);
  expect(site.site).toBe(SITE);
});

test('somebody who may not be placed counts in the City and at no site', async () => {
  const count = () =>
    store.installation.engine.database.transaction(async (client) => {
      const cells = await countPersonCells(client, [{ entity: 'person', column: 'sex' }], [[], ['site']], ['coordin']);
      return [
        cells.find(({ place }) => Object.keys(place).length === 0)?.units,
        cells.find(({ place }) => place['site'] === SITE)?.units,
      ];
    });
  const [city = 0, site = 0] = await count();
  const [person] = await rows<{ ids: string[] }>(
    `SELECT array_agg(source_person_id::text) AS ids FROM passerelle.person_cluster GROUP BY person_id HAVING count(*) > 1 ORDER BY person_id LIMIT 1`,
  );
  // One record protects all of the person.
  await store.installation.engine.database.transaction((client) =>
    restrictPersons(client, [person?.ids[0] ?? ''], null),
  );
  expect(await count()).toEqual([city, site - 1]);
});

test('figures are told again for the rest of the month, whoever comes or goes', async () => {
  const before = await shown('persons-by-employment');
  const [someone] = await rows<{ id: string }>('SELECT id::text FROM passerelle.source_person ORDER BY id LIMIT 1');
  expect((await store.say('subject', 'erase', someone?.id ?? '')).code).toBe(0);
  expect(await shown('persons-by-employment')).toEqual(before);
  const { total } = await byHand();
  expect(countOf(before)).toBe(total + 1);
});

test('a month later nothing that was hidden comes out, though somebody came or went', async () => {
  await rows('ALTER TABLE passerelle.statistics_release DISABLE TRIGGER statistics_release_guard');
  await rows(`UPDATE passerelle.statistics_release SET as_of = as_of - interval '1 month'`);
  const [first] = await ledger();
  const view = await shown('persons-by-housing');
  const all = await ledger();
  const last = all.at(-1)?.cells ?? {};
  expect(view.repeated).toBe(all.length === 1);
  for (const [key, told] of Object.entries(first?.cells ?? {})) expect(last[key] === null).toBe(told === null);
});

test('a dry run of a release keeps nothing and tells no figure', async () => {
  const before = await ledger();
  const { code, stdout } = await say('release', 'persons-by-children', '--dry-run', '--json');
  const report = JSON.parse(stdout) as Record<string, unknown>;
  expect(code).toBe(0);
  expect(Object.keys(report).sort()).toEqual(['asOf', 'cells', 'dryRun', 'hidden', 'how', 'period', 'table']);
  expect(await ledger()).toEqual(before);
});

test('aids need eleven persons behind them, and a month that is over', async () => {
  const [busiest] = await rows<{ month: string; aids: number; persons: number }>(`
    SELECT to_char(requested_on, 'YYYY-MM') AS month, count(*)::int AS aids,
      count(DISTINCT coalesce(cluster.person_id, aid.person_id))::int AS persons
    FROM passerelle.aid LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = aid.person_id
    WHERE requested_on < date_trunc('month', now()) AND aid.absent_run IS NULL GROUP BY 1 ORDER BY 2 DESC LIMIT 1`);
  const { code, stdout, stderr } = await say('show', 'aids-by-nature', '--month', busiest?.month ?? '', '--json');
  if ((busiest?.persons ?? 0) < 11)
    expect([code, (stdout + stderr).includes('statistics.too-small')]).toEqual([4, true]);
  else if (code === 0) expect(countOf(JSON.parse(stdout) as TableView)).toBe(busiest?.aids);
  const open = await say('show', 'aids-by-nature', '--month', '2999-01');
  expect([open.code, open.stderr.includes('statistics.month-open')]).toEqual([2, true]);
});

test.each([
  [['show', 'persons-by-worker'], 'statistics.table'],
  [['show', 'persons-by-children', '--site', SITE], 'statistics.not-by-site'],
  [['show', 'persons-by-housing', '--site', 'nowhere-1'], 'statistics.site-unknown'],
  [['show', 'persons-by-housing', '--month', '2020-01'], 'statistics.not-drawn'],
  [['show', 'persons-by-housing', '--month', 'May'], 'statistics.month'],
])('%j is refused with %s', async (words, code) => {
  const ending = await say(...words);
  expect([ending.code, ending.stderr.includes(code), ending.stdout]).toEqual([2, true, '']);
});

test('as CSV for a spreadsheet, a hidden cell says so', async () => {
  const { stdout } = await say('show', 'persons-by-housing', '--csv', '--lang', 'fr');
  expect(stdout.split('\n')[0]?.trim()).toBe(',Personnes');
  expect(stdout).toContain(',masqué');
});
