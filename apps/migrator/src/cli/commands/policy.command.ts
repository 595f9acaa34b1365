import type { Text } from '#libs/messages';
import { defineCommand, option } from '../definition/index.js';
import { check } from './policy-check.js';
import { writeDocument } from './policy-write.js';
import { simulatePolicies } from './policy-simulate.js';
import { SUMMARIES } from './summaries.js';

const writing = {
  out: option.text({
    metavar: 'DIR',
    text: { en: 'write files there, in both languages', fr: 'écrire des fichiers ici, dans les deux langues' },
  }),
  format: option.choice({
    metavar: 'FORMAT',
    choices: ['html', 'md', 'json'],
    text: {
      en: 'one format only; without --out it is printed, as Markdown unless told',
      fr: 'un seul format ; sans --out il est affiché, en Markdown sauf mention contraire',
    },
  }),
};

const document = (name: 'dictionary' | 'register' | 'notice', summary: Text, example: Text) =>
  defineCommand({
    name,
    summary,
    options: writing,
    examples: [
      { command: `passerelle policy ${name} --lang fr`, text: example },
      {
        command: `passerelle policy ${name} --out docs/generated`,
        text: { en: 'All formats, both languages', fr: 'Tous les formats, les deux langues' },
      },
    ],
    run: (context) => writeDocument(context, name),
  });

export const command = defineCommand({
  name: 'policy',
  summary: SUMMARIES.policy,
  description: {
    en: 'Policies are files in `policies/`: fields, purposes, retention, store. What they do not name is dropped and seen by nobody. See docs/guide/policies.md.',
    fr: 'Les règles sont des fichiers de `policies/` : champs, finalités, conservation, base. Ce qu’elles ne nomment pas est écarté et vu de personne. Voir docs/guide/fr/regles.md.',
  },
  examples: [
    {
      command: 'passerelle policy check',
      text: { en: 'Is anything not covered?', fr: 'Quelque chose n’est-il pas couvert ?' },
    },
  ],
  subcommands: [
    defineCommand({
      name: 'check',
      summary: {
        en: 'find what no policy covers, in profiles and in the store',
        fr: "trouver ce qu'aucune règle ne couvre, dans les profils et la base",
      },
      description: {
        en: 'Ends with 4 when something is not covered, and says what to add where.',
        fr: 'Se termine par 4 quand quelque chose n’est pas couvert, et dit quoi ajouter et où.',
      },
      examples: [{ command: 'passerelle policy check --json', text: { en: 'As JSON', fr: 'En JSON' } }],
      run: (context) => check(context),
    }),
    document(
      'dictionary',
      { en: 'write the data dictionary', fr: 'écrire le dictionnaire des données' },
      { en: 'Every field, its sources, who sees it', fr: 'Chaque champ, ses sources, qui le voit' },
    ),
    document(
      'register',
      {
        en: 'write the record of processing (GDPR, article 30)',
        fr: 'écrire le registre des traitements (RGPD, article 30)',
      },
      { en: 'For the data-protection officer', fr: 'Pour la délégation à la protection des données' },
    ),
    document(
      'notice',
      { en: 'write the information for the public', fr: "écrire l'information du public" },
      { en: 'One page of plain French', fr: 'Une page en français simple' },
    ),
    defineCommand({
      name: 'simulate',
      summary: {
        en: 'tell what other policies would change, on the real store',
        fr: "dire ce que d'autres règles changeraient, sur la base réelle",
      },
      description: {
        en: 'Compares the policies in use with those of another folder and counts the persons concerned. Changes nothing.',
        fr: 'Compare les règles en service avec celles d’un autre dossier et compte les personnes concernées. Ne change rien.',
      },
      options: {
        with: option.text({
          metavar: 'DIR',
          required: true,
          text: {
            en: 'configuration folder with the other policies',
            fr: 'dossier de configuration des autres règles',
          },
        }),
      },
      examples: [
        {
          command: 'passerelle policy simulate --with /tmp/new-config --lang fr',
          text: { en: 'What would change?', fr: 'Que changerait-il ?' },
        },
      ],
      run: (context) => simulatePolicies(context),
    }),
  ],
});
