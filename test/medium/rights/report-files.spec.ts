import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ReportedStore } from './reported-store.js';

let reported: ReportedStore;
beforeAll(async () => {
  reported = await ReportedStore.open();
}, 120_000);
afterAll(() => reported.close());

describe('reads', () => {
  test('are told by purpose and recipient, never by worker, action or grant', async () => {
    await reported.store.say('persons', 'show', reported.ids[0] ?? '', '--purpose', 'case_support');
    const { report, json } = await reported.export('reads');
    const purposes = report.reads.map(({ purpose }) => purpose);
    expect(purposes).toContain('accompagnement social');
    expect(report.reads.at(-1)).toMatchObject({ purpose: 'droits des personnes' });
    expect(report.reads.find(({ purpose }) => purpose === 'accompagnement social')).toMatchObject({
      recipient: 'services sociaux de la Ville',
      fields: expect.arrayContaining(['nom de naissance', 'date de naissance']),
    });
    expect(json).not.toMatch(/console|persons\.show|Reviewer/);
  });

  test('the export itself is entered for all source persons, with names of fields', async () => {
    const entries = await reported.rows<{ subject: string; fields: string[]; purpose: string }>(
      `SELECT subject_id::text AS subject, fields, purpose FROM passerelle.audit_entry WHERE action = 'subject.export'`,
    );
    expect(new Set(entries.map(({ subject }) => subject))).toEqual(new Set(reported.ids));
    for (const { fields, purpose } of entries) {
      expect(purpose).toBe('data_protection');
      expect(fields).toEqual(expect.arrayContaining(['birthName', 'payment', 'occurredOn']));
    }
  });

  test('no file appears where the connection is cut while the entry is made', async () => {
    await reported.rows(`CREATE FUNCTION public.cut() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`);
    await reported.rows(
      'CREATE TRIGGER cut BEFORE INSERT ON passerelle.audit_entry FOR EACH ROW EXECUTE FUNCTION public.cut()',
    );
    const folder = reported.folder('cut');
    const { code } = await reported.say('export', reported.ids[0] ?? '', '--out', folder);
    await reported.rows('DROP TRIGGER cut ON passerelle.audit_entry');
    expect(code).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });
});

test('nothing is written where a link is undone while the report is made', async () => {
  await reported.rows(`CREATE FUNCTION public.undo() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN DELETE FROM passerelle.person_cluster WHERE source_person_id = NEW.subject_id; RETURN NEW; END $$`);
  await reported.rows(
    'CREATE TRIGGER undo AFTER INSERT ON passerelle.audit_entry FOR EACH ROW EXECUTE FUNCTION public.undo()',
  );
  const clusters = await reported.rows('SELECT * FROM passerelle.person_cluster WHERE person_id = $1', [
    reported.ids[0],
  ]);
  const folder = reported.folder('undone');
  const { code, stderr } = await reported.say('export', reported.ids[0] ?? '', '--out', folder);
  await reported.rows('DROP TRIGGER undo ON passerelle.audit_entry');
  for (const { source_person_id: id, person_id: person } of clusters as Record<string, string>[]) {
    await reported.rows('INSERT INTO passerelle.person_cluster VALUES ($1, $2)', [id, person]);
  }
  expect([code, stderr.includes('subject-report.changed')]).toEqual([1, true]);
  expect(await readdir(folder)).toEqual([]);
});

describe('files', () => {
  test('are for their owner alone, and nothing is left beside them', async () => {
    await reported.export('modes');
    const folder = reported.folder('modes');
    expect((await readdir(folder)).sort()).toEqual(['subject-report.fr.html', 'subject-report.fr.json']);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['a report that is there', 'modes', 'subject-report.exists'],
    ['a folder that others can look into', 'open', 'subject-report.folder-open'],
    ['a file in the place of the folder', 'modes/subject-report.fr.html', 'subject-report.folder'],
  ])('%s is refused before anything is read', async (_story, name, code) => {
    await mkdir(reported.folder('open'), { recursive: true, mode: 0o755 });
    const count = () => reported.rows<{ n: number }>('SELECT count(*)::int AS n FROM passerelle.audit_entry');
    const before = await count();
    const { code: exit, stderr } = await reported.say('export', reported.ids[0] ?? '', '--out', reported.folder(name));
    expect([exit, stderr.includes(code)]).toEqual([2, true]);
    expect(await count()).toEqual(before);
  });
});

describe('the page', () => {
  test('is whole and plain: language, one title, headings in order, scoped headers, nothing fetched', async () => {
    const { html } = await reported.export('page');
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    const levels = [...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level));
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1));
    for (const [cell] of html.matchAll(/<th[ >][^>]*>/g)) expect(cell).toMatch(/scope="(col|row)"/);
    expect(html.match(/<table>/g)?.length).toBe(html.match(/<caption>/g)?.length);
    expect(html).toContain('@page { size: A4;');
    expect(html).not.toMatch(/<script|<link|https?:\/\/|url\(|@import/);
  });
});
