import type { Text } from '#libs/messages';

/** What each exit code says, by code. */
export const EXIT_CODE_TEXTS: readonly Text[] = [
  { en: 'done', fr: 'fait' },
  { en: 'failed', fr: 'échec' },
  { en: 'wrong usage or configuration', fr: 'usage ou configuration incorrects' },
  {
    en: 'done, but something waits for a person (quarantine, review, differences)',
    fr: "fait, mais quelque chose attend quelqu'un (quarantaine, revue, écarts)",
  },
  { en: 'refused by a policy or a gate', fr: 'refusé par une règle ou un garde-fou' },
];

/** The environment variables that the settings are read from. */
export const SETTING_TEXTS: Readonly<Record<string, Text>> = {
  PASSERELLE_HOME: {
    en: 'state of an embedded installation (default: .passerelle)',
    fr: "état d'une installation embarquée (par défaut : .passerelle)",
  },
  PASSERELLE_CONFIG: {
    en: 'configuration folder (default: the packaged one)',
    fr: 'dossier de configuration (par défaut : celui du paquet)',
  },
  PASSERELLE_KEY_FILE: {
    en: 'file with the key of the installation (default: in the home)',
    fr: "fichier de la clé de l'installation (par défaut : avec son état)",
  },
  PASSERELLE_LOG_LEVEL: {
    en: 'how much is logged on stderr (default: warn)',
    fr: "quantité de journal sur la sortie d'erreur (par défaut : warn)",
  },
  DATABASE_URL: {
    en: 'an existing PostgreSQL (default: an embedded one)',
    fr: 'un PostgreSQL existant (par défaut : un serveur embarqué)',
  },
  REDIS_URL: {
    en: 'an existing Redis or Valkey for the queues (default: they live in PostgreSQL)',
    fr: "un Redis ou Valkey existant pour les files d'attente (par défaut : dans PostgreSQL)",
  },
};
