import { createHash } from 'node:crypto';
import type { FieldPlan, LinkagePlan } from '#libs/linkage';
import { readLinkagePlan } from './linkage-config.js';

/** Raise it whenever the same plan makes other features or other blocking codes of a person: all are prepared again then. */
const FEATURES_VERSION = 3;

/** How the persons of the store are linked, and what tells these rules from others. */
export interface LinkRules {
  readonly plan: LinkagePlan;
  /** What the plan reads of a person (see LINK_INPUTS). */
  readonly inputs: readonly string[];
  /** Of what features and blocking codes depend on: with another one persons are prepared again. */
  readonly features: string;
  /** Of the whole plan: with another one everybody is scored and decided again. */
  readonly fingerprint: string;
}

/** The rules of a configuration folder, read when they are first asked for: an import need not know them. */
export class LinkRulebook {
  private known: LinkRules | undefined;

  constructor(readonly configDir: string) {}

  /** @throws as `readLinkagePlan` does */
  get rules(): LinkRules {
    return (this.known ??= toRules(readLinkagePlan(this.configDir)));
  }
}

const toRules = (plan: LinkagePlan): LinkRules => ({
  plan,
  inputs: [
    ...new Set([...plan.fields.flatMap(inputsOf), ...(plan.household === undefined ? [] : [plan.household.from])]),
  ],
  features: hash([FEATURES_VERSION, plan.fields, plan.blocking, plan.household?.from]),
  fingerprint: hash([FEATURES_VERSION, plan]),
});

const inputsOf = (field: FieldPlan): readonly string[] =>
  field.kind === 'date'
    ? [...field.from, ...[field.precision, field.centuryKnown].filter((column) => column !== null)]
    : field.from;

/** SHA-256 in hexadecimal of a value as JSON, maps as their entries. */
const hash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Map ? [...inner.entries()] : inner)))
    .digest('hex');
