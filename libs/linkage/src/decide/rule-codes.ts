/**
 * Why a pair was linked, shown to a person or left apart: the rule that settled it. They are part of the public contract
 * (`passerelle explain CODE`; each has an entry in libs/messages); add to them, never rename one.
 */
export const RULE_CODES = [
  // What people settled.
  'link.never',
  'link.same',
  'link.contradiction',
  // What the pair itself says.
  'link.weak',
  'link.vetoed',
  'link.one-source',
  'link.twin-pattern',
  'link.improbable',
  'link.required-level',
  'link.one-family',
  'link.rival',
  'link.certain',
  'link.household',
  // What the cluster says.
  'link.cluster-source',
  'link.cluster-never',
  'link.cluster-vetoed',
  'link.cluster-thin',
  'link.tie',
  'link.implied',
] as const;
export type RuleCode = (typeof RULE_CODES)[number];
