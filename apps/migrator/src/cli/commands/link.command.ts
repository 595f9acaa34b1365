import { EXIT, type ExitCode } from '#libs/domain';
import type { LinkReport } from '../../linkage/link-report.js';
import { type CommandContext, defineCommand, option } from '../definition/index.js';
import { linkBench } from './link-bench.js';
import { linkProgress } from './link-progress.js';
import { printLinkReport } from './link-report.view.js';
import { SUMMARIES } from './summaries.js';

const options = {
  train: option.flag({
    text: {
      en: 'train new weights on the persons of the store first, then link everybody',
      fr: "calculer d'abord de nouveaux poids sur les personnes de la base, puis rapprocher tout le monde",
    },
  }),
  full: option.flag({
    text: {
      en: 'link everybody anew, not only who is new or has changed',
      fr: 'rapprocher tout le monde à nouveau, et pas seulement les nouveautés',
    },
  }),
  workers: option.integer({
    metavar: 'N',
    least: 1,
    most: 32,
    text: {
      en: 'worker processes of this run (default: running workers, else as many as processors)',
      fr: 'processus ouvriers de ce passage (par défaut : ceux qui tournent, sinon autant que de processeurs)',
    },
  }),
};

export const command = defineCommand({
  name: 'link',
  summary: SUMMARIES.link,
  description: {
    en: 'Compares the source persons that are new or have changed with all others, links what is certain, leaves what is doubtful to people (passerelle review), and keeps the rest apart. Everybody is linked anew where nothing was linked yet, or where the rules or the model have changed. From the first run on, imports link what they bring. The same command again goes on where a crash interrupted it. Exit code 3: done, and pairs wait for a person.',
    fr: "Compare les personnes d'origine nouvelles ou modifiées à toutes les autres, rapproche ce qui est certain, laisse ce qui est douteux aux personnes (passerelle review), et sépare le reste. Tout le monde est rapproché à nouveau la première fois, ou quand les règles ou le modèle ont changé. Dès lors, chaque import rapproche ce qu'il apporte. La même commande relancée reprend là où une panne l'a interrompue. Code de sortie 3 : terminé, et des paires attendent une personne.",
  },
  options,
  dryRun: true,
  examples: [
    {
      command: 'passerelle link',
      text: { en: 'Link what is new since the last run', fr: 'Rapprocher ce qui est nouveau depuis la dernière fois' },
    },
    {
      command: 'passerelle link --train --dry-run',
      text: {
        en: 'What would weights trained on this store change?',
        fr: 'Que changeraient des poids calculés sur cette base ?',
      },
    },
  ],
  subcommands: [linkBench],
  run: (context) => link(context),
});

type Context = CommandContext<object, typeof options>;

const link = async (context: Context): Promise<ExitCode> => {
  const { options: given, dryRun, out, lang, signal, progress, settings } = context;
  const { linkPersons } = await import('../../linkage/link-persons.js');
  const watch = await linkProgress(progress, out, lang);
  const { train, full, workers = null } = given;
  const report = await linkPersons(await settings(), { train, full }, { dryRun, workers }, watch, signal);
  watch.done();
  if (out.isJson) out.json(report);
  printLinkReport(out, lang, report, dryRun);
  return exitCodeOf(report);
};

/** 3 while pairs wait for a person. */
const exitCodeOf = ({ reviews }: LinkReport): ExitCode => (reviews > 0 ? EXIT.waiting : EXIT.done);
