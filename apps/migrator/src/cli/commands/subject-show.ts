import { EXIT, type ExitCode } from '#libs/domain';
import { type CommandContext, defineCommand } from '../definition/index.js';
import { fieldWord, levelWord } from './review-words.js';
import { subjectArguments } from './subject-words.js';
import { printSummary } from './subject-show.view.js';

type Context = CommandContext<typeof subjectArguments>;

/** `passerelle subject show`: what is held of a person, in counts and dates. */
export const subjectShow = defineCommand({
  name: 'show',
  summary: {
    en: 'what is held of a person: records, links, cases, counts, dates, reads',
    fr: "ce qui est conservé d'une personne : enregistrements, liens, dossiers, comptages, dates, lectures",
  },
  description: {
    en: 'For whoever answers a request about personal data: no name, no address, no value. The purpose is data_protection; the look is entered in the audit trail first. See docs/guide/rights.md.',
    fr: "Pour répondre à une demande sur des données personnelles : ni nom, ni adresse, ni valeur. La finalité est data_protection ; la consultation est d'abord inscrite au journal. Voir docs/guide/fr/droits.md.",
  },
  arguments: subjectArguments,
  examples: [
    {
      command: 'passerelle subject show coordin/psa-07/K1234',
      text: { en: 'One person, by one of its records', fr: "Une personne, par l'un de ses enregistrements" },
    },
  ],
  run: (context) => run(context),
});

const run = async ({ args, out, lang, settings }: Context): Promise<ExitCode> => {
  const { withDesk } = await import('../../engine/open-desk.js');
  const { showSummary } = await import('#libs/services');
  const installed = await settings();
  const words = { field: fieldWord, level: levelWord };
  const told = await withDesk(installed, (desk) => showSummary(desk, installed, args.person, lang, words));
  if (out.isJson) out.json(told.summary);
  else printSummary(out, told);
  return EXIT.done;
};
