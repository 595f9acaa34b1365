import { readFileSync, statSync } from 'node:fs';
import type { Client, Transactor } from '../connection/database.js';
import { appendAt, appendEntries } from './append-entries.js';
import { BARE_ENTRY } from './audit-entry.js';
import { AuditTrail } from './audit-trail.js';
import { anEntry, KEYS, subject, TrailStore } from './testing/trail-store.js';

let store: TrailStore;
beforeAll(async () => {
  store = await TrailStore.open(10);
});
afterEach(() => store.clear());
afterAll(() => store.close());

const entries = (): Promise<{ seq: string; subject: string }[]> =>
  store.database.query('SELECT seq, subject_id AS subject FROM passerelle.audit_entry ORDER BY seq');

describe('entering', () => {
  it('numbers entries without gaps, however many enter at once', async () => {
    const trails = Array.from({ length: 4 }, () => store.trail());
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => n).flatMap((n) =>
        trails.map((trail) => trail.enter([anEntry({ subjectId: subject(n) }), anEntry()])),
      ),
    );
    const rows = await entries();
    expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 160 }, (_, at) => at + 1));
    expect(await store.verify()).toMatchObject({ whole: true, from: 1, to: 160, entries: 160 });
  });

  it('is part of the transaction of the change: both or neither', async () => {
    const trail = store.trail();
    const failing = store.database.transaction(async (client) => {
      await client.query(`INSERT INTO passerelle.site (code) VALUES ('psa-99')`);
      await trail.record(client, [anEntry()]);
      throw new Error('after both');
    });
    await expect(failing).rejects.toThrow('after both');
    expect(await entries()).toEqual([]);
    expect(await store.database.query(`SELECT FROM passerelle.site WHERE code = 'psa-99'`)).toEqual([]);
    await trail.enter([anEntry()]);
    expect(await store.verify()).toMatchObject({ whole: true, entries: 1 });
  });

  it('leaves neither change nor entry where the connection is cut before COMMIT', async () => {
    const trail = store.trail();
    const cut = store.database.transaction(async (client) => {
      await client.query(`INSERT INTO passerelle.site (code) VALUES ('psa-98')`);
      await trail.record(client, [anEntry()]);
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await store.database.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      await client.query('SELECT 1');
    });
    await expect(cut).rejects.toThrow();
    expect(await entries()).toEqual([]);
    expect(await store.database.query(`SELECT FROM passerelle.site WHERE code = 'psa-98'`)).toEqual([]);
  });

  it.each([
    ['action', { action: 'Mme Dupont' }],
    ['incident', { incident: 'née le 3 mars' }],
    ['fields', { fields: ['birthName', 'LE GOFF'] }],
    ['detail', { detail: ['created=twelve'] }],
    ['subjectId', { subjectId: 'K1234' }],
    ['grant', { grant: 'A. Martin' }],
  ])('refuses an %s that is more than names and codes, and does not repeat it', async (member, wrong) => {
    const refused = store.trail().enter([anEntry(wrong)]);
    await expect(refused).rejects.toThrow(RangeError);
    await expect(refused).rejects.toThrow(new RegExp(`^an audit entry's ${member} must be names and codes$`));
  });

  it('gives the failure of a group to each of its callers, and goes on', async () => {
    const trail = store.trail();
    await store.tamper(`UPDATE passerelle.audit_head SET seq = 7`);
    const both = await Promise.allSettled([trail.enter([anEntry()]), trail.enter([anEntry()])]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(trail.enter([anEntry()])).rejects.toMatchObject({ code: 'audit.head' });
    await store.clear();
    await trail.enter([anEntry()]);
    expect(await store.verify()).toMatchObject({ whole: true, entries: 1 });
  });
});

describe('entering after what the same process has entered', () => {
  /** What a trail asks of the database, by the first words of each statement. */
  const watched = (asked: string[]): Transactor => {
    const watch = (client: Client): Client =>
      ({
        query: (statement: string | { readonly text: string }, values?: unknown[]) => {
          const text = typeof statement === 'string' ? statement : statement.text;
          asked.push(text.trim().split(/\s+/).slice(0, 2).join(' '));
          return client.query(statement as string, values);
        },
      }) as unknown as Client;
    return {
      session: (work) => store.database.session((client) => work(watch(client))),
      transaction: (work) => store.database.transaction((client) => work(watch(client))),
    };
  };

  it('takes one statement', async () => {
    const asked: string[] = [];
    const trail = new AuditTrail(watched(asked), KEYS, store.notary);
    for (let n = 0; n < 3; n++) await trail.enter([anEntry({ subjectId: subject(n) }), anEntry()]);
    expect(asked).toEqual(['SELECT seq::float8', 'WITH entered', 'WITH moved', 'WITH moved']);
    expect(await store.verify()).toMatchObject({ whole: true, entries: 6 });
  });

  it('enters nothing after a head that somebody else has moved, and everything after the one that is there', async () => {
    const asked: string[] = [];
    const trail = new AuditTrail(watched(asked), KEYS, store.notary);
    for (let n = 0; n < 3; n++) {
      await trail.enter([anEntry()]);
      await store.trail().enter([anEntry()]);
    }
    expect(asked.slice(2, 5)).toEqual(['WITH moved', 'SELECT seq::float8', 'WITH entered']);
    expect(await store.verify()).toMatchObject({ whole: true, entries: 6 });
  });

  it('enters nothing on a head that is not ours', async () => {
    const trail = store.trail();
    await trail.enter([anEntry()]);
    await store.tamper(`UPDATE passerelle.audit_head SET seal = decode(repeat('00', 32), 'hex')`);
    await expect(trail.enter([anEntry()])).rejects.toMatchObject({ code: 'audit.head' });
    expect(await entries()).toHaveLength(1);
  });

  it('tells times in order, none ahead of the database', async () => {
    const trail = store.trail();
    for (let n = 0; n < 20; n++) await trail.enter([anEntry()]);
    const [row] = await store.database.query<{ ordered: boolean; ahead: boolean }>(
      `SELECT bool_and(at >= before) AS ordered, max(at) > clock_timestamp() AS ahead
       FROM (SELECT at, lag(at, 1, at) OVER (ORDER BY seq) AS before FROM passerelle.audit_entry) AS entered`,
    );
    expect(row).toEqual({ ordered: true, ahead: false });
  });
});

describe('an entry is on the disk when it is said to be, also on a server that answers sooner', () => {
  const durability = async (enter: (client: Client) => Promise<unknown>): Promise<unknown> =>
    store.database.transaction(async (client) => {
      await client.query(`SET LOCAL synchronous_commit = 'off'`);
      await enter(client);
      return (await client.query<{ synchronous_commit: string }>('SHOW synchronous_commit')).rows[0];
    });

  it('in the transaction of a change', async () => {
    const told = await durability((client) => store.trail().record(client, [anEntry()]));
    expect(told).toEqual({ synchronous_commit: 'local' });
  });

  it('after what the same process has entered', async () => {
    const head = await store.database.transaction((client) => appendEntries(client, KEYS, [anEntry()]));
    if (head === null) throw new Error('nothing was entered');
    const told = await durability((client) => appendAt(client, KEYS, head, head.at, [anEntry()]));
    expect(told).toEqual({ synchronous_commit: 'local' });
    expect(await entries()).toHaveLength(2);
  });
});

describe('the table', () => {
  it.each([
    'UPDATE passerelle.audit_entry SET fields = fields',
    'DELETE FROM passerelle.audit_entry',
    'TRUNCATE passerelle.audit_entry',
    'UPDATE passerelle.audit_head SET seq = 0',
    'DELETE FROM passerelle.audit_head',
    'TRUNCATE passerelle.audit_head CASCADE',
    'UPDATE passerelle.audit_checkpoint SET seq = 1',
    'DELETE FROM passerelle.audit_checkpoint',
    'TRUNCATE passerelle.audit_checkpoint',
  ])('refuses its owner: %s', async (statement) => {
    await store.trail().enter([anEntry()]);
    await store.trail().checkpoint();
    await expect(store.database.query(statement)).rejects.toThrow('the audit trail takes inserts only');
  });

  it('takes names and codes only, whoever writes', async () => {
    const insert = (fields: string): Promise<unknown> =>
      store.database.query(
        `INSERT INTO passerelle.audit_entry (seq, at, action, grant_id, fields, outcome, detail, previous_hash, hash)
         VALUES (1, now(), 'persons.show', 'console', $1, 'done', '{}', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))`,
        [fields],
      );
    await expect(insert('{"LE GOFF"}')).rejects.toThrow('check constraint');
    await expect(insert('{birthName,NULL}')).rejects.toThrow('check constraint');
    await expect(insert(`{town,${'a'.repeat(61)}}`)).rejects.toThrow('too long');
    await insert(`{birthName,${'a'.repeat(60)}}`);
  });

  it('has no index by which it could be asked about a reader', async () => {
    const rows = await store.database.query<{ definition: string }>(
      `SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'passerelle' AND tablename = 'audit_entry'`,
    );
    expect(rows).toHaveLength(4);
    for (const { definition } of rows) expect(definition).not.toMatch(/grant|purpose|recipient/);
  });
});

describe('a checkpoint', () => {
  it('is made when something was entered, kept in the store and in the home, for the owner alone', async () => {
    const trail = store.trail();
    await trail.close();
    expect(await trail.checkpoint()).toBeNull();
    await trail.enter([anEntry(), { ...BARE_ENTRY, action: 'import.run', incident: 'R1' }]);
    await trail.close();
    await trail.close();
    const lines = readFileSync(store.file, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ kind: 'state', seq: 2 }),
    ]);
    expect(statSync(store.file).mode & 0o777).toBe(0o600);
    expect(await store.verify(await store.testimonies())).toMatchObject({ whole: true, checkpoints: 2 });
  });

  it('is not made for what a rehearsal entered and took back', async () => {
    const trail = store.trail();
    await trail.enter([anEntry()]);
    await trail.close();
    await store.database.rehearse((rehearsal) => rehearsal.session((client) => trail.record(client, [anEntry()])));
    await trail.close();
    expect(await store.testimonies()).toHaveLength(1);
    expect(await store.verify()).toMatchObject({ whole: true, entries: 1 });
  });

  it('is made every thousand entries of a long-running process', async () => {
    const trail = store.trail();
    for (let group = 0; group < 5; group++) await trail.enter(Array.from({ length: 250 }, () => anEntry()));
    expect(await store.testimonies()).toHaveLength(1);
  });
});
