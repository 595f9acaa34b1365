import { ACT_KINDS, AID_KINDS, DECISIONS, REFERRAL, REFERRAL_TARGETS } from './act-lists.js';
import { fromDays, toDays } from './calendar.js';
import { dependentVerdict } from './fate.js';
import type { Fate, Fault } from './fate.js';
import { cents, date, integer, text as textCell, time } from './fourd-cell.js';
import type { FourdCell } from './fourd-cell.js';
import type { FourdContext } from './fourd-rows.js';
import type { Household } from './household.js';
import { strayNumber } from './source-keys.js';
import type { SourceKeys } from './source-keys.js';
import { impossibleDay, recentDay } from './system-view.js';

interface Owner {
  readonly personne: number;
  readonly fate: Fate | 'unknown';
}

type Row = FourdCell[];

/** Writes the Entretiens of one person: none to four, and now and then one of a person that no file knows. */
export function writeFourdTalks(household: Household, context: FourdContext, keys: SourceKeys, owner: Owner): void {
  const { random, dirt } = context;
  const count = random.below(5);
  for (let talk = 0; talk < count; talk += 1) writeTalk(household, context, keys.entretien(), owner);
  if (random.chance(dirt.orphan)) {
    writeTalk(household, context, keys.entretien(), { personne: strayNumber(keys), fate: 'unknown' });
  }
}

function writeTalk(household: Household, context: FourdContext, key: number, owner: Owner): void {
  const { random, text, rows, shape } = context;
  const kind = random.pick(ACT_KINDS);
  const row = (id: number | null): Row => [
    ...[integer(id), integer(owner.personne)],
    date(recentDay(household, random, 5)),
    time(random.between(8 * 60, 19 * 60)),
    textCell(random.pick(kind.fourd)),
    textCell(kind === REFERRAL ? random.pick(random.pick(REFERRAL_TARGETS).fourd) : ''),
    integer(random.between(5, 120)),
    ...[text.token(), text.notes()].map(textCell),
    date(recentDay(household, random, 4)),
  ];
  const landed = writeDependent(context, 'Entretiens', key, owner.fate, row, (spoilt, fault) => {
    if (fault === 'code') return spoilt.with(4, textCell('Visio'));
    return fault === 'date'
      ? spoilt.with(2, date(impossibleDay(2023)))
      : spoilt.with(8, textCell((shape.undecodable ?? '') + text.remark()));
  });
  if (landed) rows.acts.push(kind.name);
}

/** Writes the Aides of one person: one for three in ten, and now and then one of a person that no file knows. */
export function writeFourdAids(household: Household, context: FourdContext, keys: SourceKeys, owner: Owner): void {
  const { random, dirt } = context;
  if (random.chance(0.3)) writeAid(household, context, keys.aide(), owner);
  if (random.chance(dirt.orphan)) {
    writeAid(household, context, keys.aide(), { personne: strayNumber(keys), fate: 'unknown' });
  }
}

function writeAid(household: Household, context: FourdContext, key: number, owner: Owner): void {
  const { random, text, rows, shape } = context;
  const decision = random.pick(DECISIONS);
  const requestedCents = random.between(3_000, 380_000);
  const grantedCents = Math.floor((requestedCents * decision.grantedPercent) / 100);
  const row = (id: number | null): Row => {
    const asked = recentDay(household, random, 4);
    const decided = Math.min(toDays(asked) + random.between(3, 60), household.lastDay);
    return [
      ...[integer(id), integer(owner.personne)],
      textCell(random.pick(random.pick(AID_KINDS).fourd)),
      ...[cents(requestedCents), cents(grantedCents)],
      ...[date(asked), date(fromDays(decided))],
      textCell(random.pick(decision.fourd)),
      textCell(text.remark()),
      date(recentDay(household, random, 4)),
    ];
  };
  const landed = writeDependent(context, 'Aides', key, owner.fate, row, (spoilt, fault) => {
    if (fault === 'code')
      return random.chance(0.5) ? spoilt.with(2, textCell('Obsèques')) : spoilt.with(7, textCell('Sursis'));
    if (fault === 'number') return spoilt.with(3, textCell('environ 300'));
    return fault === 'date'
      ? spoilt.with(5, date(impossibleDay(2025)))
      : spoilt.with(8, textCell((shape.undecodable ?? '') + text.remark()));
  });
  if (landed) rows.aids.push({ requestedCents, grantedCents });
}

/** Writes a row with its fault and its seconds; true when the record must land. */
function writeDependent(
  context: FourdContext,
  table: 'Entretiens' | 'Aides',
  key: number,
  owner: Fate | 'unknown',
  row: (id: number | null) => Row,
  spoil: (row: Row, fault: Fault) => Row,
): boolean {
  const { random, dirt, rows, shape } = context;
  const add = (fate: Fate, written: Row): void => {
    rows.fourd.push([table, written]);
    rows.fates.push([table, fate]);
  };
  const { fate, fault } = dependentVerdict(random, dirt, faultsOf(table, context), owner);
  const written = row(key);
  if (fault === null) add(fate, written);
  else add(fate, fault === 'width' && shape.looseRows ? written.slice(0, random.between(3, 9)) : spoil(written, fault));
  const [twice, keyless] = [random.chance(dirt.duplicate), random.chance(dirt.keyless)];
  if (fate !== 'clean') return false;
  if (twice) add('key.duplicate', row(key));
  if (keyless) add('key.missing', row(null));
  return true;
}

function faultsOf(table: 'Entretiens' | 'Aides', { shape }: FourdContext): readonly Fault[] {
  const faults: Fault[] = table === 'Aides' ? ['code', 'date', 'number'] : ['code', 'date'];
  if (shape.looseRows) faults.push('width');
  if (shape.undecodable !== null) faults.push('harmless');
  return faults;
}
