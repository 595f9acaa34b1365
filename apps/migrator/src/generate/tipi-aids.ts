import { ADJOURNED, AID_KINDS, DECISIONS, PAYMENT_MODES } from './act-lists.js';
import type { Decision } from './act-lists.js';
import { fromDays, isoDate, toDays } from './calendar.js';
import { dependentVerdict } from './fate.js';
import type { Fate, Fault } from './fate.js';
import type { Household } from './household.js';
import type { SourceKeys } from './source-keys.js';
import { impossibleDay, recentDay } from './system-view.js';
import type { SystemContext } from './system-view.js';

const FAULTS: readonly Fault[] = ['code', 'date', 'number'];

/** Writes the AIDE elements of one DOSSIER, none to three; a DOSSIER without persons has one at least, which waits. */
export function tipiAids(
  household: Household,
  context: SystemContext,
  keys: SourceKeys,
  applicant: Fate | 'unknown',
): string {
  const drawn = context.random.below(4);
  const count = applicant === 'unknown' ? Math.max(drawn, 1) : drawn;
  return Array.from({ length: count }, () => aidElements(household, context, keys.tipiAid(), applicant)).join('');
}

/** One aid, with the seconds that repeat or lack its key. */
function aidElements(household: Household, context: SystemContext, num: string, applicant: Fate | 'unknown'): string {
  const { random, dirt, rows } = context;
  const { fate, fault } = dependentVerdict(random, dirt, FAULTS, applicant);
  const requestedCents = random.between(3_000, 380_000);
  const decision = random.pick(DECISIONS);
  const grantedCents = Math.floor((requestedCents * decision.grantedPercent) / 100);
  const aid: Aid = { requestedCents, grantedCents, decision };
  const element = aidElement(household, context, num, aid, fault);
  rows.fates.push(['AIDE', fate]);
  const [twice, keyless] = [random.chance(dirt.duplicate), random.chance(dirt.keyless)];
  if (fate !== 'clean') return element;
  rows.aids.push({ requestedCents, grantedCents });
  const second = (key: string, verdict: Fate): string => {
    rows.fates.push(['AIDE', verdict]);
    return aidElement(household, context, key, aid, null);
  };
  return element + (twice ? second(num, 'key.duplicate') : '') + (keyless ? second('', 'key.missing') : '');
}

interface Aid {
  readonly requestedCents: number;
  readonly grantedCents: number;
  readonly decision: Decision;
}

function aidElement(household: Household, context: SystemContext, num: string, aid: Aid, fault: Fault | null): string {
  const { random, text } = context;
  const asked = recentDay(household, random, 3);
  const nature = random.pick(AID_KINDS).tipi;
  const day = isoDate(fault === 'date' ? impossibleDay(asked.year) : asked);
  const amount = fault === 'number' ? 'trois cents' : String(aid.requestedCents);
  const codes =
    fault === 'code' && random.chance(0.5)
      ? { nature: '08', decision: '' }
      : { nature, decision: fault === 'code' ? 'SU' : '' };
  return (
    `    <AIDE num="${num}" nature="${codes.nature}"><DEMANDE date="${day}" montant="${amount}"/>` +
    decisions(household, context, toDays(asked), aid, codes.decision) +
    `<MOTIF><![CDATA[${text.remark()} <i>& suite</i>]]></MOTIF></AIDE>\n`
  );
}

/** The decision that holds, last by its date; a reversed one stands before or after it in the document. */
function decisions(
  household: Household,
  { random }: SystemContext,
  asked: number,
  aid: Aid,
  unknownCode: string,
): string {
  const first = Math.min(asked + random.between(2, 40), household.lastDay);
  const last = Math.min(first + random.between(1, 30), household.lastDay);
  const reversed = random.chance(0.18) && last > first;
  const element = (date: number, code: string, amount: number): string =>
    `<DECISION date="${isoDate(fromDays(date))}" code="${code}" montant="${String(amount)}"/>`;
  const holding = element(last, unknownCode === '' ? aid.decision.tipi : unknownCode, aid.grantedCents);
  const earlier = reversed ? element(first, ADJOURNED.tipi, 0) : '';
  const mode = random.pick(PAYMENT_MODES);
  const payment =
    aid.grantedCents > 0 && random.chance(0.7)
      ? `<VERSEMENT date="${isoDate(fromDays(last))}" montant="${String(aid.grantedCents)}" mode="${mode}"/>`
      : '';
  return (random.chance(0.85) ? earlier + holding : holding + earlier) + payment;
}
