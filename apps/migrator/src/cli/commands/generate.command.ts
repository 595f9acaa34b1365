import { EXIT, type ExitCode } from '#libs/domain';
import { formatBytes, formatInteger, type Text } from '#libs/messages';
import { type CommandContext, defineCommand, option } from '../definition/index.js';
import { SUMMARIES } from './summaries.js';

const TEXTS = {
  writing: { en: 'households', fr: 'foyers' },
  written: { en: 'records written in', fr: 'enregistrements écrits dans' },
  truth: { en: 'The truth about them:', fr: 'Leur vérité :' },
} as const satisfies Record<string, Text>;

const options = {
  out: option.text({ metavar: 'DIR', required: true, text: { en: 'folder to write to', fr: 'dossier à remplir' } }),
  households: option.integer({
    metavar: 'N',
    required: true,
    least: 1,
    most: 10_000_000,
    text: { en: 'households, shared out among the sites', fr: 'nombre de foyers, répartis entre les sites' },
  }),
  seed: option.integer({
    metavar: 'S',
    fallback: 1,
    text: { en: 'same seed, same files', fr: 'même graine, mêmes fichiers' },
  }),
  sites: option.list({ metavar: 'A,B', text: { en: 'sites (default: ssdp-19)', fr: 'sites (par défaut : ssdp-19)' } }),
  night: option.day({
    metavar: 'D',
    fallback: '2026-11-20',
    text: { en: 'the night of the exports', fr: 'la nuit des exports' },
  }),
  fourd: option.choice({
    metavar: 'SHAPE',
    choices: ['txt', 'slk', 'dif', 'sql', 'xml'],
    fallback: 'txt',
    text: { en: 'the shape of the 4D exports', fr: 'la forme des exports 4D' },
  }),
};

export const command = defineCommand({
  name: 'generate',
  summary: SUMMARIES.generate,
  description: {
    en: 'Invented people with every kind of dirt that the layouts know: lost accents, impossible dates, unknown codes, short rows, refusals. truth.json says what must become of each record.',
    fr: 'Des personnes inventées, avec toutes les saletés que les formats connaissent : accents perdus, dates impossibles, codes inconnus, lignes courtes, refus. truth.json dit ce que chaque enregistrement doit devenir.',
  },
  options,
  examples: [
    {
      command: 'passerelle generate --out exports --households 200 --sites ssdp-06,ssdp-19',
      text: { en: 'Two small sites', fr: 'Deux petits sites' },
    },
  ],
  run: (context) => generate(context),
});

const generate = async ({
  options: given,
  out,
  lang,
  signal,
  progress,
}: CommandContext<object, typeof options>): Promise<ExitCode> => {
  const { generateExports } = await import('../../generate/generate-exports.js');
  const watch = await progress(TEXTS.writing[lang], given.households);
  const { out: folder, households, seed, night, fourd } = given;
  const sites = given.sites.length === 0 ? ['ssdp-19'] : given.sites;
  const summary = await generateExports({ out: folder, households, seed, night, fourd, sites, signal }, (state) =>
    watch.reach(state.households),
  );
  watch.done();
  if (out.isJson) out.json(summary);
  out.line(
    `${formatInteger(summary.records, lang)} ${TEXTS.written[lang]} ${summary.out} (${formatBytes(summary.bytes, lang)})`,
  );
  out.line(`${TEXTS.truth[lang]} ${summary.truth}`);
  return EXIT.done;
};
