import { codeGroups } from '#libs/messages';
import { RULE_CODES } from './rule-codes.js';

it('has an entry in the message catalogue for each rule, and no entry without a rule', () => {
  const entries = codeGroups().find(({ name }) => name === 'link')?.codes ?? [];
  expect([...entries].sort()).toEqual([...RULE_CODES].sort());
});
