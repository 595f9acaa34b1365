import { EXIT, type ExitCode, RECTIFIABLE_FIELDS } from '#libs/domain';
import { type CommandContext, defineCommand, option } from '../definition/index.js';
import { printRectification } from './subject-rectify.view.js';
import { onlyThisRecord, subjectArguments } from './subject-words.js';

const options = {
  field: option.choice({
    metavar: 'FIELD',
    required: true,
    choices: [...RECTIFIABLE_FIELDS.keys()],
    text: {
      en: 'what is to be mended; the value is read from standard input (an address: street, postcode and town on three lines)',
      fr: "ce qui est à rectifier ; la valeur est lue sur l'entrée standard (une adresse : rue, code postal et ville sur trois lignes)",
    },
  }),
  incident: option.text({
    metavar: 'REF',
    required: true,
    text: {
      en: 'reference of the request, kept with the value and in the audit trail; no name',
      fr: 'référence de la demande, gardée avec la valeur et au journal ; jamais un nom',
    },
  }),
  withdraw: option.flag({
    text: {
      en: 'take the rectification back: what the records say stands again',
      fr: 'retirer la rectification : ce que disent les enregistrements vaut de nouveau',
    },
  }),
  onlyThisRecord,
};

type Context = CommandContext<typeof subjectArguments, typeof options>;

export const subjectRectify = defineCommand({
  name: 'rectify',
  summary: { en: "rectify or complete one of a person's data", fr: "rectifier ou compléter une donnée d'une personne" },
  description: {
    en: 'Sets a value of one field for all source persons of the person (GDPR, article 16). It outranks every source for whoever reads, counts or compares, and holds against every later import; the legacy records stay as they were written and show beside it. The value is read from standard input and held against the rules of imports. Ends with 3 while a legacy record says otherwise or somebody who read the field is to be told (article 19).',
    fr: "Pose une valeur pour un champ de toutes les personnes d'origine de la personne (RGPD, article 16). Elle l'emporte sur toute source pour qui lit, compte ou compare, et tient face à tout import ultérieur ; les enregistrements d'origine restent tels quels et se voient à côté. La valeur est lue sur l'entrée standard et soumise aux règles des imports. Se termine par 3 tant qu'un enregistrement d'origine dit autre chose ou qu'un destinataire qui a lu le champ est à prévenir (article 19).",
  },
  arguments: subjectArguments,
  options,
  dryRun: true,
  examples: [
    {
      command: 'passerelle subject rectify coordin/psa-07/K1234 --field birthDate --incident DPO-2026-021 < value.txt',
      text: { en: 'A wrong birth date', fr: 'Une date de naissance erronée' },
    },
    {
      command: 'passerelle subject rectify coordin/psa-07/K1234 --field birthDate --incident DPO-2026-021 --withdraw',
      text: { en: 'It was right after all', fr: 'Elle était juste, finalement' },
    },
  ],
  run: (context) => rectify(context),
});

const rectify = async (context: Context): Promise<ExitCode> => {
  const { args, options: given, dryRun, out, lang, settings, signal } = context;
  const { linkAfterRectification } = await import('../../linkage/link-after-rectification.js');
  const { readCodeLists, readPolicies } = await import('#libs/services');
  const { rectifySubject } = await import('#libs/services');
  const { withDesk } = await import('../../engine/open-desk.js');
  const { rectificationView } = await import('#libs/services');
  const place = await settings();
  const rules = { book: readPolicies(place.configDir), lists: readCodeLists(place.configDir) };
  const { field, incident, onlyThisRecord: only } = given;
  const value = given.withdraw ? null : await context.input();
  const request = { person: args.person, field, incident, onlyThisRecord: only, value };
  const rectified = await withDesk(place, (desk) => rectifySubject(desk, rules, request, dryRun));
  const links = dryRun ? { linked: false } : await linkAfterRectification(place, field, signal);
  const view = { ...rectificationView(rectified, dryRun), links };
  if (out.isJson) out.json(view);
  printRectification(out, lang, rules.book, view);
  const waits = view.differing.length + view.recipients.length > 0 || 'failure' in links;
  return waits ? EXIT.waiting : EXIT.done;
};
