import { EXIT, type ExitCode } from '#libs/domain';
import type { CommandContext } from '../definition/index.js';

const TITLES = {
  en: ['Table', 'Counts', 'By', 'Each site', 'Title'],
  fr: ['Tableau', 'Compte', 'Par', 'Par site', 'Titre'],
} as const;
const COUNTED = { persons: { en: 'persons', fr: 'personnes' }, aids: { en: 'aids', fr: 'aides' } } as const;
const YES = { en: 'yes', fr: 'oui' } as const;

/** The tables that may be published. */
export const listTables = async ({ out, lang, settings }: CommandContext): Promise<ExitCode> => {
  const { readTables } = await import('../../statistics/read-tables.js');
  const tables = readTables((await settings()).configDir);
  if (out.isJson) out.json(tables);
  out.table(
    TITLES[lang].map((title) => ({ title })),
    tables.map(({ table, population, dimensions, bySite, title }) => [
      table,
      COUNTED[population][lang],
      dimensions.join(', '),
      bySite ? YES[lang] : '',
      title[lang],
    ]),
  );
  return EXIT.done;
};
