import { EXIT, type ExitCode } from '#libs/domain';
import { argument, type CommandContext, defineCommand, option } from '../definition/index.js';
import { printResidues } from './subject-separate.view.js';
import { PERSON } from './subject-words.js';

const args = { person: argument.optional(PERSON) };
const options = {
  incident: option.text({
    metavar: 'REF',
    text: {
      en: 'all separations under this reference, in the place of a person',
      fr: "toutes les séparations sous cette référence, à la place d'une personne",
    },
  }),
};

type Context = CommandContext<typeof args, typeof options>;

/** `passerelle subject residues`: what still ties a separated person to the former household. */
export const subjectResidues = defineCommand({
  name: 'residues',
  summary: {
    en: 'what still ties a separated person to the former household',
    fr: "ce qui relie encore une personne séparée à l'ancien foyer",
  },
  description: {
    en: 'Looks again each time: copied addresses, shared telephones, records that an application still shows together, common acts, waiting records, export files. Names keys and files, no value. Ends with 3 while anything remains. See docs/guide/separation.md.',
    fr: "Cherche à nouveau à chaque appel : adresses recopiées, téléphones partagés, enregistrements qu'un logiciel montre encore ensemble, actes communs, enregistrements en attente, fichiers d'export. Cite clés et fichiers, aucune valeur. Se termine par 3 tant qu'il reste quelque chose. Voir docs/guide/fr/separation.md.",
  },
  arguments: args,
  options,
  examples: [
    {
      command: 'passerelle subject residues --incident SEP-2026-004',
      text: { en: 'All that is left of one separation', fr: "Tout ce qui reste d'une séparation" },
    },
  ],
  run: (context) => residues(context),
});

const residues = async ({ args: given, options: chosen, out, lang, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { openDesk } = await import('../../engine/open-desk.js');
  const { residuesView } = await import('#libs/services');
  const { showResidues } = await import('#libs/services');
  const place = await settings();
  const of = { person: given.person, incident: chosen.incident };
  const found = await withEngine(place, { queue: false }, (engine) => showResidues(openDesk(engine, place), of));
  const view = residuesView(found);
  if (out.isJson) out.json(view);
  printResidues(out, lang, view);
  return view.remaining > 0 ? EXIT.waiting : EXIT.done;
};
