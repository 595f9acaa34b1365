import type { Text } from '#libs/messages';

/** The words of the help pages. */
export const HELP_TEXTS = {
  about: {
    en: 'Moves the case files of the social services from COORDIN, 4D and TIPI into one unified, minimised model, site by site.',
    fr: 'Fait passer les dossiers des services sociaux de COORDIN, 4D et TIPI à un modèle unifié et minimisé, site par site.',
  },
  usage: { en: 'Usage:', fr: 'Utilisation :' },
  arguments: { en: 'Arguments:', fr: 'Arguments :' },
  options: { en: 'Options:', fr: 'Options :' },
  optionsWord: { en: '[options]', fr: '[options]' },
  commands: { en: 'Commands:', fr: 'Commandes :' },
  commandWord: { en: 'COMMAND', fr: 'COMMANDE' },
  examples: { en: 'Examples:', fr: 'Exemples :' },
  exitCodes: { en: 'Exit codes:', fr: 'Codes de sortie :' },
  settings: { en: 'Settings (environment):', fr: 'Réglages (environnement) :' },
  required: { en: 'required', fr: 'obligatoire' },
  fallback: { en: 'default', fr: 'par défaut' },
  oneOf: { en: 'one of', fr: 'parmi' },
  help: { en: 'show this help', fr: 'afficher cette aide' },
  version: { en: 'show the version', fr: 'afficher la version' },
  more: {
    en: 'Run `passerelle COMMAND --help` for the options and examples of a command.',
    fr: "Lancez `passerelle COMMANDE --help` pour les options et les exemples d'une commande.",
  },
} as const satisfies Readonly<Record<string, Text>>;
