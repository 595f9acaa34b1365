import { EXIT, type ExitCode } from '#libs/domain';
import type { Text } from '#libs/messages';
import { type CommandContext, defineCommand } from '../definition/index.js';
import { SUMMARIES } from './summaries.js';

const READY: Text = { en: 'The worker is ready.', fr: "L'ouvrier est prêt." };

export const command = defineCommand({
  name: 'worker',
  summary: SUMMARIES.worker,
  description: {
    en: 'Takes chunks of any import and jobs of any link run on this home until it is stopped (Ctrl-C, SIGTERM): it lands what it has in hand and leaves within ten seconds.',
    fr: "Prend les morceaux de tout import et les travaux de tout rapprochement de cette installation jusqu'à son arrêt (Ctrl-C, SIGTERM) : il termine ce qu'il a en main et quitte en dix secondes au plus.",
  },
  examples: [
    {
      command: 'passerelle worker',
      text: { en: 'One worker in the background', fr: "Un ouvrier à l'arrière-plan" },
    },
  ],
  run: (context) => work(context),
});

const work = async ({ out, lang, signal, settings }: CommandContext<object, object>): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { runWorker } = await import('../../workers/run-worker.js');
  await withEngine(await settings(), { queue: true }, async (engine) => {
    // A worker of an import or of `up` is not what its user started.
    if (process.send === undefined) out.note(READY[lang]);
    await runWorker(engine, signal);
  });
  return EXIT.done;
};
