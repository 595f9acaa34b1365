import { COORDIN, OTHER, PERSON, PLANTED, RightsWorld, TIPI, withheldIn } from './rights-world.js';

let world: RightsWorld;
beforeEach(async () => {
  world = await RightsWorld.open();
}, 60_000);
afterEach(() => world.close());

const KEYS = [`coordin/psa-07/${COORDIN}`, `tipi/psa-07/${TIPI}`] as const;

test('whoever refuses before the first export never enters, until it is withdrawn', async () => {
  for (const key of KEYS) await world.json('subject', 'refuse', '--key', key);
  expect(withheldIn(await world.load(0))).toBeGreaterThan(5);
  expect(await world.held()).toEqual([]);
  expect(withheldIn(await world.load(1))).toBeGreaterThan(5);
  for (const key of KEYS) await world.json('subject', 'refuse', key, '--withdraw');
  expect(withheldIn(await world.load(2))).toBe(0);
  expect(await world.held()).toEqual([...PLANTED]);
}, 120_000);

test('a refusal takes what is there, all records of the person, and one withdrawal gives all back', async () => {
  await world.load(0);
  await world.link();
  const { records } = await world.json<{ records: { id: string }[] }>('subject', 'refuse', PERSON);
  expect(records).toHaveLength(2);
  expect(await world.held()).toEqual([]);
  await world.load(1);
  expect(await world.held()).toEqual([]);
  const withdrawn = await world.json<{ records: { id: string }[] }>('subject', 'refuse', PERSON, '--withdraw');
  expect(withdrawn.records.map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
  await world.load(2);
  expect(await world.held()).toEqual([...PLANTED]);
}, 120_000);

test('nobody is refused by a slip: an unknown key, two names, a sentence as reference', async () => {
  await world.load(0);
  for (const [words, code, message] of [
    [['refuse', 'coordin/psa-07/C9999999'], 1, 'person.unknown'],
    [['refuse', PERSON, '--key', PERSON], 2, 'rights.whom'],
    [['refuse'], 2, 'rights.whom'],
    [['refuse', PERSON, '--incident', 'Mme Zyxomma a appelé'], 2, 'rights.incident'],
    [['refuse', PERSON, '--withdraw'], 4, 'rights.not-refused'],
    [['erase', 'coordin/psa-07/C9999999'], 1, 'person.unknown'],
  ] as const) {
    const ending = await world.say('subject', ...words);
    expect([ending.code, ending.stderr.includes(message), ending.stderr.includes('Zyxomma')]).toEqual([
      code,
      true,
      false,
    ]);
  }
  expect(await world.held()).toEqual([...PLANTED]);
});

describe('restriction', () => {
  const shown = async (purpose: string): Promise<string> => {
    const { stdout } = await world.say('persons', 'show', PERSON, '--purpose', purpose, '--json');
    return stdout;
  };

  test('only purposes that may read under restriction do; imports and links go on; it can be lifted', async () => {
    await world.load(0);
    await world.link();
    await world.json('subject', 'restrict', PERSON, '--incident', 'DPO-2026-019');
    expect(await shown('case_support')).not.toContain('Zyxomma');
    expect((await world.say('persons', 'show', PERSON, '--purpose', 'case_support')).stdout).toContain(
      'subject restrict PERSON --lift',
    );
    expect(await shown('data_protection')).toContain('Zyxomma');
    await world.load(1);
    await world.link();
    expect(await shown('case_support')).not.toContain('Zyxomma');
    expect((await world.say('persons', 'show', OTHER, '--purpose', 'case_support')).code).toBe(0);
    expect(await world.json('subject', 'restrict', PERSON)).toMatchObject({ changed: 0 });
    expect(await world.json('subject', 'restrict', PERSON, '--lift')).toMatchObject({ outcome: 'lifted', changed: 2 });
    expect(await shown('case_support')).toContain('Zyxomma');
  }, 120_000);
});
