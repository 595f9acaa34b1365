import fc from 'fast-check';
import { booleanReader } from './boolean.reader.js';
import { codeReader } from './code.reader.js';
import { birthDateReader, dateReader } from './date.reader.js';
import { foldLabel } from './fold-label.js';
import { amountReader, integerReader } from './number.reader.js';
import { separated, textReader } from './text.reader.js';

const fault = (code: string): object => ({ fault: code });

describe('text', () => {
  const read = textReader({ max: 20, lineBreaks: ['{linefeed}', '\v'] });
  it('keeps case and accents, folds spaces', () => {
    expect(read('  Éloïse \u00a0 DE  la Tour ')).toBe('Éloïse DE la Tour');
    expect(read('Ne\u0301lie')).toBe('Nélie');
  });
  it('reads nothing as null', () => {
    expect(read('')).toBeNull();
    expect(read(' \u00a0 ')).toBeNull();
  });
  it('turns the exporter’s line breaks into spaces', () => expect(read('a{linefeed}b\vc')).toBe('a b c'));
  it('never cuts', () => expect(read('x'.repeat(21))).toEqual(fault('value.invalid')));
  it('refuses control characters', () => expect(read('a\u0007b')).toEqual(fault('value.invalid')));
  it('separates given names', () => expect(separated(read, ',')('Benoît,Gaël')).toBe('Benoît Gaël'));
});

describe('numbers', () => {
  const amount = amountReader({ decimal: ',', groups: [' ', '?'], max: 99_999_999_999 });
  it('reads amounts as exact cents', () => {
    expect(amount('1 234,50')).toBe(123_450);
    expect(amount('1\u00a0234,5')).toBe(123_450);
    expect(amount('2978,71')).toBe(297_871);
    expect(amount('2?978,71')).toBe(297_871);
    expect(amount('0,00')).toBe(0);
    expect(amount('')).toBeNull();
  });
  it.each(['1,234', '12 34,00', '1 2345', '2?97,71', '1?234 567,00', '-3,00', '1.50', 'abc', '1,', '1 234 ,5'])(
    'refuses %s',
    (raw) => expect(amount(raw)).toEqual(fault('number.invalid')),
  );
  it('reads back every amount that it could have written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
        const euros = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ' ');
        expect(amount(`${euros},${String(cents % 100).padStart(2, '0')}`)).toBe(cents);
      }),
    );
  });
  it('bounds whole numbers', () => {
    expect(integerReader(99)(' 4 ')).toBe(4);
    expect(integerReader(99)('100')).toEqual(fault('number.invalid'));
    expect(integerReader(99)('4.0')).toEqual(fault('number.invalid'));
    expect(integerReader(99)('')).toBeNull();
  });
});

describe('booleans', () => {
  const read = booleanReader({ true: ['O'], false: ['N', ''] });
  it('knows the listed words only', () => {
    expect([read('O'), read('o '), read(''), read('N')]).toEqual([true, true, false, false]);
    expect(read('X')).toEqual(fault('value.invalid'));
  });
});

describe('codes', () => {
  it('folds labels as they were typed', () => {
    expect(['Célib.', 'CELIBATAIRE', ' Loc.  parc social', 'Marié(e)', 'Bac+2'].map(foldLabel)).toEqual([
      'celib',
      'celibataire',
      'loc parc social',
      'marie(e)',
      'bac+2',
    ]);
  });
  it('never forces an unknown code', () => {
    const read = codeReader('exact', { '01': 'socialTenant' });
    expect([read('01'), read(' 01'), read('')]).toEqual(['socialTenant', 'socialTenant', null]);
    expect(read('1')).toEqual(fault('code.unmapped'));
    expect(read('1')).toEqual(fault('code.unmapped'));
    expect(codeReader('exact', {})('constructor')).toEqual(fault('code.unmapped'));
  });
});

describe('dates', () => {
  const read = dateReader({
    kind: 'date',
    formats: ['DD/MM/YY', 'DD/MM/YYYY', 'DD/MM/YYYY HH:MM'],
    nulls: ['00/00/00', '00/00/0000'],
    centuryPivot: 30,
  });
  it('pivots two-digit years', () => {
    expect([read('05/01/29'), read('05/01/30'), read('00/00/00'), read('')]).toEqual([
      '2029-01-05',
      '1930-01-05',
      null,
      null,
    ]);
  });
  it('reads a moment as its day', () => expect(read('06/02/2025 16:25')).toBe('2025-02-06'));
  it.each([
    '31/11/77',
    '29/02/2023',
    '00/05/2020',
    '1/2/2020',
    '12-11-2017',
    '06/02/2025 24:00',
    '06/02/20255',
    'Jean',
  ])('refuses %s', (raw) => expect(read(raw)).toEqual(fault('date.invalid')));
  it('agrees with the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1850, max: 2150 }), fc.nat(15), fc.nat(35), (year, month, day) => {
        const raw = `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year)}`;
        const real = new Date(Date.UTC(year, month - 1, day));
        const ok = real.getUTCFullYear() === year && real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
        if (raw.startsWith('00/00')) return;
        expect(read(raw)).toEqual(ok ? real.toISOString().slice(0, 10) : fault('date.invalid'));
      }),
    );
  });
});

describe('births', () => {
  const context = { night: '2026-11-20', firstOfJanuaryIsYearOnly: false };
  const short = birthDateReader({ kind: 'birthDate', formats: ['DD/MM/YY', 'DD/MM/YYYY'], centuryPivot: 30 });
  const iso = birthDateReader({ kind: 'birthDate', formats: ['YYYY-MM-DD', 'YYYY-MM', 'YYYY'] });
  it('never puts a birth into the future', () => {
    expect(short('19/11/26', context)).toEqual({ date: '2026-11-19', precision: 'day', centuryKnown: false });
    expect(short('21/11/26', context)).toEqual({ date: '1926-11-21', precision: 'day', centuryKnown: false });
    expect(short('21/11/2026', context)).toEqual(fault('date.invalid'));
  });
  it('keeps the precision that was written', () => {
    expect(iso('1987-08', context)).toEqual({ date: '1987-08-01', precision: 'month', centuryKnown: true });
    expect(iso('2025', context)).toEqual({ date: '2025-01-01', precision: 'year', centuryKnown: true });
    expect(iso('1979-13', context)).toEqual(fault('date.invalid'));
  });
  it('reads 1 January as "year only" where the file says so', () => {
    expect(short('01/01/1960', { ...context, firstOfJanuaryIsYearOnly: true })).toMatchObject({ precision: 'year' });
    expect(short('01/01/1960', context)).toMatchObject({ precision: 'day' });
  });
});
