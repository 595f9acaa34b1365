import type { RuleCode } from '../decide/rule-codes.js';
import type { Evidence } from './evidence.js';

/** Records that count as one when support is counted: a record, or the records that people made one. Numbers of the graph. */
export type Unit = readonly number[];

/** Records that are one person as far as clustering has got. */
export interface Cluster {
  readonly units: readonly Unit[];
  readonly records: readonly number[];
  /** Sources of its records, each once. */
  readonly sources: readonly string[];
}

/** Reasons of one record against another, the gravest first: the one that is named where there are several. */
const GRAVEST_FIRST: readonly RuleCode[] = ['link.cluster-never', 'link.cluster-vetoed', 'link.tie'];

/** What clusters are together; their sources do not overlap. */
export const merged = (clusters: readonly Cluster[]): Cluster => ({
  units: clusters.flatMap(({ units }) => units),
  records: clusters.flatMap(({ records }) => records),
  sources: clusters.flatMap(({ sources }) => sources),
});

/**
 * Why clusters may not become one; null where they may. No two of them hold a record of one source, no record of one is kept
 * apart from a record of another or vetoed against it, and each unit is supported by more than half of the others.
 *
 * The last rule guards against chains: a pair below the review threshold is not kept, so a grandfather and his grandson can
 * be absent as a pair while both resemble the father. In a cluster of three every pair must speak for it, in one of four a
 * pair that no blocking key found is forgiven.
 */
export function mergeRefusal(clusters: readonly Cluster[], evidence: Evidence): RuleCode | null {
  if (shareSource(clusters)) return 'link.cluster-source';
  const against = reasonsAgainst(clusters, evidence);
  const gravest = GRAVEST_FIRST.find((rule) => against.includes(rule));
  if (gravest !== undefined) return gravest;
  const units = clusters.flatMap((cluster) => cluster.units);
  return isSupported(units, evidence) ? null : 'link.cluster-thin';
}

const shareSource = (clusters: readonly Cluster[]): boolean =>
  clusters.some(({ sources }, place) =>
    clusters.some((other, at) => at > place && sources.some((source) => other.sources.includes(source))),
  );

function reasonsAgainst(clusters: readonly Cluster[], evidence: Evidence): readonly RuleCode[] {
  const found: RuleCode[] = [];
  clusters.forEach(({ records }, place) => {
    for (let at = place + 1; at < clusters.length; at += 1) {
      for (const other of clusters[at]?.records ?? []) {
        for (const record of records) {
          const relation = evidence.relation(record, other);
          if (relation !== 'support' && relation !== 'nothing') found.push(relation);
        }
      }
    }
  });
  return found;
}

const isSupported = (units: readonly Unit[], evidence: Evidence): boolean =>
  units.every((unit) => {
    const supporters = units.filter((other) => other !== unit && supports(unit, other, evidence)).length;
    return supporters * 2 > units.length - 1;
  });

const supports = (unit: Unit, other: Unit, evidence: Evidence): boolean =>
  unit.some((record) => other.some((each) => evidence.relation(record, each) === 'support'));
