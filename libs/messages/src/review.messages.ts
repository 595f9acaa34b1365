import type { MessagePack } from './teaching.js';

/** What people decide about links. No message repeats a key, a name or a reason: keys point at somebody. */
export const reviewMessages = {
  'review.unknown': {
    en: {
      what: 'There is no pair {review}.',
      why: 'Either the name is mistyped, or the pair is gone: one of its records was rolled back or withheld, or today the two have too little in common.',
      next: 'Run `passerelle review list` for the pairs that wait, or `passerelle review decisions` for what was decided.',
    },
    fr: {
      what: "La paire {review} n'existe pas.",
      why: "Soit le nom est mal saisi, soit la paire a disparu : l'un des enregistrements a été annulé ou retenu, ou les deux ont aujourd'hui trop peu en commun.",
      next: 'Lancez `passerelle review list` pour les paires qui attendent, ou `passerelle review decisions` pour ce qui a été décidé.',
    },
  },
  'review.kept-apart': {
    en: {
      what: 'Somebody decided that the pair {review} is never to be linked.',
      why: 'Such a decision may protect a person, so that no later "yes" replaces it by the way.',
      next: 'Look at `passerelle review decisions`, ask whoever decided, then revoke with `passerelle review revoke` before you accept.',
    },
    fr: {
      what: "Quelqu'un a décidé que la paire {review} ne doit jamais être rapprochée.",
      why: 'Une telle décision protège peut-être une personne : aucun « oui » ultérieur ne la remplace en passant.',
      next: "Voyez `passerelle review decisions`, interrogez l'auteur de la décision, puis révoquez avec `passerelle review revoke` avant d'accepter.",
    },
  },
  'review.no-decision': {
    en: {
      what: 'No decision stands about the pair {review}.',
      why: 'It was revoked before, or nobody ever decided.',
      next: 'Run `passerelle review decisions` for all decisions and their pairs.',
    },
    fr: {
      what: "Aucune décision n'est en vigueur sur la paire {review}.",
      why: "Elle a déjà été révoquée, ou personne n'a jamais tranché.",
      next: 'Lancez `passerelle review decisions` pour toutes les décisions et leurs paires.',
    },
  },
  'review.words': {
    en: {
      what: 'The text of {option} must be one line of 1 to {most} characters.',
      why: 'Who decided and why stays on record with the decision; an empty or endless text would help nobody later.',
      next: 'Give a name, or a short reason without details of the persons, and try again.',
    },
    fr: {
      what: 'Le texte de {option} doit tenir sur une ligne de 1 à {most} caractères.',
      why: "Qui a décidé et pourquoi reste consigné avec la décision ; un texte vide ou sans fin n'aiderait personne plus tard.",
      next: 'Donnez un nom, ou un motif court sans détail sur les personnes, puis recommencez.',
    },
  },
  'review.not-together': {
    en: {
      what: 'There is nothing to split: these source persons are not one person.',
      why: 'A split keeps apart what is joined. Source persons that stand alone, or belong to different persons already, have no link to undo.',
      next: 'Run `passerelle persons show` to see of which source persons a person is made.',
    },
    fr: {
      what: "Il n'y a rien à séparer : ces personnes d'origine ne sont pas une même personne.",
      why: "Une séparation éloigne ce qui est réuni. Des personnes d'origine isolées, ou déjà de personnes différentes, n'ont aucun lien à défaire.",
      next: "Lancez `passerelle persons show` pour voir de quelles personnes d'origine une personne est faite.",
    },
  },
  'review.split-from': {
    en: {
      what: 'A whole person cannot be split from some source persons.',
      why: 'The id of a person stands for all of its source persons; `--from` needs to know which one of them leaves.',
      next: 'Name the source person that leaves as `system/site/key`, as `passerelle persons show` prints it.',
    },
    fr: {
      what: "Une personne entière ne peut pas être séparée de certaines personnes d'origine.",
      why: "L'identifiant d'une personne désigne toutes ses personnes d'origine ; avec `--from`, il faut savoir laquelle s'en va.",
      next: "Désignez la personne d'origine qui s'en va par `système/site/clé`, comme l'écrit `passerelle persons show`.",
    },
  },
  'review.other-rules': {
    en: {
      what: 'The pairs in the store were not scored by the rules and weights of today.',
      why: 'Nothing has been linked yet, or `linkage.yml` or the model was changed since, so that scores cannot be explained.',
      next: 'Run `passerelle link`, then try again.',
    },
    fr: {
      what: "Les paires de la base n'ont pas été évaluées avec les règles et les poids d'aujourd'hui.",
      why: "Rien n'a encore été rapproché, ou `linkage.yml` ou le modèle a changé depuis : les scores ne peuvent pas être expliqués.",
      next: 'Lancez `passerelle link`, puis recommencez.',
    },
  },
  'person.unknown': {
    en: {
      what: 'There is no such person in the store.',
      why: 'The id or key is mistyped, or the record was rolled back or is withheld.',
      next: 'Compare with `passerelle links`.',
    },
    fr: {
      what: "Cette personne n'est pas dans la base.",
      why: "L'identifiant ou la clé est mal saisi, ou l'enregistrement a été annulé ou est retenu.",
      next: 'Comparez avec `passerelle links`.',
    },
  },
  'person.address': {
    en: {
      what: 'This names neither a person nor a source person.',
      why: 'A person is named by its id; a source person by system, site and key, as in `coordin/psa-07/K1234`.',
      next: 'Take either from `passerelle links`.',
    },
    fr: {
      what: "Ceci ne désigne ni une personne ni une personne d'origine.",
      why: "Une personne est désignée par son identifiant ; une personne d'origine par système, site et clé, par exemple `coordin/psa-07/K1234`.",
      next: "Prenez l'un ou l'autre dans `passerelle links`.",
    },
  },
} as const satisfies MessagePack;
