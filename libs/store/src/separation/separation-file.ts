import { LinesFile } from '../rights/lines-file.js';
import { isId, isInstant } from '../rights/tombstone-file.js';
import type { SeparationParts } from './separation.js';

/** The home's own separations, outside the database: keyed ids only, never a place. */
export class SeparationFile extends LinesFile<SeparationParts> {
  constructor(path: string) {
    super(path, isLine);
  }
}

const isLine = (value: unknown): value is SeparationParts => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, at, incident, keyFingerprint, persons, former, cases } = value as Partial<
    Record<keyof SeparationParts, unknown>
  >;
  return (
    isId(id) &&
    isInstant(at) &&
    typeof incident === 'string' &&
    typeof keyFingerprint === 'string' &&
    Array.isArray(persons) &&
    persons.every((one) => isMarked(one, ['later'])) &&
    Array.isArray(former) &&
    former.every(isId) &&
    Array.isArray(cases) &&
    cases.every((one) => isMarked(one, ['former', 'guarded']))
  );
};

/** An id with flags. */
const isMarked = (value: unknown, flags: readonly string[]): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, ...rest } = value as Readonly<Record<string, unknown>>;
  return isId(id) && flags.every((flag) => typeof rest[flag] === 'boolean');
};
