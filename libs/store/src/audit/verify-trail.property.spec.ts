import fc from 'fast-check';
import type { AuditEntry } from './audit-entry.js';
import { mutations } from './testing/mutations.js';
import { anEntry, subject, TrailStore } from './testing/trail-store.js';

let store: TrailStore;
beforeAll(async () => {
  store = await TrailStore.open();
});
afterAll(() => store.close());

const word = fc.stringMatching(/^[a-z][A-Za-z0-9_.-]{0,12}$/);
const id = fc.nat(9).map(subject);
const entry: fc.Arbitrary<AuditEntry> = fc
  .record({
    action: word,
    purpose: fc.option(word),
    recipient: fc.option(word),
    grant: word,
    subjectId: fc.option(id),
    caseId: fc.option(id),
    incident: fc.option(word),
    fields: fc.array(word, { maxLength: 4 }),
    outcome: word,
    detail: fc.array(word, { maxLength: 3 }),
  })
  .map(anEntry);

/** A trail of three to fifteen entries in groups, with a checkpoint in the middle. */
const groups = fc.array(fc.array(entry, { minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 3 });

const fill = async (trailGroups: readonly (readonly AuditEntry[])[]): Promise<void> => {
  await store.clear();
  const trail = store.trail();
  for (const [at, group] of trailGroups.entries()) {
    await trail.enter(group);
    if (at === 1) await trail.checkpoint();
  }
};

test('whatever is entered verifies', async () => {
  await fc.assert(
    fc.asyncProperty(groups, async (trailGroups) => {
      await fill(trailGroups);
      const length = trailGroups.flat().length;
      expect(await store.verify(await store.testimonies())).toMatchObject({ whole: true, to: length, checkpoints: 2 });
    }),
    { numRuns: 10 },
  );
}, 60_000);

test('whatever somebody changes, deletes, swaps, copies or cuts is found, and where', async () => {
  const mutated = groups.chain((trailGroups) =>
    mutations(trailGroups.flat().length).map((mutation) => ({ trailGroups, mutation })),
  );
  await fc.assert(
    fc.asyncProperty(mutated, async ({ trailGroups, mutation }) => {
      await fill(trailGroups);
      await store.tamper(...mutation.statements);
      const { whole, findings } = await store.verify();
      expect(whole).toBe(false);
      expect([mutation.story, findings[0]?.seq]).toEqual([mutation.story, mutation.seq]);
      expect(mutation.kinds).toContain(findings[0]?.kind);
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 120_000);
