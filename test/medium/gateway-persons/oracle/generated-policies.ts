import fc from 'fast-check';
import { parse } from 'yaml';

/** Purposes that no policy ships: each sees every field at a precision of its own. */
export const GENERATED = ['drawn_a', 'drawn_b', 'drawn_c', 'drawn_d', 'drawn_e'] as const;
export const SHIPPED = [
  'aid_instruction',
  'case_support',
  'housing_orientation',
  'data_protection',
  'migration',
] as const;
/** Sees nobody: it only counts. */
export const BLIND = ['statistics'] as const;
export const READING = ['persons:read', 'cases:read', 'forms:read', 'aid-requests:write'] as const;

interface FieldText {
  readonly import: string;
  readonly generalise?: string;
  purposes?: Record<string, string>;
}

const SEED = 77;

/** fields.yml with precisions for the generated purposes. */
export const drawFields = (text: string): string => {
  const document = parse(text) as { readonly fields: Readonly<Record<string, Readonly<Record<string, FieldText>>>> };
  const fields = Object.values(document.fields).flatMap((entity) => Object.values(entity));
  for (const [at, purpose] of GENERATED.entries()) {
    for (const [number, field] of fields.filter((one) => one.import === 'keep').entries()) {
      const words = ['full', 'full', 'pseudonym', 'presence', 'none'];
      if (field.generalise !== undefined) words.push('generalised', 'generalised', 'generalised');
      const [drawn = 'none'] = fc.sample(fc.constantFrom(...words), { seed: SEED + at * 1000 + number, numRuns: 1 });
      field.purposes = { ...field.purposes, [purpose]: drawn };
    }
  }
  return JSON.stringify(document);
};

/** purposes.yml with the generated purposes: what they may beside fields differs from one to the next. */
export const drawPurposes = (text: string): string => {
  const document = parse(text) as { readonly purposes: Record<string, object> };
  const words = { en: 'x', fr: 'y' };
  for (const [at, purpose] of GENERATED.entries()) {
    document.purposes[purpose] = {
      ...{
        title: words,
        description: words,
        legalBasis: 'publicTask',
        recipients: ['aidOffice'],
        aggregatesOnly: false,
      },
      ...{ protectedAddress: at % 2 === 1, sensitiveActs: at === 1 || at === 2 },
      ...{ whileRestricted: at === 2 || at === 3, whileArchived: at === 3 || at === 4 },
    };
  }
  return JSON.stringify(document);
};

/** gateway.yml in which every purpose has every call that reads. */
export const drawScopes = (text: string): string => {
  const document = parse(text) as { readonly purposes: Record<string, readonly string[]> };
  for (const purpose of [...SHIPPED, ...GENERATED, ...BLIND]) document.purposes[purpose] = READING;
  return JSON.stringify(document);
};
