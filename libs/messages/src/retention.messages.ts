import type { MessagePack } from './teaching.js';

/** Retention: the nightly run, files that are kept longer, contacts that are noted here. */
export const retentionMessages = {
  'retention.busy': {
    en: {
      what: 'Another run of retention is under way, so this one did nothing.',
      why: 'Two at once would announce and delete the same files.',
      next: 'Wait until it has ended. `passerelle retention due` shows the last run.',
    },
    fr: {
      what: 'Une autre exécution de la conservation est en cours : celle-ci n’a rien fait.',
      why: 'Deux à la fois annonceraient et supprimeraient les mêmes dossiers.',
      next: 'Attendez qu’elle se termine. `passerelle retention due` montre la dernière exécution.',
    },
  },
  'retention.as-of': {
    en: {
      what: '--as-of is for looking ahead only.',
      why: 'What is deleted on a day that has not come would be deleted too early; what is over by the clock of the database goes by itself.',
      next: 'Add `--dry-run`, or leave `--as-of` out.',
    },
    fr: {
      what: '--as-of sert seulement à regarder devant soi.',
      why: 'Supprimer pour un jour qui n’est pas venu, c’est supprimer trop tôt ; ce qui est échu d’après l’horloge de la base part de lui-même.',
      next: 'Ajoutez `--dry-run`, ou n’indiquez pas `--as-of`.',
    },
  },
  'retention.interrupted': {
    en: {
      what: 'A run of retention ended before it was done.',
      why: 'It was stopped, or the database was away. What it had deleted is deleted; the rest is as it was.',
      next: 'Run `passerelle retention run` again: it goes on where this one ended.',
    },
    fr: {
      what: 'Une exécution de la conservation s’est arrêtée avant la fin.',
      why: 'Elle a été interrompue, ou la base était indisponible. Ce qu’elle a supprimé l’est ; le reste n’a pas changé.',
      next: 'Relancez `passerelle retention run` : l’exécution reprend là où celle-ci s’est arrêtée.',
    },
  },
  'retention.kind': {
    en: {
      what: 'policies/retention.yml has no kind `{kind}`.',
      why: 'The nightly run deletes by the periods of that file alone; without this one it does not know when.',
      next: 'Add `{kind}` under `kinds`, with `period`, `from`, `then` and `source`, as the file that ships with Passerelle does.',
    },
    fr: {
      what: 'policies/retention.yml ne contient pas la catégorie `{kind}`.',
      why: 'L’exécution nocturne ne supprime que d’après les durées de ce fichier ; sans celle-ci, elle ne sait pas quand.',
      next: 'Ajoutez `{kind}` sous `kinds`, avec `period`, `from`, `then` et `source`, comme dans le fichier livré avec Passerelle.',
    },
  },
  'retention.ground': {
    en: {
      what: 'This is no ground for keeping a file longer.',
      why: 'The ground is one of a few words, since a sentence would tell of the person: {known}.',
      next: 'Give one of them with `--reason`; what there is to say about it belongs in the file of the request.',
    },
    fr: {
      what: 'Ce n’est pas un motif de conservation prolongée.',
      why: 'Le motif est un mot d’une courte liste, car une phrase en dirait trop sur la personne : {known}.',
      next: 'Donnez l’un d’eux avec `--reason` ; le reste a sa place dans le dossier de la demande.',
    },
  },
  'retention.until': {
    en: {
      what: '{day} is past.',
      why: 'A file is kept until a day to come; after it the nightly run deletes it.',
      next: 'Give the day on which the justification ends with `--until`.',
    },
    fr: {
      what: 'Le {day} est passé.',
      why: 'Un dossier est conservé jusqu’à une date à venir ; ensuite, l’exécution nocturne le supprime.',
      next: 'Donnez avec `--until` le jour où la justification prend fin.',
    },
  },
  'retention.day': {
    en: {
      what: '{day} is still to come.',
      why: 'A contact that has not taken place does not keep a file.',
      next: 'Give the day of the last contact with `--on`.',
    },
    fr: {
      what: 'Le {day} n’est pas encore passé.',
      why: 'Un contact qui n’a pas eu lieu ne prolonge pas la conservation.',
      next: 'Donnez avec `--on` le jour du dernier contact.',
    },
  },
  'retention.not-kept': {
    en: {
      what: 'This file is not kept beyond its period, so there is nothing to end.',
      why: 'Nobody has given a justification for it, or it has ended already.',
      next: '`passerelle subject show PERSON` says until when the file is kept.',
    },
    fr: {
      what: 'Ce dossier ne fait l’objet d’aucune conservation prolongée : il n’y a rien à terminer.',
      why: 'Nul n’a donné de justification, ou elle a déjà pris fin.',
      next: '`passerelle subject show PERSON` indique jusqu’à quand le dossier est conservé.',
    },
  },
  'run.copies-gone': {
    en: {
      what: '{run} can no longer be taken back.',
      why: 'The copies that this needs were deleted when their retention period was over (`undoLog` in policies/retention.yml).',
      next: 'Have the source corrected: the next full export brings it.',
    },
    fr: {
      what: '{run} ne peut plus être annulé.',
      why: 'Les copies nécessaires ont été supprimées au terme de leur durée de conservation (`undoLog` dans policies/retention.yml).',
      next: 'Faites corriger la source : le prochain export complet apportera la correction.',
    },
  },
} as const satisfies MessagePack;
