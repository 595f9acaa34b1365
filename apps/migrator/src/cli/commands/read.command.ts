import { EXIT, type ExitCode } from '#libs/domain';
import { argument, type CommandContext, defineCommand, option } from '../definition/index.js';
import { SUMMARIES } from './summaries.js';

const definition = {
  arguments: {
    files: argument.many({ metavar: 'FILE', text: { en: 'files to read', fr: 'fichiers à lire' } }),
  },
  options: {
    source: option.text({
      metavar: 'PROFILE',
      required: true,
      text: {
        en: 'the profile to read with (csv reads any CSV with a header)',
        fr: 'le profil de lecture (csv lit tout CSV avec en-tête)',
      },
    }),
    table: option.text({
      metavar: 'T',
      text: {
        en: 'the table that the files hold, or the only one to print',
        fr: 'la table que contiennent les fichiers, ou la seule à écrire',
      },
    }),
  },
};

export const command = defineCommand({
  name: 'read',
  summary: SUMMARIES.read,
  description: {
    en: 'Prints the values of the columns that the profile uses, as the source wrote them, one record a line: dropped columns are never read. A record that cannot be read is printed with its fault. Personal data: send the output nowhere.',
    fr: "Écrit les valeurs des colonnes que le profil utilise, telles que la source les a écrites, un enregistrement par ligne : les colonnes abandonnées ne sont jamais lues. Un enregistrement illisible est écrit avec son défaut. Données personnelles : n'envoyez cette sortie nulle part.",
  },
  ...definition,
  examples: [
    {
      command: 'passerelle read --source coordin COORDIN_DOSSIERS_SSDP19_20261120.csv',
      text: { en: 'What does the reader see in this file?', fr: 'Que voit le lecteur dans ce fichier ?' },
    },
    {
      command: 'passerelle read --source csv any.csv',
      text: { en: 'Any CSV with a header', fr: 'Tout CSV avec en-tête' },
    },
  ],
  run: (context) => read(context),
});

type Context = CommandContext<(typeof definition)['arguments'], (typeof definition)['options']>;

const read = async ({ args, options, out, signal, settings }: Context): Promise<ExitCode> => {
  const { configDir } = await settings();
  const { readExports } = await import('../../reading/read-exports.js');
  const { SourceCatalogue } = await import('#libs/services');
  const { profile } = new SourceCatalogue(configDir).source(options.source, 'any');
  let faults = 0;
  for await (const line of readExports(profile, args.files, options.table ?? null, signal)) {
    if ('fault' in line) faults += 1;
    await out.ndjson(line);
  }
  return faults === 0 ? EXIT.done : EXIT.waiting;
};
