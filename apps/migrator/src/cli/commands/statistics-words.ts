import type { Text } from '#libs/messages';
import { argument, option } from '../definition/index.js';

/** Which figures, in the subcommands of `statistics` that take one table. */
export const tableArguments = {
  table: argument.text({
    metavar: 'TABLE',
    text: { en: 'name of a table; see `statistics list`', fr: "nom d'un tableau ; voir `statistics list`" },
  }),
};

export const month = option.text({
  metavar: 'YYYY-MM',
  text: {
    en: 'aids: the month in which they were asked for; persons: a month in which figures were drawn up',
    fr: 'aides : le mois de la demande ; personnes : un mois où des chiffres ont été établis',
  },
});

export const text = (en: string, fr: string): Text => ({ en, fr });
