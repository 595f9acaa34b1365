import { blockingCode, blockingKeys, type LinkagePlan, pack, prepare } from '#libs/linkage';
import {
  type Client,
  expectFewPersons,
  holdsFeatures,
  type PersonFeatures,
  readStalePersons,
  type StalePerson,
  toCode,
  writeFeatures,
} from '#libs/store';
import type { LinkRules } from '#libs/services';

/** Persons prepared at a time: a worker holds no more of them. */
const PAGE = 6_000;

/**
 * Prepares whoever is stale among the ids after `after` and up to `upTo`, inside the caller's transaction.
 * @param mode `all` where blocking keys are built and everybody is scored afterwards, else `one-by-one`
 * @returns how many there were
 */
export const preparePersons = async (
  client: Client,
  rules: LinkRules,
  range: { readonly after: string; readonly upTo: string },
  mode: 'all' | 'one-by-one',
): Promise<number> => {
  await expectFewPersons(client);
  const how = mode === 'all' && !(await holdsFeatures(client, range)) ? 'first' : mode;
  const { inputs, features: fingerprint } = rules;
  let prepared = 0;
  for (let { after } = range; ;) {
    const page = { inputs, fingerprint, after, upTo: range.upTo, limit: PAGE };
    const made = new MadeFeatures(rules.plan, await readStalePersons(client, page));
    const count = await writeFeatures(client, made, how);
    prepared += count;
    if (count < PAGE) return prepared;
    after = made.last;
  }
};

/** Features of persons, made while they are written. */
class MadeFeatures implements Iterable<PersonFeatures> {
  /** Id of the latest one. */
  last = '';

  constructor(
    private readonly plan: LinkagePlan,
    private readonly persons: Iterable<StalePerson>,
  ) {}

  *[Symbol.iterator](): Generator<PersonFeatures> {
    for (const { id, sourceNo, madeOf, values } of this.persons) {
      const prepared = prepare(this.plan, values);
      const codes = blockingKeys(this.plan, prepared).map(toBlockCode);
      this.last = id;
      yield { id, sourceNo, madeOf, codes, features: pack(prepared) + this.householdOf(values) };
    }
  }

  /**
   * Behind what is compared, where `unpack` does not look: whoever changes households looks different then, so that the pairs
   * which both households support are decided again.
   */
  private householdOf(values: StalePerson['values']): string {
    const { household } = this.plan;
    return household === undefined ? '' : `|${(values[household.from] ?? '').replaceAll('-', '')}`;
  }
}

/** The text of a blocking key begins with the number of the key. */
const toBlockCode = (text: string): number => toCode(Number(text.slice(0, text.indexOf('|'))), blockingCode(text));
