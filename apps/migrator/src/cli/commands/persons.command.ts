import { EXIT, type ExitCode } from '#libs/domain';
import { formatInteger, type Language, type Text } from '#libs/messages';
import type { GoldenField, GoldenValue, Provenance } from '#libs/linkage';
import type { SubjectState } from '#libs/minimiser';
import { PRESENT } from '#libs/services';
import { argument, type CommandContext, defineCommand, option } from '../definition/index.js';
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
  rectified: { en: 'rectified', fr: 'rectifié' },
  notShown: { en: 'Not shown for this purpose:', fr: 'Non montré pour cette finalité :' },
  present: { en: '(known)', fr: '(connu)' },
  purpose: { en: 'purpose', fr: 'finalité' },
} as const satisfies Record<string, Text>;

/** Why nothing is shown of somebody, and what to do. */
const DENIED: Readonly<Partial<Record<SubjectState, Text>>> = {
  restricted: {
    en: 'Nothing is shown: at their request these data are kept and not used (restriction, article 18), and this purpose may not read them. `passerelle subject show` tells since when; `passerelle subject restrict PERSON --lift` ends it once the request is settled.',
    fr: "Rien n'est montré : à la demande de la personne, ces données sont conservées sans être utilisées (limitation, article 18), et cette finalité ne peut pas les lire. `passerelle subject show` dit depuis quand ; `passerelle subject restrict PERSONNE --lift` y met fin une fois la demande traitée.",
  },
  archived: {
    en: 'Nothing is shown: the file is kept beyond its period for a reason of its own, out of active use, and this purpose may not read it. `passerelle subject show` tells more.',
    fr: "Rien n'est montré : le dossier est conservé au-delà de sa durée pour un motif propre, hors d'usage courant, et cette finalité ne peut pas le lire. `passerelle subject show` en dit plus.",
  },
  'archived-restricted': {
    en: 'Nothing is shown: the file is kept beyond its period, out of active use, and under restriction (article 18). `passerelle subject show` tells more.',
    fr: "Rien n'est montré : le dossier est conservé au-delà de sa durée, hors d'usage courant, et sous limitation (article 18). `passerelle subject show` en dit plus.",
  },
};

const person = {
  person: argument.text({
    metavar: 'PERSON',
    text: {
      en: 'id of a person or of any of its source persons, or system/site/key',
      fr: "identifiant d'une personne ou de l'une de ses personnes d'origine, ou système/site/clé",
    },
  }),
};
const reading = {
  purpose: option.text({
    metavar: 'PURPOSE',
    text: {
      en: 'what the data are read for, for example case_support; decides what is shown',
      fr: 'à quoi servent les données lues, par exemple case_support ; décide de ce qui est montré',
    },
  }),
};
type Context = CommandContext<typeof person, typeof reading>;

export const command = defineCommand({
  name: 'persons',
  summary: SUMMARIES.persons,
  description: {
    en: 'A person is made of source persons, and each value is taken from one of them by the rules of `golden.yml`. Shows what the purpose allows, as precisely as it allows, one person at a time. There is no list. Purposes: docs/guide/policies.md.',
    fr: "Une personne est faite de personnes d'origine, et chaque valeur est prise à l'une d'elles selon les règles de `golden.yml`. Montre ce que la finalité permet, avec la précision qu'elle permet, une personne à la fois. Il n'y a pas de liste. Finalités : docs/guide/fr/regles.md.",
  },
  examples: [
    {
      command: 'passerelle persons show coordin/psa-07/K1234 --purpose case_support',
      text: { en: 'One person, by one of its records', fr: "Une personne, par l'un de ses enregistrements" },
    },
  ],
  subcommands: [
    defineCommand({
      name: 'show',
      summary: SUMMARIES.persons,
      arguments: person,
      options: reading,
      examples: [
        {
          command: 'passerelle persons show coordin/psa-07/K1234 --purpose migration --json',
          text: { en: 'As JSON', fr: 'En JSON' },
        },
      ],
      run: (context) => show(context),
    }),
  ],
});

const show = async ({ args, options, out, lang, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { readGoldenRules } = await import('#libs/services');
  const { readGoldenPerson } = await import('#libs/services');
  const { goldenView } = await import('#libs/services');
  const { consoleReader } = await import('../../policies/console-reader.js');
  const { consoleRequest } = await import('#libs/services');
  const { readPolicies } = await import('#libs/services');
  const { recordRead, viewRead } = await import('#libs/services');
  const { AuditTrail, Vault } = await import('#libs/store');
  const given = await settings();
  const policies = readPolicies(given.configDir);
  // Refused before anything is opened.
  consoleRequest(policies, options.purpose);
  const rules = readGoldenRules(given.configDir);
  const found = await withEngine(given, { queue: false }, async (engine) => {
    const reader = consoleReader(engine, policies, options.purpose);
    const read = await engine.database.session((client) =>
      readGoldenPerson(client, engine.get(Vault), rules, reader, args.person),
    );
    const columns = rules.attributes.flatMap(({ of }) => of);
    await recordRead(
      { database: engine.database, trail: engine.get(AuditTrail) },
      viewRead('persons.show', read.view, columns, read.members),
    );
    return read;
  });
  if (out.isJson) out.json(goldenView(found));
  const addresses = found.members.map(sourceAddress);
  out.line(`${found.personId} · ${formatInteger(addresses.length, lang)} ${TEXTS.made[lang]}: ${addresses.join(', ')}`);
  out.line(`${TEXTS.purpose[lang]}: ${policies.purpose(found.view.purpose)?.title[lang] ?? ''}`);
  out.line();
  const denied = DENIED[found.state];
  if (denied !== undefined && found.fields.length === 0) out.line(denied[lang]);
  else printFields(out, lang, found.fields);
  if (found.notShown.length === 0) return EXIT.done;
  out.line();
  out.line(`${TEXTS.notShown[lang]} ${found.notShown.map((field) => fieldWord(field, lang)).join(', ')}`);
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

/** A purpose that may only know that there is a value reads a word in its place. */
const wordOf = (value: string, lang: Language): string => (value === PRESENT ? TEXTS.present[lang] : value);

const rowOf = (lang: Language, title: string, { values, provenance, confirmedBy }: GoldenValue): string[] => [
  title,
  Object.values(values)
    .flatMap((value) => (value === null ? [] : [wordOf(value, lang)]))
    .join(', '),
  placeOf(lang, provenance),
  provenance.updatedOn ?? '–',
  confirmedBy.map((one) => placeOf(lang, one)).join(', '),
];

const placeOf = (lang: Language, { system, site, sourceId, of, run, absent, rectified }: Provenance): string => {
  const record = `${system}/${site}/${of === 'case' ? '#' : ''}${sourceId}`;
  // Not what the record says, but what was put in its place.
  if (rectified !== undefined) return `${TEXTS.rectified[lang]} ${rectified.incident} (${record})`;
  return `${record} ${run}${absent ? ` (${TEXTS.absent[lang]})` : ''}`;
};
