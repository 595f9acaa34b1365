import { EXIT, type ExitCode } from '#libs/domain';
import { type CommandContext, defineCommand, option } from '../definition/index.js';
import { tellRemoval } from './subject-removal.view.js';
import { incident, onlyThisRecord, subjectArguments } from './subject-words.js';

const GROUNDS = ['request', 'no-longer-needed', 'objection', 'unlawful', 'legal-obligation'] as const;

const options = {
  reason: option.choice({
    metavar: 'GROUND',
    choices: GROUNDS,
    fallback: 'request' as const,
    text: {
      en: 'ground of the erasure, for the audit trail (GDPR, article 17)',
      fr: "motif de l'effacement, pour le journal (RGPD, article 17)",
    },
  }),
  incident,
  onlyThisRecord,
};

type Context = CommandContext<typeof subjectArguments, typeof options>;

export const subjectErase = defineCommand({
  name: 'erase',
  summary: { en: 'erase a person for good', fr: 'effacer définitivement une personne' },
  description: {
    en: 'Erases all source persons of the person in one transaction, with acts, aids, links and whatever waits in quarantine. Of a paid aid the accounting line stays, without identity. Later imports count the person as withheld; nothing brings it back. Show it first with `--dry-run`: there is no way back.',
    fr: "Efface en une transaction toutes les personnes d'origine de la personne, avec actes, aides, liens et ce qui attend en quarantaine. D'une aide versée reste la ligne comptable, sans identité. Les imports suivants comptent la personne comme retenue ; rien ne la ramène. Regardez d'abord avec `--dry-run` : il n'y a pas de retour.",
  },
  arguments: subjectArguments,
  options,
  dryRun: true,
  examples: [
    {
      command: 'passerelle subject erase coordin/psa-07/K1234 --dry-run',
      text: { en: 'Whom and what would it take?', fr: 'Qui et quoi disparaîtrait ?' },
    },
    {
      command: 'passerelle subject erase coordin/psa-07/K1234 --incident DPO-2026-017',
      text: { en: 'At the request of the person', fr: 'À la demande de la personne' },
    },
  ],
  run: (context) => erase(context),
});

const erase = async ({ args, options: given, dryRun, out, lang, settings }: Context): Promise<ExitCode> => {
  const { eraseSubject } = await import('#libs/services');
  const { withDesk } = await import('../../engine/open-desk.js');
  const { removalView } = await import('#libs/services');
  const { reason: ground, ...about } = given;
  const request = { person: args.person, ground, ...about };
  const removal = await withDesk(await settings(), (desk) => eraseSubject(desk, request, dryRun));
  tellRemoval(out, lang, removalView(removal, dryRun));
  return EXIT.done;
};
