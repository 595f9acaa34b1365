import { EXIT, type ExitCode } from '#libs/domain';
import { type CommandContext, defineCommand, option } from '../definition/index.js';
import { printSeparated } from './subject-separate.view.js';
import { subjectArguments } from './subject-words.js';

const options = {
  with: option.list({
    metavar: 'PERSON',
    text: {
      en: 'who leaves with the person: children, each by id or system/site/key; may be given several times',
      fr: 'qui part avec la personne : ses enfants, chacun par identifiant ou système/site/clé ; répétable',
    },
  }),
  incident: option.text({
    metavar: 'REF',
    required: true,
    text: {
      en: 'reference of the separation, for the audit trail and the report of residues; no name',
      fr: 'référence de la séparation, pour le journal et le relevé des restes ; jamais un nom',
    },
  }),
  newAddressStdin: option.flag({
    text: {
      en: 'reads where they are now from standard input, as JSON: addressLine, postcode, town, site, unit',
      fr: "lit leur lieu actuel sur l'entrée standard, en JSON : addressLine, postcode, town, site, unit",
    },
  }),
};

type Context = CommandContext<typeof subjectArguments, typeof options>;

/** `passerelle subject separate`: takes a person, and children as told, out of a household at once. */
export const subjectSeparate = defineCommand({
  name: 'separate',
  summary: {
    en: 'take a person, and children, out of a household at once',
    fr: "séparer immédiatement une personne, et ses enfants, d'un foyer",
  },
  description: {
    en: 'In one transaction: memberships of the former household go, addresses and units are encrypted, and no import, link or rollback joins them to it again. Run again, it adds whom it is told and takes a new address. Then prints what still ties them elsewhere, for somebody to clean (exit code 3 while anything remains). See docs/guide/separation.md.',
    fr: "En une transaction : les appartenances à l'ancien foyer disparaissent, adresses et services sont chiffrés, et aucun import, rapprochement ni annulation ne les y rattache plus. Relancée, la commande ajoute les personnes indiquées et prend une nouvelle adresse. Affiche ensuite ce qui les relie encore ailleurs, à nettoyer par quelqu'un (code 3 tant qu'il reste quelque chose). Voir docs/guide/fr/separation.md.",
  },
  arguments: subjectArguments,
  options,
  dryRun: true,
  examples: [
    {
      command: 'passerelle subject separate coordin/psa-07/K1234 --with coordin/psa-07/K1236 --incident SEP-2026-004',
      text: { en: 'A mother and her child', fr: 'Une mère et son enfant' },
    },
    {
      command:
        'passerelle subject separate coordin/psa-07/K1234 --incident SEP-2026-004 --new-address-stdin < place.json',
      text: { en: 'With the new address, never among the words', fr: 'Avec la nouvelle adresse, jamais en argument' },
    },
  ],
  run: (context) => separate(context),
});

const separate = async ({ args, options: given, dryRun, out, lang, settings, input }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { openDesk } = await import('../../engine/open-desk.js');
  const { readGivenPlace } = await import('#libs/services');
  const { separateSubject } = await import('#libs/services');
  const { separatedView } = await import('#libs/services');
  const place = await settings();
  const request = {
    person: args.person,
    together: given.with,
    incident: given.incident,
    place: given.newAddressStdin ? readGivenPlace(await input()) : null,
  };
  const separated = await withEngine(place, { queue: false }, (engine) =>
    separateSubject(openDesk(engine, place), request, dryRun),
  );
  const view = separatedView(separated, dryRun);
  if (out.isJson) out.json(view);
  printSeparated(out, lang, view);
  return view.remaining > 0 ? EXIT.waiting : EXIT.done;
};
