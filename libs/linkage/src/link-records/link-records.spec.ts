import fc from 'fast-check';
import { smallPlan } from '../compare/testing/small-plan.js';
import { smallModel } from '../model/testing/small-model.js';
import { prepare } from '../prepare/prepare.js';
import type { InputValues } from '../prepare/prepared.js';
import { linkRecords, type LinkableRecord } from './link-records.js';

const plan = smallPlan();
const model = smallModel();
const record = (id: string, source: string, values: InputValues): LinkableRecord => ({
  id,
  source,
  prepared: prepare(plan, values),
});
const ANNA = {
  given: 'Zélie',
  birthName: 'Korrigan',
  birth: '1975-03-12',
  sex: 'f',
  address: '3 rue Basse 29000 Quimper',
};
const RECORDS = [
  record('a1', 'a', ANNA),
  record('b1', 'b', { ...ANNA, birthName: 'KORRIGAN' }),
  record('c1', 'c', { ...ANNA, given: 'Zelie Marie', address: '' }),
  record('a2', 'a', { ...ANNA, given: 'Morgane' }),
  record('b2', 'b', { given: 'Paul', birthName: 'Durand', birth: '1951-01-30', sex: 'm' }),
];

describe('linking in memory', () => {
  it('links one person of three sources, and not her sister', () => {
    const { clusters, candidatePairs } = linkRecords(plan, model, RECORDS);
    expect(clusters).toEqual([['a1', 'b1', 'c1']]);
    expect(candidatePairs).toBe(6);
  });

  it('gives the same in any order of the records', () => {
    const whole = linkRecords(plan, model, RECORDS);
    const shown = ({ clusters, edges }: typeof whole) => ({
      clusters,
      edges: edges.map(({ left, right, bits, rule }) => `${left} ${right} ${bits.toFixed(6)} ${rule}`).sort(),
    });
    fc.assert(
      fc.property(fc.shuffledSubarray(RECORDS, { minLength: RECORDS.length }), (records) => {
        expect(shown(linkRecords(plan, model, records))).toEqual(shown(whole));
      }),
    );
  });

  it('compares records of one source unless told otherwise, and never links them by itself', () => {
    const twice = [record('a1', 'a', ANNA), record('a9', 'a', ANNA)];
    expect(linkRecords(plan, model, twice)).toMatchObject({
      clusters: [],
      edges: [{ decision: 'review', rule: 'link.one-source' }],
    });
    expect(linkRecords(plan, model, twice, { withinSources: false })).toMatchObject({ candidatePairs: 0, edges: [] });
  });

  it('honours what people settled', () => {
    const verdicts = [{ left: 'a1', right: 'b1', verdict: 'never' } as const];
    const { clusters } = linkRecords(plan, model, RECORDS, { verdicts });
    expect(clusters.flat()).not.toEqual(expect.arrayContaining(['a1', 'b1']));
  });

  it('tells of a block that is too large to be compared, by its key and never by its value', () => {
    const many = Array.from({ length: 5 }, (_, n) =>
      record(`r${n}`, `s${n}`, { given: `Name${n}`, birth: '1975-03-12' }),
    );
    const { largeBlocks, candidatePairs } = linkRecords({ ...plan, largestBlock: 4 }, model, many);
    expect(largeBlocks).toEqual([{ key: 0, records: 5 }]);
    expect(candidatePairs).toBe(0);
  });

  it('tells each candidate pair once, ids in order', () => {
    const pairs: string[] = [];
    linkRecords(plan, model, RECORDS, { onCandidate: (left, right) => void pairs.push(`${left} ${right}`) });
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs.every((pair) => pair.slice(0, 2) < pair.slice(3))).toBe(true);
  });
});
