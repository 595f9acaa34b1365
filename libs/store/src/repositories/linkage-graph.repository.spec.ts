import fc from 'fast-check';
import type { GraphEdge } from '../linkage/link-graph.js';
import { LinkStore, personId } from '../linkage/testing/link-store.js';
import { FIRST_ID, forgetGone } from './linkage-feature.repository.js';
import { type EdgeRow, replaceEdges, writeClusters } from './linkage-edge.repository.js';
import {
  createScoredTable,
  dropScoredTable,
  graphOfScored,
  graphOfTouched,
  landScored,
} from './linkage-graph.repository.js';
import { settleTouched, takeTouched } from './linkage-touched.repository.js';
import { noteVerdict } from './linkage-verdict.repository.js';
import { listLinks, pageLinks, resolvePerson } from './link.repository.js';

let store: LinkStore;
beforeAll(async () => {
  store = await LinkStore.open();
});
beforeEach(() => store.clear());
afterAll(() => store.close());

const scored = (left: number, right: number, bits = 0.1 + 0.2): GraphEdge => ({
  left: personId(left),
  right: personId(right),
  bits,
  levels: Uint8Array.of(0, 255, 92),
});
const decided = (left: number, right: number, rest: Partial<EdgeRow> = {}): EdgeRow => ({
  ...scored(left, right),
  decision: 'link',
  rule: 'automatic',
  leftRunnerUp: null,
  rightRunnerUp: -1.5,
  ...rest,
});
const numberOf = (id: string): number => Number.parseInt(id.slice(0, 8), 16);
const pairOf = ({ left, right }: { left: string; right: string }): string => `${numberOf(left)}-${numberOf(right)}`;
const replace = (scope: readonly number[] | 'all', ...edges: EdgeRow[]) =>
  store.transaction((client) => replaceEdges(client, scope === 'all' ? scope : scope.map(personId), edges, 1));
const cluster = (scope: readonly number[] | 'all', ...clusters: number[][]) =>
  store.transaction((client) =>
    writeClusters(
      client,
      scope === 'all' ? scope : scope.map(personId),
      clusters.map((members) => members.map(personId)),
    ),
  );
const stored = async (): Promise<string[]> =>
  (
    await store.database.query<{ left: string; right: string }>(
      'SELECT left_id::text AS left, right_id::text AS right FROM passerelle.link_edge ORDER BY 1, 2',
    )
  ).map(pairOf);
const persons = async (): Promise<Record<number, number>> =>
  Object.fromEntries(
    (await store.session((client) => listLinks(client, FIRST_ID, 100))).map(({ personId: id, sourceId }) => [
      Number(sourceId.slice(1)),
      numberOf(id),
    ]),
  );
const people = async (count: number): Promise<void> => {
  await store.add(...Array.from({ length: count }, (_, index) => ({ number: index + 1, birthName: `N${index}` })));
  await store.prepare();
  await store.transaction((client) => takeTouched(client, 90));
  await store.transaction((client) => settleTouched(client, 90));
};

describe('edges', () => {
  test('come back bit for bit', async () => {
    await people(2);
    await replace('all', decided(1, 2));
    const [row] = await store.database.query('SELECT * FROM passerelle.link_edge');
    expect(row).toMatchObject({ bits: 0.1 + 0.2, left_runner_up: null, right_runner_up: -1.5, rule: 'automatic' });
    expect(Uint8Array.from(row?.['levels'] as Buffer)).toEqual(Uint8Array.of(0, 255, 92));
  });

  test('that are equal are not written again; the rest of the scope goes, everything else stays', async () => {
    await replace('all', decided(1, 2), decided(2, 3), decided(4, 5));
    expect(await replace('all', decided(1, 2), decided(2, 3), decided(4, 5))).toEqual({ removed: 0, written: 0 });
    expect(await replace([2], decided(1, 2, { decision: 'review' }))).toEqual({ removed: 1, written: 1 });
    expect(await stored()).toEqual(['1-2', '4-5']);
    expect(await replace('all')).toEqual({ removed: 2, written: 0 });
  });

  test('of an incremental run stand in the place of the former ones of whoever was scored again', async () => {
    await people(7);
    // 1-2-3 hangs together, so do 4-5; 6 and 7 do too, and nobody touches them.
    await replace('all', decided(1, 2), decided(2, 3), decided(4, 5), decided(6, 7));
    await store.add({ number: 2, birthName: 'other' });
    await store.add({ number: 2, birthName: 'other', rowHash: 50 });
    await store.prepare();
    const graph = await store.transaction(async (client) => {
      await takeTouched(client, 1);
      await createScoredTable(client, 1);
      await landScored(client, 1, [scored(2, 4)]);
      return graphOfTouched(client, 1, 1);
    });
    expect(graph.edges.map(pairOf).sort()).toEqual(['2-4', '4-5']);
    expect(graph.nodes.map(({ id }) => numberOf(id)).sort()).toEqual([1, 2, 3, 4, 5]);
    await store.transaction((client) => dropScoredTable(client, 1));
  });

  test('of a run of all persons are read from what it has scored, with decisions of people', async () => {
    await people(5);
    await store.transaction((client) =>
      noteVerdict(client, { pair: [personId(5), personId(4)], verdict: 'same', decidedBy: 'test', reason: 'test' }),
    );
    const packed = await store.transaction(async (client) => {
      await createScoredTable(client, 2);
      await landScored(client, 2, [scored(1, 2, -2.25)]);
      const whole = await graphOfScored(client, 2);
      await dropScoredTable(client, 2);
      return whole;
    });
    const [graph, ...others] = [...packed.parts()];
    expect(others).toEqual([]);
    if (graph === undefined) throw new Error('a graph has one part at least');
    expect(graph.edges).toEqual([scored(1, 2, -2.25)]);
    expect(graph.verdicts).toEqual([{ left: personId(4), right: personId(5), verdict: 'same' }]);
    expect(graph.nodes.map(({ id }) => numberOf(id)).sort()).toEqual([1, 2, 4, 5]);
    expect(new Set(graph.nodes.map(({ source }) => source))).toEqual(new Set(['65537']));
  });

  test('components are whole, whatever their form', async () => {
    await people(12);
    const pair = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).filter(([a, b]) => a < b);
    const pairs = fc.uniqueArray(pair, { maxLength: 12, selector: String });
    await fc.assert(
      fc.asyncProperty(pairs, fc.integer({ min: 1, max: 12 }), async (edges, seed) => {
        await replace('all', ...edges.map(([left, right]) => decided(left, right)));
        const reached = new Set([seed]);
        for (let before = 0; before < reached.size;) {
          before = reached.size;
          for (const [a, b] of edges) if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
        }
        const graph = await store.transaction(async (client) => {
          await client.query('INSERT INTO passerelle.link_touched VALUES (3, $1, false)', [personId(seed)]);
          await createScoredTable(client, 3);
          const whole = await graphOfTouched(client, 3, 1);
          await dropScoredTable(client, 3);
          await settleTouched(client, 3);
          return whole;
        });
        expect(new Set(graph.nodes.map(({ id }) => numberOf(id)))).toEqual(reached);
        expect(graph.edges).toHaveLength(edges.filter(([a]) => reached.has(a)).length);
      }),
      { numRuns: 25 },
    );
  });
});

describe('clusters', () => {
  test('are known by their smallest source person, and every id leads there', async () => {
    await people(5);
    expect(await cluster('all', [4, 2], [5, 3], [1])).toEqual({ removed: 0, written: 4 });
    expect(await persons()).toEqual({ 1: 1, 2: 2, 3: 3, 4: 2, 5: 3 });
    expect(await cluster('all', [2, 4], [3, 5])).toEqual({ removed: 0, written: 0 });
    expect(await cluster([1, 2, 4], [4, 2, 1])).toEqual({ removed: 0, written: 3 });
    expect(await store.session((client) => resolvePerson(client, personId(2)))).toBe(personId(1));
    expect(await store.session((client) => resolvePerson(client, personId(99)))).toBe(personId(99));
    expect(await cluster([1, 2, 4])).toEqual({ removed: 3, written: 0 });
    expect(await persons()).toEqual({ 1: 1, 2: 2, 3: 3, 4: 4, 5: 3 });
  });

  test('pages of links go on after the last source person, whichever person it is', async () => {
    await people(5);
    await cluster('all', [1, 3, 5]);
    const seen: string[] = [];
    for (let after: string | null = FIRST_ID; after !== null;) {
      const page = await store.session((client) => pageLinks(client, after ?? FIRST_ID, 2));
      seen.push(...page.links.map(({ sourceId }) => sourceId));
      after = page.next;
    }
    expect(seen).toEqual(['K1', 'K2', 'K3', 'K4', 'K5']);
  });
});

describe('whoever is gone', () => {
  test('leaves nothing behind but decisions of people; partners and mates are decided again', async () => {
    await people(6);
    await replace('all', decided(1, 2), decided(2, 3), decided(5, 6));
    await cluster('all', [1, 2, 3], [5, 6]);
    const verdict = { pair: [personId(1), personId(4)], verdict: 'never', decidedBy: 'test', reason: 'test' } as const;
    await store.transaction((client) => noteVerdict(client, verdict));
    await store.transaction((client) => takeTouched(client, 91));
    await store.transaction((client) => settleTouched(client, 91));
    await store.remove(1);
    expect(await store.transaction(forgetGone)).toBe(1);
    expect(await stored()).toEqual(['2-3', '5-6']);
    expect(await persons()).toEqual({ 2: 2, 3: 2, 4: 4, 5: 5, 6: 5 });
    const touched = await store.database.query<{ id: string; rescore: boolean }>(
      'SELECT person_id::text AS id, rescore FROM passerelle.link_touched ORDER BY 1',
    );
    expect(touched).toEqual([2, 3, 4].map((number) => ({ id: personId(number), rescore: false })));
    const left = await store.database.query(
      `SELECT FROM passerelle.link_person WHERE person_id = $1
       UNION ALL SELECT FROM passerelle.person_cluster WHERE $1 IN (source_person_id, person_id)`,
      [personId(1)],
    );
    expect(left).toHaveLength(0);
    expect(await store.database.query('SELECT FROM passerelle.link_verdict')).toHaveLength(1);
    expect(await store.database.query('SELECT FROM passerelle.link_key')).toHaveLength(5);
    expect(await store.transaction(forgetGone)).toBe(0);
  });
});
