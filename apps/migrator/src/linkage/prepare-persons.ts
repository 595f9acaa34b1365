import { blockingCode, blockingKeys, type LinkagePlan, pack, prepare } from '#libs/linkage';
import {
  type Client,
  findStalePersons,
  type PersonFeatures,
  type StalePerson,
  toCode,
  writeFeatures,
} from '#libs/store';
import type { LinkRules } from './link-rules.js';

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
  { after, upTo }: { readonly after: string; readonly upTo: string },
  mode: 'all' | 'one-by-one',
): Promise<number> => {
  let prepared = 0;
  for (let last = after; ;) {
    const page = { inputs: rules.inputs, fingerprint: rules.features, after: last, upTo, limit: PAGE };
    const stale = await findStalePersons(client, page);
    await writeFeatures(client, featuresOf(rules.plan, stale), mode);
    prepared += stale.length;
    const end = stale.at(-1);
    if (end === undefined || stale.length < PAGE) return prepared;
    last = end.id;
  }
};

function* featuresOf(plan: LinkagePlan, persons: readonly StalePerson[]): Generator<PersonFeatures> {
  for (const { id, sourceNo, madeOf, values } of persons) {
    const prepared = prepare(plan, values);
    const codes = blockingKeys(plan, prepared).map(toBlockCode);
    yield { id, sourceNo, madeOf, codes, features: pack(prepared) };
  }
}

/** The text of a blocking key begins with the number of the key. */
const toBlockCode = (text: string): number => toCode(Number(text.slice(0, text.indexOf('|'))), blockingCode(text));
