import type { Text } from '#libs/messages';

/** Sentences of the person's own report: plain words, for somebody who has never seen a data model. */
export const REPORT_TEXTS = {
  restricted: {
    en: 'At your request your data are set aside: they are kept, and nobody uses them.',
    fr: 'À votre demande, vos données sont mises de côté : elles sont gardées, et nul ne les utilise.',
  },
  separated: {
    en: 'Since {day} your file is separated from that of your former household. Where you live and which service follows you is kept encrypted, and shown only to those who support you and to whoever answers you about your rights.',
    fr: 'Depuis le {day}, votre dossier est séparé de celui de votre ancien foyer. Votre lieu de vie et le service qui vous suit sont conservés chiffrés et ne sont montrés qu’aux services qui vous accompagnent et à ceux qui répondent à vos droits.',
  },
  givenPlace: {
    en: 'Where you are now, as we were told: {place}.',
    fr: 'Votre lieu actuel, tel qu’il nous a été indiqué : {place}.',
  },
  keptUntil: {
    en: 'Your file is kept until {day} at least: {period} after {contact}. If your household is followed as one, its file stays together for as long as it is supported. Copying your file from one software to another never makes this time longer.',
    fr: 'Votre dossier est gardé au moins jusqu’au {day} : {period} après {contact}. Si votre foyer est suivi ensemble, son dossier reste entier tant qu’il est accompagné. Recopier votre dossier d’un logiciel à l’autre n’allonge jamais cette durée.',
  },
  keptPast: {
    en: 'The time for which we keep your file ended on {day}: {period} after {contact}. It will be deleted, unless your household is followed as one and still supported.',
    fr: 'La durée de conservation de votre dossier s’est achevée le {day} : {period} après {contact}. Il sera supprimé, sauf si votre foyer est suivi ensemble et encore accompagné.',
  },
  keptUndated: {
    en: 'No date of a contact with you is known: until when your file is kept cannot be counted, and somebody has to look at it. You can ask for its erasure.',
    fr: 'Aucune date de contact avec vous n’est connue : la durée de conservation de votre dossier ne peut être comptée, et quelqu’un doit l’examiner. Vous pouvez en demander l’effacement.',
  },
  undoCopies: {
    en: '{count} copies of lines of your file as they were before an import changed them, to take that import back; deleted {period} after it. Nobody reads them.',
    fr: '{count} copies de lignes de votre dossier telles qu’elles étaient avant un import, pour pouvoir annuler celui-ci ; supprimées {period} après. Personne ne les lit.',
  },
  waiting: {
    en: '{count} records that could not be taken over as they are and wait for somebody. We keep where they lie in the export, not what they say. Reason: {reason}',
    fr: '{count} enregistrements qui n’ont pu être repris tels quels et attendent quelqu’un. Nous gardons leur place dans l’export, non ce qu’ils disent. Motif : {reason}',
  },
  fingerprints: {
    en: 'Fingerprints of your name, birth date and address, by which we find out which records are yours. They follow from the data above and go with them.',
    fr: 'Des empreintes de vos nom, date de naissance et adresse, qui servent à reconnaître les enregistrements qui sont les vôtres. Elles découlent des données ci-dessus et disparaissent avec elles.',
  },
  othersLeftOut: {
    en: 'What is about other persons, also of your household: their names, how many they are, what concerns them.',
    fr: 'Ce qui concerne d’autres personnes, y compris de votre foyer : leurs noms, leur nombre, ce qui les touche.',
  },
  addressLeftOut: {
    en: 'The address of a household’s file where your own record names one: it may be where somebody else lives.',
    fr: 'L’adresse d’un dossier de foyer quand votre propre enregistrement en donne une : ce peut être celle d’une autre personne.',
  },
  workersLeftOut: {
    en: 'Names of professionals, and what they wrote in free text: neither is taken over from the former software. What that still holds, ask us.',
    fr: 'Les noms des professionnels et leurs textes libres : ils ne sont pas repris des anciens logiciels. Demandez-nous ce que ceux-ci contiennent encore.',
  },
  see: {
    en: 'have this report again, free of charge, and have it explained to you;',
    fr: 'redemander ce rapport, gratuitement, et vous le faire expliquer ;',
  },
  mend: {
    en: 'have a mistake corrected, where two records differ too;',
    fr: 'faire corriger une erreur, y compris quand deux enregistrements diffèrent ;',
  },
  unlink: {
    en: 'have records separated that are not both yours: joining them changed nothing in either;',
    fr: 'faire séparer des enregistrements qui ne sont pas tous les vôtres : leur rapprochement n’a modifié ni l’un ni l’autre ;',
  },
  erase: {
    en: 'ask for the erasure of your data, object to their use, or have them set aside for a while;',
    fr: 'demander l’effacement de vos données, vous opposer à leur utilisation, ou les faire mettre de côté un temps ;',
  },
  refuse: {
    en: 'refuse a computer file: a request for an aid is then examined on paper;',
    fr: 'refuser le dossier informatique : une demande d’aide est alors examinée sur papier ;',
  },
  complain: {
    en: 'turn to the data-protection authority: CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr.',
    fr: 'vous adresser à la CNIL : 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr.',
  },
} as const satisfies Record<string, Text>;

/** The contacts that a period runs from, as a person would say them. */
export const CONTACT_WORDS: Readonly<Record<string, Text>> = {
  'professionalAct.occurredOn': {
    en: 'the last act of a service for you',
    fr: 'le dernier acte d’un service vous concernant',
  },
  'aid.requestedOn': { en: 'your last request for an aid', fr: 'votre dernière demande d’aide' },
  'aid.outcome': { en: 'the last decision about an aid', fr: 'la dernière décision sur une aide' },
  'aid.payment': { en: 'the last payment of an aid', fr: 'le dernier versement d’une aide' },
  'case.openedOn': { en: 'the opening of your file', fr: 'l’ouverture de votre dossier' },
  aidRequest: {
    en: 'your last step in a request for an aid',
    fr: 'votre dernière démarche dans une demande d’aide',
  },
  noted: {
    en: 'a contact with you that was noted here',
    fr: 'un contact avec vous qui a été noté ici',
  },
  'person.sourceUpdatedOn': {
    en: 'the last change of your record, no contact being known',
    fr: 'la dernière mise à jour de votre enregistrement, faute de contact connu',
  },
};
