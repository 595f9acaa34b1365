import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A record of the fixture: unified field → value as the store would hold it. */
export type HardRecord = Readonly<Record<string, string>>;

export interface HardPair {
  readonly story: string;
  readonly kind: string;
  readonly truth: 'same' | 'different';
  readonly left: HardRecord;
  readonly right: HardRecord;
}

type Written = Readonly<Record<string, string | boolean>>;
interface WrittenPair extends Omit<HardPair, 'left' | 'right'> {
  readonly both: Written;
  readonly left: Written;
  readonly right: Written;
}

const FILE = join(import.meta.dirname, '../../fixtures/linkage/hard-pairs.yml');

/** The hand-written pairs of `test/fixtures/linkage/hard-pairs.yml`, each record with all of its fields. */
export function readHardPairs(): readonly HardPair[] {
  const { pairs } = parse(readFileSync(FILE, 'utf8')) as { pairs: readonly WrittenPair[] };
  return pairs.map(({ both, left, right, ...told }) => ({
    ...told,
    left: recordOf({ ...both, ...left }),
    right: recordOf({ ...both, ...right }),
  }));
}

/** A date of which nothing else is said is known to the day and to the century. */
function recordOf(written: Written): HardRecord {
  const known = written.birthDate === undefined ? {} : { birthPrecision: 'day', birthCenturyKnown: true };
  return Object.fromEntries(Object.entries({ ...known, ...written }).map(([field, value]) => [field, String(value)]));
}
