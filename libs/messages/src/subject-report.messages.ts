import type { MessagePack } from './teaching.js';

/** The report that a person gets of their own data. */
export const subjectReportMessages = {
  'subject-report.exists': {
    en: {
      what: 'There is a report already: {file}. Nothing was read or written.',
      why: 'A report holds the data of one person. Writing over another one would lose it, or hand somebody the wrong one.',
      next: 'Give another folder with --out, or move the report away first.',
    },
    fr: {
      what: "Il y a déjà un rapport : {file}. Rien n'a été lu ni écrit.",
      why: "Un rapport contient les données d'une personne. En écraser un autre le perdrait, ou remettrait à quelqu'un celui d'autrui.",
      next: "Indiquez un autre dossier avec --out, ou déplacez d'abord le rapport.",
    },
  },
  'subject-report.folder': {
    en: {
      what: 'The report cannot be written into {folder}. Nothing was read.',
      why: 'The folder can neither be made nor used: a file bears its name, or the rights are missing.',
      next: 'Give a folder that does not exist yet with --out, in a place where you may write.',
    },
    fr: {
      what: "Le rapport ne peut pas être écrit dans {folder}. Rien n'a été lu.",
      why: 'Le dossier ne peut être ni créé ni utilisé : un fichier porte son nom, ou les droits manquent.',
      next: "Indiquez avec --out un dossier qui n'existe pas encore, à un endroit où vous pouvez écrire.",
    },
  },
  'subject-report.folder-open': {
    en: {
      what: 'Others can look into the folder {folder}. Nothing was read or written.',
      why: 'A report holds everything that is known of a person, and belongs to them alone.',
      next: 'Give a folder that does not exist yet with --out: it is made for you alone. Or close it with `chmod 700`.',
    },
    fr: {
      what: "D'autres peuvent consulter le dossier {folder}. Rien n'a été lu ni écrit.",
      why: "Un rapport contient tout ce que l'on sait d'une personne, et n'appartient qu'à elle.",
      next: "Indiquez avec --out un dossier qui n'existe pas encore : il sera créé pour vous seul. Ou fermez-le avec `chmod 700`.",
    },
  },
  'subject-report.nothing-held': {
    en: {
      what: 'Nothing of this person is held that could be reported.',
      why: 'They were erased or refuse digital filing, and only a keyed mark of it is left; or their records wait in quarantine, which holds no values.',
      next: 'See which with `passerelle subject show`, and answer the person in your own words.',
    },
    fr: {
      what: "Rien n'est conservé de cette personne qui puisse figurer dans un rapport.",
      why: "Elle a été effacée ou refuse l'informatisation, et il n'en reste qu'une marque à clé ; ou ses enregistrements attendent en quarantaine, qui ne contient aucune valeur.",
      next: 'Voyez ce qu’il en est avec `passerelle subject show`, et répondez-lui avec vos propres mots.',
    },
  },
  'subject-report.changed': {
    en: {
      what: 'The records that count as this person, or their state, changed while the report was made. Nothing was written.',
      why: 'A link was made or undone, or a right was used, at the same moment. What was begun might have told somebody else’s data.',
      next: 'Run the same command again.',
    },
    fr: {
      what: "Les enregistrements qui forment cette personne, ou son état, ont changé pendant la préparation. Rien n'a été écrit.",
      why: "Un lien a été fait ou défait, ou un droit exercé, au même moment. Ce qui était commencé aurait pu livrer les données d'autrui.",
      next: 'Relancez la même commande.',
    },
  },
} as const satisfies MessagePack;
