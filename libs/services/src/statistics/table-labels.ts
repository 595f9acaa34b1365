import type { Language, Text } from '#libs/messages';
import type { LabelledCodes } from '../policies/read-policies.js';

const UNKNOWN: Text = { en: 'unknown', fr: 'inconnu' };
const TOTAL: Text = { en: 'Total', fr: 'Ensemble' };

/** A category in words; bands of a number are their own. @param category undefined: the margin */
export const labelOf = (
  labels: LabelledCodes,
  list: string | null,
  category: string | undefined,
  lang: Language,
): string => {
  if (category === undefined) return TOTAL[lang];
  if (category === 'unknown') return UNKNOWN[lang];
  return list === null ? category : (labels[list]?.[category]?.[lang] ?? category);
};
