import type { MessagePack } from './teaching.js';

/** What can stand in the way of an import or a read. */
export const importMessages = {
  'export.not-found': {
    en: {
      what: 'There is no file or folder {file}.',
      why: 'The path is wrong, or the export has not arrived.',
      next: 'Check the path (ls), then run the same command again.',
    },
    fr: {
      what: "Il n'y a ni fichier ni dossier {file}.",
      why: "Le chemin est faux, ou l'export n'est pas arrivé.",
      next: 'Vérifiez le chemin (ls), puis relancez la même commande.',
    },
  },
  'export.none': {
    en: {
      what: 'No export of {source} lies in {folder}.',
      why: 'From a folder those files are taken whose names the profile knows; folders inside it are left alone.',
      next: "Name the site's own folder or the files themselves; config/sources/{source}.yml says what names are expected.",
    },
    fr: {
      what: 'Aucun export de {source} dans {folder}.',
      why: "D'un dossier sont pris les fichiers dont le profil connaît le nom ; ses sous-dossiers sont laissés de côté.",
      next: 'Donnez le dossier du site ou les fichiers eux-mêmes ; config/sources/{source}.yml dit quels noms sont attendus.',
    },
  },
  'export.gone': {
    en: {
      what: 'The export {file} is no longer there.',
      why: 'An import reads its files where they lie, and goes on after an interruption only while they are there.',
      next: 'Put the same file back and run `passerelle runs resume RUN`, or take the run back with `passerelle runs rollback RUN`.',
    },
    fr: {
      what: "L'export {file} n'est plus là.",
      why: "Un import lit ses fichiers sur place, et ne reprend après une interruption que s'ils y sont encore.",
      next: "Remettez le même fichier et lancez `passerelle runs resume RUN`, ou annulez l'import avec `passerelle runs rollback RUN`.",
    },
  },
  'export.changed': {
    en: {
      what: 'The export {file} was written to after the import had begun.',
      why: 'What was planned from the first reading no longer fits the bytes; reading on would mix two nights.',
      next: 'Take the run back (`passerelle runs rollback RUN`), wait until the transfer has ended, import again.',
    },
    fr: {
      what: "L'export {file} a été modifié après le début de l'import.",
      why: 'Ce que la première lecture a prévu ne correspond plus aux octets ; continuer mélangerait deux nuits.',
      next: "Annulez l'import (`passerelle runs rollback RUN`), attendez la fin du transfert, importez de nouveau.",
    },
  },
  'mismatch.site': {
    en: {
      what: 'The file belongs to site {site}, the import is for {expected}.',
      why: 'One site’s persons filed under another would be lost to both.',
      next: 'Run the import with --site of the file, or move the file to its own folder.',
    },
    fr: {
      what: "Le fichier appartient au site {site}, l'import concerne {expected}.",
      why: "Les personnes d'un site rangées sous un autre seraient perdues pour les deux.",
      next: "Lancez l'import avec le --site du fichier, ou déplacez le fichier dans son dossier.",
    },
  },
  'mismatch.night': {
    en: {
      what: 'The file is of the night {night}, the import is for {expected}.',
      why: 'Its name and its content, or the files of one command, name different nights.',
      next: 'Import each night by itself, oldest first: `passerelle import … --night {night}`.',
    },
    fr: {
      what: "Le fichier est de la nuit du {night}, l'import concerne celle du {expected}.",
      why: 'Son nom et son contenu, ou les fichiers de la commande, indiquent des nuits différentes.',
      next: "Importez chaque nuit séparément, la plus ancienne d'abord : `passerelle import … --night {night}`.",
    },
  },
  'mismatch.no-table-fits': {
    en: {
      what: 'Neither the name nor the content of the file fits a table of the profile.',
      why: 'Its columns or its structure are not those that the profile describes.',
      next: 'Compare its first line with the columns in config/sources, and try another source: `passerelle read --source PROFILE FILE` prints the records where the profile fits. If this site writes other column names, give them in its overlay (docs/guide/profiles.md).',
    },
    fr: {
      what: 'Ni le nom ni le contenu du fichier ne correspondent à une table du profil.',
      why: 'Ses colonnes ou sa structure ne sont pas celles que décrit le profil.',
      next: "Comparez sa première ligne avec les colonnes de config/sources, et essayez une autre source : `passerelle read --source PROFIL FICHIER` écrit les enregistrements si le profil convient. Si ce site écrit d'autres noms de colonnes, donnez-les dans sa surcharge (docs/guide/profiles.md).",
    },
  },
  'mismatch.name-needed': {
    en: {
      what: 'The content of the file fits several tables, and its name tells none.',
      why: 'Exports without a header can only be told apart by their names.',
      next: 'Give the file the name that the profile expects (config/sources), or use --table with `passerelle read`.',
    },
    fr: {
      what: "Le contenu du fichier convient à plusieurs tables, et son nom n'en désigne aucune.",
      why: 'Les exports sans en-tête ne se distinguent que par leur nom.',
      next: 'Donnez au fichier le nom que le profil attend (config/sources), ou utilisez --table avec `passerelle read`.',
    },
  },
  'import.busy': {
    en: {
      what: 'Another command is importing {source} of {site} right now.',
      why: 'Two imports of one source and site at once could not be told apart afterwards.',
      next: 'Wait for it (`passerelle runs`), then run the same command again.',
    },
    fr: {
      what: 'Une autre commande importe {source} de {site} en ce moment.',
      why: "Deux imports simultanés d'une même source et d'un même site ne pourraient plus être distingués.",
      next: "Attendez qu'elle finisse (`passerelle runs`), puis relancez la même commande.",
    },
  },
  'import.several-nights': {
    en: {
      what: 'The files are of several nights: {nights}.',
      why: 'Each night is an import of its own; the order matters.',
      next: 'Import the oldest first: add --night and the files of that night.',
    },
    fr: {
      what: 'Les fichiers sont de plusieurs nuits : {nights}.',
      why: "Chaque nuit est un import à part ; l'ordre compte.",
      next: 'Commencez par la plus ancienne : ajoutez --night et les fichiers de cette nuit.',
    },
  },
  'import.two-files': {
    en: {
      what: 'Two different files hold the table {table}: {one} and {other}.',
      why: 'Which of them holds for this night is not for the program to guess.',
      next: 'Leave one of them out of the command or the folder.',
    },
    fr: {
      what: 'Deux fichiers différents contiennent la table {table} : {one} et {other}.',
      why: 'Le programme ne peut pas deviner lequel vaut pour cette nuit.',
      next: "Retirez l'un des deux de la commande ou du dossier.",
    },
  },
  'source.unknown': {
    en: {
      what: 'There is no source profile {source}.',
      why: 'Profiles lie in config/sources. Known: {known}.',
      next: 'Use one of these, or add a profile (CONTRIBUTING, "How to add a source").',
    },
    fr: {
      what: "Il n'y a pas de profil de source {source}.",
      why: 'Les profils se trouvent dans config/sources. Connus : {known}.',
      next: "Utilisez l'un d'eux, ou ajoutez un profil (CONTRIBUTING, « How to add a source »).",
    },
  },
  'source.read-only': {
    en: {
      what: 'The profile {source} serves to look at files only.',
      why: 'It says how a file is read, not what its columns mean.',
      next: 'Use `passerelle read --source {source} FILE`, or write a profile that maps the columns.',
    },
    fr: {
      what: "Le profil {source} ne sert qu'à regarder des fichiers.",
      why: 'Il dit comment lire un fichier, pas ce que ses colonnes signifient.',
      next: 'Utilisez `passerelle read --source {source} FILE`, ou écrivez un profil qui donne un sens aux colonnes.',
    },
  },
  'site.malformed': {
    en: {
      what: '{site} is not a site id.',
      why: 'A site id is lower case letters and digits in parts joined by hyphens: ssdp-19, psa-3.',
      next: 'Write it like that: --site ssdp-19.',
    },
    fr: {
      what: "{site} n'est pas un identifiant de site.",
      why: 'Un identifiant de site : lettres minuscules et chiffres, parties jointes par des tirets (ssdp-19, psa-3).',
      next: 'Écrivez-le ainsi : --site ssdp-19.',
    },
  },
  'table.unknown': {
    en: {
      what: 'The profile has no table {table}.',
      why: 'Its tables: {known}.',
      next: 'Use one of these with --table.',
    },
    fr: {
      what: "Le profil n'a pas de table {table}.",
      why: 'Ses tables : {known}.',
      next: "Utilisez l'une d'elles avec --table.",
    },
  },
  'run.unknown': {
    en: { what: 'There is no run {run}.', why: 'Runs are named R1, R2, …', next: 'See `passerelle runs`.' },
    fr: {
      what: "Il n'y a pas d'import {run}.",
      why: 'Les imports se nomment R1, R2, …',
      next: 'Voyez `passerelle runs`.',
    },
  },
  'run.not-resumable': {
    en: {
      what: 'The run {run} cannot be resumed: it is {status}.',
      why: 'Only an import that was interrupted or failed can go on.',
      next: 'See `passerelle runs show {run}`; import the files again where needed.',
    },
    fr: {
      what: "L'import {run} ne peut pas être repris : il est {status}.",
      why: 'Seul un import interrompu ou en échec peut reprendre.',
      next: 'Voyez `passerelle runs show {run}` ; réimportez les fichiers au besoin.',
    },
  },
  'run.overtaken': {
    en: {
      what: 'The run {run} cannot be resumed: {latest} came after it.',
      why: 'An older night loaded over a newer one would bring back what has changed since.',
      next: 'Nothing needs doing: {latest} holds the newer state. See `passerelle runs show {latest}`.',
    },
    fr: {
      what: "L'import {run} ne peut pas être repris : {latest} l'a suivi.",
      why: 'Une nuit plus ancienne chargée par-dessus une plus récente ferait revenir ce qui a changé depuis.',
      next: "Il n'y a rien à faire : {latest} contient l'état le plus récent. Voyez `passerelle runs show {latest}`.",
    },
  },
  'mismatch.empty': {
    en: {
      what: 'The file holds no record of {table}, while the store holds some from earlier exports.',
      why: 'An empty export cannot be told from one that was cut; taken as a full one, it would mark everyone as absent.',
      next: 'Have the export made again. If the table is empty by now, import with --delta.',
    },
    fr: {
      what: "Le fichier ne contient aucun enregistrement de {table}, alors que la base en a reçu d'exports précédents.",
      why: "Un export vide ne se distingue pas d'un export tronqué ; pris pour complet, il ferait passer tout le monde pour absent.",
      next: "Faites refaire l'export. Si la table est vraiment vide désormais, importez avec --delta.",
    },
  },
  'run.not-the-latest': {
    en: {
      what: 'The run {run} cannot be taken back: {latest} came after it.',
      why: 'A later run stands on it; only the newest one of a site and source can be taken back.',
      next: 'Take {latest} back first (`passerelle runs rollback {latest}`).',
    },
    fr: {
      what: "L'import {run} ne peut pas être annulé : {latest} l'a suivi.",
      why: "Un import plus récent s'appuie sur lui ; seul le dernier d'un site et d'une source peut être annulé.",
      next: "Annulez d'abord {latest} (`passerelle runs rollback {latest}`).",
    },
  },
  'run.chunk-failed': {
    en: {
      what: 'The run failed: {failed} part(s) could not be loaded ({failure}).',
      why: 'Each part was tried several times, except where another try cannot help. What had landed before stays, counted.',
      next: '`passerelle explain {failure}`, mend the cause, then `passerelle runs resume RUN`; or `passerelle runs rollback RUN`.',
    },
    fr: {
      what: "L'import a échoué : {failed} partie(s) n'ont pas pu être chargées ({failure}).",
      why: 'Chaque partie a été tentée plusieurs fois, sauf quand une autre tentative ne peut rien changer. Ce qui était entré reste, compté.',
      next: '`passerelle explain {failure}`, corrigez la cause, puis `passerelle runs resume RUN` ; ou `passerelle runs rollback RUN`.',
    },
  },
  'run.chunk-dies': {
    en: {
      what: 'A part of the run ended every worker that took it: twenty of them went without a word.',
      why: 'A worker that the system kills says nothing. Most often the memory of the machine or of the container was exhausted; a processor fault or somebody else’s kill looks the same.',
      next: "Look into the system's journal (dmesg, the container's events), give the workers more memory or make parts smaller (PASSERELLE_CHUNK_RECORDS counts for new imports), then `passerelle runs resume RUN`.",
    },
    fr: {
      what: "Une partie de l'import a mis fin à chaque ouvrier qui l'a prise : vingt ont disparu sans un mot.",
      why: "Un ouvrier tué par le système ne dit rien. Le plus souvent, la mémoire de la machine ou du conteneur était épuisée ; une panne du processeur ou l'arrêt forcé par quelqu'un d'autre ont le même aspect.",
      next: 'Consultez le journal du système (dmesg, événements du conteneur), donnez plus de mémoire aux ouvriers ou réduisez les parties (PASSERELLE_CHUNK_RECORDS vaut pour les nouveaux imports), puis `passerelle runs resume RUN`.',
    },
  },
  'run.off-balance': {
    en: {
      what: 'The balance sheet of the run does not close.',
      why: 'Some record that was read did not end as created, updated, unchanged, quarantined or withheld. That is a fault of the program.',
      next: 'Take the run back (`passerelle runs rollback RUN`) and report it with `passerelle runs show RUN --json`: it holds no personal data.',
    },
    fr: {
      what: "Le bilan de l'import ne tombe pas juste.",
      why: "Un enregistrement lu n'a fini ni créé, ni modifié, ni inchangé, ni en quarantaine, ni retenu. C'est un défaut du programme.",
      next: "Annulez l'import (`passerelle runs rollback RUN`) et signalez-le avec `passerelle runs show RUN --json` : aucune donnée personnelle n'y figure.",
    },
  },
  'run.profile-changed': {
    en: {
      what: 'The profile, policy or code lists of {source} changed after this run was planned.',
      why: 'Parts of one import read by different rules could not be explained afterwards.',
      next: 'Put the configuration back and resume, or take the run back (`passerelle runs rollback RUN`) and import again.',
    },
    fr: {
      what: 'Le profil, les règles ou les nomenclatures de {source} ont changé après la préparation de cet import.',
      why: "Les parties d'un même import lues selon des règles différentes ne pourraient plus être expliquées.",
      next: "Remettez la configuration et reprenez, ou annulez l'import (`passerelle runs rollback RUN`) et importez de nouveau.",
    },
  },
  'run.ended-elsewhere': {
    en: {
      what: 'Another command ended the run {run}.',
      why: 'It was resumed or taken back while this command was waiting.',
      next: 'See `passerelle runs show {run}`.',
    },
    fr: {
      what: "Une autre commande a terminé l'import {run}.",
      why: 'Il a été repris ou annulé pendant que cette commande attendait.',
      next: 'Voyez `passerelle runs show {run}`.',
    },
  },
} as const satisfies MessagePack;
