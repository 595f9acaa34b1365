import type { GoldenValue } from '#libs/linkage';
import type { GoldenPerson } from './golden-person.js';

/** A person as `persons show --json` prints it. */
export const goldenView = ({ personId, rulesVersion, state, members, fields, view, notShown }: GoldenPerson) => ({
  personId,
  rulesVersion,
  state,
  purpose: view.purpose,
  recipient: view.recipient,
  precisions: view.precisions,
  notShown,
  sources: members.map(({ system, site, sourceId }) => ({ system, site, sourceId })),
  attributes: Object.fromEntries(
    fields.map(({ attribute, chosen, conflicts }) => [
      attribute,
      { ...(chosen === null ? { values: null } : valueView(chosen)), conflicts: conflicts.map(valueView) },
    ]),
  ),
});

const valueView = ({ values, provenance, confirmedBy }: GoldenValue) => ({ values, provenance, confirmedBy });
