import { EXIT, type ExitCode, TeachingError } from '#libs/domain';
import type { QualityReport } from '#libs/linkage';
import { formatInteger, type Language, type Text } from '#libs/messages';
import type { BenchResult } from '../../linkage/bench/run-bench.js';
import { type CommandContext, defineCommand, option } from '../definition/index.js';

const TEXTS = {
  reading: { en: 'records', fr: 'enregistrements' },
  training: { en: 'learning the weights', fr: 'apprentissage des poids' },
  linking: { en: 'comparing and deciding', fr: 'comparaison et décision' },
  records: { en: 'records', fr: 'enregistrements' },
  pairs: { en: 'pairs compared', fr: 'paires comparées' },
  links: { en: 'links', fr: 'liens' },
  reviews: { en: 'for a person to decide', fr: 'à trancher par une personne' },
  large: { en: 'blocks too large to be compared', fr: 'groupes trop grands pour être comparés' },
  seconds: { en: 'seconds', fr: 'secondes' },
  automatic: { en: 'automatic links', fr: 'liens automatiques' },
} as const satisfies Record<string, Text>;

const options = {
  left: option.text({ metavar: 'A.csv', required: true, text: { en: 'a CSV', fr: 'un CSV' } }),
  right: option.text({
    metavar: 'B.csv',
    text: {
      en: 'the CSV to link it with (default: duplicates in the first)',
      fr: 'le CSV à rapprocher (par défaut : doublons du premier)',
    },
  }),
  config: option.text({
    metavar: 'C.yml',
    required: true,
    text: {
      en: 'fields, keys and rules, in the form of linkage.yml',
      fr: 'champs, clés et règles, sous la forme de linkage.yml',
    },
  }),
  truth: option.text({
    metavar: 'T.csv',
    text: { en: 'who is who: id,person or left,right', fr: 'qui est qui : id,person ou left,right' },
  }),
  chart: option.text({
    metavar: 'FILE.svg',
    text: {
      en: 'draw precision against recall (needs --truth)',
      fr: 'tracer la précision selon le rappel (avec --truth)',
    },
  }),
};

export const linkBench = defineCommand({
  name: 'bench',
  summary: {
    en: 'link any two CSVs, or find the duplicates in one',
    fr: "rapprocher deux CSV quelconques, ou trouver les doublons d'un seul",
  },
  description: {
    en: 'The engine that links persons, on files of your own: public benchmarks, another system. Stores nothing. Without a model in the configuration, the weights are learnt from the files themselves.',
    fr: "Le moteur qui rapproche les personnes, sur vos propres fichiers : jeux d'essai publics, autre application. Ne stocke rien. Sans modèle dans la configuration, les poids s'apprennent sur les fichiers eux-mêmes.",
  },
  options,
  examples: [
    {
      command: 'passerelle link bench --left a.csv --right b.csv --config bench.yml --json',
      text: { en: 'Pairs as NDJSON', fr: 'Les paires en NDJSON' },
    },
    {
      command: 'passerelle link bench --left a.csv --config bench.yml --truth truth.csv --chart chart.svg',
      text: {
        en: 'Duplicates in one file, and how good that is',
        fr: "Les doublons d'un fichier, et ce que cela vaut",
      },
    },
  ],
  run: (context) => bench(context),
});

const bench = async (context: CommandContext<object, typeof options>): Promise<ExitCode> => {
  const { options: given, out, lang, signal, progress, settings } = context;
  const { left, right = null, config: file, truth = null, chart = null } = given;
  if (chart !== null && truth === null) {
    throw new TeachingError('link-bench.chart-needs-truth', {}, { exitCode: EXIT.usage });
  }
  const { readBenchConfig } = await import('../../linkage/bench/bench-config.js');
  const { runBench } = await import('../../linkage/bench/run-bench.js');
  const config = readBenchConfig((await settings()).configDir, file);
  const line = await progress(TEXTS.reading[lang]);
  const watch = {
    read: () => line.advance(),
    stage: (stage: 'training' | 'linking') => line.phase(TEXTS[stage][lang]),
  };
  const result = await runBench(config, { left, right }, truth, watch, signal);
  line.done();
  if (out.isJson) for (const pair of result.pairs) await out.ndjson(pair);
  for (const text of summaryOf(result, lang)) out.line(text);
  if (result.quality !== null) await tellQuality(context, result.quality, chart);
  return EXIT.done;
};

/** The report is for people: with `--json`, where stdout holds the pairs, it goes to stderr. */
const tellQuality = async (
  { out, lang }: Pick<CommandContext, 'out' | 'lang'>,
  quality: QualityReport,
  chart: string | null,
): Promise<void> => {
  const { qualityText } = await import('#libs/linkage');
  out.line();
  for (const text of qualityText(quality, lang)) {
    if (out.isJson) out.note(text);
    else out.line(text);
  }
  if (chart === null) return;
  const { writeChart } = await import('../../linkage/bench/write-chart.js');
  await writeChart(chart, quality, TEXTS.automatic[lang], lang);
};

const summaryOf = (result: BenchResult, lang: Language): readonly string[] => {
  const count = (decision: 'link' | 'review'): number =>
    result.pairs.filter((pair) => pair.decision === decision).length;
  const rows: readonly (readonly [string, Text])[] = [
    [formatInteger(result.records, lang), TEXTS.records],
    [formatInteger(result.candidatePairs, lang), TEXTS.pairs],
    [formatInteger(count('link'), lang), TEXTS.links],
    [formatInteger(count('review'), lang), TEXTS.reviews],
    [formatInteger(result.largeBlocks.length, lang), TEXTS.large],
    [formatInteger(Math.ceil(result.seconds), lang), TEXTS.seconds],
  ];
  return rows.map(([figure, text]) => `${figure.padStart(12)}  ${text[lang]}`);
};
