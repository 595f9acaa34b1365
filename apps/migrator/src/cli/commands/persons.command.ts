import { EXIT, type ExitCode } from '#libs/domain';
import { formatInteger, type Language, type Text } from '#libs/messages';
import type { GoldenField, GoldenValue, Provenance } from '#libs/linkage';
import { argument, type CommandContext, defineCommand } from '../definition/index.js';
import type { Output } from '../output/output.js';
import { sourceAddress } from './review-address.js';
import { fieldWord } from './review-words.js';
import { SUMMARIES } from './summaries.js';

const TEXTS = {
  attribute: { en: 'attribute', fr: 'attribut' },
  value: { en: 'value', fr: 'valeur' },
  from: { en: 'from', fr: 'source' },
  updated: { en: 'updated', fr: 'mis à jour' },
  confirmed: { en: 'confirmed by', fr: 'confirmé par' },
  against: { en: '≠ instead', fr: '≠ ailleurs' },
  made: { en: 'source persons', fr: "personnes d'origine" },
  absent: { en: 'absent', fr: 'absent' },
} as const satisfies Record<string, Text>;

const person = {
  person: argument.text({
    metavar: 'PERSON',
    text: {
      en: 'id of a person or of any of its source persons, or system/site/key',
      fr: "identifiant d'une personne ou de l'une de ses personnes d'origine, ou système/site/clé",
    },
  }),
};
type Context = CommandContext<typeof person, Record<never, never>>;

export const command = defineCommand({
  name: 'persons',
  summary: SUMMARIES.persons,
  description: {
    en: 'A person is made of source persons, and each value is taken from one of them by the rules of `golden.yml`. Shows values: for whoever mends data at the console, one person at a time. There is no list.',
    fr: "Une personne est faite de personnes d'origine, et chaque valeur est prise à l'une d'elles selon les règles de `golden.yml`. Montre des valeurs : pour qui corrige les données à la console, une personne à la fois. Il n'y a pas de liste.",
  },
  examples: [
    {
      command: 'passerelle persons show coordin/psa-07/K1234',
      text: { en: 'One person, by one of its records', fr: "Une personne, par l'un de ses enregistrements" },
    },
  ],
  subcommands: [
    defineCommand({
      name: 'show',
      summary: SUMMARIES.persons,
      arguments: person,
      examples: [
        {
          command: 'passerelle persons show coordin/psa-07/K1234 --json',
          text: { en: 'As JSON', fr: 'En JSON' },
        },
      ],
      run: (context) => show(context),
    }),
  ],
});

const show = async ({ args, out, lang, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { readGoldenRules } = await import('../../linkage/golden/golden-config.js');
  const { readGoldenPerson } = await import('../../linkage/golden/golden-person.js');
  const { goldenView } = await import('../../linkage/golden/golden-view.js');
  const given = await settings();
  const rules = readGoldenRules(given.configDir);
  const found = await withEngine(given, { queue: false }, ({ database }) =>
    database.session((client) => readGoldenPerson(client, rules, args.person)),
  );
  if (out.isJson) out.json(goldenView(found));
  const addresses = found.members.map(sourceAddress);
  out.line(`${found.personId} · ${formatInteger(addresses.length, lang)} ${TEXTS.made[lang]}: ${addresses.join(', ')}`);
  out.line();
  printFields(out, lang, found.fields);
  return EXIT.done;
};

const printFields = (out: Output, lang: Language, fields: readonly GoldenField[]): void =>
  out.table(
    [
      { title: TEXTS.attribute[lang] },
      { title: TEXTS.value[lang] },
      { title: TEXTS.from[lang] },
      { title: TEXTS.updated[lang] },
      { title: TEXTS.confirmed[lang] },
    ],
    fields.flatMap(({ attribute, chosen, conflicts }) => [
      ...(chosen === null ? [] : [rowOf(lang, fieldWord(attribute, lang), chosen)]),
      ...conflicts.map((one) => rowOf(lang, TEXTS.against[lang], one)),
    ]),
  );

const rowOf = (lang: Language, title: string, { values, provenance, confirmedBy }: GoldenValue): string[] => [
  title,
  Object.values(values)
    .filter((value) => value !== null)
    .join(', '),
  placeOf(lang, provenance),
  provenance.updatedOn ?? '–',
  confirmedBy.map((one) => placeOf(lang, one)).join(', '),
];

const placeOf = (lang: Language, { system, site, sourceId, of, run, absent }: Provenance): string =>
  `${system}/${site}/${of === 'case' ? '#' : ''}${sourceId} ${run}${absent ? ` (${TEXTS.absent[lang]})` : ''}`;
