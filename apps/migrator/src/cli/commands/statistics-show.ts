import { EXIT, type ExitCode } from '#libs/domain';
import { formatInteger, type Language, type Text } from '#libs/messages';
import type { TableView } from '#libs/services';
import { type CommandContext, defineCommand, option } from '../definition/index.js';
import { month, tableArguments, text } from './statistics-words.js';

const TEXTS = {
  hidden: text('hidden', 'masqué'),
  asOf: text('Counted on', 'Compté le'),
  askedIn: text('asked for in', 'demandées en'),
  repeated: text(
    'Earlier figures, told again: newer ones would reveal what these hide.',
    'Chiffres antérieurs, répétés : de plus récents révéleraient ce que ceux-ci masquent.',
  ),
} as const satisfies Record<string, Text>;

const options = {
  site: option.text({
    metavar: 'SITE',
    text: text(
      'figures of one site; all of the City without it',
      'chiffres d’un site ; de toute la Ville sans cette option',
    ),
  }),
  month,
  csv: option.flag({ text: text('as CSV, for a spreadsheet', 'en CSV, pour un tableur') }),
};

type Context = CommandContext<typeof tableArguments, typeof options>;

export const statisticsShow = defineCommand({
  name: 'show',
  summary: text('a table of figures, small cells hidden', 'un tableau de chiffres, petits effectifs masqués'),
  description: text(
    'Draws the table up where that was not done this month, notes it in the ledger of releases and in the audit trail, then shows it. See docs/guide/statistics.md.',
    'Établit le tableau si cela n’a pas été fait ce mois-ci, l’inscrit au registre des publications et au journal, puis l’affiche. Voir docs/guide/fr/statistiques.md.',
  ),
  arguments: tableArguments,
  options,
  examples: [
    {
      command: 'passerelle statistics show persons-by-housing --site psa-07',
      text: text('One site', 'Un site'),
    },
    {
      command: 'passerelle statistics show aids-by-nature --month 2026-10 --csv',
      text: text('Aids asked for in October, for a spreadsheet', 'Aides demandées en octobre, pour un tableur'),
    },
  ],
  run: (context) => show(context),
});

const show = async ({ args, options: given, out, lang, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { consoleStatistics } = await import('../../statistics/open-statistics.js');
  const { tableCsv, tableRows } = await import('#libs/services');
  const place = await settings();
  const request = { table: args.table, site: given.site ?? null, month: given.month ?? null };
  const { view, labels } = await withEngine(place, { queue: false }, async (engine) => {
    const { service, access, labels } = consoleStatistics(engine, place);
    return { view: await service.show(request, access), labels };
  });
  if (out.isJson) out.json(view);
  const rows = tableRows(view, labels, lang);
  if (given.csv) {
    out.line(tableCsv(rows, TEXTS.hidden[lang]).trimEnd());
    return EXIT.done;
  }
  out.line(headline(view, lang));
  out.table(
    rows.titles.map((title, at) => ({ title, align: at === 0 ? 'left' : 'right' })),
    rows.rows.map(({ label, counts }) => [
      label,
      ...counts.map((count) => (count === null ? TEXTS.hidden[lang] : formatInteger(count, lang))),
    ]),
  );
  if (view.repeated) out.line(TEXTS.repeated[lang]);
  return EXIT.done;
};

const headline = ({ title, site, period, asOf }: TableView, lang: Language): string =>
  [
    title[lang],
    ...(site === null ? [] : [site]),
    ...(period === null ? [] : [`${TEXTS.askedIn[lang]} ${period}`]),
    `${TEXTS.asOf[lang]} ${asOf.slice(0, 10)}`,
  ].join(' · ');
