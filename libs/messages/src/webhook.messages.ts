import type { MessagePack } from './teaching.js';

/** Webhooks: why one is not made or moved, and what `last_problem` of a delivery says. */
export const webhookMessages = {
  'webhook.unknown': {
    en: {
      what: 'There is no such webhook, or no such delivery of it.',
      why: 'A body sees its own webhooks alone; deliveries go with their events after some weeks (`keepDays` in config/gateway.yml).',
      next: 'Ask `GET /v1/webhooks` for the ids.',
    },
    fr: {
      what: "Ce webhook n'existe pas, ou n'a pas cette livraison.",
      why: 'Un organisme ne voit que ses propres webhooks ; les livraisons disparaissent avec leurs événements après quelques semaines (`keepDays` dans config/gateway.yml).',
      next: 'Demandez les identifiants à `GET /v1/webhooks`.',
    },
  },
  'webhook.url': {
    en: {
      what: 'The address of the webhook cannot be read.',
      why: 'It is a complete URL of 2,000 characters at most, without blanks and without a fragment (`#`).',
      next: 'Send it as it is typed into a browser, for example `https://aides.example.org/passerelle`.',
    },
    fr: {
      what: "L'adresse du webhook est illisible.",
      why: "C'est une URL complète de 2 000 caractères au plus, sans blanc ni fragment (`#`).",
      next: 'Envoyez-la comme on la saisit dans un navigateur, par exemple `https://aides.example.org/passerelle`.',
    },
  },
  'webhook.url-scheme': {
    en: {
      what: 'A webhook is reached by https.',
      why: 'Whoever listens on the way must not learn which aid requests change, nor forge it.',
      next: 'Give an address that begins with `https://`. For tests on one machine, `http: true` under `webhooks` in config/gateway.yml takes http too.',
    },
    fr: {
      what: 'Un webhook se joint en https.',
      why: "Qui écoute en chemin ne doit ni apprendre quelles demandes d'aide changent, ni le contrefaire.",
      next: 'Donnez une adresse qui commence par `https://`. Pour des essais sur une seule machine, `http: true` sous `webhooks` dans config/gateway.yml accepte aussi http.',
    },
  },
  'webhook.url-credentials': {
    en: {
      what: 'The address holds a user or a password.',
      why: 'Addresses are listed and logged by many programs on the way. Deliveries are signed: the receiver needs no password to know who sends.',
      next: 'Take them out of the address, and verify the signature.',
    },
    fr: {
      what: "L'adresse contient un identifiant ou un mot de passe.",
      why: "Bien des programmes listent et journalisent les adresses en chemin. Les livraisons sont signées : le récepteur n'a pas besoin de mot de passe pour savoir qui envoie.",
      next: "Retirez-les de l'adresse, et vérifiez la signature.",
    },
  },
  'webhook.url-port': {
    en: {
      what: 'Webhooks are not sent to this port.',
      why: 'Ports under 1024 other than those of https and http, and ports of databases, caches and consoles, belong to other services.',
      next: 'Let the receiver listen on 443, or on a free port from 1024 on.',
    },
    fr: {
      what: "Aucun webhook n'est envoyé vers ce port.",
      why: "Les ports inférieurs à 1024, hors ceux de https et http, et ceux des bases de données, caches et consoles appartiennent à d'autres services.",
      next: 'Faites écouter le récepteur sur 443, ou sur un port libre à partir de 1024.',
    },
  },
  'webhook.url-address': {
    en: {
      what: 'Webhooks are not sent to this address.',
      why: 'It belongs to a private network, to the machine itself, or to nobody. Otherwise anybody with a token could have the gateway knock at doors inside the house.',
      next: 'Give a public address or name, or have the network allowed (`webhooks.allow` in config/gateway.yml).',
    },
    fr: {
      what: "Aucun webhook n'est envoyé à cette adresse.",
      why: "Elle appartient à un réseau privé, à la machine elle-même, ou à personne. Sinon, quiconque a un jeton ferait frapper la passerelle aux portes de l'intérieur.",
      next: 'Donnez une adresse ou un nom publics, ou faites autoriser le réseau (`webhooks.allow` dans config/gateway.yml).',
    },
  },
  'webhook.event-type': {
    en: {
      what: 'One of the types of events is unknown.',
      why: 'There is one for each status of an aid request: `aid_request.submitted`, `aid_request.granted` and so on.',
      next: 'Correct `event_types`, or leave it out for all.',
    },
    fr: {
      what: "L'un des types d'événements est inconnu.",
      why: "Il y en a un par état d'une demande d'aide : `aid_request.submitted`, `aid_request.granted`, etc.",
      next: 'Corrigez `event_types`, ou omettez-le pour les avoir tous.',
    },
  },
  'webhook.too-many': {
    en: {
      what: 'This body has as many webhooks as it may have.',
      why: 'Each change is sent to each of them; 20 are more than the systems of any body.',
      next: 'Delete one that nobody needs any more (`GET /v1/webhooks` lists them).',
    },
    fr: {
      what: "Cet organisme a autant de webhooks qu'il peut en avoir.",
      why: "Chaque changement est envoyé à chacun d'eux ; 20 dépassent le nombre de logiciels de tout organisme.",
      next: "Supprimez-en un dont personne n'a plus besoin (`GET /v1/webhooks` les liste).",
    },
  },
  'webhook.rotated-often': {
    en: {
      what: 'The secret was renewed too often within a day.',
      why: 'After a renewal the secret before signs along for 24 hours; with so many, no receiver knows which one counts.',
      next: 'Use the newest one, or wait until older ones have run out.',
    },
    fr: {
      what: 'Le secret a été renouvelé trop souvent en un jour.',
      why: 'Après un renouvellement, le secret précédent signe encore 24 heures ; avec autant de secrets, aucun récepteur ne sait lequel compte.',
      next: 'Utilisez le plus récent, ou attendez que les anciens expirent.',
    },
  },
  'webhook.place-unknown': {
    en: {
      what: 'There is no such event to replay from.',
      why: 'It belongs to another body, or is older than what is kept (`keepDays` in config/gateway.yml).',
      next: 'Give the id of a later event (the header `webhook-id`), or a `cursor` of `GET /v1/webhooks/{id}/deliveries`.',
    },
    fr: {
      what: "Cet événement, d'où rejouer, n'existe pas.",
      why: 'Il appartient à un autre organisme, ou est plus ancien que ce qui est gardé (`keepDays` dans config/gateway.yml).',
      next: "Donnez l'identifiant d'un événement plus récent (l'en-tête `webhook-id`), ou un `cursor` de `GET /v1/webhooks/{id}/deliveries`.",
    },
  },
  'webhook.not-dead': {
    en: {
      what: 'This delivery was not given up.',
      why: 'It was delivered, or is still tried by itself.',
      next: 'To be told once more what was delivered, replay from that event.',
    },
    fr: {
      what: "Cette livraison n'est pas abandonnée.",
      why: "Elle est arrivée, ou d'autres essais suivront d'eux-mêmes.",
      next: 'Pour recevoir de nouveau ce qui est arrivé, rejouez à partir de cet événement.',
    },
  },
  'webhook.disabled': {
    en: {
      what: 'This webhook is disabled.',
      why: 'Its receiver answered 410: it says that it is gone for good.',
      next: 'Make a new webhook, then replay from the last event that the receiver knows.',
    },
    fr: {
      what: 'Ce webhook est désactivé.',
      why: 'Son récepteur a répondu 410 : il dit avoir disparu pour de bon.',
      next: 'Créez un nouveau webhook, puis rejouez à partir du dernier événement que le récepteur connaît.',
    },
  },
  'webhook.timeout': {
    en: {
      what: 'The receiver did not answer within ten seconds.',
      why: 'A delivery counts when a status of 200 to 299 has come by then.',
      next: 'Let the receiver answer first and work afterwards.',
    },
    fr: {
      what: "Le récepteur n'a pas répondu en dix secondes.",
      why: "Une livraison compte si un état de 200 à 299 est arrivé d'ici là.",
      next: "Que le récepteur réponde d'abord et travaille ensuite.",
    },
  },
  'webhook.unreachable': {
    en: {
      what: 'The receiver could not be reached.',
      why: 'Its name is unknown, nobody listens there, or the connection broke before an answer.',
      next: 'See that the receiver runs and that its name leads to it. The delivery is tried again for about two days.',
    },
    fr: {
      what: "Le récepteur n'a pas pu être joint.",
      why: "Son nom est inconnu, personne n'y écoute, ou la connexion s'est rompue avant une réponse.",
      next: 'Vérifiez que le récepteur tourne et que son nom y mène. La livraison est réessayée pendant environ deux jours.',
    },
  },
  'webhook.tls': {
    en: {
      what: 'The certificate of the receiver does not hold.',
      why: 'It has run out, is made out to another name, or comes from an authority that this installation does not know.',
      next: 'Renew the certificate, or name the authority to the gateway (`NODE_EXTRA_CA_CERTS`).',
    },
    fr: {
      what: 'Le certificat du récepteur ne vaut pas.',
      why: 'Il a expiré, est établi à un autre nom, ou vient d’une autorité que cette installation ne connaît pas.',
      next: "Renouvelez le certificat, ou faites connaître l'autorité à la passerelle (`NODE_EXTRA_CA_CERTS`).",
    },
  },
  'webhook.address': {
    en: {
      what: 'The name of the receiver leads to an address to which no webhooks are sent.',
      why: 'What a name leads to is checked at each connection; private addresses are refused unless they are allowed.',
      next: 'Correct the name, or have the network or the host allowed (`webhooks.allow` in config/gateway.yml).',
    },
    fr: {
      what: "Le nom du récepteur mène à une adresse où aucun webhook n'est envoyé.",
      why: 'Ce à quoi mène un nom est vérifié à chaque connexion ; les adresses privées sont refusées, sauf autorisation.',
      next: "Corrigez le nom, ou faites autoriser le réseau ou l'hôte (`webhooks.allow` dans config/gateway.yml).",
    },
  },
  'webhook.redirect': {
    en: {
      what: 'The receiver answered with a redirect.',
      why: 'Redirects are not followed: they could lead anywhere.',
      next: 'Make a webhook with the address that the redirect names.',
    },
    fr: {
      what: 'Le récepteur a répondu par une redirection.',
      why: "Les redirections ne sont pas suivies : elles pourraient mener n'importe où.",
      next: "Créez un webhook avec l'adresse que nomme la redirection.",
    },
  },
  'webhook.status': {
    en: {
      what: 'The receiver did not take the delivery.',
      why: 'It answered with a status that is not between 200 and 299; `last_http_status` says which.',
      next: 'Look into the log of the receiver at that time.',
    },
    fr: {
      what: "Le récepteur n'a pas pris la livraison.",
      why: 'Il a répondu par un état hors de 200 à 299 ; `last_http_status` dit lequel.',
      next: 'Consultez le journal du récepteur à cette heure.',
    },
  },
  'webhook.gone': {
    en: {
      what: 'The receiver says that it is gone.',
      why: 'It answered 410; nothing more is sent to this webhook.',
      next: 'Delete the webhook. If the answer was a mistake, make a new one and replay from the last event that arrived.',
    },
    fr: {
      what: "Le récepteur dit qu'il n'existe plus.",
      why: "Il a répondu 410 ; plus rien n'est envoyé à ce webhook.",
      next: 'Supprimez le webhook. Si la réponse était une erreur, créez-en un autre et rejouez à partir du dernier événement arrivé.',
    },
  },
  'webhook.secret': {
    en: {
      what: 'The secret of this webhook cannot be read.',
      why: 'Secrets are encrypted under the key of the installation; this one was encrypted under another.',
      next: 'Renew the secret (`POST /v1/webhooks/{id}/secret`), and see whether the home has the right key.',
    },
    fr: {
      what: 'Le secret de ce webhook est illisible.',
      why: "Les secrets sont chiffrés sous la clé de l'installation ; celui-ci l'a été sous une autre.",
      next: "Renouvelez le secret (`POST /v1/webhooks/{id}/secret`), et vérifiez que l'installation a la bonne clé.",
    },
  },
  'gateway-rules.webhook-allow': {
    en: {
      what: 'config/gateway.yml allows webhooks to `{name}`, which is neither a network nor a host.',
      why: 'An entry of `webhooks.allow` is a network (10.20.0.0/16), an address or the name of a host, without a scheme and a port.',
      next: 'Correct the entry.',
    },
    fr: {
      what: "config/gateway.yml autorise des webhooks vers `{name}`, qui n'est ni un réseau ni un hôte.",
      why: "Une entrée de `webhooks.allow` est un réseau (10.20.0.0/16), une adresse ou le nom d'un hôte, sans protocole ni port.",
      next: "Corrigez l'entrée.",
    },
  },
} as const satisfies MessagePack;
