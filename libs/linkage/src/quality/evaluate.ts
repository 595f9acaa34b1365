import type { Pair } from '../cluster/disjoint-sets.js';
import { calibrate } from './calibration.js';
import { isKnown, type LinkageOutcome, type QualityReport, type Rates } from './quality-report.js';
import { share, Tally } from './tally.js';
import { bestOf, tradeOffCurve } from './trade-off-curve.js';
import { isTruePair, kindsOfPair, pairsAmong, recordsByPerson, type Truth } from './truth.js';

/**
 * Holds the outcome of a linkage against the truth. Links are pairs of records within a cluster, since that is what the store
 * publishes; a review counts unless its two records are linked already.
 */
export function evaluate(truth: Truth, outcome: LinkageOutcome): QualityReport {
  const edges = outcome.edges.filter((edge) => isKnown(truth, edge));
  const tallies = new Tallies(truth);
  countLinks(tallies, outcome);
  countReviews(tallies, outcome.clusters, edges);
  const overall = tallies.overall.rates();
  const curve = tradeOffCurve(truth, edges, overall.truePairs);
  const records = truth.personOf.size;
  const reviews = overall.rightReviews + overall.wrongReviews;
  return {
    records,
    overall,
    kinds: tallies.kinds(),
    reviewsPerThousand: share(reviews * 1000, records),
    blockingRecall: outcome.blockedTruePairs === null ? null : share(outcome.blockedTruePairs, overall.truePairs),
    best: bestOf(curve),
    curve,
    calibration: calibrate(truth, edges),
  };
}

function countLinks(tallies: Tallies, { clusters }: LinkageOutcome): void {
  for (const cluster of clusters) {
    cluster.forEach((left, place) => {
      for (const right of cluster.slice(place + 1)) tallies.link({ left, right });
    });
  }
}

function countReviews(tallies: Tallies, clusters: LinkageOutcome['clusters'], edges: LinkageOutcome['edges']): void {
  const clusterOf = new Map(clusters.flatMap((cluster, number) => cluster.map((id): [string, number] => [id, number])));
  for (const edge of edges) {
    if (edge.decision !== 'review') continue;
    const cluster = clusterOf.get(edge.left);
    if (cluster === undefined || cluster !== clusterOf.get(edge.right)) tallies.review(edge);
  }
}

/** One tally for all pairs and one for each kind. */
class Tallies {
  readonly overall = new Tally();
  private readonly byKind = new Map<string, Tally>();

  constructor(private readonly truth: Truth) {
    for (const [person, records] of recordsByPerson(truth)) {
      this.overall.truePairs += pairsAmong(records);
      for (const kind of truth.kindsOf.get(person) ?? []) this.ofKind(kind).truePairs += pairsAmong(records);
    }
  }

  link(pair: Pair): void {
    if (isKnown(this.truth, pair)) for (const tally of this.of(pair)) tally.link(isTruePair(this.truth, pair));
  }

  review(pair: Pair): void {
    for (const tally of this.of(pair)) tally.review(isTruePair(this.truth, pair));
  }

  kinds(): Readonly<Record<string, Rates>> {
    const names = [...this.byKind.keys()].sort();
    return Object.fromEntries(names.map((name) => [name, this.ofKind(name).rates()]));
  }

  private of(pair: Pair): readonly Tally[] {
    return [this.overall, ...kindsOfPair(this.truth, pair).map((kind) => this.ofKind(kind))];
  }

  private ofKind(kind: string): Tally {
    const known = this.byKind.get(kind);
    if (known !== undefined) return known;
    const tally = new Tally();
    this.byKind.set(kind, tally);
    return tally;
  }
}
