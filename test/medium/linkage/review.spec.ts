import { passerelle } from '../../support/spawn-cli.js';
import { LinkedStore, SITE } from './linked-store.js';

let store: LinkedStore;
beforeAll(async () => {
  store = await LinkedStore.open(120, 77_310);
}, 120_000);
afterAll(() => store.close());

/** The first and last question: the ones of which most and least is known. */
const twoQuestions = async () => {
  const reviews = await store.reviews();
  const alone = reviews.filter(({ settles, left, right }) => settles === 1 && left.system !== right.system);
  const [accepted, rejected] = [alone.at(0), alone.at(-1)];
  if (accepted === undefined || rejected === undefined || accepted === rejected) throw new Error('too few questions');
  return { accepted, rejected };
};

test('the list says what the contract promises, each pair once, groups together, and never a value', async () => {
  const { code, stdout } = await store.say('review', 'list', '--json');
  expect(code).toBe(3);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.length).toBeGreaterThan(5);
  const side = { system: expect.stringMatching(/^(coordin|4d|tipi)$/), site: SITE, sourceId: expect.any(String) };
  for (const line of lines) {
    expect(line).toEqual({
      reviewId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}$/),
      left: side,
      right: side,
      score: expect.any(Number),
      reasons: expect.arrayContaining([expect.stringMatching(/^link\./)]),
      group: expect.any(Number),
      settles: expect.any(Number),
      household: line['household'] === null ? null : { others: expect.any(Number), taken: expect.any(Boolean) },
    });
  }
  expect(new Set(lines.map((line) => line['reviewId'])).size).toBe(lines.length);
  const groups = lines.map((line) => line['group']);
  expect(groups).toEqual(groups.toSorted((a, b) => Number(a) - Number(b)));
  const values = await store.installation.rows<{ value: string }>(
    `SELECT DISTINCT unnest(ARRAY[birth_name, usage_name, address_line, birth_date::text]) AS value
     FROM passerelle.source_person`,
  );
  for (const { value } of values) if (value !== null && value.length > 4) expect(stdout).not.toContain(`"${value}"`);
});

describe('a pair side by side', () => {
  test('shows the fields of the policy and no others', async () => {
    const { accepted } = await twoQuestions();
    const { code, stdout } = await store.say('review', 'show', accepted.reviewId, '--json');
    expect(code).toBe(0);
    const sheet = JSON.parse(stdout) as { fields: { field: string }[]; agreement: object[]; purpose: string };
    expect(sheet.purpose).toBe('link_review');
    expect(sheet.fields.map(({ field }) => field)).toEqual([
      ...['title', 'sex', 'birthName', 'usageName', 'givenNames', 'birthDate', 'birthPrecision', 'birthCenturyKnown'],
      ...['postcode', 'town'],
    ]);
    expect(sheet.agreement).toHaveLength(store.rules.plan.fields.length);
    const streets = await store.installation.rows<{ line: string }>(
      `SELECT coalesce(person.address_line, household.address_line) AS line FROM passerelle.source_person AS person
       LEFT JOIN passerelle.case_member AS member ON member.person_id = person.id
       LEFT JOIN passerelle.source_case AS household ON household.id = member.case_id
       WHERE person.id = ANY ($1::uuid[]) AND coalesce(person.address_line, household.address_line) IS NOT NULL`,
      [[accepted.left.id, accepted.right.id]],
    );
    for (const { line } of streets) expect(stdout).not.toContain(line);
  });

  test.each(['en', 'fr'])('its bits add up, and its rule is said in words (%s)', async (lang) => {
    const { accepted } = await twoQuestions();
    const { stdout } = await store.say('review', 'show', accepted.reviewId, '--lang', lang);
    const json = await store.say('review', 'show', accepted.reviewId, '--json');
    const sheet = JSON.parse(json.stdout) as {
      prior: number;
      score: number;
      rule: string;
      agreement: { bits: number; frequencyBits: number }[];
    };
    const sum = sheet.agreement.reduce((all, one) => all + one.bits + one.frequencyBits, sheet.prior);
    expect(sum).toBeCloseTo(sheet.score, 1);
    expect(stdout).toContain(`${sheet.rule}: `);
  });
});

describe('who and why', () => {
  test.each([
    [['accept', '0a1b2c3d-4e5f6071', '--by', 'A'], 2],
    [['reject', '0a1b2c3d-4e5f6071', '--reason', 'twins'], 2],
    [['accept', '0a1b2c3d-4e5f6071', '--by', 'x'.repeat(81), '--reason', 'long'], 2],
    [['accept', '0a1b2c3d-4e5f6071', '--by', 'A', '--reason', 'a\nb'], 2],
    [['accept', '0a1b2c3d-4e5f6071', '--by', 'A', '--reason', 'no such pair'], 1],
    [['revoke', '0a1b2c3d-4e5f6071', '--by', 'A'], 1],
    [['split', 'coordin/psa-07/NOBODY-7731', '--by', 'A', '--reason', 'r'], 1],
    [['split', 'NOBODY-7731', '--by', 'A', '--reason', 'r'], 2],
  ])('review %j ends with %i, and its message repeats no key and no reason', async (words, expected) => {
    const { code, stdout, stderr } = await store.say('review', ...words);
    expect(code).toBe(expected);
    expect(stdout + stderr).not.toMatch(/NOBODY|no such pair|xxxx/);
  });
});

test('a dry run shows what would come of a decision, and keeps nothing', async () => {
  const { accepted } = await twoQuestions();
  const before = await store.linkage();
  const words = ['accept', accepted.reviewId, '--by', 'A', '--reason', 'r', '--dry-run', '--json'];
  const { code, stdout } = await store.say('review', ...words);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ dryRun: true, applied: true, holds: true });
  expect(await store.linkage()).toBe(before);
  expect(await store.installation.rows('SELECT FROM passerelle.link_verdict')).toEqual([]);
});

describe('decisions', () => {
  let accepted: Awaited<ReturnType<typeof twoQuestions>>['accepted'];
  let rejected: typeof accepted;
  const stand = async (): Promise<void> => {
    const [joined, apart] = [await store.personOf(accepted.left.id), await store.personOf(rejected.left.id)];
    expect(joined).toEqual(await store.personOf(accepted.right.id));
    expect(apart).not.toEqual(await store.personOf(rejected.right.id));
    const open = (await store.reviews()).map(({ reviewId }) => reviewId);
    expect(open).not.toEqual(expect.arrayContaining([accepted.reviewId]));
    expect(open).not.toEqual(expect.arrayContaining([rejected.reviewId]));
  };

  beforeAll(async () => {
    ({ accepted, rejected } = await twoQuestions());
    const said = ['--by', 'A. Reviewer', '--reason', 'seen on the spot'];
    expect((await store.say('review', 'accept', accepted.reviewId, ...said)).code).toBe(0);
    expect((await store.say('review', 'reject', rejected.reviewId, ...said)).code).toBe(0);
  });

  test('are applied at once, also in `links`', async () => {
    await stand();
    const { stdout } = await store.say('links', '--json');
    const personOf = ({ system, sourceId }: { system: string; sourceId: string }): unknown =>
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .find((line) => line['system'] === system && line['sourceId'] === sourceId)?.['personId'];
    expect(personOf(accepted.left)).toBe(personOf(accepted.right));
    expect(personOf(rejected.left)).not.toBe(personOf(rejected.right));
  });

  test('are on record with who and why', async () => {
    const { stdout } = await store.say('review', 'decisions', '--json');
    const decisions = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const by = { by: 'A. Reviewer', reason: 'seen on the spot', revokedBy: null };
    expect(decisions).toMatchObject([
      { reviewId: rejected.reviewId, verdict: 'never', ...by },
      { reviewId: accepted.reviewId, verdict: 'same', ...by },
    ]);
  });

  test('come to what a link run from scratch comes to', async () => {
    const decided = await store.linkage();
    await store.link({ full: true });
    expect(await store.linkage()).toBe(decided);
    await stand();
  });

  test('survive the same night, the next night and its rollback', async () => {
    await store.import(0);
    await store.link();
    await stand();
    const before = await store.linkage();
    const runs = await store.import(1);
    await store.link();
    const keys = await store.installation.rows<{ id: string }>('SELECT id::text FROM passerelle.source_person');
    const all = [accepted, rejected].flatMap(({ left, right }) => [left.id, right.id]);
    expect(keys.map(({ id }) => id)).toEqual(expect.arrayContaining(all));
    await stand();
    for (const run of [...runs].reverse()) await store.installation.rollback(run);
    await store.link();
    await stand();
    expect(await store.linkage()).toBe(before);
  });

  test('survive other weights and a run from scratch', async () => {
    await store.installation.rows(
      `WITH retrained AS (
         UPDATE passerelle.link_model SET active = false WHERE active RETURNING document
       )
       INSERT INTO passerelle.link_model (document, active)
       SELECT jsonb_set(document, '{prior}', to_jsonb((document ->> 'prior')::float8 + 4)), false FROM retrained`,
    );
    await store.installation.rows(
      `UPDATE passerelle.link_model SET active = true WHERE version = (SELECT max(version) FROM passerelle.link_model)`,
    );
    const { scope, modelVersion } = await store.link();
    expect([scope, modelVersion]).toEqual(['all', 2]);
    await stand();
  });

  test('"never" is not replaced by the way, and both can be revoked', async () => {
    await expect(store.decide(rejected.reviewId, 'same')).rejects.toMatchObject({
      code: 'review.kept-apart',
      exitCode: 4,
    });
    const revoked = await store.revoke(accepted.reviewId, rejected.reviewId);
    expect(revoked).toMatchObject({ applied: true, holds: true });
    await expect(store.revoke(accepted.reviewId)).rejects.toMatchObject({ code: 'review.no-decision' });
    const evidence = await store.linkage();
    await store.link({ full: true });
    expect(await store.linkage()).toBe(evidence);
    const rows = await store.installation.rows('SELECT revoked_by AS by FROM passerelle.link_verdict');
    expect(rows).toEqual([{ by: 'B. Reviewer' }, { by: 'B. Reviewer' }]);
  });
});

test('while a link run is under way a decision is noted, and the next one applies it', async () => {
  const { accepted } = await twoQuestions();
  const { database } = store.installation.engine;
  await database.session(async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('passerelle linkage', 0))`);
    expect(await store.decide(accepted.reviewId, 'same')).toMatchObject({ applied: false });
    await client.query(`SELECT pg_advisory_unlock(hashtextextended('passerelle linkage', 0))`);
  });
  await store.link();
  expect(await store.personOf(accepted.left.id)).toEqual(await store.personOf(accepted.right.id));
});

test('no value of a person in what is kept about decisions, nor in any job', async () => {
  const kept = await store.installation.rows<{ line: string }>(
    `SELECT stored::text AS line FROM passerelle.link_verdict AS stored
     UNION ALL SELECT stored::text FROM passerelle.link_touched AS stored
     UNION ALL SELECT stored::text FROM passerelle.link_job AS stored
     UNION ALL SELECT stored::text FROM passerelle.link_run AS stored`,
  );
  const text = kept.map(({ line }) => line).join('\n');
  const names = await store.installation.rows<{ name: string }>(
    `SELECT DISTINCT birth_name AS name FROM passerelle.source_person WHERE length(birth_name) > 4`,
  );
  expect(names.length).toBeGreaterThan(50);
  for (const { name } of names) expect(text).not.toContain(name);
});

test('no value of a person in a word that is logged, at the finest level', async () => {
  const { accepted } = await twoQuestions();
  const environment = { ...store.installation.environment, PASSERELLE_LOG_LEVEL: 'trace' };
  const endings = [
    await passerelle(`review accept ${accepted.reviewId} --by A --reason seen --json`, environment),
    await passerelle(`review revoke ${accepted.reviewId} --by A`, environment),
    await passerelle('review split coordin/psa-07/NOBODY-7731 --by A --reason seen --lang fr', environment),
  ];
  expect(endings.map(({ code }) => code)).toEqual([0, 0, 1]);
  const said = endings.map(({ stdout, stderr }) => stdout + stderr).join('\n');
  const values = await store.installation.rows<{ value: string }>(
    `SELECT DISTINCT unnest(ARRAY[birth_name, given_names, address_line]) AS value FROM passerelle.source_person`,
  );
  for (const { value } of values) if (value !== null && value.length > 5) expect(said).not.toContain(value);
});
