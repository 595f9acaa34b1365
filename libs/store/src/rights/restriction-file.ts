import { LinesFile } from './lines-file.js';
import { isId, isInstant } from './tombstone-file.js';

/** A line of the home's file: a restriction of processing, or its end. Keyed ids only. */
export interface RestrictionLine {
  readonly id: string;
  readonly kind: 'restricted' | 'lifted';
  readonly at: string;
  readonly incident: string | null;
}

/** The home's own restrictions, outside the database. */
export class RestrictionFile extends LinesFile<RestrictionLine> {
  constructor(path: string) {
    super(path, isLine);
  }
}

/** The last line of each source person. */
export const lastRestrictions = (lines: readonly RestrictionLine[]): ReadonlyMap<string, RestrictionLine> =>
  new Map(lines.map((line) => [line.id, line]));

const isLine = (value: unknown): value is RestrictionLine => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kind, at, incident } = value as Partial<Record<keyof RestrictionLine, unknown>>;
  return (
    isId(id) &&
    (kind === 'restricted' || kind === 'lifted') &&
    isInstant(at) &&
    (incident === null || typeof incident === 'string')
  );
};
