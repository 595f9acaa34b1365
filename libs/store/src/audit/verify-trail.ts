import type { Client, Transactor } from '../connection/database.js';
import { type AuditKeys, type ChainLink, GENESIS, sameBytes } from './chain.js';
import { type Checkpoint, isGenuine } from './checkpoint.js';
import { checkpointsBetween, findCuts } from './checkpoints.repository.js';
import { findSurplus } from './entries.repository.js';
import { readHead } from './head.js';
import { CheckpointJudge, type Testimony } from './judge-checkpoints.js';
import type { Finding, TrailReport } from './trail-report.js';
import { walkEntries } from './walk-entries.js';

/** Findings beyond this many say nothing new. */
const MOST_FINDINGS = 20;

/**
 * Follows the trail from its first entry, or from the last cut, to its head, and holds it against the checkpoints of the
 * store and those given. Sees one state of the store, reads pages, and changes nothing.
 * @param testimonies checkpoints from outside the store: the home's own, a witness's
 * @param onEntries told how many entries were verified so far
 */
export const verifyTrail = (
  database: Transactor,
  keys: AuditKeys,
  testimonies: readonly Testimony[],
  onEntries: (entries: number) => void = () => undefined,
): Promise<TrailReport> =>
  database.transaction(async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    return verifyIn(client, keys, testimonies, onEntries);
  });

const verifyIn = async (
  client: Client,
  keys: AuditKeys,
  testimonies: readonly Testimony[],
  onEntries: (entries: number) => void,
): Promise<TrailReport> => {
  const cut = (await findCuts(client)).find((one) => isGenuine(keys, one)) ?? null;
  const start: ChainLink = cut === null ? GENESIS : { seq: cut.seq, hash: cut.hash };
  const judge = new CheckpointJudge(keys, start);
  for (const testimony of testimonies) judge.hear(testimony);
  const hearStore = async (from: number, to: number): Promise<void> => {
    for (const checkpoint of await checkpointsBetween(client, from, to)) judge.hear({ source: 'store', checkpoint });
  };
  await hearStore(0, start.seq);
  const { last, broken } = await walkEntries(client, keys, start, async (entries) => {
    const [first, end] = [entries[0], entries.at(-1)];
    if (first === undefined || end === undefined) return;
    await hearStore(first.seq, end.seq);
    for (const entry of entries) judge.see(entry);
    onEntries(end.seq - start.seq);
  });
  await hearStore(last.seq + 1, Number.MAX_SAFE_INTEGER);
  const findings = [...judge.findings];
  if (broken !== null) findings.push({ seq: last.seq + 1, kind: broken, source: null });
  else findings.push(...(await judgeEnd(client, keys, last, judge)));
  const surplus = await findSurplus(client, start.seq);
  if (surplus !== null) findings.push({ seq: surplus, kind: 'entry.inserted', source: null });
  return reportOf(start, last, cut, judge, findings);
};

/** What head and checkpoints say of a trail that holds to its last entry. */
const judgeEnd = async (
  client: Client,
  keys: AuditKeys,
  last: ChainLink,
  judge: CheckpointJudge,
): Promise<readonly Finding[]> => {
  const before = judge.findings.length;
  judge.end(last);
  const found: Finding[] = judge.findings.slice(before);
  const head = await readHead(client, keys);
  if (head === null || !head.genuine) found.push({ seq: head?.seq ?? last.seq, kind: 'head.changed', source: null });
  else if (head.seq > last.seq) found.push({ seq: last.seq + 1, kind: 'trail.tail-cut', source: null });
  else if (head.seq < last.seq) found.push({ seq: head.seq + 1, kind: 'entry.inserted', source: null });
  else if (!sameBytes(head.hash, last.hash)) found.push({ seq: head.seq, kind: 'head.changed', source: null });
  return found;
};

const reportOf = (
  start: ChainLink,
  last: ChainLink,
  cut: Checkpoint | null,
  { agreed, pruned }: CheckpointJudge,
  findings: readonly Finding[],
): TrailReport => ({
  whole: findings.length === 0,
  from: start.seq + 1,
  to: last.seq > start.seq ? last.seq : 0,
  entries: last.seq - start.seq,
  checkpoints: agreed,
  pruned,
  cut: cut === null ? null : { seq: cut.seq, before: cut.before ?? '', at: cut.at },
  findings: [...findings].sort((one, other) => one.seq - other.seq).slice(0, MOST_FINDINGS),
});
