import { LANGUAGES } from '#libs/messages';
import { option } from './option.js';

/** Options that every command takes. */
export const GLOBAL_OPTIONS = {
  json: option.flag({
    text: {
      en: 'print the result as JSON on stdout, for programs',
      fr: 'écrire le résultat en JSON sur la sortie standard, pour les programmes',
    },
  }),
  lang: option.choice({
    metavar: 'LANG',
    choices: LANGUAGES,
    text: {
      en: 'language of texts: en or fr (default: that of the environment)',
      fr: "langue des textes : en ou fr (par défaut : celle de l'environnement)",
    },
  }),
};

/** The option of the commands that change something and can show what they would change. */
export const DRY_RUN = option.flag({
  text: {
    en: 'do everything, show the result, keep nothing',
    fr: 'tout faire, montrer le résultat, ne rien garder',
  },
});
