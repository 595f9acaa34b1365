import type { MessagePack } from './teaching.js';

/** Aid requests, and `aids.yml`. */
export const aidRequestMessages = {
  'aid-request.unknown': {
    en: {
      what: 'There is no such aid request, or not for this client.',
      why: 'A client sees the aid requests of its own body, and those of persons whom its purpose and sites let it see; of other bodies none of a sensitive kind, unless its purpose names them.',
      next: 'Use the id that the answer to `POST /v1/aid-requests` gave.',
    },
    fr: {
      what: "Cette demande d'aide n'existe pas, ou pas pour ce client.",
      why: 'Un client voit les demandes de son organisme, et celles des personnes que sa finalité et ses sites lui laissent voir ; des autres organismes, aucune de nature sensible, sauf si sa finalité les prévoit.',
      next: "Utilisez l'identifiant donné par la réponse à `POST /v1/aid-requests`.",
    },
  },
  'aid-request.whom': {
    en: {
      what: 'An aid request names a person or a paper reference: one of the two.',
      why: 'Whoever refuses digital filing has no record, and is helped all the same, under the reference of a file on paper.',
      next: 'Send `person_id`, or `paper_reference`, and not both.',
    },
    fr: {
      what: "Une demande d'aide nomme une personne ou une référence sur papier : l'une des deux.",
      why: "Qui refuse d'être fiché n'a pas d'enregistrement, et est aidé tout de même, sous la référence d'un dossier sur papier.",
      next: 'Envoyez `person_id` ou `paper_reference`, pas les deux.',
    },
  },
  'aid-request.person': {
    en: {
      what: 'An aid request cannot be opened under this person here.',
      why: 'The person is not known under this id, is not kept digitally, or is outside what this client may see; which of these is told to nobody.',
      next: 'Open it with a `paper_reference`: the person is helped all the same.',
    },
    fr: {
      what: "Une demande d'aide ne peut pas être ouverte ici au nom de cette personne.",
      why: "La personne n'est pas connue sous cet identifiant, n'est pas conservée sous forme numérique, ou échappe à ce que ce client peut voir ; nul n'apprend lequel.",
      next: 'Ouvrez-la avec une `paper_reference` : la personne est aidée tout de même.',
    },
  },
  'aid-request.site': {
    en: {
      what: 'This client may not open an aid request for this site.',
      why: 'Its token is for some sites alone, and a request of another site would be out of its sight at once.',
      next: 'Leave out `site`, or send one of the sites that the token was made for.',
    },
    fr: {
      what: "Ce client ne peut pas ouvrir de demande d'aide pour ce site.",
      why: 'Son jeton ne vaut que pour certains sites, et une demande d’un autre site lui échapperait aussitôt.',
      next: 'Retirez `site`, ou envoyez un des sites pour lesquels le jeton a été créé.',
    },
  },
  'aid-request.word': {
    en: {
      what: 'The member `{member}` holds a word that its list does not have.',
      why: 'Kinds, reasons and papers are codes of config/aids.yml, since free text would be personal data. The list has: {known}.',
      next: 'Send one of these codes.',
    },
    fr: {
      what: "L'élément `{member}` contient un mot absent de sa liste.",
      why: 'Natures, motifs et pièces sont des codes de config/aids.yml, car un texte libre serait une donnée personnelle. La liste contient : {known}.',
      next: "Envoyez l'un de ces codes.",
    },
  },
  'aid-request.move': {
    en: {
      what: 'An aid request does not go there from where it stands.',
      why: 'The answer lists, under `allowed`, where it may go; docs/guide/gateway.md has the whole way.',
      next: 'Choose one of those, or read the request again: somebody may have moved it.',
    },
    fr: {
      what: "Une demande d'aide ne va pas là depuis l'état où elle est.",
      why: 'La réponse dit, sous `allowed`, où elle peut aller ; docs/guide/fr/passerelle.md montre tout le parcours.',
      next: "Choisissez l'un de ces états, ou relisez la demande : quelqu'un a pu la faire avancer.",
    },
  },
  'aid-request.scope': {
    en: {
      what: 'This client may not make this move.',
      why: 'Whoever carries a request does not decide on it: the two are different scopes.',
      next: 'Have it decided by a client with the scope that the answer names.',
    },
    fr: {
      what: 'Ce client ne peut pas faire avancer la demande ainsi.',
      why: 'Qui porte une demande ne la tranche pas : ce sont deux droits différents.',
      next: 'Faites-la trancher par un client qui a le droit nommé dans la réponse.',
    },
  },
  'aid-request.detail-missing': {
    en: {
      what: 'The move does not say what it decides.',
      why: 'A grant has an amount, a refusal a reason, an adjournment a paper that it waits for. No other box is needed.',
      next: 'Add the member that the answer names.',
    },
    fr: {
      what: "L'étape ne dit pas ce qu'elle décide.",
      why: "Un accord a un montant, un refus un motif, un ajournement une pièce attendue. Aucune autre case n'est nécessaire.",
      next: "Ajoutez l'élément nommé dans la réponse.",
    },
  },
  'aid-request.detail-unused': {
    en: {
      what: 'The move says something that it has no place for.',
      why: 'It would be lost in silence: each status takes the members that docs/guide/gateway.md lists.',
      next: 'Leave out the member that the answer names.',
    },
    fr: {
      what: "L'étape dit quelque chose qui n'y a pas sa place.",
      why: 'Ce serait perdu en silence : chaque état prend les éléments listés dans docs/guide/fr/passerelle.md.',
      next: "Retirez l'élément nommé dans la réponse.",
    },
  },
  'aid-request.amount': {
    en: {
      what: 'The amount does not fit what was decided.',
      why: 'No more is paid than was granted.',
      next: 'Correct `amount_cents`: whole cents, not euros, and without what was paid before.',
    },
    fr: {
      what: 'Le montant ne correspond pas à la décision.',
      why: 'On ne verse pas plus que ce qui a été accordé.',
      next: 'Corrigez `amount_cents` : en centimes entiers, non en euros, et sans ce qui a déjà été versé.',
    },
  },
  'aid-request.until': {
    en: {
      what: 'The day by which the papers are waited for is over.',
      why: 'Whoever is asked for a paper must have time to bring it.',
      next: 'Name today or a later day in `until`, or leave it out: config/aids.yml says how long is given then.',
    },
    fr: {
      what: 'La date limite pour fournir les pièces est passée.',
      why: "Qui doit fournir une pièce doit avoir le temps de l'apporter.",
      next: 'Donnez dans `until` la date du jour ou une date ultérieure, ou omettez-la : config/aids.yml fixe alors le délai.',
    },
  },
  'aid-rules.field': {
    en: {
      what: 'config/aids.yml asks for `{name}`, which the policies do not keep.',
      why: 'A form must not ask for what may not be stored.',
      next: 'Correct the name, or have the policy changed first (config/policies/fields.yml).',
    },
    fr: {
      what: 'config/aids.yml demande `{name}`, que les règles ne conservent pas.',
      why: 'Un formulaire ne doit pas demander ce qui ne peut être conservé.',
      next: "Corrigez le nom, ou faites d'abord changer la règle (config/policies/fields.yml).",
    },
  },
  'aid-rules.text': {
    en: {
      what: 'config/aids.yml names a text `{name}` that it does not hold.',
      why: 'A field is required only where a text requires it, and the text can be read.',
      next: 'Correct the name, or add the text under `texts`.',
    },
    fr: {
      what: "config/aids.yml nomme un texte `{name}` qu'il ne contient pas.",
      why: "Un champ n'est exigé que là où un texte l'exige, et ce texte peut être lu.",
      next: 'Corrigez le nom, ou ajoutez le texte sous `texts`.',
    },
  },
} as const satisfies MessagePack;
