/** Languages of the reports. */
export type ReportLanguage = 'en' | 'fr';

/** A number as a language writes it; the library knows no locale data, which a small Node lacks. */
export const decimal = (value: number, digits: number, lang: ReportLanguage): string =>
  lang === 'fr' ? value.toFixed(digits).replace('.', ',') : value.toFixed(digits);

/**
 * A share of 0 to 1 in five digits, cut and not rounded: 0.99996 must not read as certainty. `–` where there was nothing to
 * divide by.
 */
export const shareText = (share: number | null, lang: ReportLanguage): string =>
  // Without the nudge 0.57 (56999.99… in binary) would be cut to 0.56999.
  share === null ? '–' : decimal(Math.floor(share * 1e5 + 1e-7) / 1e5, 5, lang);

/** What the report and the chart say, in both languages side by side. */
export const WORDS = {
  title: { en: 'Quality of the linkage', fr: 'Qualité du rapprochement' },
  records: { en: 'records', fr: 'enregistrements' },
  truePairs: { en: 'true pairs', fr: 'vraies paires' },
  links: { en: 'automatic links', fr: 'liens automatiques' },
  wrong: { en: 'wrong', fr: 'faux' },
  reviews: { en: 'reviews', fr: 'cas à examiner' },
  perThousand: { en: 'reviews per 1,000 records', fr: 'cas à examiner pour 1 000 enregistrements' },
  precision: { en: 'precision', fr: 'précision' },
  recall: { en: 'recall', fr: 'rappel' },
  recallWithReview: { en: 'recall with reviews', fr: 'rappel avec examen' },
  blocking: { en: 'blocking recall', fr: 'rappel du blocage' },
  best: { en: 'best F1 of a threshold', fr: 'meilleur F1 par seuil' },
  at: { en: 'at', fr: 'à' },
  bits: { en: 'bits', fr: 'bits' },
  kind: { en: 'kind', fr: 'cas' },
  calibration: { en: 'Predicted and observed', fr: 'Prédit et observé' },
  pairs: { en: 'pairs', fr: 'paires' },
  predicted: { en: 'predicted', fr: 'prédit' },
  observed: { en: 'observed', fr: 'observé' },
  probability: { en: 'probability', fr: 'probabilité' },
  chartTitle: { en: 'Precision against recall', fr: 'Précision en fonction du rappel' },
  none: { en: 'no point to show', fr: 'aucun point à montrer' },
} as const satisfies Readonly<Record<string, Readonly<Record<ReportLanguage, string>>>>;
