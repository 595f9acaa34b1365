import { join } from 'node:path';
import { noteVerdict } from '../../../libs/store/src/index.js';
import { Installation } from '../../support/import-harness.js';
import { importNight, link, linkage } from '../../support/link-harness.js';
import { generateNight, type Night, NEXT_NIGHT, NIGHT } from '../../support/night-exports.js';

const SITE = 'psa-07';

interface Pair {
  readonly left: string;
  readonly right: string;
}

describe('what people said about a pair outlives everything', () => {
  let installation: Installation;
  let nights: readonly [Night, Night];
  let apart: Pair;
  let same: Pair;

  const say = ({ left, right }: Pair, verdict: 'same' | 'never') =>
    installation.engine.database.transaction((client) =>
      noteVerdict(client, { pair: [left, right], verdict, decidedBy: 'A. Reviewer', reason: 'seen on the spot' }),
    );
  const personOf = async (id: string): Promise<string> =>
    (
      await installation.rows<{ person: string }>(
        `SELECT coalesce((SELECT person_id FROM passerelle.person_cluster WHERE source_person_id = $1), $1)::text AS person`,
        [id],
      )
    )[0]?.person ?? '';
  const expectHeld = async (): Promise<void> => {
    expect(await personOf(apart.left)).not.toBe(await personOf(apart.right));
    expect(await personOf(same.left)).toBe(await personOf(same.right));
  };
  const pairs = (decision: string): Promise<Pair[]> =>
    installation.rows<Pair>(
      `SELECT left_id::text AS left, right_id::text AS right FROM passerelle.link_edge
       WHERE decision = '${decision}' ORDER BY bits DESC, 1, 2`,
    );

  beforeAll(async () => {
    installation = await Installation.open();
    const base = { households: 60, seed: 77_065, sites: [SITE] };
    const evolve = { since: NIGHT, changed: 0.3, removed: 0.1, added: 0.3 };
    nights = [
      await generateNight({ ...base, out: join(installation.folder, '1') }),
      await generateNight({ ...base, out: join(installation.folder, '2'), night: NEXT_NIGHT, evolve }),
    ];
    await importNight(installation, nights[0], NIGHT, SITE);
    await link(installation);
    [[apart], [same]] = (await Promise.all([pairs('link'), pairs('review')])) as [[Pair], [Pair]];
    expect(await personOf(apart.left)).toBe(await personOf(apart.right));
    await say(apart, 'never');
    await say(same, 'same');
  }, 60_000);
  afterAll(() => installation.close());

  test('the next run obeys', async () => {
    await link(installation);
    await expectHeld();
  });

  test('and so do the next night, its rollback, everything anew, and another model', async () => {
    const sheets = await importNight(installation, nights[1], NEXT_NIGHT, SITE);
    await expectHeld();
    for (const { run } of sheets.toReversed()) await installation.rollback(run);
    await link(installation);
    await expectHeld();
    await link(installation, { full: true });
    await expectHeld();
    const models = `SELECT version FROM passerelle.link_model`;
    const before = await installation.rows(models);
    await installation.rows(
      `INSERT INTO passerelle.link_model (document, active)
       SELECT jsonb_set(document, '{prior}', to_jsonb((document->>'prior')::float8 - 1)), false
       FROM passerelle.link_model WHERE active`,
    );
    await installation.rows('UPDATE passerelle.link_model SET active = false WHERE active');
    await installation.rows(
      'UPDATE passerelle.link_model SET active = true WHERE version = (SELECT max(version) FROM passerelle.link_model)',
    );
    expect(await installation.rows(models)).toHaveLength(before.length + 1);
    expect(await link(installation)).toMatchObject({ scope: 'all' });
    await expectHeld();
  }, 60_000);

  test('a source person that was gone and comes back meets them again', async () => {
    await installation.rollback('R3');
    await installation.rollback('R2');
    await link(installation);
    await importNight(installation, nights[0], NIGHT, SITE, ['4d', 'tipi']);
    await expectHeld();
  });

  test('"same" against "never" is asked about, even of records that have nothing in common', async () => {
    const ids = (
      await installation.rows<{ id: string }>('SELECT id::text FROM passerelle.source_person ORDER BY id')
    ).map(({ id }) => id);
    const free = ids.filter((id) => ![apart.left, apart.right, same.left, same.right].includes(id));
    const [a = '', b = '', c = ''] = [free[0], free[10], free[20]];
    await say({ left: a, right: b }, 'same');
    await say({ left: b, right: c }, 'same');
    await say({ left: a, right: c }, 'never');
    await link(installation);
    const contradictions = `SELECT left_id::text AS left, right_id::text AS right FROM passerelle.link_edge
                            WHERE rule = 'link.contradiction' AND decision = 'review' ORDER BY 1, 2`;
    expect(await installation.rows(contradictions)).toEqual([
      { left: a, right: b },
      { left: b, right: c },
    ]);
    const before = await linkage(installation);
    await link(installation, { full: true });
    expect(await linkage(installation)).toEqual(before);
  });
});
