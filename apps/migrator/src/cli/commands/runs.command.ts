import { EXIT, type ExitCode } from '#libs/domain';
import { formatInteger, type Text } from '#libs/messages';
import type { BalanceSheet } from '../../imports/balance-sheet.js';
import { argument, type CommandContext, defineCommand } from '../definition/index.js';
import { printSheet } from './balance-sheet.view.js';
import { exitCodeOf } from './import.command.js';
import { importProgress } from './import-progress.js';
import { SUMMARIES } from './summaries.js';

const TEXTS = {
  run: { en: 'run', fr: 'import' },
  night: { en: 'night', fr: 'nuit' },
  mode: { en: 'mode', fr: 'mode' },
  status: { en: 'status', fr: 'état' },
  started: { en: 'started', fr: 'début' },
  none: { en: 'Nothing has been imported yet.', fr: "Rien n'a encore été importé." },
  taken: { en: 'Taken back:', fr: 'Annulé :' },
  would: { en: 'Would be taken back (dry run):', fr: 'Serait annulé (essai à blanc) :' },
  kept: {
    en: 'Refusals that this run saw stay honoured.',
    fr: 'Les refus que cet import a vus restent respectés.',
  },
  encoding: { en: 'encoding', fr: 'encodage' },
  failure: { en: 'failed with', fr: 'échec' },
} as const satisfies Record<string, Text>;

const run = {
  run: argument.text({ metavar: 'RUN', text: { en: 'the run, for example R42', fr: "l'import, par exemple R42" } }),
};
type RunContext = CommandContext<typeof run, Record<never, never>>;

/** How many runs a list shows: about a month of nights of one site's sources. */
const SHOWN = 100;

export const command = defineCommand({
  name: 'runs',
  summary: SUMMARIES.runs,
  examples: [
    { command: 'passerelle runs', text: { en: 'The newest runs', fr: 'Les derniers imports' } },
    {
      command: 'passerelle runs show R42',
      text: { en: 'Files and balance sheet of a run', fr: "Fichiers et bilan d'un import" },
    },
  ],
  subcommands: [
    defineCommand({
      name: 'list',
      summary: { en: 'list the newest runs', fr: 'lister les derniers imports' },
      examples: [{ command: 'passerelle runs list --json', text: { en: 'As JSON', fr: 'En JSON' } }],
      run: (context) => list(context),
    }),
    defineCommand({
      name: 'show',
      summary: {
        en: 'show a run with its files and balance sheet',
        fr: 'montrer un import avec ses fichiers et son bilan',
      },
      arguments: run,
      examples: [{ command: 'passerelle runs show R42', text: { en: 'One run', fr: 'Un import' } }],
      run: (context) => show(context),
    }),
    defineCommand({
      name: 'resume',
      summary: {
        en: 'go on with a run that was interrupted or failed',
        fr: 'reprendre un import interrompu ou en échec',
      },
      arguments: run,
      examples: [{ command: 'passerelle runs resume R42', text: { en: 'Go on', fr: 'Reprendre' } }],
      run: (context) => resume(context),
    }),
    defineCommand({
      name: 'rollback',
      summary: {
        en: 'take the newest run of a site and source back',
        fr: "annuler le dernier import d'un site et d'une source",
      },
      arguments: run,
      dryRun: true,
      examples: [
        {
          command: 'passerelle runs rollback R42 --dry-run',
          text: { en: 'What would it undo?', fr: 'Que serait-il annulé ?' },
        },
      ],
      run: (context) => rollback(context),
    }),
  ],
  run: (context) => list(context),
});

const list = async ({ out, lang, settings }: CommandContext<object, object>): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { RunsService } = await import('../../runs/runs.service.js');
  const runs = await withEngine(await settings(), { queue: false }, (engine) => engine.get(RunsService).list(SHOWN));
  if (out.isJson) out.json({ runs });
  if (runs.length === 0) out.line(TEXTS.none[lang]);
  else {
    out.table(
      [
        TEXTS.run,
        { en: 'source', fr: 'source' },
        { en: 'site', fr: 'site' },
        TEXTS.night,
        TEXTS.mode,
        TEXTS.status,
        TEXTS.started,
      ].map((title) => ({ title: title[lang] })),
      runs.map((each) => [each.run, each.source, each.site, each.night, each.mode, each.status, each.startedAt]),
    );
  }
  return EXIT.done;
};

const show = async ({ args, out, lang, settings }: RunContext): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { RunsService } = await import('../../runs/runs.service.js');
  const details = await withEngine(await settings(), { queue: false }, (engine) =>
    engine.get(RunsService).show(args.run),
  );
  if (out.isJson) out.json(details);
  const { run: name, source, site, night, mode, status, failure, files } = details;
  out.line(`${name} · ${source} · ${site} · ${night} · ${mode} · ${status}`);
  if (failure !== null) out.line(`${TEXTS.failure[lang]} ${failure} (passerelle explain ${failure})`);
  for (const file of files) {
    const records = Object.entries(file.records).map(([table, n]) => `${table} ${formatInteger(n, lang)}`);
    out.line(
      `  ${file.name} · ${file.status} · sha256 ${file.sha256.slice(0, 12)}… · ${file.encoding ?? '-'} · ${records.join(', ')}`,
    );
  }
  if (details.sheet !== null && details.kind === 'import') printSheet(out, lang, details.sheet as BalanceSheet, false);
  return EXIT.done;
};

const resume = async ({ args, out, lang, signal, progress, settings }: RunContext): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { resumeRun } = await import('../../imports/resume-run.js');
  const watch = await importProgress(progress, out, lang);
  const sheet = await withEngine(await settings(), { queue: true, signal }, (engine) =>
    resumeRun(engine, args.run, watch, signal),
  );
  watch.done();
  if (out.isJson) out.json(sheet);
  printSheet(out, lang, sheet, false);
  return exitCodeOf(sheet);
};

const rollback = async ({ args, dryRun, out, lang, settings }: RunContext): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { RunsService } = await import('../../runs/runs.service.js');
  const touched = await withEngine(await settings(), { queue: false }, (engine) =>
    engine.get(RunsService).rollback(args.run, dryRun),
  );
  if (out.isJson) out.json({ run: args.run, dryRun, rows: touched });
  out.line((dryRun ? TEXTS.would : TEXTS.taken)[lang]);
  for (const [step, rows] of Object.entries(touched)) out.line(`  ${formatInteger(rows, lang).padStart(9)}  ${step}`);
  out.line(TEXTS.kept[lang]);
  return EXIT.done;
};
