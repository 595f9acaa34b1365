import { MISSING } from '../compare/levels.js';
import { LEVELS, type LinkagePlan } from '../plan/linkage-plan.js';
import type { DecidedEdge, HumanVerdict, NodeInfo, ScoredEdge } from '../decide/decided-edge.js';

const names = { kind: 'names', language: 'fr' } as const;
const code = { kind: 'code', unknown: [], aliases: new Map<string, string>() } as const;
const date = {
  kind: 'date',
  formats: ['YYYY-MM-DD'],
  precision: null,
  centuryKnown: null,
  firstOfJanuary: 'day',
} as const;

/** A plan of six fields with the rules that the shipped one has; its numbers are chosen for easy sums. */
export const PLAN: LinkagePlan = {
  name: 'test',
  version: 1,
  fields: [
    { ...names, name: 'given', from: ['givenNames'] },
    { ...names, name: 'surname', from: ['birthName', 'usageName'] },
    { ...date, name: 'birth', from: ['birthDate'] },
    { ...code, name: 'sex', from: ['sex'] },
    { kind: 'text', name: 'address', from: ['addressLine'], language: 'fr' },
    { ...code, name: 'telephone', from: ['telephoneKey'] },
  ],
  swaps: [[0, 1]],
  blocking: [],
  largestBlock: 200,
  families: [
    { name: 'name', fields: [0, 1] },
    { name: 'birth', fields: [2] },
    { name: 'contact', fields: [4, 5] },
  ],
  decide: {
    automatic: {
      probability: 0.99,
      margin: 6,
      families: 2,
      require: [
        { field: 0, levels: [0] },
        { field: 2, levels: [0] },
      ],
    },
    review: { from: -3, vetoedFrom: 10 },
    veto: [
      { field: 0, levels: [LEVELS.names.indexOf('different')] },
      { field: 2, levels: [LEVELS.date.indexOf('conflict')] },
      { field: 3, levels: [1] },
    ],
  },
};

type FieldName = 'given' | 'surname' | 'birth' | 'sex' | 'address' | 'telephone';

/** Levels of a pair that agrees exactly on names and birth date and knows nothing else, but for what is named. */
export function levels(changed: Partial<Record<FieldName, string>> = {}): Uint8Array {
  const wanted: Partial<Record<string, string>> = { given: 'exact', surname: 'exact', birth: 'exact', ...changed };
  return Uint8Array.from(PLAN.fields, ({ name, kind }) => {
    const level = wanted[name];
    return level === undefined || level === 'missing' ? MISSING : (LEVELS[kind] as readonly string[]).indexOf(level);
  });
}

/** An edge between two records, in the order of their ids. */
export function edge(one: string, other: string, bits: number, changed: Parameters<typeof levels>[0] = {}): ScoredEdge {
  const [left = '', right = ''] = [one, other].sort();
  return { left, right, bits, levels: levels(changed) };
}

export const verdict = (left: string, right: string, said: HumanVerdict['verdict']): HumanVerdict => ({
  left,
  right,
  verdict: said,
});

/** Records by id; the source is what stands before the digits: `a1` and `a2` are of source `a`. */
export const nodes = (...ids: readonly string[]): ReadonlyMap<string, NodeInfo> =>
  new Map(ids.map((id) => [id, { id, source: id.replace(/\d+$/, '') }]));

/** `left-right` → what became of the pair, for comparing without regard to order. */
export const byPair = (edges: readonly DecidedEdge[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    edges
      .map(({ left, right, decision, rule }): [string, string] => [`${left}-${right}`, `${decision} ${rule}`])
      .sort(),
  );
