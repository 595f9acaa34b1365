import { type MapResult, REPEAT_SEPARATOR, type SourceRecord, UNIFIED_COLUMNS, type Value } from '#libs/domain';
import { mapRecords, type MapContext } from './map-records.js';
import { compileProfile } from './profile/compile-profile.js';
import type { TablePlan } from './profile/compile-table.js';
import { shippedLists, shippedProfile } from './testing/shipped-profiles.js';

const plans = (name: string): ReadonlyMap<string, TablePlan> =>
  compileProfile(shippedProfile(name), { lists: shippedLists(), keeps: () => true }).tables;
const coordin = plans('coordin');
const tipi = plans('tipi');

const context: MapContext = { night: '2026-11-20', firstOfJanuaryIsYearOnly: false, sharedKey: () => undefined };

let records = 0;
/** A record as an adapter would hand it out: the named columns, the others empty. */
const record = (
  tables: ReadonlyMap<string, TablePlan>,
  table: string,
  values: Readonly<Record<string, string>>,
  more: Partial<SourceRecord> = {},
): SourceRecord => {
  const fields = tables.get(table)?.columns.map((column) => values[column] ?? '') ?? [];
  return { table, record: ++records, byteOffset: 0, byteLength: 1, fields, ...more };
};
const usager = (values: Readonly<Record<string, string>>, more?: Partial<SourceRecord>): SourceRecord =>
  record(coordin, 'USAGERS', { NUM_USAGER: 'C0000001', ...values }, more);

const mapOne = (source: SourceRecord, given: MapContext = context): MapResult | undefined =>
  mapRecords(coordin, [source], given)[0];
const valueOf = (result: MapResult | undefined, column: string): Value | undefined => {
  if (result?.fate !== 'row') return undefined;
  return result.row.values[UNIFIED_COLUMNS[result.row.entity].findIndex((each) => each.column === column)];
};
const issuesOf = (result: MapResult | undefined): unknown =>
  result?.fate === 'quarantined' ? result.issues : result?.fate;

describe('a sound record', () => {
  it('becomes unified values; an empty birth name is the name in use', () => {
    const row = mapOne(
      usager({ NOM: 'DUPRÉ', PRENOM: 'Anne,  Zoé', DATE_NAISS: '08/02/1987', CIVILITE: 'MLLE', NUM_DOSSIER: 'D1' }),
    );
    expect(valueOf(row, 'birth_name')).toBe('DUPRÉ');
    expect(valueOf(row, 'given_names')).toBe('Anne Zoé');
    expect(valueOf(row, 'birth_date')).toBe('1987-02-08');
    expect(valueOf(row, 'title')).toBe('mrs');
    expect(valueOf(row, 'housing_type')).toBeNull();
    expect(row).toMatchObject({ row: { key: 'C0000001', caseKey: 'D1', personKey: null } });
  });
  it('lands whatever boxes are empty', () => expect(mapOne(usager({}))?.fate).toBe('row'));
  it('reads 1 January as its file says', () => {
    const source = usager({ DATE_NAISS: '01/01/1960' });
    expect(valueOf(mapOne(source), 'birth_precision')).toBe('day');
    expect(valueOf(mapOne(source, { ...context, firstOfJanuaryIsYearOnly: true }), 'birth_precision')).toBe('year');
  });
});

describe('a record with faults', () => {
  it('names all of them, never a value', () => {
    const result = mapOne(usager({ DATE_NAISS: '31/02/1980', TYPE_LOGT: '11', NB_ENFANTS: 'deux' }));
    expect(issuesOf(result)).toEqual([
      { code: 'date.invalid', field: 'DATE_NAISS' },
      { code: 'number.invalid', field: 'NB_ENFANTS' },
      { code: 'code.unmapped', field: 'TYPE_LOGT' },
    ]);
  });
  it('waits without a key', () =>
    expect(issuesOf(mapOne(usager({ NUM_USAGER: '  ' })))).toEqual([{ code: 'key.missing', field: 'NUM_USAGER' }]));
  it('waits when its width is wrong, whatever else could be read of it', () => {
    const result = mapOne(usager({ REFUS: 'O' }, { fault: { code: 'row.width' } }));
    expect(issuesOf(result)).toEqual([{ code: 'row.width' }]);
  });
  it('waits when the word in the refusal column is no known one', () =>
    expect(issuesOf(mapOne(usager({ REFUS: 'OUI?' })))).toEqual([{ code: 'value.invalid', field: 'REFUS' }]));
  it('breaks the mapper alone: its neighbours land', () => {
    const plan = coordin.get('USAGERS');
    if (plan === undefined) throw new Error('no plan');
    const explosive = {
      ...plan,
      fields: plan.fields.map((field) => ({
        ...field,
        write: (...given: Parameters<typeof field.write>) => {
          if (given[0] === 'BOOM') throw new Error('BOOM is a value');
          return field.write(...given);
        },
      })),
    };
    const batch = [
      usager({ NOM: 'A' }),
      usager({ NOM: 'BOOM', NUM_USAGER: 'C2' }),
      usager({ NOM: 'B', NUM_USAGER: 'C3' }),
    ];
    const results = mapRecords(new Map([['USAGERS', explosive]]), batch, context);
    expect(results.map(({ fate }) => fate)).toEqual(['row', 'quarantined', 'row']);
    expect(results[1]).toMatchObject({ issues: [{ code: 'value.invalid' }], key: 'C2' });
  });
});

describe('refusals and shared keys', () => {
  it('withholds whoever refuses, also with faults', () =>
    expect(mapOne(usager({ REFUS: 'O', DATE_NAISS: '31/02/1980' }))).toMatchObject({
      fate: 'withheld',
      key: 'C0000001',
    }));
  it('lets the first of a shared key stand and the others wait', () =>
    expect(issuesOf(mapOne(usager({}), { ...context, sharedKey: () => 'duplicate' }))).toEqual([
      { code: 'key.duplicate', field: 'NUM_USAGER' },
    ]));
  it('withholds all of a shared key when one of them refuses', () =>
    expect(mapOne(usager({}), { ...context, sharedKey: () => 'withheld' })?.fate).toBe('withheld'));
});

describe('acts and nested aids', () => {
  it('names the person even of a faulty act', () => {
    const act = record(coordin, 'INTERVENTIONS', { NUM_INTERV: 'I1', NUM_USAGER: 'C9', TYPE_INTERV: 'VIS' });
    expect(mapOne(act)).toMatchObject({ fate: 'quarantined', key: 'I1', personKey: 'C9' });
  });
  it('gives an aid to the lowest rank of its file, in whatever order they stand', () => {
    const parent = record(tipi, 'DOSSIER', { '@num': 'T1' });
    const person = (id: string, rang: string): SourceRecord =>
      record(tipi, 'PERSONNE', { '@id': id, '@rang': rang, NOM: 'X' }, { parent });
    const aid = record(tipi, 'AIDE', { '@num': 'A1', '@nature': '03' }, { parent });
    const results = mapRecords(tipi, [parent, aid, person('P7', '?'), person('P3', '3'), person('P2', '2')], context);
    expect(results[1]).toMatchObject({ row: { personKey: 'P2' } });
    expect(results[2]).toMatchObject({ row: { caseKey: 'T1' } });
  });
  it('lets an aid of a file without a person wait', () => {
    const parent = record(tipi, 'DOSSIER', { '@num': 'T2' });
    const aid = record(tipi, 'AIDE', { '@num': 'A2', '@nature': '03' }, { parent });
    expect(issuesOf(mapRecords(tipi, [parent, aid], context)[1])).toEqual([
      { code: 'reference.unknown', field: 'PERSONNE' },
    ]);
  });
  it('keeps every decision and lets the latest date hold', () => {
    const parent = record(tipi, 'DOSSIER', { '@num': 'T3' });
    const list = (...values: string[]): string => values.join(REPEAT_SEPARATOR);
    const aid = record(
      tipi,
      'AIDE',
      {
        '@num': 'A3',
        '@nature': '01',
        'DECISION/@date': list('2026-07-04', '2026-05-01'),
        'DECISION/@code': list('AP', 'RF'),
        'DECISION/@montant': list('20000', '0'),
      },
      { parent },
    );
    const person = record(tipi, 'PERSONNE', { '@id': 'P1', '@rang': '1', NOM: 'X' }, { parent });
    const result = mapRecords(tipi, [parent, person, aid], context)[2];
    expect(valueOf(result, 'outcome')).toBe('partlyGranted');
    expect(valueOf(result, 'granted_cents')).toBe(20_000);
    expect(result).toMatchObject({
      row: {
        history: {
          decision: [
            ['2026-07-04', 'partlyGranted', 20_000],
            ['2026-05-01', 'refused', 0],
          ],
        },
      },
    });
  });
});
