import { EXIT, type ExitCode } from '#libs/domain';
import type { Language, Text } from '#libs/messages';
import type { withdrawalView } from '#libs/services';
import { argument, type CommandContext, defineCommand, option } from '../definition/index.js';
import type { Output } from '../output/output.js';
import { tellRemoval } from './subject-removal.view.js';
import { incident, onlyThisRecord, PERSON, subjectAddress } from './subject-words.js';

const TEXTS = {
  withdrawn: {
    en: 'Refusal withdrawn. The next export that holds these records brings them:',
    fr: 'Refus retiré. Le prochain export qui contient ces enregistrements les apportera :',
  },
  dryRun: { en: 'Dry run: nothing was kept of this.', fr: "Essai à blanc : rien n'en a été conservé." },
} as const satisfies Record<string, Text>;

const args = { person: argument.optional(PERSON) };
const options = {
  key: option.text({
    metavar: 'SYSTEM/SITE/KEY',
    text: {
      en: 'a record that no export may have held yet, instead of PERSON',
      fr: "un enregistrement qu'aucun export n'a peut-être encore contenu, à la place de PERSON",
    },
  }),
  withdraw: option.flag({
    text: { en: 'take back a refusal that was noted here', fr: 'retirer un refus enregistré ici' },
  }),
  incident,
  onlyThisRecord,
};

type Context = CommandContext<typeof args, typeof options>;

export const subjectRefuse = defineCommand({
  name: 'refuse',
  summary: { en: 'honour a refusal of digital filing', fr: "respecter un refus d'informatisation" },
  description: {
    en: 'Erases what the store holds of all source persons of the person, and withholds what comes, acts and aids with it, whatever the exports say, until it is withdrawn. Such a person can still ask for aid on paper.',
    fr: "Efface ce que la base contient de toutes les personnes d'origine de la personne, et retient ce qui vient, actes et aides compris, quoi que disent les exports, jusqu'au retrait du refus. La personne peut toujours demander une aide sur papier.",
  },
  arguments: args,
  options,
  dryRun: true,
  examples: [
    {
      command: 'passerelle subject refuse coordin/psa-07/K1234 --incident DPO-2026-018',
      text: { en: 'Somebody who is in the store', fr: 'Quelqu’un qui est dans la base' },
    },
    {
      command: 'passerelle subject refuse --key tipi/psa-07/D12-2',
      text: { en: 'Before the first export', fr: 'Avant le premier export' },
    },
    {
      command: 'passerelle subject refuse coordin/psa-07/K1234 --withdraw',
      text: { en: 'The person has thought again', fr: 'La personne est revenue sur son refus' },
    },
  ],
  run: (context) => refuse(context),
});

const refuse = async ({ args: named, options: given, dryRun, out, lang, settings }: Context): Promise<ExitCode> => {
  const { refuseSubject, withdrawRefusal } = await import('#libs/services');
  const { withDesk } = await import('../../engine/open-desk.js');
  const { removalView, withdrawalView } = await import('#libs/services');
  const { withdraw, ...about } = given;
  const request = { person: named.person, ...about };
  await withDesk(await settings(), async (desk) => {
    if (withdraw) tellWithdrawal(out, lang, withdrawalView(await withdrawRefusal(desk, request, dryRun), dryRun));
    else tellRemoval(out, lang, removalView(await refuseSubject(desk, request, dryRun), dryRun));
  });
  return EXIT.done;
};

const tellWithdrawal = (out: Output, lang: Language, view: ReturnType<typeof withdrawalView>): void => {
  if (out.isJson) out.json(view);
  out.line(TEXTS.withdrawn[lang]);
  for (const record of view.records) out.line(`  ${subjectAddress(record)}`);
  if (view.dryRun) out.line(TEXTS.dryRun[lang]);
};
