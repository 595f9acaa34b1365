import { EXIT, type ExitCode } from '#libs/domain';
import { fillText, formatInteger, type Language, type Text } from '#libs/messages';
import type { Finding, FindingKind, TrailReport } from '#libs/store';
import type { CommandContext } from '../definition/index.js';

const TEXTS = {
  verifying: { en: 'Verifying', fr: 'Vérification' },
  whole: {
    en: 'The trail is whole: {entries} entries, {checkpoints} checkpoints agree.',
    fr: 'Le journal est intact : {entries} inscriptions, {checkpoints} points de contrôle concordants.',
  },
  broken: { en: 'The trail is NOT whole. First:', fr: "Le journal n'est PAS intact. D'abord :" },
  cut: {
    en: 'It begins after entry {seq}: what was older than {before} was pruned on {at}.',
    fr: "Il commence après l'inscription {seq} : ce qui datait d'avant le {before} a été purgé le {at}.",
  },
  entry: { en: 'entry {seq}', fr: 'inscription {seq}' },
  store: { en: 'says the store', fr: 'selon la base' },
  home: { en: 'says the home', fr: "selon le dossier de l'installation" },
  witness: { en: 'says the witness', fr: 'selon le témoin' },
} as const satisfies Record<string, Text>;

const KINDS: Readonly<Record<FindingKind, Text>> = {
  'entry.changed': { en: 'it was changed', fr: 'elle a été modifiée' },
  'entry.moved': { en: 'it belongs in another place', fr: "elle vient d'une autre place" },
  'entry.missing': { en: 'it was removed', fr: 'elle a été supprimée' },
  'entry.inserted': { en: 'nobody entered it', fr: "personne ne l'a inscrite" },
  'trail.head-cut': { en: 'the oldest entries were removed', fr: 'les plus anciennes ont été supprimées' },
  'trail.tail-cut': { en: 'the newest entries were removed', fr: 'les plus récentes ont été supprimées' },
  'head.changed': { en: 'the head of the trail was changed', fr: 'la tête du journal a été modifiée' },
  'checkpoint.forged': { en: 'its checkpoint is forged', fr: 'son point de contrôle est un faux' },
  'checkpoint.contradicts': {
    en: 'the trail was written anew: its checkpoint says otherwise',
    fr: 'le journal a été réécrit : son point de contrôle dit autre chose',
  },
};

type Context = CommandContext<object, object> & { readonly options: { readonly witness: string | undefined } };

/** Exit code 1 where anything does not hold. */
export const verify = async ({ options, out, lang, progress, settings }: Context): Promise<ExitCode> => {
  const { checkTrail } = await import('../../audit/check-trail.js');
  const { withEngine } = await import('../../engine/open-engine.js');
  const given = await settings();
  const bar = await progress(TEXTS.verifying[lang]);
  const report = await withEngine(given, { queue: false }, (engine) =>
    checkTrail(engine, given, options.witness, (entries) => bar.reach(entries)),
  );
  bar.done();
  if (out.isJson) out.json(report);
  for (const line of reportLines(report, lang)) out.line(line);
  return report.whole ? EXIT.done : EXIT.failed;
};

const reportLines = (report: TrailReport, lang: Language): string[] => {
  const { whole, entries, checkpoints, cut, findings } = report;
  const counts = { entries: formatInteger(entries, lang), checkpoints: formatInteger(checkpoints, lang) };
  const from =
    cut === null
      ? []
      : [fillText(TEXTS.cut[lang], { seq: formatInteger(cut.seq, lang), before: day(cut.before), at: day(cut.at) })];
  if (whole) return [fillText(TEXTS.whole[lang], counts), ...from];
  return [TEXTS.broken[lang], ...findings.map((one) => `  ${findingText(one, lang)}`), ...from];
};

const findingText = ({ seq, kind, source }: Finding, lang: Language): string => {
  const place = fillText(TEXTS.entry[lang], { seq: formatInteger(seq, lang) });
  return `${place}: ${KINDS[kind][lang]} (${kind}${source === null ? '' : `, ${TEXTS[source][lang]}`})`;
};

const day = (at: string): string => at.slice(0, 10);
