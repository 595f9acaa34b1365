import type { Language, Text } from '#libs/messages';
import type { LinkObserver, WatchedStage } from '../../linkage/link-request.js';
import type { CommandContext } from '../definition/index.js';
import type { Output } from '../output/output.js';

const OPENING: Text = { en: 'opening', fr: 'ouverture' };
const STAGES: Readonly<Record<WatchedStage, Text>> = {
  prepare: { en: 'preparing, source persons', fr: "préparation, personnes d'origine" },
  train: { en: 'training', fr: 'apprentissage' },
  score: { en: 'comparing, source persons', fr: "comparaison, personnes d'origine" },
  decide: { en: 'deciding', fr: 'décision' },
};
const RESUMING: Text = {
  en: 'An earlier link run was interrupted and is finished:',
  fr: 'Un rapprochement précédent a été interrompu ; il est terminé :',
};

/** Shows a link run, stage by stage. */
export const linkProgress = async (
  open: CommandContext['progress'],
  out: Output,
  lang: Language,
): Promise<LinkObserver & { done(): void }> => {
  const progress = await open(OPENING[lang]);
  let shown: WatchedStage | null = null;
  return {
    stage: (stage, done, total) => {
      if (shown !== stage) progress.phase(STAGES[stage][lang], counts(stage) ? total : undefined);
      shown = stage;
      if (counts(stage)) progress.reach(done);
    },
    resuming: (run) => {
      out.note(`${RESUMING[lang]} ${run}`);
    },
    done: () => progress.done(),
  };
};

/** Training and deciding are one piece of work each. */
const counts = (stage: WatchedStage): boolean => stage === 'prepare' || stage === 'score';
