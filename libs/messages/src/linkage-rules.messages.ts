import type { MessagePack, Teaching } from './teaching.js';

const rule = (en: readonly [string, string, string], fr: readonly [string, string, string]): MessagePack[string] => ({
  en: teaching(en),
  fr: teaching(fr),
});

const teaching = ([what, why, next]: readonly [string, string, string]): Teaching => ({ what, why, next });

/** What a reviewer does with a pair that the rules did not settle. */
const COMPARE: readonly [string, string] = [
  'Compare the two records side by side in the review list, then accept or reject the pair.',
  "Comparez les deux enregistrements côte à côte dans la liste d'examen, puis acceptez ou rejetez la paire.",
];
/** What there is to do about a pair that is settled. */
const SETTLED: readonly [string, string] = [
  'Nothing to do. A person can still decide otherwise, and that decision outranks every score from then on.',
  "Rien à faire. Une personne peut toujours en décider autrement, et cette décision l'emporte dès lors sur tout score.",
];

/** Why two records were linked, shown to a person or left apart. */
export const linkageRuleMessages = {
  'link.never': rule(
    [
      'A person decided that these two records are never to be linked.',
      'This decision outranks every score and survives imports, rollbacks and new models: a wrong link can put someone in danger.',
      'Nothing to do. Only revoking that decision makes the pair a question again.',
    ],
    [
      'Une personne a décidé que ces deux enregistrements ne doivent jamais être rapprochés.',
      "Cette décision l'emporte sur tout score et survit aux imports, aux annulations et aux nouveaux modèles : un lien à tort peut mettre quelqu'un en danger.",
      'Rien à faire. Seule la révocation de cette décision remet la paire en question.',
    ],
  ),
  'link.same': rule(
    [
      'A person decided that these two records are one person.',
      'People know what files do not say; their decision outranks scores and vetoes.',
      'Nothing to do. Revoking that decision separates the two records again, exactly as they were.',
    ],
    [
      'Une personne a décidé que ces deux enregistrements sont la même personne.',
      "Les gens savent ce que les fichiers ne disent pas ; leur décision l'emporte sur les scores et les vetos.",
      'Rien à faire. Révoquer cette décision sépare de nouveau les deux enregistrements, tels quels.',
    ],
  ),
  'link.contradiction': rule(
    [
      'A person joined these two records, but somebody keeps two records of the same group apart.',
      'Both decisions cannot hold. "Never" comes first, so none of the joins of this group is applied until the contradiction is settled.',
      'Find the decisions about the records of this group, ask those who took them, and revoke the one that is wrong.',
    ],
    [
      "Une personne a réuni ces deux enregistrements, mais quelqu'un sépare deux enregistrements du même groupe.",
      "Les deux décisions ne peuvent pas tenir ensemble. « Jamais » passe d'abord : aucune réunion de ce groupe n'est appliquée tant que la contradiction demeure.",
      'Retrouvez les décisions sur les enregistrements de ce groupe, interrogez leurs auteurs et révoquez celle qui est fausse.',
    ],
  ),
  'link.weak': rule(
    [
      'Too little speaks for these two records being one person.',
      'The score is below the threshold of review: showing such pairs would bury the doubtful cases that matter.',
      SETTLED[0],
    ],
    [
      'Trop peu de choses indiquent que ces deux enregistrements sont la même personne.',
      "Le score est sous le seuil d'examen : montrer de telles paires noierait les cas douteux qui comptent.",
      SETTLED[1],
    ],
  ),
  'link.vetoed': rule(
    [
      'Something contradicts that these two records are one person: the sex, the given name or the birth date.',
      'Members of one family share name, address and telephone, so a high score is no proof. Such a pair is never linked automatically; it is shown only when nearly everything else agrees, since the contradiction may be a typing error.',
      COMPARE[0],
    ],
    [
      'Un élément contredit que ces deux enregistrements soient la même personne : le sexe, le prénom ou la date de naissance.',
      "Les membres d'une famille partagent nom, adresse et téléphone : un score élevé n'est pas une preuve. Une telle paire n'est jamais rapprochée automatiquement ; elle n'est montrée que si presque tout le reste concorde, car la contradiction peut être une faute de frappe.",
      COMPARE[1],
    ],
  ),
  'link.one-source': rule(
    [
      'Both records come from the same source, which gave them two keys.',
      'A system that holds two keys says that there are two persons. It may hold one of them twice, but only people can tell.',
      COMPARE[0],
    ],
    [
      'Les deux enregistrements viennent de la même source, qui leur a donné deux clés.',
      "Un logiciel qui tient deux clés affirme qu'il y a deux personnes. Il tient peut-être l'une d'elles en double, mais seul un humain peut le dire.",
      COMPARE[1],
    ],
  ),
  'link.twin-pattern': rule(
    [
      'Surname and birth date are the same, and the given names nearly so.',
      'That is what a typing slip looks like, and also what twins look like. It is never linked automatically.',
      'Look for a second person of that birth date in the household before you accept; if in doubt, reject.',
    ],
    [
      'Le nom et la date de naissance sont identiques, les prénoms presque.',
      "C'est à cela que ressemble une faute de frappe, et aussi à cela que ressemblent des jumeaux. Jamais rapproché automatiquement.",
      "Cherchez dans le foyer une seconde personne née le même jour avant d'accepter ; dans le doute, rejetez.",
    ],
  ),
  'link.improbable': rule(
    [
      'The two records may be one person, but it is not probable enough for an automatic link.',
      'Fields are missing, or they agree on values that many people share.',
      COMPARE[0],
    ],
    [
      "Les deux enregistrements peuvent être la même personne, mais ce n'est pas assez probable pour un lien automatique.",
      'Des champs manquent, ou ils concordent sur des valeurs que beaucoup de gens partagent.',
      COMPARE[1],
    ],
  ),
  'link.required-level': rule(
    [
      'A field on which an automatic link insists is missing or does not agree exactly.',
      'Without the same given name and a full birth date, father and son, sisters and namesakes cannot be told apart by a score.',
      COMPARE[0],
    ],
    [
      'Un champ exigé pour un lien automatique manque ou ne concorde pas exactement.',
      'Sans le même prénom et une date de naissance complète, aucun score ne distingue père et fils, sœurs ou homonymes.',
      COMPARE[1],
    ],
  ),
  'link.one-family': rule(
    [
      'Only one family of evidence speaks for the link.',
      'Two independent ones are asked for, for instance name and birth, or birth and contact: what belongs together may be wrong together.',
      COMPARE[0],
    ],
    [
      "Une seule famille d'indices plaide pour le lien.",
      'Il en faut deux indépendantes, par exemple le nom et la naissance, ou la naissance et les coordonnées : ce qui va ensemble peut être faux ensemble.',
      COMPARE[1],
    ],
  ),
  'link.rival': rule(
    [
      'Another record fits almost as well, and both cannot be right.',
      'The lead over the runner-up is smaller than the rules ask for: two brothers, a namesake, or one person twice in a source.',
      'Settle the pair together with its rival: rejecting the wrong one is often enough to link the right one.',
    ],
    [
      'Un autre enregistrement convient presque aussi bien, et les deux ne peuvent pas être justes.',
      "L'avance sur le second est plus faible que les règles ne l'exigent : deux frères, un homonyme, ou une personne en double dans une source.",
      'Tranchez la paire avec sa rivale : rejeter la mauvaise suffit souvent à rapprocher la bonne.',
    ],
  ),
  'link.certain': rule(
    [
      'The two records are one person, by every rule for automatic links.',
      'Given name and birth date agree, two families of evidence speak for it, nothing contradicts it, and no other record comes near.',
      SETTLED[0],
    ],
    [
      'Les deux enregistrements sont la même personne, selon toutes les règles des liens automatiques.',
      "Prénom et date de naissance concordent, deux familles d'indices plaident pour, rien ne contredit, et aucun autre enregistrement n'en approche.",
      SETTLED[1],
    ],
  ),
  'link.household': rule(
    [
      'The two records are one person: given name, birth date and sex agree, and others of both households are the same persons.',
      'By its own evidence alone the pair would have been a question, because the surnames differ as they do after a marriage. Each of the others is linked for certain by their own names and dates, and nobody else of either household could be meant. A household never overrides a contradiction.',
      SETTLED[0],
    ],
    [
      "Les deux enregistrements sont la même personne : prénom, date de naissance et sexe concordent, et d'autres membres des deux foyers sont les mêmes personnes.",
      "À elle seule, la paire aurait été une question, car les noms diffèrent comme après un mariage. Chacun des autres membres est rapproché avec certitude par ses propres noms et dates, et personne d'autre de l'un ou l'autre foyer ne peut être visé. Un foyer ne l'emporte jamais sur une contradiction.",
      SETTLED[1],
    ],
  ),
  'link.cluster-source': rule(
    [
      'The link would put two records of one source into one person.',
      'One of the two records is already linked, by a better link, to a record of the source of the other.',
      COMPARE[0],
    ],
    [
      'Le lien mettrait deux enregistrements de la même source dans une seule personne.',
      "L'un des deux est déjà rapproché, par un meilleur lien, d'un enregistrement de la source de l'autre.",
      COMPARE[1],
    ],
  ),
  'link.cluster-never': rule(
    [
      'The link would join, through others, two records that a person keeps apart.',
      'What people keep apart no chain of links may join.',
      COMPARE[0],
    ],
    [
      "Le lien réunirait, par d'autres, deux enregistrements qu'une personne sépare.",
      'Ce que les gens séparent, aucune chaîne de liens ne doit le réunir.',
      COMPARE[1],
    ],
  ),
  'link.cluster-vetoed': rule(
    [
      'The link would join, through others, two records that contradict each other.',
      'Each link looks right by itself, but the sex, the given names or the birth dates of two records of the group do not go together.',
      COMPARE[0],
    ],
    [
      "Le lien réunirait, par d'autres, deux enregistrements qui se contredisent.",
      'Chaque lien paraît juste, mais le sexe, les prénoms ou les dates de naissance de deux enregistrements du groupe ne vont pas ensemble.',
      COMPARE[1],
    ],
  ),
  'link.cluster-thin': rule(
    [
      'The link would join records that have too little in common with each other.',
      'A resembles B and B resembles C, but hardly anything speaks for A and C being one person: that is how chains join a whole family.',
      COMPARE[0],
    ],
    [
      'Le lien réunirait des enregistrements qui ont trop peu en commun.',
      "A ressemble à B et B à C, mais presque rien n'indique que A et C soient la même personne : c'est ainsi qu'une chaîne réunit toute une famille.",
      COMPARE[1],
    ],
  ),
  'link.tie': rule(
    [
      'Links of exactly equal strength contradict each other.',
      'Taking the first of them would make the outcome depend on the order of the files.',
      'Settle one of the pairs: the others often follow.',
    ],
    [
      'Des liens de force exactement égale se contredisent.',
      "Prendre le premier venu ferait dépendre le résultat de l'ordre des fichiers.",
      "Tranchez l'une des paires : les autres suivent souvent.",
    ],
  ),
  'link.implied': rule(
    [
      'The two records are one person since other links join them.',
      'Both are linked to a third record, and nothing contradicts it, so nobody needs to be asked.',
      SETTLED[0],
    ],
    [
      "Les deux enregistrements sont la même personne puisque d'autres liens les réunissent.",
      "Tous deux sont rapprochés d'un troisième, et rien ne le contredit : il n'y a personne à interroger.",
      SETTLED[1],
    ],
  ),
} satisfies MessagePack;
