import type { Text } from '#libs/messages';

/** The words of the notice that do not come from the policies. Plain: short sentences, "you" and "we", no article numbers. */
export const NOTICE_TEXTS = {
  title: { en: 'Your data and the City’s social services', fr: 'Vos données et les services sociaux de la Ville' },
  intro: {
    en: 'A social service of the City follows you, or you have asked for an aid. For this we keep a computer file. This page tells what it holds, what it is for, who reads it, and what your rights are.',
    fr: 'Un service social de la Ville vous suit, ou vous avez demandé une aide. Nous tenons pour cela un dossier informatique. Cette page dit ce qu’il contient, à quoi il sert, qui le lit, et quels sont vos droits.',
  },
  responsible: { en: 'Who is responsible?', fr: 'Qui en est responsable ?' },
  holds: { en: 'What we keep', fr: 'Ce que nous gardons' },
  holdsIntro: { en: 'This, and nothing else:', fr: 'Ceci, et rien d’autre :' },
  dropped: {
    en: 'We do not record: {fields}. Remarks that were written freely in older software do not enter your file.',
    fr: 'Nous n’enregistrons pas : {fields}. Les remarques écrites librement dans les anciens logiciels n’entrent pas dans votre dossier.',
  },
  droppedNone: {
    en: 'Remarks that were written freely in older software do not enter your file.',
    fr: 'Les remarques écrites librement dans les anciens logiciels n’entrent pas dans votre dossier.',
  },
  empty: {
    en: 'Nobody has to tell us everything. An empty box never decides whether you get an aid.',
    fr: 'Vous n’êtes pas tenu de tout nous dire. Une case vide ne décide jamais d’une aide.',
  },
  uses: { en: 'What it is for', fr: 'À quoi cela sert' },
  usesIntro: {
    en: 'The City’s social mission allows us to keep this file. It serves to:',
    fr: 'La mission sociale de la Ville nous permet de tenir ce dossier. Il sert à :',
  },
  readers: { en: 'Who can read it', fr: 'Qui peut le lire' },
  readersIntro: {
    en: 'Everyone sees only what their task needs, and each reading is written down.',
    fr: 'Chacun ne voit que ce que sa tâche demande, et chaque consultation est inscrite dans un journal.',
  },
  period: { en: 'How long we keep it', fr: 'Combien de temps nous le gardons' },
  after: { en: 'after', fr: 'après' },
  lastContact: { en: 'our last contact with you', fr: 'notre dernier contact avec vous' },
  withoutName: {
    en: ', without your name if your file is erased before',
    fr: ', sans votre nom si votre dossier est effacé avant',
  },
  special: { en: 'sensitive data', fr: 'donnée sensible' },
  periodNote: {
    en: 'Copying your file from one software to another never makes this time longer.',
    fr: 'Recopier votre dossier d’un logiciel à l’autre n’allonge jamais ces durées.',
  },
  rights: { en: 'What you can ask for', fr: 'Ce que vous pouvez demander' },
  rightsIntro: {
    en: 'You can, free of charge and without giving a reason:',
    fr: 'Vous pouvez, gratuitement et sans vous justifier :',
  },
  see: {
    en: 'see your file, get a copy, and learn who has read it;',
    fr: 'voir votre dossier, en recevoir une copie et savoir qui l’a lu ;',
  },
  mend: { en: 'have a mistake corrected;', fr: 'faire corriger une erreur ;' },
  erase: {
    en: 'ask us to erase your data, or to stop using them for a while;',
    fr: 'demander l’effacement de vos données, ou que nous cessions un temps de les utiliser ;',
  },
  refuse: {
    en: 'refuse a computer file. We still examine your request for an aid, on paper.',
    fr: 'refuser le dossier informatique. Votre demande d’aide est quand même examinée, sur papier.',
  },
  how: {
    en: 'Tell any social service of the City, or write to: {contact}. We answer within one month. When we cannot do all that you ask, because the law obliges us to keep something, we tell you why.',
    fr: 'Dites-le à un service social de la Ville, ou écrivez à : {contact}. Nous répondons en un mois. Si la loi nous oblige à garder quelque chose, nous vous disons quoi et pourquoi.',
  },
  complain: {
    en: 'If our answer does not satisfy you, you can turn to the data-protection authority: CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr.',
    fr: 'Si notre réponse ne vous convient pas, adressez-vous à la CNIL : 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr.',
  },
  help: {
    en: 'Is something unclear? Ask: somebody will explain this page to you.',
    fr: 'Quelque chose n’est pas clair ? Demandez : quelqu’un vous expliquera cette page.',
  },
} as const satisfies Record<string, Text>;
