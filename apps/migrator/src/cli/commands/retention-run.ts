import { EXIT, type ExitCode, TeachingError } from '#libs/domain';
import type { Text } from '#libs/messages';
import type { CommandContext } from '../definition/index.js';
import { printRetention } from './retention-run.view.js';

const PURGING: Text = { en: 'Deleting files', fr: 'Suppression de dossiers' };

type Context = Pick<CommandContext, 'out' | 'lang' | 'settings' | 'dryRun' | 'signal' | 'progress'> & {
  readonly options: { readonly asOf: string | undefined };
};

/** Runs retention; ends with 3 where somebody must decide about persons without a date. */
export const run = async ({ options, dryRun, out, lang, settings, signal, progress }: Context): Promise<ExitCode> => {
  // What is deleted on a day that has not come would be deleted too early.
  if (options.asOf !== undefined && !dryRun) throw new TeachingError('retention.as-of', {}, { exitCode: EXIT.usage });
  const { withEngine } = await import('../../engine/open-engine.js');
  const { needsDecision } = await import('../../retention/retention-report.js');
  const { runRetention } = await import('../../retention/run-retention.js');
  const place = await settings();
  const bar = await progress(PURGING[lang]);
  try {
    const report = await withEngine(place, { queue: false }, (engine) =>
      runRetention(engine, place, {
        ...{ dryRun, asOf: options.asOf ?? null, signal },
        onPurged: (records) => bar.advance(records),
      }),
    );
    bar.done();
    if (out.isJson) out.json(report);
    printRetention(out, lang, report);
    return needsDecision(report) ? EXIT.waiting : EXIT.done;
  } finally {
    bar.halt();
  }
};
