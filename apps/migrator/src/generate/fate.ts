import type { RecordReason } from '#libs/domain';
import type { Random } from './random.js';
import type { DirtRates } from './rates.js';

/** How a record must end: landed, kept out by a refusal, or in quarantine for one reason. */
export type Fate = 'clean' | 'withheld' | RecordReason;

/** What may be wrong with a record itself. `harmless` bytes lie in a dropped field: the record is clean. */
export type Fault = 'code' | 'date' | 'number' | 'width' | 'encoding' | 'harmless';

export interface Verdict {
  readonly fate: Fate;
  readonly fault: Fault | null;
}

const REASONS: Readonly<Record<Fault, Fate>> = {
  code: 'code.unmapped',
  date: 'date.invalid',
  number: 'number.invalid',
  width: 'row.width',
  encoding: 'encoding.invalid',
  harmless: 'clean',
};

const CLEAN: Verdict = { fate: 'clean', fault: null };

/** At most one of the faults that a table's layout can show. Draws exactly one number. */
export function drawFault(random: Random, rates: DirtRates, possible: readonly Fault[]): Fault | null {
  let draw = random.next() / 0x1_0000_0000;
  for (const fault of possible) {
    if (draw < rates[fault]) return fault;
    draw -= rates[fault];
  }
  return null;
}

/** A person's record: a refusal outranks a fault, but a row of the wrong width shows no refusal, so it is never drawn there. */
export function personVerdict(random: Random, rates: DirtRates, possible: readonly Fault[], refuses: boolean): Verdict {
  const fault = drawFault(random, rates, possible);
  if (!refuses) return fault === null ? CLEAN : { fate: REASONS[fault], fault };
  return { fate: 'withheld', fault: fault === 'width' ? null : fault };
}

/**
 * An act or an aid: it shares a refusal whatever its own faults (but a row of the wrong width names nobody), and it waits for
 * a person who is in quarantine or unknown. Nothing else is wrong with one that waits, so that its reason is beyond doubt.
 */
export function dependentVerdict(
  random: Random,
  rates: DirtRates,
  possible: readonly Fault[],
  owner: Fate | 'unknown',
): Verdict {
  const fault = drawFault(random, rates, possible);
  if (owner === 'clean') return fault === null ? CLEAN : { fate: REASONS[fault], fault };
  if (owner === 'withheld') return { fate: fault === 'width' ? 'row.width' : 'withheld', fault };
  return { fate: 'reference.unknown', fault: null };
}
