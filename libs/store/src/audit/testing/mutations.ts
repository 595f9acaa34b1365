import fc from 'fast-check';
import type { FindingKind } from '../trail-report.js';

/** One thing that somebody does to a trail of `length` entries, and what verification must say. */
export interface Mutation {
  readonly story: string;
  readonly statements: readonly string[];
  /** The first place that is wrong. */
  readonly seq: number;
  readonly kinds: readonly FindingKind[];
}

const ENTRY = 'passerelle.audit_entry';
const other = (column: string): string => `CASE WHEN ${column} IS NULL THEN 'x' ELSE ${column} || 'x' END`;
const otherId = (column: string): string =>
  `CASE WHEN ${column} IS NULL THEN '00000000-0000-4000-8000-00000000ffff'::uuid ELSE NULL END`;
const flipped = (column: string, bit: number): string =>
  `set_bit(${column}, ${String(bit)}, 1 - get_bit(${column}, ${String(bit)}))`;

/** Another value of every column. */
const CHANGES: Readonly<Record<string, (bit: number) => string>> = {
  at: (bit) => `at + interval '1 microsecond' * ${String(bit + 1)}`,
  action: () => `action || 'x'`,
  purpose: () => other('purpose'),
  recipient: () => other('recipient'),
  grant_id: () => `grant_id || 'x'`,
  subject_id: () => otherId('subject_id'),
  case_id: () => otherId('case_id'),
  incident: () => other('incident'),
  fields: (bit) =>
    bit % 2 === 0
      ? `array_append(fields, 'town')`
      : `CASE WHEN fields = '{}' THEN '{town}'::varchar[] ELSE '{}'::varchar[] END`,
  outcome: () => `outcome || 'x'`,
  detail: () => `array_append(detail, 'x=1')`,
  previous_hash: (bit) => flipped('previous_hash', bit),
  hash: (bit) => flipped('hash', bit),
};

const change = (length: number): fc.Arbitrary<Mutation> =>
  fc
    .tuple(fc.integer({ min: 1, max: length }), fc.constantFrom(...Object.keys(CHANGES)), fc.nat(255))
    .map(([seq, column, bit]) => ({
      story: `${column} of ${String(seq)} changed`,
      statements: [`UPDATE ${ENTRY} SET ${column} = ${CHANGES[column]?.(bit) ?? column} WHERE seq = ${String(seq)}`],
      seq,
      kinds: ['entry.changed'],
    }));

const removal = (length: number): fc.Arbitrary<Mutation> =>
  fc.tuple(fc.integer({ min: 1, max: length }), fc.integer({ min: 1, max: length })).map(([one, two]) => {
    const [from, to] = [Math.min(one, two), Math.max(one, two)];
    return {
      story: `${String(from)} to ${String(to)} of ${String(length)} deleted`,
      statements: [`DELETE FROM ${ENTRY} WHERE seq BETWEEN ${String(from)} AND ${String(to)}`],
      seq: from,
      kinds: [to === length ? 'trail.tail-cut' : from === 1 ? 'trail.head-cut' : 'entry.missing'],
    };
  });

const tailWithHead = (length: number): fc.Arbitrary<Mutation> =>
  fc.integer({ min: 1, max: length - 1 }).map((last) => ({
    story: `cut after ${String(last)}, head set back`,
    statements: [
      `DELETE FROM ${ENTRY} WHERE seq > ${String(last)}`,
      `DELETE FROM passerelle.audit_checkpoint WHERE seq > ${String(last)}`,
      `UPDATE passerelle.audit_head SET seq = ${String(last)}, hash = (SELECT hash FROM ${ENTRY} WHERE seq = ${String(last)})`,
    ],
    seq: last,
    kinds: ['head.changed'],
  }));

const swap = (length: number): fc.Arbitrary<Mutation> =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: length }), { minLength: 2, maxLength: 2 })
    .map((places) => [...places].sort((one, two) => one - two))
    .map(([first = 1, second = 2]) => ({
      story: `${String(first)} and ${String(second)} swapped`,
      statements: [
        `UPDATE ${ENTRY} SET seq = 1000000 WHERE seq = ${String(first)}`,
        `UPDATE ${ENTRY} SET seq = ${String(first)} WHERE seq = ${String(second)}`,
        `UPDATE ${ENTRY} SET seq = ${String(second)} WHERE seq = 1000000`,
      ],
      seq: first,
      kinds: ['entry.moved'],
    }));

const COLUMNS =
  'at, action, purpose, recipient, grant_id, subject_id, case_id, incident, fields, outcome, detail, previous_hash, hash';

const copy = (length: number): fc.Arbitrary<Mutation> =>
  fc.tuple(fc.integer({ min: 1, max: length }), fc.integer({ min: 2, max: length + 1 })).map(([from, to]) => ({
    story: `${String(from)} copied to ${String(to)}`,
    statements: [
      `UPDATE ${ENTRY} SET seq = seq + 1000000 WHERE seq >= ${String(to)}`,
      `INSERT INTO ${ENTRY} (seq, ${COLUMNS})
       SELECT ${String(to)}, ${COLUMNS} FROM ${ENTRY} WHERE seq IN (${String(from)}, ${String(from + 1_000_000)})`,
      `UPDATE ${ENTRY} SET seq = seq - 999999 WHERE seq > 1000000`,
    ],
    seq: from === to ? to + 1 : to,
    // The copy of an entry right where it stood is that entry; what is wrong begins with the one pushed behind it.
    kinds: ['entry.moved'],
  }));

const wholeTrail = (): fc.Arbitrary<Mutation> =>
  fc.constantFrom(
    { story: 'emptied', statements: [`TRUNCATE ${ENTRY}`], seq: 1, kinds: ['trail.tail-cut'] as const },
    {
      story: 'head gone',
      statements: ['DELETE FROM passerelle.audit_head'],
      seq: -1,
      kinds: ['head.changed'] as const,
    },
  );

const head = (): fc.Arbitrary<Mutation> =>
  fc.tuple(fc.constantFrom('hash', 'seal'), fc.nat(255)).map(([column, bit]) => ({
    story: `${column} of the head changed`,
    statements: [`UPDATE passerelle.audit_head SET ${column} = ${flipped(column, bit)}`],
    seq: -1,
    kinds: ['head.changed'],
  }));

/** @param length entries of the trail, 2 at least. A mutation's `seq` of -1 is the last entry. */
export const mutations = (length: number): fc.Arbitrary<Mutation> =>
  fc
    .oneof(
      { arbitrary: change(length), weight: 4 },
      { arbitrary: removal(length), weight: 3 },
      { arbitrary: tailWithHead(length), weight: 1 },
      { arbitrary: swap(length), weight: 2 },
      { arbitrary: copy(length), weight: 2 },
      { arbitrary: wholeTrail(), weight: 1 },
      { arbitrary: head(), weight: 1 },
    )
    .map((mutation) => ({ ...mutation, seq: mutation.seq === -1 ? length : mutation.seq }));
