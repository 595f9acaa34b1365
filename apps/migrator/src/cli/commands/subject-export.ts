import { EXIT, type ExitCode } from '#libs/domain';
import { formatInteger, LANGUAGES, type Text } from '#libs/messages';
import { type CommandContext, defineCommand, option } from '../definition/index.js';
import { fieldWord, levelWord } from './review-words.js';
import { subjectArguments } from './subject-words.js';

const TEXTS = {
  written: { en: 'written', fr: 'écrit' },
  records: { en: 'records of the person:', fr: 'enregistrements de la personne :' },
  check: {
    en: 'Before you hand it over, see with `passerelle subject show` that all records are this person’s.',
    fr: 'Avant de le remettre, vérifiez avec `passerelle subject show` que tous les enregistrements sont ceux de cette personne.',
  },
} as const satisfies Record<string, Text>;

const options = {
  out: option.text({
    metavar: 'DIR',
    required: true,
    text: {
      en: 'folder for the report; made for you alone where there is none',
      fr: "dossier du rapport ; créé pour vous seul s'il n'existe pas",
    },
  }),
  format: option.choice({
    metavar: 'FORMAT',
    choices: ['html', 'json', 'both'],
    fallback: 'both',
    text: {
      en: 'html for people, json for programs, or both',
      fr: 'html pour lire, json pour un programme, ou les deux',
    },
  }),
  // What is given overrides the console's language for both; without it a report is in French.
  lang: option.choice({
    metavar: 'LANG',
    choices: LANGUAGES,
    text: {
      en: 'language of the report (fr unless it is given) and of what this command says',
      fr: 'langue du rapport (fr si rien n’est donné) et de ce que dit cette commande',
    },
  }),
};
type Context = CommandContext<typeof subjectArguments, typeof options>;

/** `passerelle subject export`: the person's own report. */
export const subjectExport = defineCommand({
  name: 'export',
  summary: {
    en: "a person's own report: all that is held about them, in plain words",
    fr: 'le rapport destiné à une personne : tout ce qui est conservé à son sujet, en mots simples',
  },
  description: {
    en: 'What is held, from where and as of when, why and until when, who read it, which records were joined (GDPR, article 15), and nothing about anybody else. In French unless `--lang en` is given, whatever the language of the console. The purpose is data_protection; the export is entered in the audit trail first. See docs/guide/rights.md.',
    fr: "Ce qui est conservé, d'où cela vient et à quelle date, pourquoi et jusqu'à quand, qui l'a lu, quels enregistrements ont été rapprochés (RGPD, article 15), et rien sur autrui. En français sauf avec `--lang en`, quelle que soit la langue de la console. La finalité est data_protection ; l'export est d'abord inscrit au journal. Voir docs/guide/fr/droits.md.",
  },
  arguments: subjectArguments,
  options,
  examples: [
    {
      command: 'passerelle subject export coordin/psa-07/K1234 --out ./report-1234',
      text: { en: 'HTML for printing, and JSON', fr: 'HTML à imprimer, et JSON' },
    },
  ],
  run: (context) => run(context),
});

const run = async ({ args, options: given, out, lang, settings }: Context): Promise<ExitCode> => {
  const { withDesk } = await import('../../engine/open-desk.js');
  const { exportReport } = await import('#libs/services');
  const installed = await settings();
  const request = {
    person: args.person,
    folder: given.out,
    format: given.format,
    lang: given.lang ?? 'fr',
    words: { field: fieldWord, level: levelWord },
  };
  const report = await withDesk(installed, (desk) => exportReport(desk, installed, request));
  if (out.isJson) out.json(report);
  for (const file of report.files) out.line(`${TEXTS.written[lang]} ${file}`);
  out.line(`${TEXTS.records[lang]} ${formatInteger(report.sourcePersons, lang)}`);
  out.line(TEXTS.check[lang]);
  return EXIT.done;
};
