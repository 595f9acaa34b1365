import { EXIT, type ExitCode } from '#libs/domain';
import type { Text } from '#libs/messages';
import { type CommandContext, defineCommand, option } from '../definition/index.js';
import { incident, subjectAddress, subjectArguments } from './subject-words.js';

const TEXTS = {
  restricted: {
    en: 'Restricted: kept, and read only for purposes that say `whileRestricted`:',
    fr: 'Limité : conservé, et lu seulement pour les finalités qui portent `whileRestricted` :',
  },
  lifted: { en: 'No longer restricted:', fr: "N'est plus limité :" },
  unchanged: { en: 'It was so already.', fr: "C'était déjà le cas." },
  dryRun: { en: 'Dry run: nothing was kept of this.', fr: "Essai à blanc : rien n'en a été conservé." },
} as const satisfies Record<string, Text>;

const options = {
  lift: option.flag({ text: { en: 'end the restriction', fr: 'mettre fin à la limitation' } }),
  incident,
};

type Context = CommandContext<typeof subjectArguments, typeof options>;

export const subjectRestrict = defineCommand({
  name: 'restrict',
  summary: {
    en: 'keep a person’s data and let nobody use them',
    fr: "conserver les données d'une personne sans usage",
  },
  description: {
    en: 'While somebody contests their data, or needs them kept (GDPR, article 18). Imports go on bringing what changed, and linkage goes on; reads are denied except for purposes with `whileRestricted`.',
    fr: 'Tant que quelqu’un conteste ses données, ou en demande la conservation (RGPD, article 18). Les imports apportent toujours ce qui change, et le rapprochement se poursuit ; les lectures sont refusées, sauf pour les finalités portant `whileRestricted`.',
  },
  arguments: subjectArguments,
  options,
  dryRun: true,
  examples: [
    {
      command: 'passerelle subject restrict coordin/psa-07/K1234 --incident DPO-2026-019',
      text: { en: 'Until it is cleared up', fr: 'Le temps de vérifier' },
    },
    {
      command: 'passerelle subject restrict coordin/psa-07/K1234 --lift',
      text: { en: 'It is cleared up', fr: 'C’est vérifié' },
    },
  ],
  run: (context) => restrict(context),
});

const restrict = async ({ args, options: given, dryRun, out, lang, settings }: Context): Promise<ExitCode> => {
  const { restrictSubject } = await import('#libs/services');
  const { withDesk } = await import('../../engine/open-desk.js');
  const { restrictionView } = await import('#libs/services');
  const request = { person: args.person, ...given };
  const restriction = await withDesk(await settings(), (desk) => restrictSubject(desk, request, dryRun));
  const view = restrictionView(restriction, dryRun);
  if (out.isJson) out.json(view);
  out.line(TEXTS[view.outcome][lang]);
  for (const record of view.records) out.line(`  ${subjectAddress(record)}`);
  if (view.changed === 0) out.line(TEXTS.unchanged[lang]);
  if (dryRun) out.line(TEXTS.dryRun[lang]);
  return EXIT.done;
};
