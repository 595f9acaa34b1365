import type { Text } from '#libs/messages';
import type { CommandName } from './rollout-order.js';

/** What each command does, in one line; kept apart from the commands so that `--help` need not load them. */
export const SUMMARIES: Readonly<Record<CommandName, Text>> = {
  demo: {
    en: 'show the whole way on synthetic exports of three sites',
    fr: 'montrer tout le parcours sur des exports synthétiques de trois sites',
  },
  generate: {
    en: 'write synthetic exports of the three systems, with their truth',
    fr: 'écrire des exports synthétiques des trois systèmes, avec leur vérité',
  },
  inspect: {
    en: 'tell what a file is, with evidence, and which profile fits',
    fr: "dire ce qu'est un fichier, indices à l'appui, et quel profil convient",
  },
  read: {
    en: 'print the source records of a file as NDJSON; store nothing',
    fr: "écrire les enregistrements d'un fichier en NDJSON ; ne rien stocker",
  },
  import: { en: 'import the exports of a site', fr: "importer les exports d'un site" },
  runs: { en: 'list, show, resume or roll back import runs', fr: 'lister, montrer, reprendre ou annuler les imports' },
  quarantine: {
    en: 'list, show and replay the records that wait',
    fr: 'lister, montrer et rejouer les enregistrements en attente',
  },
  link: { en: 'recognise the same person across systems', fr: "reconnaître une même personne d'un système à l'autre" },
  links: {
    en: 'print which source persons make one person',
    fr: "écrire quelles personnes d'origine n'en font qu'une",
  },
  review: {
    en: 'decide on the pairs that the engine leaves to people',
    fr: 'trancher les paires que le moteur laisse aux personnes',
  },
  persons: {
    en: 'show one person with where each value comes from',
    fr: "montrer une personne, avec l'origine de chaque valeur",
  },
  reconcile: {
    en: 'compare an export with the store, difference by difference',
    fr: 'comparer un export avec la base, écart par écart',
  },
  rollout: {
    en: 'prepare, shadow, switch, reverse or complete a site',
    fr: 'préparer, doubler, basculer, rétablir ou achever un site',
  },
  policy: {
    en: 'check policies; write dictionary, record of processing and notice',
    fr: "vérifier les règles ; écrire dictionnaire, registre des traitements et notice d'information",
  },
  subject: {
    en: 'rights of a person: show, export, erase, separate, refuse',
    fr: "droits d'une personne : montrer, exporter, effacer, séparer, refuser",
  },
  retention: {
    en: 'announce and delete what has had its time; keep a file longer',
    fr: 'annoncer et supprimer ce qui arrive à échéance ; garder un dossier plus longtemps',
  },
  statistics: {
    en: 'tables of figures in which nobody can be found',
    fr: "tableaux de chiffres où l'on ne retrouve personne",
  },
  audit: {
    en: 'list, verify and prune the trail of reads and changes',
    fr: 'lister, vérifier et purger le journal des lectures et modifications',
  },
  token: {
    en: 'create, list and revoke the tokens of gateway clients',
    fr: 'créer, lister et révoquer les jetons des clients',
  },
  worker: { en: 'run a worker that imports and links', fr: 'lancer un ouvrier qui importe et rapproche' },
  gateway: { en: 'run the HTTP gateway', fr: 'lancer la passerelle HTTP' },
  up: { en: 'run workers, gateway and console together', fr: 'lancer ensemble ouvriers, passerelle et console' },
  doctor: { en: 'check this installation and say what to mend', fr: "vérifier l'installation et dire quoi réparer" },
  backup: { en: 'write a backup of this installation', fr: "écrire une sauvegarde de l'installation" },
  restore: { en: 'restore a backup', fr: 'restaurer une sauvegarde' },
  explain: {
    en: 'explain a reason or error code, and what to do about it',
    fr: "expliquer un code de motif ou d'erreur, et quoi faire",
  },
};
