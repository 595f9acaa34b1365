import type { MessagePack } from './teaching.js';

/** What can be wrong with the job queues that a person can mend. */
export const QUEUE_MESSAGES = {
  'queue.schema-denied': {
    en: {
      what: 'The database role may not create the queue tables (schema "{schema}").',
      why: 'The job queues live in a schema of their own in the same database, and the role of DATABASE_URL lacks the right to create it.',
      next: 'As the owner of the database run: GRANT CREATE ON DATABASE … TO the role of DATABASE_URL; or set REDIS_URL to keep the queues in Redis.',
    },
    fr: {
      what: 'Le rôle utilisé n’a pas le droit de créer les tables des files d’attente (schéma « {schema} »).',
      why: 'Les files d’attente occupent leur propre schéma dans la même base, et le rôle indiqué dans DATABASE_URL ne peut pas le créer.',
      next: 'En tant que propriétaire de la base, exécutez : GRANT CREATE ON DATABASE … TO le rôle de DATABASE_URL ; ou renseignez REDIS_URL pour placer les files dans Redis.',
    },
  },
  'queue.schema-newer': {
    en: {
      what: 'The queue tables (schema "{schema}") were made by a newer version of BullMQ: {needed} is needed, this program has {ours}.',
      why: 'Another installation, more recent than this one, uses the same database.',
      next: 'Use the more recent program. If no other installation uses this database, drop the schema "{schema}": no work is lost, pending chunks are enqueued again.',
    },
    fr: {
      what: 'Les tables des files d’attente (schéma « {schema} ») ont été créées par une version plus récente de BullMQ : il faut la version {needed}, ce programme a la version {ours}.',
      why: 'Une autre installation, plus récente que celle-ci, utilise la même base.',
      next: 'Utilisez le programme le plus récent. Si aucune autre installation n’utilise cette base, supprimez le schéma « {schema} » : aucun travail n’est perdu, les lots en attente sont remis en file.',
    },
  },
  'queue.payload-malformed': {
    en: {
      what: 'A job in the queue does not say what a job of this program says, and was dropped.',
      why: 'Another program or another version wrote into the same queue. The content was neither read further nor logged.',
      next: 'Let each installation have a database (or a Redis) of its own. Pending chunks are enqueued again by themselves.',
    },
    fr: {
      what: 'Une tâche de la file d’attente n’a pas la forme attendue ; elle a été écartée.',
      why: 'Un autre programme, ou une autre version, a écrit dans la même file. Son contenu n’a été ni lu plus avant ni journalisé.',
      next: 'Réservez à chaque installation sa propre base (ou son propre Redis). Les lots en attente sont remis en file automatiquement.',
    },
  },
} as const satisfies MessagePack;
