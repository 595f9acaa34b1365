import type { MessagePack } from './teaching.js';

/** Requests that may be sent again, and changes that must not overwrite another. */
export const idempotencyMessages = {
  'idempotency.key-missing': {
    en: {
      what: 'The request has no usable Idempotency-Key.',
      why: 'A POST that is sent again after a lost answer must not do its work twice; the key tells that it is the same request.',
      next: 'Send the header `Idempotency-Key` with a new UUID for each request, and the same one when you repeat it.',
    },
    fr: {
      what: "La requête n'a pas d'Idempotency-Key utilisable.",
      why: "Un POST renvoyé après une réponse perdue ne doit pas faire son travail deux fois ; la clé dit qu'il s'agit de la même requête.",
      next: "Envoyez l'en-tête `Idempotency-Key` avec un nouvel UUID pour chaque requête, et le même quand vous la répétez.",
    },
  },
  'idempotency.other-request': {
    en: {
      what: 'This Idempotency-Key stands for another request.',
      why: 'A key belongs to one request for 24 hours: same address, purpose, If-Match and body.',
      next: 'Send a new key with a new request.',
    },
    fr: {
      what: 'Cette Idempotency-Key désigne une autre requête.',
      why: 'Une clé appartient à une seule requête pendant 24 heures : même adresse, finalité, If-Match et contenu.',
      next: 'Envoyez une nouvelle clé avec une nouvelle requête.',
    },
  },
  'idempotency.in-flight': {
    en: {
      what: 'The same request is still under way.',
      why: 'The first one has not been answered yet; doing it a second time could do it twice.',
      next: 'Wait for the seconds of `Retry-After`, then repeat the request with the same key.',
    },
    fr: {
      what: 'La même requête est encore en cours.',
      why: "La première n'a pas encore reçu de réponse ; la traiter une seconde fois pourrait la faire deux fois.",
      next: 'Attendez les secondes de `Retry-After`, puis répétez la requête avec la même clé.',
    },
  },
  'version.missing': {
    en: {
      what: 'The change does not say which version it changes.',
      why: 'Two programs may hold the same aid request; whoever writes without looking would undo what the other did.',
      next: 'Send the header `If-Match` with the ETag of the last answer.',
    },
    fr: {
      what: 'La modification ne dit pas quelle version elle modifie.',
      why: "Deux programmes peuvent tenir la même demande ; écrire sans regarder déferait ce que l'autre a fait.",
      next: "Envoyez l'en-tête `If-Match` avec l'ETag de la dernière réponse.",
    },
  },
  'version.stale': {
    en: {
      what: 'Somebody has changed this in the meantime.',
      why: 'The ETag in `If-Match` is that of an older version.',
      next: 'Read it again, see what has changed, and decide anew.',
    },
    fr: {
      what: "Quelqu'un l'a modifié entre-temps.",
      why: "L'ETag de `If-Match` est celui d'une version plus ancienne.",
      next: 'Relisez, voyez ce qui a changé, et décidez de nouveau.',
    },
  },
} as const satisfies MessagePack;
