import type { CalibrationBin, QualityReport, Rates } from './quality-report.js';
import { decimal, type ReportLanguage, shareText, WORDS } from './wording.js';

/** A line of a table: its cells. The first row is the heading. */
type Row = readonly string[];

/** The report as lines of plain text, columns aligned; in French or English. Counts and shares only, no record. */
export function qualityText(report: QualityReport, lang: ReportLanguage): readonly string[] {
  const word = (name: keyof typeof WORDS): string => WORDS[name][lang];
  const { overall, best } = report;
  const summary = [
    [word('records'), String(report.records)],
    [word('truePairs'), String(overall.truePairs)],
    [word('blocking'), shareText(report.blockingRecall, lang)],
    [word('perThousand'), report.reviewsPerThousand === null ? '–' : decimal(report.reviewsPerThousand, 1, lang)],
    [word('best'), best === null ? '–' : bestText(best, lang)],
  ];
  return [
    word('title'),
    '',
    ...aligned(summary),
    '',
    ...aligned(rateRows(report, lang)),
    '',
    word('calibration'),
    ...aligned(calibrationRows(report.calibration, lang)),
  ];
}

const bestText = ({ f1, bits }: { f1: number; bits: number }, lang: ReportLanguage): string =>
  `${shareText(f1, lang)} ${WORDS.at[lang]} ${decimal(bits, 1, lang)} ${WORDS.bits[lang]}`;

function rateRows({ overall, kinds }: QualityReport, lang: ReportLanguage): readonly Row[] {
  const heading = (
    ['kind', 'truePairs', 'links', 'wrong', 'precision', 'recall', 'reviews', 'recallWithReview'] as const
  ).map((name) => WORDS[name][lang]);
  const row = (name: string, rates: Rates): Row => [
    name,
    String(rates.truePairs),
    String(rates.rightLinks + rates.wrongLinks),
    String(rates.wrongLinks),
    shareText(rates.precision, lang),
    shareText(rates.recall, lang),
    String(rates.rightReviews + rates.wrongReviews),
    shareText(rates.recallWithReview, lang),
  ];
  return [heading, row('*', overall), ...Object.entries(kinds).map(([name, rates]) => row(name, rates))];
}

const calibrationRows = (bins: readonly CalibrationBin[], lang: ReportLanguage): readonly Row[] => [
  (['probability', 'pairs', 'predicted', 'observed'] as const).map((name) => WORDS[name][lang]),
  ...bins.map(({ from, to, pairs, predicted, observed }) => [
    `${decimal(from, 4, lang)} – ${decimal(to, 4, lang)}`,
    String(pairs),
    shareText(predicted, lang),
    shareText(observed, lang),
  ]),
];

/** First column to the left, the others to the right, two spaces between. */
function aligned(rows: readonly Row[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}
