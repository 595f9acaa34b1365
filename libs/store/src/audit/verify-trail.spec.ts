import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCheckpoint } from './checkpoint-line.js';
import { readCheckpoints } from './checkpoint-file.js';
import { anEntry, subject, TrailStore } from './testing/trail-store.js';

let store: TrailStore;
beforeAll(async () => {
  store = await TrailStore.open();
});
beforeEach(async () => {
  const trail = store.trail();
  await trail.enter(Array.from({ length: 6 }, (_, n) => anEntry({ subjectId: subject(n) })));
  await trail.checkpoint();
  await trail.enter([anEntry({ incident: 'R7' })]);
});
afterEach(() => store.clear());
afterAll(() => store.close());

test('a forger with every key is found by a checkpoint, in the store or outside of it', async () => {
  const witness = await store.testimonies('witness');
  await store.rewrite(() => ({ outcome: 'refused' }));
  expect((await store.verify()).findings).toEqual([{ seq: 6, kind: 'checkpoint.contradicts', source: 'store' }]);
  await store.tamper('DELETE FROM passerelle.audit_checkpoint');
  expect(await store.verify()).toMatchObject({ whole: true });
  expect((await store.verify(witness)).findings).toEqual([
    { seq: 6, kind: 'checkpoint.contradicts', source: 'witness' },
  ]);
});

test('a trail that was set back to before a witnessed checkpoint is cut at its tail', async () => {
  const witness = await store.testimonies('witness');
  await store.clear();
  await store.trail().enter([anEntry()]);
  expect((await store.verify(witness)).findings).toEqual([{ seq: 2, kind: 'trail.tail-cut', source: 'witness' }]);
});

test.each([
  ['seq', 'seq - 1'],
  ['hash', 'set_bit(hash, 9, 1 - get_bit(hash, 9))'],
  ['at', `at + interval '1 microsecond'`],
  ['public_key', 'set_bit(public_key, 90, 1 - get_bit(public_key, 90))'],
  ['signature', 'set_bit(signature, 1, 1 - get_bit(signature, 1))'],
  ['seal', 'set_bit(seal, 1, 1 - get_bit(seal, 1))'],
])('a checkpoint whose %s was changed is forged', async (column, value) => {
  await store.tamper(`UPDATE passerelle.audit_checkpoint SET ${column} = ${value}`);
  const { findings } = await store.verify();
  expect(findings).toEqual([expect.objectContaining({ kind: 'checkpoint.forged', source: 'store' })]);
});

test('a file of checkpoints reads back what was written, and says which lines are none', async () => {
  const [line] = await readCheckpoints(store.file, 'throw');
  const file = join(store.file, '../copy.jsonl');
  writeFileSync(file, `{"kind":"state"}\n\nnot even JSON\n[1]\n`);
  expect(line?.checkpoint).toMatchObject({ kind: 'state', seq: 6, before: null });
  expect(await readCheckpoints(file, 'throw')).toEqual([
    { line: 1, checkpoint: null },
    { line: 3, checkpoint: null },
    { line: 4, checkpoint: null },
  ]);
  expect(await readCheckpoints(join(store.file, '../none.jsonl'), 'empty')).toEqual([]);
  await expect(readCheckpoints(join(store.file, '../none.jsonl'), 'throw')).rejects.toThrow('ENOENT');
  expect(parseCheckpoint('null')).toBeNull();
});

test('a second entry of one number is found where the table lost its key', async () => {
  await store.tamper(
    'ALTER TABLE passerelle.audit_entry DROP CONSTRAINT audit_entry_pkey',
    'INSERT INTO passerelle.audit_entry SELECT * FROM passerelle.audit_entry WHERE seq = 4',
  );
  const { findings } = await store.verify();
  await store.tamper('DELETE FROM passerelle.audit_entry', 'ALTER TABLE passerelle.audit_entry ADD PRIMARY KEY (seq)');
  expect(findings[0]).toMatchObject({ kind: 'entry.inserted' });
});
