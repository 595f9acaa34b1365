import type { Text } from '#libs/messages';
import { defineCommand, option } from '../definition/index.js';
import { checkpoint } from './audit-checkpoint.js';
import { list } from './audit-list.js';
import { prune } from './audit-prune.js';
import { verify } from './audit-verify.js';
import { SUMMARIES } from './summaries.js';

const witness = option.text({
  metavar: 'FILE',
  text: {
    en: 'checkpoints that a witness keeps outside this installation',
    fr: "points de contrôle qu'un témoin conserve hors de cette installation",
  },
});

const day = (en: string, fr: string) => option.day({ metavar: 'DAY', text: { en, fr } });

/** Whom or what may be asked about. Nothing here names a reader, and nothing may be added that does. */
const question = {
  person: option.text({
    metavar: 'PERSON',
    conflicts: ['case', 'incident'],
    text: {
      en: 'entries about this person: an id, or system/site/key',
      fr: 'inscriptions sur cette personne : un identifiant, ou système/site/clé',
    },
  }),
  case: option.text({
    metavar: 'ID',
    conflicts: ['person', 'incident'],
    text: { en: 'entries about this case', fr: 'inscriptions sur ce dossier' },
  }),
  incident: option.text({
    metavar: 'TEXT',
    conflicts: ['person', 'case'],
    text: {
      en: 'entries of this run, pair or incident (R42, L7, the name of a review)',
      fr: "inscriptions de cet import, de cette paire ou de cet incident (R42, L7, nom d'une relecture)",
    },
  }),
  since: day('from this day on', 'à partir de ce jour'),
  until: day('up to this day, included', "jusqu'à ce jour compris"),
};

const out = option.text({
  metavar: 'FILE',
  text: { en: 'add it to this file, for the witness', fr: "l'ajouter à ce fichier, pour le témoin" },
});

const text = (en: string, fr: string): Text => ({ en, fr });
const VERIFY = text('is the trail whole, and if not, where?', 'le journal est-il intact, et sinon, où ?');

export const command = defineCommand({
  name: 'audit',
  summary: SUMMARIES.audit,
  description: {
    en: 'Reads and changes of data of persons, by person, case or incident: with purpose, recipient and names of fields, never values, never by worker. Entries are chained by keyed hashes. See docs/guide/audit.md.',
    fr: 'Lectures et modifications de données de personnes, par personne, dossier ou incident : avec finalité, destinataire et noms de champs, jamais de valeurs, jamais par agent. Les inscriptions sont chaînées par empreintes à clé. Voir docs/guide/fr/journal.md.',
  },
  examples: [{ command: 'passerelle audit verify', text: VERIFY }],
  subcommands: [
    defineCommand({
      name: 'list',
      summary: text('who was read, what for, and what was shown', 'qui a été lu, à quelle fin, et ce qui a été montré'),
      options: question,
      examples: [
        {
          command: 'passerelle audit list --person coordin/psa-07/K1234 --json',
          text: text('All about one person, as NDJSON', 'Tout sur une personne, en NDJSON'),
        },
      ],
      run: (context) => list(context),
    }),
    defineCommand({
      name: 'verify',
      summary: VERIFY,
      options: { witness },
      examples: [
        {
          command: 'passerelle audit verify --witness /mnt/witness/passerelle.jsonl',
          text: text('Against what a witness keeps', "D'après ce qu'un témoin conserve"),
        },
      ],
      run: (context) => verify(context),
    }),
    defineCommand({
      name: 'checkpoint',
      summary: text('sign the trail as it stands, for a witness', "signer l'état du journal, pour un témoin"),
      options: { out },
      examples: [
        {
          command: 'passerelle audit checkpoint --out /mnt/witness/passerelle.jsonl',
          text: text('Each night, to a place outside', 'Chaque nuit, vers un lieu extérieur'),
        },
      ],
      run: (context) => checkpoint(context),
    }),
    defineCommand({
      name: 'prune',
      summary: text('remove entries whose period is over', 'supprimer les inscriptions arrivées à échéance'),
      dryRun: true,
      examples: [
        { command: 'passerelle audit prune --dry-run', text: text('How many would go?', 'Combien partiraient ?') },
      ],
      run: (context) => prune(context),
    }),
  ],
});
