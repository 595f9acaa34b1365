import { EXIT, type ExitCode } from '#libs/domain';
import { fillText, formatInteger, type Text } from '#libs/messages';
import type { CommandContext } from '../definition/index.js';

const TEXTS = {
  removed: {
    en: 'Removed: {removed} entries from before {before}.',
    fr: "Supprimé : {removed} inscriptions d'avant le {before}.",
  },
  would: {
    en: 'Would be removed (dry run): {removed} entries from before {before}.',
    fr: "Serait supprimé (essai à blanc) : {removed} inscriptions d'avant le {before}.",
  },
} as const satisfies Record<string, Text>;

/** Removes entries whose period is over; verification goes on from the mark that is left. */
export const prune = async ({ dryRun, out, lang, settings }: CommandContext<object, object>): Promise<ExitCode> => {
  const { pruneAudit } = await import('../../audit/prune-audit.js');
  const { withEngine } = await import('../../engine/open-engine.js');
  const given = await settings();
  const report = await withEngine(given, { queue: false }, (engine) => pruneAudit(engine, given, dryRun));
  if (out.isJson) out.json({ dryRun, ...report });
  const args = { removed: formatInteger(report.removed, lang), before: report.before.slice(0, 10) };
  out.line(fillText(TEXTS[dryRun ? 'would' : 'removed'][lang], args));
  return EXIT.done;
};
