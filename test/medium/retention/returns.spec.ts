import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COORDIN, OTHER, PERSON, PLANTED, RightsWorld, SITE, TIPI, withheldIn } from '../rights/rights-world.js';
import { expired, retain } from './retention-world.js';

/** So late that every period is over; the contacts of the exports lie in the years before. */
const LATE = '2029-06-01';
const LATER = '2029-07-15';

let world: RightsWorld;
beforeEach(async () => {
  world = await RightsWorld.open();
  await world.load(0);
  await world.link();
}, 60_000);
afterEach(() => world.close());

const expireAll = async (): Promise<void> => {
  await retain(world, LATE);
  await retain(world, LATER);
  expect(await world.held()).toEqual([]);
};

/** Changes a file of the third night. */
const edit = async (name: RegExp, change: (text: string) => string): Promise<void> => {
  const folder = join(world.installation.folder, '2', SITE);
  const file = (await readdir(folder)).find((one) => name.test(one)) ?? '';
  const before = await readFile(join(folder, file), 'latin1');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(join(folder, file), after, 'latin1');
};

/** An act of the person a week before today, in place of one of its own. */
const newAct = (): Promise<void> =>
  edit(/INTERVENTIONS/, (text) => {
    const lines = text.split('\r\n');
    const at = lines.findLastIndex((line) => line.split(';')[1] === COORDIN);
    lines[at] = (lines[at] ?? '').replace(/^([^;]*;[^;]*;)[^;]*/, '$115/11/2026');
    return lines.join('\r\n');
  });

const persons = async (): Promise<string[]> =>
  (
    await world.installation.rows<{ key: string }>('SELECT source_key AS key FROM passerelle.source_person ORDER BY 1')
  ).map(({ key }) => key);

test('an act that is newer than what the person was judged by brings the person back, with household and all systems', async () => {
  const before = await persons();
  await expireAll();
  const marks = (await expired(world)).length;
  expect(marks).toBe(before.length);
  await newAct();
  const sheets = await world.load(2);
  expect(withheldIn(sheets)).toBeGreaterThan(5);
  expect((await expired(world)).length).toBeLessThan(marks);
  // The same exports, byte for byte: they are read again, since somebody of theirs was let back in.
  const again = await world.load(2);
  expect(again.map(({ status }) => status)).toEqual(['done', 'done']);
  expect(withheldIn(again)).toBeGreaterThan(0);
  expect(await world.held()).toEqual([...PLANTED]);
  const back = await persons();
  expect(back).toEqual(expect.arrayContaining([COORDIN, TIPI, OTHER.split('/')[2]]));
  expect(back.length + (await expired(world)).length).toBe(before.length);
  // A third time there is nothing to do.
  const third = await world.load(2);
  expect(third.flatMap(({ files }) => files.map(({ status }) => status))).toEqual(
    third.flatMap(({ files }) => files.map(() => 'already-imported')),
  );
  // The home learns it, and its older tombstones harm nobody.
  expect((await world.say('runs')).code).toBe(0);
  expect((await world.say('runs')).code).toBe(0);
  expect(await world.held()).toEqual([...PLANTED]);
  expect(await persons()).toEqual(back);
  expect((await world.say('audit', 'verify')).code).toBe(0);
}, 120_000);

test('a day to come brings nobody back; an aid in the same record of a nested export does at once', async () => {
  await expireAll();
  const marks = await expired(world);
  await edit(/INTERVENTIONS/, (text) => text.replaceAll(/;\d\d\/\d\d\/20(25|26);/g, ';01/01/2051;'));
  await world.load(2);
  await world.load(2);
  expect(await expired(world)).toEqual(marks);
  expect(await persons()).toEqual([]);
  await edit(/TIPI/, (text) =>
    text.replace(/<DOSSIER num="T0000001"[^]*?<\/DOSSIER>/, (household) =>
      household.replaceAll(/<DEMANDE date="[^"]*"/g, '<DEMANDE date="2026-11-15"'),
    ),
  );
  await world.load(2, ['tipi']);
  expect(await persons()).toContain(TIPI);
  await world.load(2, ['coordin']);
  expect(await persons()).toEqual(expect.arrayContaining([TIPI, COORDIN]));
}, 120_000);

test('whoever takes a refusal back comes with acts and aids, though the export is the same', async () => {
  const counts = () =>
    world.installation.rows(
      `SELECT (SELECT count(*)::int FROM passerelle.professional_act) AS acts, (SELECT count(*)::int FROM passerelle.aid) AS aids,
              (SELECT count(*)::int FROM passerelle.source_person) AS persons`,
    );
  const before = await counts();
  await world.json('subject', 'refuse', PERSON);
  await world.load(0);
  expect(await counts()).not.toEqual(before);
  await world.json('subject', 'refuse', PERSON, '--withdraw');
  await world.load(0);
  expect(await counts()).toEqual(before);
}, 60_000);
