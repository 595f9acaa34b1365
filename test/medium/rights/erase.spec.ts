import type { removalView } from '#libs/services';
import { OTHER, PERSON, PLANTED, RightsWorld, withheldIn } from './rights-world.js';

type Removal = ReturnType<typeof removalView>;

describe('a person who is erased', () => {
  let world: RightsWorld;
  let ids: readonly string[];
  beforeAll(async () => {
    world = await RightsWorld.open();
    for (const night of [0, 1] as const) await world.load(night);
    await world.link();
  }, 120_000);
  afterAll(() => world.close());

  test('a dry run tells whom and what it would take, and takes nothing', async () => {
    // A command that ends signs the trail as it stands, also after a rehearsal.
    const stored = async (): Promise<string[]> =>
      (await world.dump()).split('\n').filter((line) => /^passerelle\.(?!audit_checkpoint )/.test(line));
    const before = await stored();
    const { dryRun, records, erased, kept } = await world.json<Removal>('subject', 'erase', PERSON, '--dry-run');
    ids = records.map(({ id }) => id);
    expect([dryRun, records.map(({ system }) => system).sort()]).toEqual([true, ['coordin', 'tipi']]);
    for (const kind of ['records', 'memberships', 'acts', 'aids', 'payments', 'quarantine', 'copies'] as const) {
      expect([kind, erased[kind] > 0]).toEqual([kind, true]);
    }
    expect(kept.accountingLines).toBe(erased.payments);
    expect(await stored()).toEqual(before);
    expect(await world.held()).toEqual([...PLANTED]);
  });

  test('is in no table, no file of the home; nobody else has lost a byte', async () => {
    const others = await world.others(ids);
    const paid = await world.installation.rows(
      `SELECT nature, paid_on::text, paid_cents::text, mode FROM passerelle.aid_payment AS payment
       JOIN passerelle.aid ON aid.id = payment.aid_id WHERE person_id = ANY ($1::uuid[]) AND superseded_run IS NULL
       ORDER BY 1, 2, 3`,
      [ids],
    );
    const removal = await world.json<Removal>('subject', 'erase', PERSON, '--incident', 'DPO-2026-017');
    expect(removal.records.map(({ id }) => id)).toEqual(ids);
    expect(await world.held()).toEqual([]);
    expect(await world.others(ids)).toEqual(others);
    expect(
      await world.installation.rows(
        'SELECT nature, paid_on::text, paid_cents::text, mode FROM passerelle.accounting_line ORDER BY 1, 2, 3',
      ),
    ).toEqual(paid);
    // What still names the person by keyed id says nothing else of it.
    const lines = (await world.dump()).split('\n').filter((line) => ids.some((id) => line.includes(id)));
    for (const line of lines) expect(line).toMatch(/^passerelle\.(withheld_person|audit_entry|import_chunk|seen_) ?/);
  });

  test('the trail says so under the reference, and is whole', async () => {
    const { code, stdout } = await world.say('audit', 'list', '--incident', 'DPO-2026-017', '--json');
    const entries = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { subjectId: string; action: string });
    expect([code, entries.map(({ subjectId }) => subjectId).sort()]).toEqual([0, [...ids].sort()]);
    expect(new Set(entries.map(({ action }) => action))).toEqual(new Set(['subject.erase']));
    expect((await world.say('audit', 'verify')).code).toBe(0);
  });

  test('is withheld by the next night, with acts and aids; the sheets close', async () => {
    const sheets = await world.load(2);
    expect(sheets.map(({ status }) => status)).toEqual(['done', 'done']);
    expect(withheldIn(sheets)).toBeGreaterThan(5);
    expect(await world.held()).toEqual([]);
  });

  test('no replay, no link run, no rollback of any run brings the person back', async () => {
    await world.installation.replay();
    await world.link();
    expect(await world.held()).toEqual([]);
    for (const run of ['R6', 'R5', 'R4', 'R3', 'R2', 'R1']) {
      await world.installation.rollback(run);
      expect(await world.held()).toEqual([]);
    }
  });

  test('nor does the very first night of an emptied store', async () => {
    expect(withheldIn(await world.load(0))).toBeGreaterThan(5);
    await world.link();
    expect(await world.held()).toEqual([]);
    expect((await world.say('persons', 'show', PERSON, '--purpose', 'data_protection')).stderr).toContain(
      'person.unknown',
    );
    expect((await world.say('persons', 'show', OTHER, '--purpose', 'data_protection')).code).toBe(0);
  });

  test('a second erasure says that it had been done; a withdrawal is refused', async () => {
    const again = await world.json<Removal>('subject', 'erase', PERSON);
    expect([again.records.length, again.already.length]).toEqual([0, 1]);
    const { code, stderr } = await world.say('subject', 'refuse', PERSON, '--withdraw');
    expect([code, stderr.includes('rights.erased')]).toEqual([4, true]);
  });
});

test('one record alone can be erased, and the last of a household takes its address along', async () => {
  const world = await RightsWorld.open();
  try {
    await world.load(0);
    await world.link();
    const only = await world.json<Removal>('subject', 'erase', PERSON, '--only-this-record');
    expect(only.records.map(({ system }) => system)).toEqual(['coordin']);
    const members = await world.installation.rows<{ id: string; household: string }>(
      `SELECT person_id::text AS id, case_id::text AS household FROM passerelle.case_member
       WHERE case_id = (SELECT case_id FROM passerelle.withheld_person)`,
    );
    await world.installation.rows(`UPDATE passerelle.source_case SET town = 'Zuydcoote' WHERE id = $1`, [
      members[0]?.household,
    ]);
    for (const { id } of members) await world.json('subject', 'erase', id, '--only-this-record');
    await world.load(1, ['coordin']);
    const addresses = await world.installation.rows(
      `SELECT num_nonnulls(address_line, postcode, town, family_context)::int AS held FROM passerelle.source_case WHERE id = $1`,
      [members[0]?.household],
    );
    expect(addresses).toEqual([{ held: 0 }]);
  } finally {
    await world.close();
  }
}, 120_000);
