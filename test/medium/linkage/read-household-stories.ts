import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LinkableRecord, type LinkagePlan, prepare } from '#libs/linkage';
import { parse } from 'yaml';

/** Two households as systems know them, and what becomes of a pair of their members. */
export interface HouseholdStory {
  readonly story: string;
  readonly pair: readonly [string, string];
  /** What the engine makes of the pair. */
  readonly ends: 'link' | 'review' | 'apart';
  readonly records: readonly LinkableRecord[];
  /** Record → true person. */
  readonly personOf: ReadonlyMap<string, string>;
}

type Written = Readonly<Record<string, string>>;
interface WrittenStory {
  readonly story: string;
  readonly pair: readonly [string, string];
  readonly ends: HouseholdStory['ends'];
  /** Others whom both cases hold. */
  readonly residents?: number;
  readonly cases: Readonly<Record<string, Written>>;
  readonly records: Readonly<Record<string, Written>>;
}

const FILE = join(import.meta.dirname, '../../fixtures/linkage/household-stories.yml');

export const readHouseholdStories = (plan: LinkagePlan): readonly HouseholdStory[] =>
  (parse(readFileSync(FILE, 'utf8')) as { stories: readonly WrittenStory[] }).stories.map((written) => {
    const records = Object.entries({ ...written.records, ...residentsOf(written) });
    return {
      ...{ story: written.story, pair: written.pair, ends: written.ends },
      records: records.map(([id, record]) => recordOf(plan, id, record, written.cases)),
      personOf: new Map(records.map(([id, { is }]) => [id, is ?? ''])),
    };
  });

function recordOf(plan: LinkagePlan, id: string, record: Written, cases: WrittenStory['cases']): LinkableRecord {
  const household = record['case'] ?? '';
  const { system = '', ...address } = cases[household] ?? {};
  const dated = record['birthDate'] === undefined ? {} : { birthPrecision: 'day', birthCenturyKnown: 'true' };
  return { id, source: system, household, prepared: prepare(plan, { ...address, ...dated, ...record }) };
}

/** Everybody of a large house, each in both cases. */
const residentsOf = ({ residents = 0, cases }: WrittenStory): Readonly<Record<string, Written>> =>
  Object.fromEntries(
    Array.from({ length: residents }, (_, number) =>
      Object.keys(cases).map((household): [string, Written] => [
        `${household}-resident-${String(number)}`,
        {
          ...{ is: `resident ${String(number)}`, case: household, sex: 'woman' },
          givenNames: `Yaël${letters(number)}`,
          birthName: `Kervella${letters(number * 7)}`,
          birthDate: `2010-0${String((number % 9) + 1)}-${String(number + 1).padStart(2, '0')}`,
        },
      ]),
    ).flat(),
  );

/** Letters that tell numbers apart by sound. */
const letters = (number: number): string => {
  const first = ['ba', 'co', 'du', 'fi', 'ga', 'lo', 'mu', 'ni', 'pa', 'ro', 'su', 'ti'][number % 12] ?? '';
  return first + (['', 'ra', 'lo'][Math.floor(number / 12) % 3] ?? '');
};
