import { LinesFile } from './lines-file.js';
import type { TombstoneLine } from './tombstone.js';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const KINDS: readonly unknown[] = ['refused', 'erased', 'expired', 'withdrawn', 'returned'];

/** The home's own tombstones, outside the database: what an older backup of it cannot know. Lines are only ever added. */
export class TombstoneFile extends LinesFile<TombstoneLine> {
  constructor(path: string) {
    super(path, isLine);
  }
}

const isLine = (value: unknown): value is TombstoneLine => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kind, at, incident, system, site, table, lastContact, together } = value as Partial<
    Record<keyof TombstoneLine, unknown>
  >;
  return (
    isId(id) &&
    KINDS.includes(kind) &&
    isInstant(at) &&
    (incident === null || typeof incident === 'string') &&
    [system, site, table].every((word) => typeof word === 'string') &&
    [lastContact, together].every((word) => word === undefined || typeof word === 'string')
  );
};

/** Whether something is a keyed id as lines of the home write it. */
export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));
