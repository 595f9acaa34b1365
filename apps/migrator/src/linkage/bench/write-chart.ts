import { writeFile } from 'node:fs/promises';
import { EXIT, TeachingError } from '#libs/domain';
import { type QualityReport, tradeOffChart } from '#libs/linkage';
import type { Language } from '#libs/messages';

/**
 * Writes an SVG of what every threshold would give, with what the rules gave as a mark of its own.
 * @throws TeachingError `link-bench.unwritable`; exit code 1
 */
export async function writeChart(file: string, quality: QualityReport, label: string, lang: Language): Promise<void> {
  const { precision, recall } = quality.overall;
  const mark = precision === null || recall === null ? [] : [{ precision, recall, label }];
  await writeFile(file, tradeOffChart([...quality.curve, ...mark], lang)).catch((cause: unknown) => {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw new TeachingError('link-bench.unwritable', { file, reason }, { exitCode: EXIT.failed, cause });
  });
}
