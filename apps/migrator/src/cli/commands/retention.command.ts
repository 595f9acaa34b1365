import type { Text } from '#libs/messages';
import { argument, defineCommand, option } from '../definition/index.js';
import { contactWith, keep, release } from './retention-keep.js';
import { due } from './retention-due.js';
import { run } from './retention-run.js';
import { PERSON } from './subject-words.js';
import { SUMMARIES } from './summaries.js';

const text = (en: string, fr: string): Text => ({ en, fr });

const site = option.text({
  metavar: 'SITE',
  text: text('this site only', 'ce site seulement'),
});
const asOf = (en: string, fr: string) => option.day({ metavar: 'DAY', text: text(en, fr) });
const person = { person: argument.text(PERSON) };
const incident = option.text({
  metavar: 'REF',
  required: true,
  text: text(
    'reference of the justification, for the audit trail; no name',
    'référence de la justification, pour le journal ; jamais un nom',
  ),
});

export const command = defineCommand({
  name: 'retention',
  summary: SUMMARIES.retention,
  description: text(
    'How long each kind of data is kept is said by config/policies/retention.yml alone. The period of a person’s file runs from the last contact with the person; an import is none. See docs/guide/retention.md.',
    'Les durées de conservation sont dites par config/policies/retention.yml et rien d’autre. Celle du dossier d’une personne court à partir du dernier contact avec elle ; un import n’en est pas un. Voir docs/guide/fr/conservation.md.',
  ),
  examples: [
    {
      command: 'passerelle retention due',
      text: text('What will be over, and when?', 'Qu’est-ce qui arrive à échéance, et quand ?'),
    },
    {
      command: 'passerelle retention run',
      text: text('Each night, after the imports', 'Chaque nuit, après les imports'),
    },
  ],
  subcommands: [
    defineCommand({
      name: 'due',
      summary: text(
        'count what will be over, by site and month',
        'compter ce qui arrive à échéance, par site et par mois',
      ),
      options: {
        asOf: asOf('look from this day on, by default today', 'regarder à partir de ce jour, par défaut aujourd’hui'),
        months: option.integer({
          metavar: 'N',
          least: 1,
          most: 120,
          fallback: 12,
          text: text('months to look ahead', 'nombre de mois à venir'),
        }),
        site,
        undated: option.flag({
          text: text(
            'list the records of persons without a date, by address, for whoever decides about them',
            'lister par adresse les enregistrements des personnes sans date, pour qui doit en décider',
          ),
        }),
      },
      examples: [
        {
          command: 'passerelle retention due --months 24 --site psa-07 --json',
          text: text('Two years of one site, for a program', 'Deux ans d’un site, pour un programme'),
        },
        {
          command: 'passerelle retention due --undated',
          text: text('About whom must somebody decide?', 'Au sujet de qui faut-il décider ?'),
        },
      ],
      run: (context) => due(context),
    }),
    defineCommand({
      name: 'run',
      summary: text('announce, archive and delete what is over', 'annoncer, archiver et supprimer ce qui est échu'),
      description: text(
        'Meant for each night. Announces files whose period will be over, deletes those that were announced long enough ago, and removes what of the other kinds has had its time. Whatever stops it, the next run goes on. Ends with 3 where persons without a date wait for a decision.',
        'À lancer chaque nuit. Annonce les dossiers dont la durée va s’achever, supprime ceux qui ont été annoncés assez tôt, et retire ce qui est échu dans les autres catégories. Quoi qui l’arrête, l’exécution suivante reprend. Se termine par 3 quand des personnes sans date attendent une décision.',
      ),
      options: {
        asOf: asOf(
          'what would be done on this day; with --dry-run only',
          'ce qui serait fait ce jour-là ; avec --dry-run seulement',
        ),
      },
      dryRun: true,
      examples: [
        { command: 'passerelle retention run', text: text('Each night', 'Chaque nuit') },
        {
          command: 'passerelle retention run --dry-run --as-of 2027-06-30',
          text: text('What would be done on that day?', 'Que se passerait-il ce jour-là ?'),
        },
      ],
      run: (context) => run(context),
    }),
    defineCommand({
      name: 'keep',
      summary: text('keep a person’s file beyond its period', 'garder le dossier d’une personne au-delà de sa durée'),
      description: text(
        'Intermediate archive with a justification: once the period is over the file leaves active use and is read only for purposes that say `whileArchived`; after the day the nightly run deletes it.',
        'Archivage intermédiaire justifié : au terme de sa durée, le dossier quitte l’usage courant et n’est lu que pour les finalités portant `whileArchived` ; passé le jour dit, l’exécution nocturne le supprime.',
      ),
      arguments: person,
      options: {
        reason: option.choice({
          metavar: 'GROUND',
          required: true,
          choices: ['appeal', 'litigation', 'debt', 'accounting', 'legal-hold'] as const,
          text: text('why it is kept', 'motif de la conservation'),
        }),
        until: option.day({
          metavar: 'DAY',
          required: true,
          text: text('the last day on which it is kept', 'dernier jour de conservation'),
        }),
        incident,
      },
      dryRun: true,
      examples: [
        {
          command:
            'passerelle retention keep coordin/psa-07/K1234 --reason litigation --until 2028-12-31 --incident TA-2026-481',
          text: text('While a court has the case', 'Tant qu’un tribunal est saisi'),
        },
      ],
      run: (context) => keep(context),
    }),
    defineCommand({
      name: 'release',
      summary: text('end such a justification', 'mettre fin à une telle justification'),
      arguments: person,
      options: { incident },
      dryRun: true,
      examples: [
        {
          command: 'passerelle retention release coordin/psa-07/K1234 --incident TA-2026-481',
          text: text('The matter is settled', 'L’affaire est close'),
        },
      ],
      run: (context) => release(context),
    }),
    defineCommand({
      name: 'contact',
      summary: text('note a contact that no export shows', 'noter un contact qu’aucun export ne montre'),
      description: text(
        'For a person without any date, or one who came and was not entered. The period runs from that day, unless an export shows a later one.',
        'Pour une personne sans aucune date, ou venue sans que ce soit saisi. La durée court à partir de ce jour, sauf si un export en montre un plus récent.',
      ),
      arguments: person,
      options: {
        on: option.day({ metavar: 'DAY', required: true, text: text('day of the contact', 'jour du contact') }),
        incident,
      },
      dryRun: true,
      examples: [
        {
          command: 'passerelle retention contact coordin/psa-07/K1234 --on 2025-03-14 --incident DPO-2026-044',
          text: text('As the paper file says', 'D’après le dossier papier'),
        },
      ],
      run: (context) => contactWith(context),
    }),
  ],
});
