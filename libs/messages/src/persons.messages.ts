import type { MessagePack } from './teaching.js';

/** Persons, cases and forms at the gateway. */
export const personsMessages = {
  'person.unknown-here': {
    en: {
      what: 'There is no such person, or not for this client.',
      why: 'Nobody has this id, or the person is outside what the stated purpose and the sites of the client let it see, or is not kept digitally; which of these is told to nobody.',
      next: 'Look the person up again with `POST /v1/persons/search`. Whoever is not found is helped all the same: open the aid request with a `paper_reference`.',
    },
    fr: {
      what: "Cette personne n'existe pas, ou pas pour ce client.",
      why: "Personne ne porte cet identifiant, ou la personne échappe à ce que la finalité énoncée et les sites du client laissent voir, ou n'est pas conservée sous forme numérique ; nul n'apprend lequel.",
      next: 'Recherchez de nouveau la personne par `POST /v1/persons/search`. Qui reste introuvable est aidé tout de même : ouvrez la demande d’aide avec une `paper_reference`.',
    },
  },
  'case.unknown-here': {
    en: {
      what: 'There is no such case, or not for this client.',
      why: 'A case is seen through its members: where the client may see none of them, the case is not there for it.',
      next: 'Ask for the case of a person whom you may see: `GET /v1/persons/{id}/case`.',
    },
    fr: {
      what: "Ce dossier n'existe pas, ou pas pour ce client.",
      why: "Un dossier se voit à travers ses membres : si le client n'en peut voir aucun, le dossier n'existe pas pour lui.",
      next: 'Demandez le dossier d’une personne que vous pouvez voir : `GET /v1/persons/{id}/case`.',
    },
  },
  'form.kind': {
    en: {
      what: 'The form was asked for an aid that nobody can ask for here.',
      why: 'The aids are those of `config/aids.yml`: {known}.',
      next: 'Ask for `single-form?aid=` with one of them.',
    },
    fr: {
      what: 'Le formulaire a été demandé pour une aide que nul ne peut demander ici.',
      why: 'Les aides sont celles de `config/aids.yml` : {known}.',
      next: "Demandez `single-form?aid=` avec l'une d'elles.",
    },
  },
} as const satisfies MessagePack;
