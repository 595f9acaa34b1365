import fc from 'fast-check';
import { prepare } from '../prepare/prepare.js';
import type { InputValues, Prepared } from '../prepare/prepared.js';
import { compileComparer } from './compile-comparer.js';
import { CODE, DATE, MISSING, NAMES, TEXT } from './levels.js';
import { names, smallPlan } from './testing/small-plan.js';

const plan = smallPlan();
const compare = compileComparer(plan);
const levels = (a: Prepared, b: Prepared): number[] => {
  const out = new Uint8Array(plan.fields.length);
  compare(a, b, out);
  return [...out];
};
const person = (values: InputValues): Prepared => prepare(plan, values);

describe('comparing two records', () => {
  it('tells a level for each field', () => {
    const one = person({ given: 'Hélène', birthName: 'Dupont', birth: '1975-03-12', sex: 'f', address: '12 rue X' });
    const other = person({ given: 'HELENE', birthName: 'DUPOND', birth: '1975-12-03', sex: 'm', address: '9 av Y' });
    expect(levels(one, other)).toEqual([NAMES.exact, NAMES.close, DATE.near, CODE.different, TEXT.different]);
  });

  it('says missing where one side does not know, whatever stood there before', () => {
    const out = new Uint8Array(plan.fields.length).fill(3);
    compare(person({ given: 'Jean' }), person({ birthName: 'Dupont' }), out);
    expect([...out]).toEqual(plan.fields.map(() => MISSING));
  });

  it('sees given name and surname in each other’s place', () => {
    const one = person({ given: 'Thomas', birthName: 'Lambert' });
    const other = person({ given: 'Lambert', birthName: 'Thomass' });
    expect(levels(one, other).slice(0, 2)).toEqual([NAMES.swapped, NAMES.swapped]);
    expect(levels(other, one).slice(0, 2)).toEqual([NAMES.swapped, NAMES.swapped]);
  });

  it('sees no exchange where one crossed comparison fails, or where the names agree as they stand', () => {
    const one = person({ given: 'Thomas', birthName: 'Lambert' });
    expect(levels(one, person({ given: 'Lambert', birthName: 'Moreau' }))[0]).toBe(NAMES.different);
    const twice = person({ given: 'Thomas', birthName: 'Thomas' });
    // A given name that only repeats the surname is missing.
    expect(levels(twice, twice).slice(0, 2)).toEqual([MISSING, NAMES.exact]);
  });

  it('refuses records of two plans', () => {
    const strange: Prepared = [{ kind: 'code', code: 'f' }, null, null, null, null];
    expect(() => levels([names('jean'), null, null, null, null], strange)).toThrow(TypeError);
  });

  it('is symmetric', () => {
    const word = fc.constantFrom('thomas', 'lambert', 'thoma', 'jean thomas', 'l', 'j', 'lamber', 'marie');
    const values = fc.record({ given: word, birthName: word, usageName: fc.option(word), birth: fc.constant(null) });
    fc.assert(
      fc.property(values, values, (a, b) => expect(levels(person(a), person(b))).toEqual(levels(person(b), person(a)))),
    );
  });
});
