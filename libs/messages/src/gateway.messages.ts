import type { MessagePack } from './teaching.js';

/** What can be wrong with the start of the gateway and of `passerelle up`, and what the gateway answers to requests. */
export const gatewayMessages = {
  'gateway.port-in-use': {
    en: {
      what: 'The gateway cannot listen on {host}, port {port} ({option}): another program does so already.',
      why: 'Often it is a gateway that was started earlier and still runs.',
      next: 'Stop that program, or choose another port: `{option} N` (0 takes any free one).',
    },
    fr: {
      what: 'La passerelle ne peut pas écouter sur {host}, port {port} ({option}) : un autre programme le fait déjà.',
      why: "C'est souvent une passerelle lancée auparavant et qui tourne encore.",
      next: 'Arrêtez ce programme, ou choisissez un autre port : `{option} N` (0 prend un port libre quelconque).',
    },
  },
  'gateway.port-denied': {
    en: {
      what: 'The system does not allow this account to listen on {host}, port {port} ({option}).',
      why: 'Ports below 1024 are usually reserved for the administrator.',
      next: 'Choose a higher port (`{option} N`), and let a web server in front pass requests on to it.',
    },
    fr: {
      what: "Le système n'autorise pas ce compte à écouter sur {host}, port {port} ({option}).",
      why: "Les ports inférieurs à 1024 sont d'ordinaire réservés à l'administrateur.",
      next: 'Choisissez un port plus élevé (`{option} N`), et placez devant un serveur web qui lui transmet les requêtes.',
    },
  },
  'gateway.host-unknown': {
    en: {
      what: 'The gateway cannot listen on {host}: this machine has no such address.',
      why: '`--host` names an address of this machine: 127.0.0.1 for itself alone, 0.0.0.0 for every network that it is on.',
      next: 'Correct `--host`, or leave it out to listen on 127.0.0.1.',
    },
    fr: {
      what: "La passerelle ne peut pas écouter sur {host} : cette machine n'a pas cette adresse.",
      why: '`--host` désigne une adresse de cette machine : 127.0.0.1 pour elle seule, 0.0.0.0 pour tous les réseaux auxquels elle est reliée.',
      next: 'Corrigez `--host`, ou omettez-le pour écouter sur 127.0.0.1.',
    },
  },
  'gateway.ended': {
    en: {
      what: 'The gateway ended by itself ({how}).',
      why: 'A signal means that somebody, or the system for lack of memory, killed it; any other end is a fault of the program.',
      next: 'Read the lines above on standard error, then start it again. `passerelle up` starts it again by itself.',
    },
    fr: {
      what: "La passerelle s'est arrêtée d'elle-même ({how}).",
      why: "Un signal veut dire que quelqu'un, ou le système à court de mémoire, y a mis fin ; toute autre fin est un défaut du programme.",
      next: "Lisez les lignes qui précèdent sur la sortie d'erreur, puis relancez-la. `passerelle up` la relance tout seul.",
    },
  },
  'up.worker-refused': {
    en: {
      what: 'A worker cannot start.',
      why: 'Its own message, above, says why. Everything that was started has been stopped again.',
      next: 'Mend what that message names, then run the same command again.',
    },
    fr: {
      what: 'Un ouvrier ne peut pas démarrer.',
      why: 'Son propre message, plus haut, dit pourquoi. Tout ce qui avait démarré a été arrêté.',
      next: 'Réparez ce que ce message désigne, puis relancez la même commande.',
    },
  },
  'route.unknown': {
    en: {
      what: 'The gateway has nothing at this address.',
      why: 'The method or the path of the request is not one of the interface; paths are case-sensitive and begin with /v1.',
      next: 'Correct method and path; docs/guide/operations.md says what the gateway serves. Health is asked on the operations port.',
    },
    fr: {
      what: "La passerelle n'a rien à cette adresse.",
      why: "La méthode ou le chemin de la requête ne fait pas partie de l'interface ; les chemins distinguent majuscules et minuscules, et commencent par /v1.",
      next: "Corrigez la méthode et le chemin ; docs/guide/operations.md dit ce que sert la passerelle. L'état de santé se demande sur le port d'exploitation.",
    },
  },
  'request.malformed': {
    en: {
      what: 'The request is not well formed.',
      why: 'Its address, its headers or its body break the rules of HTTP or JSON, so that it was not read further.',
      next: 'Correct the program that sends it; the same request would be refused again.',
    },
    fr: {
      what: 'La requête est mal formée.',
      why: "Son adresse, ses en-têtes ou son contenu ne respectent pas les règles de HTTP ou de JSON ; elle n'a pas été lue plus avant.",
      next: "Corrigez le programme qui l'envoie ; la même requête serait de nouveau refusée.",
    },
  },
  'request.invalid': {
    en: {
      what: 'The request does not fit the interface.',
      why: 'A member, a part of the address or of the query is missing, unknown or of another kind. The answer lists the places under `errors`, and never what stood there.',
      next: 'Compare it with the OpenAPI document of the gateway (`/openapi.json`).',
    },
    fr: {
      what: "La requête ne correspond pas à l'interface.",
      why: "Un élément, une partie de l'adresse ou des paramètres manque, est inconnu ou d'un autre type. La réponse liste les endroits sous `errors`, jamais ce qui s'y trouvait.",
      next: 'Comparez-la au document OpenAPI de la passerelle (`/openapi.json`).',
    },
  },
  'request.too-large': {
    en: {
      what: 'The request is larger than the gateway takes.',
      why: 'Headers and bodies are limited, so that nobody can fill the memory.',
      next: 'Send less at once.',
    },
    fr: {
      what: "La requête est plus grande que ce qu'accepte la passerelle.",
      why: 'La taille des en-têtes et des contenus est limitée, pour que personne ne puisse saturer la mémoire.',
      next: 'Envoyez moins de données à la fois.',
    },
  },
  'request.media-type': {
    en: {
      what: 'The body of the request is of a kind that the gateway does not read.',
      why: 'Bodies are JSON, and the header Content-Type says so.',
      next: 'Send JSON with `Content-Type: application/json`.',
    },
    fr: {
      what: "Le contenu de la requête est d'un type que la passerelle ne lit pas.",
      why: "Les contenus sont en JSON, et l'en-tête Content-Type le dit.",
      next: 'Envoyez du JSON avec `Content-Type: application/json`.',
    },
  },
  'request.timeout': {
    en: {
      what: 'The request was not complete in time.',
      why: 'A connection that sends too slowly is closed, so that slow senders cannot keep all of them.',
      next: 'Send the request again. If it happens often, look at the network in between.',
    },
    fr: {
      what: "La requête n'est pas arrivée complète à temps.",
      why: 'Une connexion qui transmet trop lentement est fermée, pour que des expéditeurs lents ne les occupent pas toutes.',
      next: 'Renvoyez la requête. Si cela se répète, examinez le réseau intermédiaire.',
    },
  },
  'gateway.unavailable': {
    en: {
      what: 'The gateway cannot serve requests at this moment.',
      why: 'The database does not answer, or more is asked than can be answered in time. Nothing that was acknowledged is lost.',
      next: 'Wait for the seconds of `Retry-After`, then send the request again, with the same `Idempotency-Key` where it had one.',
    },
    fr: {
      what: 'La passerelle ne peut pas servir de requêtes en ce moment.',
      why: "La base de données ne répond pas, ou on demande plus que ce qui peut être répondu à temps. Rien de ce qui a été confirmé n'est perdu.",
      next: 'Attendez les secondes de `Retry-After`, puis renvoyez la requête, avec la même `Idempotency-Key` si elle en avait une.',
    },
  },
  'gateway.fault': {
    en: {
      what: 'The gateway could not answer, by a fault of its own.',
      why: 'Something happened that nobody foresaw. Its details are kept out of this answer, because they could hold personal data.',
      next: 'Send the request again later. If it happens again, report the time of the request to those who run the gateway.',
    },
    fr: {
      what: "La passerelle n'a pas pu répondre, par sa propre faute.",
      why: "Il s'est produit quelque chose que personne n'avait prévu. Les détails sont tenus hors de cette réponse, car ils pourraient contenir des données personnelles.",
      next: "Renvoyez la requête plus tard. Si cela se reproduit, signalez l'heure de la requête à ceux qui exploitent la passerelle.",
    },
  },
} as const satisfies MessagePack;
