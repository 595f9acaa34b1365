import { EXIT, type ExitCode } from '#libs/domain';
import type { Text } from '#libs/messages';
import { argument, type CommandContext, defineCommand, option } from '../definition/index.js';
import { printRemoval } from './subject-removal.view.js';
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
  const { withEngine } = await import('../../engine/open-engine.js');
  const { refuseSubject, withdrawRefusal } = await import('../../rights/refuse-subject.js');
  const { openDesk } = await import('../../rights/rights-desk.js');
  const { removalView, withdrawalView } = await import('../../rights/right-views.js');
  const place = await settings();
  const { withdraw, ...about } = given;
  const request = { person: named.person, ...about };
  await withEngine(place, { queue: false }, async (engine) => {
    const desk = openDesk(engine, place);
    if (!withdraw) {
      const view = removalView(await refuseSubject(desk, request, dryRun), dryRun);
      if (out.isJson) out.json(view);
      printRemoval(out, lang, view);
      return;
    }
    const view = withdrawalView(await withdrawRefusal(desk, request, dryRun), dryRun);
    if (out.isJson) out.json(view);
    out.line(TEXTS.withdrawn[lang]);
    for (const record of view.records) out.line(`  ${subjectAddress(record)}`);
    if (dryRun) out.line(TEXTS.dryRun[lang]);
  });
  return EXIT.done;
};
