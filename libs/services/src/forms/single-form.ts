import { TeachingError } from '#libs/domain';
import type { AidRules } from '../aid-requests/aid-rules.js';
import type { ShownField } from '../persons/shown-field.js';

interface Text {
  readonly en: string;
  readonly fr: string;
}

/** A box of a form: what is known to fill it, and the text that requires it, where one does. */
export interface FormField {
  readonly field: ShownField;
  readonly requiredBy: Text | null;
}

/** A form as it can be pre-filled. Whatever is missing stays a question: nothing here refuses anybody (invariant 20). */
export interface FilledForm {
  readonly fields: readonly FormField[];
  /** Names of the fields that the purpose may see and nobody has said. */
  readonly missing: readonly string[];
  /** From 0 to 1, of the fields that the purpose may see and that apply; 1 where there are none. */
  readonly filledShare: number;
}

/** A form of some fields. @param requires by field @param shown every field that the golden rules know */
const fillForm = (
  names: readonly string[],
  shown: readonly ShownField[],
  requires: ReadonlyMap<string, Text>,
): FilledForm => {
  const fields = names.map((name) => ({
    // A field that the golden rules do not make is one that no record says.
    field: shown.find((field) => field.name === name) ?? ({ name, status: 'unknown' } as const),
    requiredBy: requires.get(name) ?? null,
  }));
  const missing = fields.filter(({ field }) => field.status === 'unknown').map(({ field }) => field.name);
  const filled = fields.filter(({ field }) => field.status === 'known').length;
  const asked = filled + missing.length;
  return { fields, missing, filledShare: asked === 0 ? 1 : Math.round((filled / asked) * 100) / 100 };
};

/** @throws TeachingError `form.kind` for an aid that cannot be asked for here */
export const checkAidKind = ({ kinds }: AidRules, kind: string): void => {
  if (!Object.hasOwn(kinds, kind)) throw new TeachingError('form.kind', { known: Object.keys(kinds).join(', ') });
};

/** The single form for an aid. @param kind as `checkAidKind` let it through */
export const singleForm = (rules: AidRules, kind: string, shown: readonly ShownField[]): FilledForm => {
  const requires = new Map<string, Text>();
  for (const { field, text } of rules.kinds[kind]?.requires ?? []) {
    const named = rules.texts[text];
    if (named !== undefined) requires.set(field, named);
  }
  return fillForm(rules.form.person, shown, requires);
};

/** The contract of mutual engagement (CER). No text requires a field of it. */
export const engagementContract = ({ contract }: AidRules, shown: readonly ShownField[]): FilledForm =>
  fillForm(contract, shown, new Map());
