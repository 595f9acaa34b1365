import { ACT_KINDS, REFERRAL, REFERRAL_TARGETS } from './act-lists.js';
import type { ActKind } from './act-lists.js';
import { UNDECODABLE } from './byte-encodings.js';
import { clockTime, frenchDate } from './calendar.js';
import { dependentVerdict } from './fate.js';
import type { Fate, Fault } from './fate.js';
import type { Household } from './household.js';
import { strayKey } from './source-keys.js';
import type { SourceKeys } from './source-keys.js';
import { COORDIN_COLUMNS } from './tables.js';
import { impossibleDay, recentDay } from './system-view.js';
import type { SystemContext } from './system-view.js';

const FAULTS: readonly Fault[] = ['code', 'date', 'width', 'encoding', 'harmless'];

const at = (column: string): number => COORDIN_COLUMNS.INTERVENTIONS.indexOf(column);
const [DATE, KIND, TARGET, COMMENT] = [at('DATE_INTERV'), at('TYPE_INTERV'), at('ORIENTATION'), at('COMMENTAIRE')];

/** Writes the acts of one person of COORDIN: three to six, and now and then one of a person that no file knows. */
export function writeCoordinActs(
  household: Household,
  context: SystemContext,
  keys: SourceKeys,
  owner: { readonly usager: string; readonly fate: Fate },
): void {
  const { random, dirt } = context;
  const count = random.between(3, 6);
  for (let act = 0; act < count; act += 1) writeAct(household, context, keys.intervention(), owner.usager, owner.fate);
  if (random.chance(dirt.orphan)) writeAct(household, context, keys.intervention(), strayKey('C', 7, keys), 'unknown');
}

function writeAct(
  household: Household,
  context: SystemContext,
  key: string,
  usager: string,
  owner: Fate | 'unknown',
): void {
  const { random, dirt, rows } = context;
  const kind = random.pick(ACT_KINDS);
  const row = actRow(household, context, [key, usager], kind);
  const { fate, fault } = dependentVerdict(random, dirt, FAULTS, owner);
  rows.coordin.push(['INTERVENTIONS', fault === null ? row : spoil(row, fault, context)]);
  rows.fates.push(['INTERVENTIONS', fate]);
  const [twice, keyless] = [random.chance(dirt.duplicate), random.chance(dirt.keyless)];
  if (fate !== 'clean') return;
  rows.acts.push(kind.name);
  if (twice) addSecond(context, 'key.duplicate', actRow(household, context, [key, usager], kind));
  if (keyless) addSecond(context, 'key.missing', actRow(household, context, ['', usager], kind));
}

function addSecond({ rows }: SystemContext, fate: 'key.duplicate' | 'key.missing', row: string[]): void {
  rows.coordin.push(['INTERVENTIONS', row]);
  rows.fates.push(['INTERVENTIONS', fate]);
}

function actRow(
  household: Household,
  context: SystemContext,
  keys: readonly [string, string],
  kind: ActKind,
): string[] {
  const { random, text, siteCode } = context;
  const day = frenchDate(recentDay(household, random, 5));
  const minute = random.between(8 * 60, 19 * 60);
  const target = random.pick(REFERRAL_TARGETS);
  return [
    ...keys,
    random.chance(0.5) ? `${day} ${clockTime(minute)}` : day,
    kind.coordin,
    kind === REFERRAL ? target.coordin : '',
    `SRV-${siteCode}`,
    `M. ${text.token()}`,
    text.maybeRemark(0.8),
    text.notes(),
    frenchDate(recentDay(household, random, 4)),
  ];
}

function spoil(row: string[], fault: Fault, { random, text }: SystemContext): string[] {
  const kind = row[KIND] ?? '';
  switch (fault) {
    case 'code':
      return kind === REFERRAL.coordin && random.chance(0.5)
        ? row.with(TARGET, 'VIL')
        : row.with(KIND, 'VIS').with(TARGET, '');
    case 'date':
      return row.with(DATE, frenchDate(impossibleDay(2024)));
    case 'width':
      return random.chance(0.6) ? row.slice(0, random.between(3, 9)) : [...row, text.token()];
    case 'encoding':
      return row.with(KIND, kind.slice(0, 1) + UNDECODABLE.windows1252 + kind.slice(1));
    case 'number':
    case 'harmless':
      return row.with(COMMENT, UNDECODABLE.windows1252 + text.remark());
  }
}
