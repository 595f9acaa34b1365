import { EXIT, type ExitCode } from '#libs/domain';
import type { BalanceSheet } from '../../imports/balance-sheet.js';
import type { ImportRequest } from '../../imports/import-request.js';
import { argument, type CommandContext, defineCommand, option } from '../definition/index.js';
import { printSheet } from './balance-sheet.view.js';
import { importProgress } from './import-progress.js';
import { SUMMARIES } from './summaries.js';

const definition = {
  arguments: {
    paths: argument.many({
      metavar: 'FILE_OR_DIR',
      text: {
        en: 'export files, or a folder of which the files of this source are taken',
        fr: "fichiers d'export, ou dossier dont les fichiers de cette source sont pris",
      },
    }),
  },
  options: {
    source: option.text({
      metavar: 'PROFILE',
      required: true,
      text: {
        en: 'the source: coordin, 4d, tipi or a profile of your own',
        fr: 'la source : coordin, 4d, tipi ou un profil à vous',
      },
    }),
    site: option.text({
      metavar: 'SITE',
      required: true,
      text: { en: 'the site, for example ssdp-19', fr: 'le site, par exemple ssdp-19' },
    }),
    night: option.day({
      metavar: 'YYYY-MM-DD',
      text: {
        en: 'the night of the exports (default: what the files say, else today)',
        fr: "la nuit des exports (par défaut : celle que disent les fichiers, sinon aujourd'hui)",
      },
    }),
    full: option.flag({
      text: {
        en: 'the exports hold everything: mark what they no longer hold as absent (default)',
        fr: "les exports contiennent tout : marquer absent ce qu'ils n'ont plus (par défaut)",
      },
      conflicts: ['delta'],
    }),
    delta: option.flag({
      text: {
        en: 'the exports hold changes only: mark nothing as absent',
        fr: 'les exports ne contiennent que les changements : ne rien marquer absent',
      },
      conflicts: ['full'],
    }),
    workers: option.integer({
      metavar: 'N',
      least: 1,
      most: 32,
      text: {
        en: 'worker processes of this import (default: running workers, else as many as processors)',
        fr: 'processus ouvriers de cet import (par défaut : ceux qui tournent, sinon autant que de processeurs)',
      },
    }),
  },
};

export const command = defineCommand({
  name: 'import',
  summary: SUMMARIES.import,
  description: {
    en: 'Reads every file once, refuses what is cut or mixed up before anything is stored, then loads it in chunks through the queue. The same command again resumes what was interrupted; a file that was imported already changes nothing. Exit code 3: done, but records wait in quarantine or a file was refused. Exit code 4: every file was refused.',
    fr: 'Lit chaque fichier une fois, refuse ce qui est tronqué ou mélangé avant de stocker quoi que ce soit, puis charge par morceaux à travers la file. La même commande relancée reprend ce qui a été interrompu ; un fichier déjà importé ne change rien. Code de sortie 3 : terminé, mais des enregistrements attendent en quarantaine ou un fichier est refusé. Code 4 : tous les fichiers sont refusés.',
  },
  ...definition,
  dryRun: true,
  examples: [
    {
      command: 'passerelle import --source coordin --site ssdp-19 exports/ssdp-19',
      text: {
        en: "Import one night of COORDIN from a site's folder",
        fr: "Importer une nuit de COORDIN depuis le dossier d'un site",
      },
    },
    {
      command: 'passerelle import --source tipi --site ssdp-19 --dry-run --json TIPI_SSDP19_20261120.xml',
      text: { en: 'What would this file change?', fr: 'Que changerait ce fichier ?' },
    },
  ],
  run: (context) => runImport(context),
});

type Context = CommandContext<(typeof definition)['arguments'], (typeof definition)['options']>;

const runImport = async ({
  args,
  options,
  dryRun,
  out,
  lang,
  signal,
  progress,
  settings,
}: Context): Promise<ExitCode> => {
  const request: ImportRequest = {
    source: options.source,
    site: options.site,
    night: options.night ?? null,
    mode: options.delta ? 'delta' : 'full',
    paths: args.paths,
  };
  const { importExports } = await import('../../imports/import-exports.js');
  const watch = await importProgress(progress, out, lang);
  const sheet = await importExports(
    await settings(),
    request,
    { dryRun, workers: options.workers ?? null },
    watch,
    signal,
  );
  watch.done();
  if (out.isJson) out.json(sheet);
  printSheet(out, lang, sheet, dryRun);
  return exitCodeOf(sheet);
};

/** 0 when all landed, 3 when something waits for a person, 4 when every file was refused, 1 when the sheet does not close. */
export const exitCodeOf = ({ status, files }: BalanceSheet): ExitCode => {
  if (status === 'failed') return EXIT.failed;
  if (status === 'refused') return EXIT.refused;
  const waits = files.some(
    (file) => file.status === 'refused' || Object.values(file.tables).some(({ quarantined }) => quarantined > 0),
  );
  return waits ? EXIT.waiting : EXIT.done;
};
