import { randomUUID } from 'node:crypto';
import {
  type Client,
  type DuePerson,
  erasePersons,
  type FileRule,
  findDue,
  pageAnnounced,
  type PersonsBySite,
  rightsTime,
  setTombstones,
  type Tombstone,
} from '#libs/store';
import { rightEntries, type RightsDesk, type RightUsed, useRight } from '#libs/services';

/** Source persons of a transaction: an import waits no longer than one takes. */
const BATCH = 300;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What went, in persons by site, and accounting lines that were kept of them. */
export interface PurgedFiles {
  readonly persons: PersonsBySite;
  readonly records: number;
  readonly accountingLines: number;
}

/**
 * Deletes the files whose period is over and whose end was announced long enough ago, page by page. Each page is one transaction
 * with its entries in the trail, judged by the contacts that stand in it: whatever stops it, the next run goes on.
 * @param onPurged told of each page's source persons
 * @throws TeachingError `rights.linking`, `rights.busy`; exit code 3
 */
export const purgeFiles = async (
  desk: RightsDesk,
  rule: FileRule,
  today: string,
  signal: AbortSignal,
  onPurged: (records: number) => void,
): Promise<PurgedFiles> => {
  const total = { persons: new Map<string, number>(), records: 0, accountingLines: 0 };
  for (let after: string | null = FIRST; after !== null;) {
    signal.throwIfAborted();
    const from: string = after;
    const page = await useRight(desk, false, (client) => purgePage(client, rule, today, from));
    for (const [site, persons] of countPersons(page.gone)) {
      total.persons.set(site, (total.persons.get(site) ?? 0) + persons);
    }
    total.records += page.gone.length;
    total.accountingLines += page.accountingLines;
    onPurged(page.gone.length);
    after = page.last;
  }
  return { ...total, persons: Object.fromEntries([...total.persons].sort()) };
};

/** Who would go today; nothing is changed. */
export const countPurgeable = async (client: Client, rule: FileRule, today: string): Promise<PurgedFiles> => {
  const persons = new Map<string, DuePerson>();
  for (let after: string | undefined = FIRST; after !== undefined;) {
    const ids: readonly string[] = await pageAnnounced(client, rule, today, after, BATCH);
    for (const one of ids.length === 0 ? [] : await findDue(client, rule, today, ids)) persons.set(one.id, one);
    after = ids.at(-1);
  }
  const gone = [...persons.values()];
  return { persons: Object.fromEntries([...countPersons(gone)].sort()), records: gone.length, accountingLines: 0 };
};

interface PurgedPage {
  readonly gone: readonly DuePerson[];
  readonly accountingLines: number;
  /** The last id of the page; null where it was empty. */
  readonly last: string | null;
}

const purgePage = async (
  client: Client,
  rule: FileRule,
  today: string,
  after: string,
): Promise<RightUsed<PurgedPage>> => {
  const ids = await pageAnnounced(client, rule, today, after, BATCH);
  const gone = ids.length === 0 ? [] : await findDue(client, rule, today, ids);
  const lines = tombstonesOf(gone, await rightsTime(client));
  await setTombstones(client, lines);
  const all = gone.map(({ id }) => id);
  const accountingLines = all.length === 0 ? 0 : (await erasePersons(client, all)).accountingLines;
  return {
    result: { gone, accountingLines, last: ids.at(-1) ?? null },
    entries: rightEntries('retention.purge', all, null, ['expired']),
    lines,
  };
};

/** Records of one person share a mark of chance: a contact with any of them brings all back. */
const tombstonesOf = (gone: readonly DuePerson[], at: string): readonly Tombstone[] => {
  const marks = new Map<string, string>();
  return gone.map(({ id, personId, lastContact, system, site, table }) => {
    const together = marks.get(personId) ?? randomUUID();
    marks.set(personId, together);
    return { id, kind: 'expired', at, incident: null, system, site, table, lastContact, together };
  });
};

const countPersons = (gone: readonly DuePerson[]): ReadonlyMap<string, number> => {
  const sites = new Map<string, Set<string>>();
  for (const { site, personId } of gone) sites.set(site, (sites.get(site) ?? new Set()).add(personId));
  return new Map([...sites].map(([site, persons]) => [site, persons.size]));
};
