import type { LinkagePlan } from '#libs/linkage';
import type { LargeBlock, LinkTotals } from '#libs/store';

/** Blocks of one blocking key that too many persons share: their pairs were not compared by this key. */
export interface LargeBlocksOfKey {
  /** Position of the key in the linkage file, from 1 on. */
  readonly keyNo: number;
  /** As the linkage file writes it: `birth.full, given/surname.initial`. Never a value. */
  readonly key: string;
  readonly blocks: number;
  /** In the largest of them. */
  readonly largest: number;
}

/** What a link run came to. Counts of the whole store, unless they say otherwise. */
export interface LinkReport extends LinkTotals {
  /** `L7`; null where nothing was ever linked. */
  readonly run: string | null;
  /** `unchanged`: nothing was new, so no run was made. */
  readonly status: 'done' | 'unchanged';
  /** What this run decided about: all source persons, or those that are new or have changed. */
  readonly scope: 'all' | 'touched';
  readonly modelVersion: number;
  /** Source persons that were read and normalised by this run. */
  readonly prepared: number;
  /** Candidate pairs that this run compared. */
  readonly pairs: number;
  /** Links and open questions about the persons that this run decided about. */
  readonly decided: { readonly links: number; readonly reviews: number };
  readonly largeBlocks: readonly LargeBlocksOfKey[];
  /** Milliseconds by stage, of this process: a resumed run did part of its work before. */
  readonly stages: Readonly<Record<string, number>>;
  readonly durationMs: number;
}

/** How many different persons the source persons are. */
export const personsOf = ({ sourcePersons, clusters, clustered }: LinkTotals): number =>
  sourcePersons - clustered + clusters;

/** `L42`: how a link run is named towards people. */
export const linkRunName = (id: number): string => `L${String(id)}`;

/** Large blocks by their key, in the order of the linkage file. */
export const largeBlocksByKey = (plan: LinkagePlan, blocks: readonly LargeBlock[]): LargeBlocksOfKey[] =>
  plan.blocking.flatMap((_, position) => {
    const own = blocks.filter(({ keyNo }) => keyNo === position);
    if (own.length === 0) return [];
    const largest = own.reduce((most, { persons }) => Math.max(most, persons), 0);
    return [{ keyNo: position + 1, key: keyText(plan, position), blocks: own.length, largest }];
  });

const keyText = ({ fields, blocking }: LinkagePlan, position: number): string =>
  (blocking[position]?.parts ?? [])
    .map((part) => `${part.fields.map((field) => fields[field]?.name ?? '').join('/')}.${part.part}`)
    .join(', ');
