import type { MessagePack } from './teaching.js';

/** What can be wrong with the environment, the home or the installation’s key. */
export const runtimeMessages = {
  'settings.invalid': {
    en: {
      what: 'The setting {name} has a value that cannot be used; expected: {expected}.',
      why: 'The settings are read once, when a command starts, so that nothing goes wrong half-way. The value itself is not shown, because it may hold a password.',
      next: 'Correct {name} in the environment, or leave it unset for the default, and run the command again.',
    },
    fr: {
      what: 'Le réglage {name} a une valeur inutilisable ; valeurs attendues : {expected}.',
      why: "Les réglages sont lus une seule fois, au démarrage, pour que rien n'échoue à mi-chemin. La valeur n'est pas affichée, car elle peut contenir un mot de passe.",
      next: "Corrigez {name} dans l'environnement, ou retirez-le pour la valeur par défaut, puis relancez la commande.",
    },
  },
  'settings.config-missing': {
    en: {
      what: 'There is no configuration folder at {folder}.',
      why: 'It holds the profiles, policies and code tables, without which nothing may be imported. PASSERELLE_CONFIG names it, or the installation is incomplete.',
      next: 'Correct PASSERELLE_CONFIG, or unset it to use the configuration that comes with the product.',
    },
    fr: {
      what: "Il n'y a pas de dossier de configuration à l'emplacement {folder}.",
      why: "Il contient les profils, les politiques et les tables de correspondance, sans lesquels rien ne peut être importé. PASSERELLE_CONFIG le désigne, ou l'installation est incomplète.",
      next: 'Corrigez PASSERELLE_CONFIG, ou retirez-le pour utiliser la configuration livrée avec le produit.',
    },
  },
  'home.unusable': {
    en: {
      what: 'The folder {home} cannot be used as home ({reason}).',
      why: 'The home holds the database, the key and the reports. It could not be made or read: a file of that name may be in the way, or the account may not write there.',
      next: 'Set PASSERELLE_HOME to a folder where this account may write.',
    },
    fr: {
      what: "Le dossier {home} ne peut pas servir de dossier d'installation ({reason}).",
      why: "Il contient la base de données, la clé et les rapports. Il n'a pas pu être créé ou lu : un fichier du même nom fait peut-être obstacle, ou le compte n'a pas le droit d'y écrire.",
      next: 'Donnez à PASSERELLE_HOME un dossier où ce compte peut écrire.',
    },
  },
  'home.owner': {
    en: {
      what: 'The home {home} belongs to another account (number {owner}).',
      why: 'Files that two accounts make in one home lock each other out, and the key is for its owner alone.',
      next: 'Run the command as the owner of the home, or set PASSERELLE_HOME to a folder of your own.',
    },
    fr: {
      what: "Le dossier d'installation {home} appartient à un autre compte (numéro {owner}).",
      why: 'Les fichiers que deux comptes créent dans un même dossier se bloquent mutuellement, et la clé est réservée à son propriétaire.',
      next: 'Lancez la commande avec le compte propriétaire, ou donnez à PASSERELLE_HOME un dossier à vous.',
    },
  },
  'home.open': {
    en: {
      what: 'Other accounts may write into the home {home}.',
      why: 'Whoever writes there could put a key or a database of their own in the place of yours.',
      next: 'Run `chmod 700 {home}`, or set PASSERELLE_HOME to a folder of its own.',
    },
    fr: {
      what: "D'autres comptes peuvent écrire dans le dossier d'installation {home}.",
      why: 'Quiconque y écrit pourrait mettre une clé ou une base à lui à la place des vôtres.',
      next: 'Lancez `chmod 700 {home}`, ou donnez à PASSERELLE_HOME un dossier réservé.',
    },
  },
  'home.busy': {
    en: {
      what: 'Another command (process {pid}) has been starting or stopping the database of this home for a quarter of an hour.',
      why: 'Only one command at a time may start or stop it; this one may be suspended, or its disk may be very slow.',
      next: 'Look at process {pid}; resume or end it, then run the command again. Nothing needs to be cleaned up.',
    },
    fr: {
      what: "Une autre commande (processus {pid}) démarre ou arrête la base de ce dossier depuis un quart d'heure.",
      why: "Une seule commande à la fois peut la démarrer ou l'arrêter ; celle-ci est peut-être suspendue, ou son disque est très lent.",
      next: "Examinez le processus {pid} ; reprenez-le ou terminez-le, puis relancez la commande. Rien n'est à nettoyer.",
    },
  },
  'installation-key.missing': {
    en: {
      what: "The installation's key {file} is missing, but this home already holds a database.",
      why: 'Every id in the database is derived from that key. With a new one, the same persons would get other ids and every import would double them, so no new key is made.',
      next: 'Put the key back from your backup (mode 600), or name the file that holds it in PASSERELLE_KEY_FILE.',
    },
    fr: {
      what: "La clé de l'installation {file} manque, alors que ce dossier contient déjà une base.",
      why: "Tous les identifiants de la base sont dérivés de cette clé. Avec une nouvelle, les mêmes personnes recevraient d'autres identifiants et chaque import les doublerait : aucune nouvelle clé n'est donc créée.",
      next: 'Remettez la clé depuis votre sauvegarde (mode 600), ou indiquez dans PASSERELLE_KEY_FILE le fichier qui la contient.',
    },
  },
  'installation-key.file-missing': {
    en: {
      what: 'PASSERELLE_KEY_FILE names {file}, which does not exist.',
      why: 'The key of an installation with several machines is made once and copied to each; a machine that made its own would derive other ids.',
      next: "Copy `installation.key` from the first machine's home to {file} with mode 600.",
    },
    fr: {
      what: "PASSERELLE_KEY_FILE désigne {file}, qui n'existe pas.",
      why: "La clé d'une installation à plusieurs machines est créée une fois puis copiée sur chacune ; une machine qui créerait la sienne produirait d'autres identifiants.",
      next: 'Copiez `installation.key` depuis le dossier de la première machine vers {file}, en mode 600.',
    },
  },
  'installation-key.open': {
    en: {
      what: "The installation's key {file} may be read by other accounts (mode {mode}).",
      why: 'Whoever has the key can find out whether a given person is in the database. If others had access to it, treat it as known.',
      next: 'Run `chmod 600 {file}` and check who could read it.',
    },
    fr: {
      what: "La clé de l'installation {file} est lisible par d'autres comptes (mode {mode}).",
      why: "Qui détient la clé peut vérifier si une personne donnée figure dans la base. Si d'autres y ont eu accès, considérez-la comme connue d'eux.",
      next: 'Lancez `chmod 600 {file}` et vérifiez qui a pu la lire.',
    },
  },
  'installation-key.malformed': {
    en: {
      what: 'The file {file} does not hold a key: 64 hexadecimal digits are expected, and nothing else.',
      why: 'It was changed or cut. A wrong key would give other ids to every record, so it is not replaced.',
      next: 'Put the key back from your backup, with mode 600.',
    },
    fr: {
      what: "Le fichier {file} ne contient pas de clé : on attend 64 chiffres hexadécimaux, et rien d'autre.",
      why: "Il a été modifié ou coupé. Une mauvaise clé donnerait d'autres identifiants à tous les enregistrements : elle n'est donc pas remplacée.",
      next: 'Remettez la clé depuis votre sauvegarde, en mode 600.',
    },
  },
  'installation-key.not-of-database': {
    en: {
      what: 'This database was filled with another installation key ({known}, not {fingerprint}).',
      why: 'Ids of records are derived from the key: with another one every record would get a second id, and acts would lose their persons.',
      next: 'Copy installation.key from the home that filled the database, or name it with PASSERELLE_KEY_FILE.',
    },
    fr: {
      what: "Cette base a été remplie avec une autre clé d'installation ({known}, pas {fingerprint}).",
      why: 'Les identifiants dérivent de la clé : avec une autre, chaque enregistrement en aurait un second, et les actes perdraient leur personne.',
      next: "Copiez installation.key depuis l'installation qui a rempli la base, ou indiquez-la par PASSERELLE_KEY_FILE.",
    },
  },
  'installation-key.different': {
    en: {
      what: 'The key in {file} is not the one in {other}.',
      why: 'Both are there for this installation, and records imported with one cannot be found with the other.',
      next: 'Find out which key the database was filled with (the backup has it), and remove or replace the other.',
    },
    fr: {
      what: "La clé de {file} n'est pas celle de {other}.",
      why: "Les deux sont présentes pour cette installation, et ce qui est importé avec l'une ne se retrouve pas avec l'autre.",
      next: "Déterminez avec quelle clé la base a été remplie (la sauvegarde la contient), puis retirez ou remplacez l'autre.",
    },
  },
} as const satisfies MessagePack;
