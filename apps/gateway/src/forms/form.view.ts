import type { FilledForm, FormField, ShownAid, SpeaksFor } from '#libs/services';
import { fieldView, snakeCase, speaksView } from '../persons/person.view.js';
import type { FormView, PastAidView } from './form.schemas.js';

/** What a form is made of. */
export interface ReadForm {
  readonly personId: string;
  readonly purpose: string;
  readonly speaks: SpeaksFor;
  readonly form: FormView['form'];
  /** The kind of aid; null for the contract. */
  readonly aid: string | null;
  readonly filled: FilledForm;
  readonly household: FormView['household_size'];
  readonly past: FormView['past_aids'];
}

/** A form as answers show it: one explicit function, so that nothing is published by accident. */
export const formView = ({ personId, purpose, speaks, form, aid, filled, household, past }: ReadForm): FormView => ({
  person_id: personId,
  ...speaksView(speaks),
  purpose,
  form,
  aid,
  fields: filled.fields.map(({ field, requiredBy }) => ({
    name: snakeCase(field.name),
    state: field.status === 'known' ? 'filled' : field.status,
    required_by: textView(requiredBy),
    known: fieldView(field),
  })),
  missing: filled.fields
    .filter(({ field }) => filled.missing.includes(field.name))
    .map(({ field, requiredBy }) => ({ name: snakeCase(field.name), required_by: textView(requiredBy) })),
  filled_share: filled.filledShare,
  household_size: household,
  past_aids: past,
});

const textView = (text: FormField['requiredBy']): { en: string; fr: string } | null =>
  text === null ? null : { en: text.en, fr: text.fr };

export const pastAidView = (aid: ShownAid): PastAidView => ({
  origin: aid.origin,
  id: aid.id,
  site: aid.site,
  as_of: aid.night,
  kind: aid.kind,
  status: aid.status as PastAidView['status'],
  outcome: aid.outcome,
  requested_on: aid.requestedOn,
  requested_cents: aid.requestedCents,
  decided_on: aid.decidedOn,
  granted_cents: aid.grantedCents,
  paid_cents: aid.paidCents,
  paid_on: aid.paidOn,
});
