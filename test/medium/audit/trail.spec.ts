import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '../../../apps/migrator/src/cli/commands/audit.command.js';
import { AuditTrail } from '../../../libs/store/src/index.js';
import { LinkedStore } from '../linkage/linked-store.js';

interface Entry {
  readonly seq: number;
  readonly action: string;
  readonly purpose: string | null;
  readonly subjectId: string | null;
  readonly caseId: string | null;
  readonly incident: string | null;
  readonly fields: readonly string[];
  readonly outcome: string;
  readonly detail: readonly string[];
}

let store: LinkedStore;
beforeAll(async () => {
  store = await LinkedStore.open(40, 77_411);
}, 120_000);
afterAll(() => store.close());

const json = async <T>(words: readonly string[], expected = 0): Promise<T> => {
  const { code, stdout, stderr } = await store.say(...words, '--json');
  expect([code, stderr]).toEqual([expected, '']);
  return JSON.parse(stdout) as T;
};
const asked = async (...words: readonly string[]): Promise<Entry[]> => {
  const { code, stdout } = await store.say('audit', 'list', ...words, '--json');
  expect(code).toBe(0);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
};

describe('imports, links and rollbacks are entered per run', () => {
  test('with counts by outcome', async () => {
    const [entry] = await asked('--incident', 'R1');
    const sheet = await json<{ sheet: { files: { tables: Record<string, Record<string, number>> }[] } }>([
      'runs',
      'show',
      'R1',
    ]);
    const created = sheet.sheet.files.flatMap(({ tables }) =>
      Object.values(tables).map((table) => table['created'] ?? 0),
    );
    const sum = created.reduce((total, n) => total + n, 0);
    expect(entry).toMatchObject({ action: 'import.run', purpose: 'migration', outcome: 'done', subjectId: null });
    expect(entry?.detail).toContain(`created=${String(sum)}`);
    expect(entry?.detail.some((word) => word.startsWith('withheld='))).toBe(true);
    expect(await asked('--incident', 'L1')).toEqual([expect.objectContaining({ action: 'link.run', outcome: 'done' })]);
  });

  test('in the transaction that finishes the run: a rehearsal leaves nothing', async () => {
    const runs = await store.import(1);
    const before = await asked('--incident', runs.at(-1) ?? '');
    await store.installation.rollback(runs.at(-1) ?? '', true);
    expect(await asked('--incident', runs.at(-1) ?? '')).toEqual(before);
    await store.installation.rollback(runs.at(-1) ?? '');
    const after = await asked('--incident', runs.at(-1) ?? '');
    expect(after.map(({ action }) => action)).toEqual([...before.map(({ action }) => action), 'import.rollback']);
  });
});

describe('reads of persons', () => {
  test('one entry for each source person, with its case and the names of what was shown', async () => {
    const person = (await store.persons(2))[0] ?? [];
    const ids = person.map(({ id }) => id);
    const { code } = await store.say('persons', 'show', ids[0] ?? '', '--purpose', 'case_support');
    expect(code).toBe(0);
    const entries = (await asked('--person', ids[1] ?? '')).filter(({ action }) => action === 'persons.show');
    expect(entries.map(({ subjectId }) => subjectId).sort()).toEqual([...ids].sort());
    for (const entry of entries) {
      expect(entry).toMatchObject({ purpose: 'case_support', outcome: 'done', incident: null });
      expect(entry.fields).toEqual(expect.arrayContaining(['birthName', 'birthDate']));
      const cases = await store.installation.rows<{ id: string }>(
        'SELECT case_id::text AS id FROM passerelle.case_member WHERE person_id = $1',
        [entry.subjectId],
      );
      expect(entry.caseId).toBe(cases[0]?.id ?? null);
    }
    const [withCase] = entries.filter(({ caseId }) => caseId !== null);
    expect((await asked('--case', withCase?.caseId ?? '')).map(({ seq }) => seq)).toContain(withCase?.seq);
  });

  test('a pair under review, under its name; and no answer where nothing can be entered', async () => {
    const [review] = await store.reviews();
    const words = ['review', 'show', review?.reviewId ?? ''];
    await json(words);
    const entries = await asked('--incident', review?.reviewId ?? '');
    expect(entries.map(({ subjectId }) => subjectId)).toEqual([review?.left.id, review?.right.id]);
    expect(entries[0]).toMatchObject({ action: 'review.show', purpose: 'link_review' });
    const tampered = async (text: string): Promise<void> =>
      store.installation.engine.database.transaction(async (client) => {
        await client.query(`SET LOCAL session_replication_role = 'replica'`);
        await client.query(text);
      });
    await tampered('UPDATE passerelle.audit_head SET seq = seq + 1');
    const { code, stdout } = await store.say(...words, '--json');
    await tampered('UPDATE passerelle.audit_head SET seq = seq - 1');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'audit.head' } });
    expect(stdout).not.toContain('fields');
  });

  test('a decision is entered with its pair and both persons, in the same transaction, and names nobody who decided', async () => {
    const reviews = await store.reviews();
    const review = reviews[0];
    await store.decide(review?.reviewId ?? '', 'same', true);
    const count = async () => (await asked('--incident', review?.reviewId ?? '')).length;
    const before = await count();
    await store.decide(review?.reviewId ?? '', 'same');
    const entries = (await asked('--incident', review?.reviewId ?? '')).slice(before);
    expect(entries.map(({ subjectId }) => subjectId)).toEqual([review?.left.id, review?.right.id]);
    expect(entries[0]).toMatchObject({ action: 'review.accept', detail: ['same'] });
    await store.revoke(review?.reviewId ?? '');
    expect((await asked('--incident', review?.reviewId ?? '')).at(-1)).toMatchObject({ action: 'review.revoke' });
    const rows = await store.installation.rows<{ line: string }>(
      'SELECT entry::text AS line FROM passerelle.audit_entry AS entry',
    );
    for (const { line } of rows) expect(line).not.toMatch(/A\. Reviewer|B\. Reviewer|seen on the spot/);
  });
});

describe('the trail', () => {
  test('holds no value of a person, in the store or in the home', async () => {
    const rows = await store.installation.rows<{ line: string }>(
      `SELECT stored::text AS line FROM passerelle.audit_entry AS stored
       UNION ALL SELECT stored::text FROM passerelle.audit_checkpoint AS stored`,
    );
    const home = await readFile(
      join(store.installation.environment['PASSERELLE_HOME'] ?? '', 'audit/checkpoints.jsonl'),
      'utf8',
    );
    const text = `${rows.map(({ line }) => line).join('\n')}\n${home}`.toLowerCase();
    expect(rows.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/knr[a-z2-9]{9}/);
    const values = await store.installation.rows<{ value: string }>(
      `SELECT DISTINCT lower(unnest(ARRAY[birth_name, given_names, address_line, town, source_key, birth_date::text])) AS value
       FROM passerelle.source_person`,
    );
    expect(values.length).toBeGreaterThan(100);
    const words = new Set(text.split(/[^\p{L}\p{N}-]+/u));
    for (const { value } of values) if (value !== null && value.length > 3) expect(words).not.toContain(value);
  });

  test('is never asked about a worker, a grant, a client, a recipient or a purpose', async () => {
    const list = command.subcommands?.find(({ name }) => name === 'list');
    expect(Object.keys(list?.options ?? {}).sort()).toEqual(['case', 'incident', 'person', 'since', 'until']);
    for (const option of [
      '--worker',
      '--grant',
      '--client',
      '--token',
      '--by',
      '--purpose',
      '--recipient',
      '--action',
    ]) {
      expect((await store.say('audit', 'list', '--incident', 'R1', option, 'x')).code).toBe(2);
    }
    const { code, stdout } = await store.say('audit', 'list', '--json');
    expect([code, (JSON.parse(stdout) as { error: { code: string } }).error.code]).toEqual([2, 'audit.question']);
    expect(Object.keys((await asked('--incident', 'R1'))[0] ?? {})).not.toContain('grant');
  });

  test('is limited by day', async () => {
    expect(await asked('--incident', 'R1', '--until', '2020-01-01')).toEqual([]);
    expect(await asked('--incident', 'R1', '--since', '2099-01-01')).toEqual([]);
    expect(await asked('--incident', 'R1', '--since', '2020-01-01', '--until', '2099-01-01')).toHaveLength(1);
  });
});

describe('verification', () => {
  test('says whole, against store, home and witness; and where not', async () => {
    const witness = join(store.installation.folder, 'witness.jsonl');
    await json(['audit', 'checkpoint', '--out', witness]);
    const whole = await json<{ whole: boolean; entries: number; checkpoints: number }>([
      ...['audit', 'verify', '--witness', witness],
    ]);
    expect(whole.whole).toBe(true);
    expect(whole.checkpoints).toBeGreaterThan(3);
    await store.installation.engine.database.transaction(async (client) => {
      await client.query(`SET LOCAL session_replication_role = 'replica'`);
      await client.query(`UPDATE passerelle.audit_entry SET outcome = 'failed' WHERE seq = 2`);
    });
    const { code, stdout } = await store.say('audit', 'verify', '--witness', witness);
    expect(code).toBe(1);
    expect(stdout).toContain('entry 2: it was changed (entry.changed)');
    expect((await store.say('audit', 'prune')).code).toBe(1);
    await store.installation.engine.database.transaction(async (client) => {
      await client.query(`SET LOCAL session_replication_role = 'replica'`);
      await client.query(`UPDATE passerelle.audit_entry SET outcome = 'done' WHERE seq = 2`);
    });
    expect(await json(['audit', 'prune', '--dry-run'])).toMatchObject({ dryRun: true, removed: 0 });
    expect(await json(['audit', 'prune'])).toMatchObject({ removed: 0, upTo: null });
  });

  test('a witness that says nothing is no witness', async () => {
    const file = join(store.installation.folder, 'empty.jsonl');
    await writeFile(file, '\n');
    for (const one of [file, join(store.installation.folder, 'none.jsonl')]) {
      await expect(json(['audit', 'verify', '--witness', one], 2)).resolves.toMatchObject({
        error: { code: 'audit.witness-empty' },
      });
    }
    await writeFile(file, '{"kind":"state"}\n');
    await expect(json(['audit', 'verify', '--witness', file], 2)).resolves.toMatchObject({
      error: { code: 'audit.witness' },
    });
  });
});

test('the engine of an import makes a checkpoint when it closes', async () => {
  await store.installation.engine.get(AuditTrail).checkpoint();
  const before = await store.installation.rows('SELECT FROM passerelle.audit_checkpoint');
  await store.import(1);
  expect(await store.installation.rows('SELECT FROM passerelle.audit_checkpoint')).toHaveLength(before.length);
  await store.installation.reopen({});
  expect(await store.installation.rows('SELECT FROM passerelle.audit_checkpoint')).toHaveLength(before.length + 1);
}, 60_000);
