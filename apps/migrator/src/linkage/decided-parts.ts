import type { DecidedEdge, HouseholdSupports, LinkagePlan } from '#libs/linkage';
import type { LinkGraph } from '#libs/store';
import { decideLinks } from './decide-links.js';

/** Decisions about a graph: pairs to go through first, and once; then the rest is known. */
export interface Decisions {
  readonly edges: Iterable<DecidedEdge>;
  readonly clusters: readonly (readonly string[])[];
  /** Pairs that are linked. */
  readonly links: number;
  /** Pairs that wait for a person. */
  readonly reviews: number;
}

/** Decides about whole connected components, some at a time, while the pairs are gone through. */
export class DecidedParts implements Decisions {
  readonly clusters: (readonly string[])[] = [];
  links = 0;
  reviews = 0;

  constructor(
    private readonly plan: LinkagePlan,
    private readonly parts: Iterable<LinkGraph>,
    private readonly supports: HouseholdSupports,
  ) {}

  get edges(): Iterable<DecidedEdge> {
    return this.decide();
  }

  private *decide(): Generator<DecidedEdge> {
    for (const part of this.parts) {
      const { edges, clusters, links, reviews } = decideLinks(this.plan, part, this.supports);
      this.clusters.push(...clusters);
      this.links += links;
      this.reviews += reviews;
      yield* edges;
    }
  }
}
