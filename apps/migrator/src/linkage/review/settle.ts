import {
  type AuditEntry,
  type AuditTrail,
  type Client,
  type Database,
  findMembers,
  type PersonMember,
  protectJoined,
  tryLockLinkageForNow,
  type Vault,
} from '#libs/store';
import type { LinkRules } from '#libs/services';
import { decideAgain } from './decide-again.js';
import { findStandingModel } from '#libs/services';

/** A decision about a pair that was noted or taken back. */
export interface SettledPair {
  readonly reviewId: string;
  readonly left: string;
  readonly right: string;
  /** Null: taken back, so that the evidence decides. */
  readonly verdict: 'same' | 'never' | null;
}

/** What has come of it. */
export interface Settlement {
  readonly pairs: readonly SettledPair[];
  /** False: the decision stands and is applied by the next link run, since one is under way or the rules have changed. */
  readonly applied: boolean;
  /** Whether source persons are joined and kept apart as was said; false where another decision stands against it. */
  readonly holds: boolean;
  /** The source persons whom it was about, and those who were one person with them: who they are now. */
  readonly members: readonly PersonMember[];
}

/** Notes or revokes decisions; gives the pairs that they are about. */
export type Settling = (client: Client) => Promise<readonly SettledPair[]>;

/** What a settlement reads as in the audit trail. */
export type Entering = (settlement: Settlement) => readonly AuditEntry[];

/**
 * Takes decisions, applies and enters them in one transaction: either all is there or nothing is.
 * @param dryRun does everything and keeps nothing
 */
export const settle = (
  database: Database,
  trail: AuditTrail,
  vault: Vault,
  rules: LinkRules,
  dryRun: boolean,
  settling: Settling,
  entering: Entering,
): Promise<Settlement> => {
  const work = async (client: Client): Promise<Settlement> => {
    const settlement = await settleAlone(client, vault, rules, settling);
    await trail.record(client, entering(settlement));
    return settlement;
  };
  return dryRun ? database.rehearse((rehearsal) => rehearsal.transaction(work)) : database.transaction(work);
};

const settleAlone = async (client: Client, vault: Vault, rules: LinkRules, settling: Settling): Promise<Settlement> => {
  // Before the decision is noted: a link run that begins later sees it, one that began before leaves it waiting.
  const alone = await tryLockLinkageForNow(client);
  const pairs = await settling(client);
  const ids = [...new Set(pairs.flatMap(({ left, right }) => [left, right]))];
  // Whoever was one person with them is told too: a decision may part a third one from them.
  const before = await findMembers(client, ids);
  const standing = alone ? await findStandingModel(client, rules) : null;
  if (standing !== null) {
    await decideAgain(client, rules.plan, standing.version, ids);
    await protectJoined(client, vault);
  }
  const members = await findMembers(client, [...ids, ...before.map(({ id }) => id)]);
  return { pairs, applied: standing !== null, holds: pairs.every((pair) => isHeld(pair, members)), members };
};

const isHeld = ({ left, right, verdict }: SettledPair, members: readonly PersonMember[]): boolean => {
  const personOf = (id: string): string => members.find((member) => member.id === id)?.personId ?? id;
  if (verdict === null) return true;
  return (personOf(left) === personOf(right)) === (verdict === 'same');
};
