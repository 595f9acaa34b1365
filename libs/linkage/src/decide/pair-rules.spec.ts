import { edge, levels, PLAN } from '../testing/decision-fixtures.js';
import { compilePairRules } from './pair-rules.js';

const rules = compilePairRules(PLAN);

it.each([
  ['everything exact', levels(), 20, 'link.certain'],
  ['fewer bits than a review asks for', levels(), -3.1, 'link.weak'],
  ['just enough bits for a review', levels(), -3, 'link.improbable'],
  ['another sex', levels({ sex: 'different' }), 20, 'link.vetoed'],
  ['another given name', levels({ given: 'different' }), 20, 'link.vetoed'],
  ['another date', levels({ birth: 'conflict' }), 20, 'link.vetoed'],
  ['an unknown sex', levels({ sex: 'missing' }), 20, 'link.certain'],
  ['a slip in the given name and nothing else', levels({ given: 'close' }), 20, 'link.twin-pattern'],
  ['a slip in both names', levels({ given: 'close', surname: 'close' }), 20, 'link.required-level'],
  ['a slip in given name and date', levels({ given: 'close', birth: 'near' }), 20, 'link.required-level'],
  ['a twin of too few bits', levels({ given: 'close' }), 1, 'link.twin-pattern'],
  ['no date', levels({ birth: 'missing', address: 'exact' }), 20, 'link.required-level'],
  ['a year alone', levels({ birth: 'yearOnly' }), 20, 'link.required-level'],
  ['a little less than 99 %', levels(), 6.6, 'link.improbable'],
  ['a little more than 99 %', levels(), 6.7, 'link.certain'],
  ['another surname and no contact', levels({ surname: 'different' }), 20, 'link.one-family'],
  ['another surname, the same address', levels({ surname: 'different', address: 'close' }), 20, 'link.certain'],
  ['another surname, a shared street', levels({ surname: 'different', address: 'partial' }), 20, 'link.one-family'],
  [
    'a new telephone at the same address',
    levels({ surname: 'different', address: 'exact', telephone: 'different' }),
    20,
    'link.certain',
  ],
])('%s', (_, seen, bits, rule) => {
  expect(rules(seen, bits)).toBe(rule);
});

it('links nothing by itself where certainty is asked for', () => {
  const strict = { ...PLAN, decide: { ...PLAN.decide, automatic: { ...PLAN.decide.automatic, probability: 1 } } };
  expect(compilePairRules(strict)(edge('a1', 'b1', 60).levels, 60)).toBe('link.improbable');
});

it('takes a slip in the given name where a plan requires no level', () => {
  const lenient = { ...PLAN, decide: { ...PLAN.decide, automatic: { ...PLAN.decide.automatic, require: [] } } };
  expect(compilePairRules(lenient)(levels({ given: 'close' }), 20)).toBe('link.certain');
});
