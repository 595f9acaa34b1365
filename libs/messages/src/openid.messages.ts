import type { MessagePack } from './teaching.js';

/** Access tokens of an identity provider: what their senders must prove, and what the provider must answer. */
export const openIdMessages = {
  'access.proof': {
    en: {
      what: 'The token holds, and the request does not prove that it is the sender’s.',
      why: 'It needs a fresh DPoP proof: signed by the key to which the token is bound, for this method, this address and this token, shown once (RFC 9449). Or a proof came with a token that is bound to no key.',
      next: 'Send `Authorization: DPoP …` with a new proof in the header `DPoP`, for the public address of the gateway (`publicUrl` in config/gateway.yml), and check the clock of the client.',
    },
    fr: {
      what: "Le jeton vaut, mais la requête ne prouve pas qu'il est à son expéditeur.",
      why: "Il faut une preuve DPoP récente : signée par la clé à laquelle le jeton est lié, pour cette méthode, cette adresse et ce jeton, et présentée une seule fois (RFC 9449). Ou bien une preuve accompagne un jeton qui n'est lié à aucune clé.",
      next: "Envoyez `Authorization: DPoP …` avec une nouvelle preuve dans l'en-tête `DPoP`, pour l'adresse publique de la passerelle (`publicUrl` dans config/gateway.yml), et vérifiez l'horloge du client.",
    },
  },
  'access.certificate': {
    en: {
      what: 'The token holds, and the request does not come with the certificate to which it is bound.',
      why: 'A token that is bound to a certificate is good for nobody else (RFC 8705). The gateway sees the certificate of its own TLS connection, or the one that a trusted proxy passes on (`proxies` and `certificateHeader` in config/gateway.yml).',
      next: 'Connect with the certificate with which the token was asked for; if you do, have those who run the gateway check the proxy.',
    },
    fr: {
      what: 'Le jeton vaut, mais la requête ne vient pas avec le certificat auquel il est lié.',
      why: "Un jeton lié à un certificat ne sert à personne d'autre (RFC 8705). La passerelle voit le certificat de sa propre connexion TLS, ou celui que transmet un mandataire de confiance (`proxies` et `certificateHeader` dans config/gateway.yml).",
      next: 'Connectez-vous avec le certificat qui a servi à demander le jeton ; si c’est déjà le cas, faites vérifier le mandataire par ceux qui exploitent la passerelle.',
    },
  },
  'access.provider-away': {
    en: {
      what: 'The gateway cannot tell now whether the token holds.',
      why: 'It is signed with a key that the gateway has not seen yet, and the identity provider does not answer. Tokens signed with known keys go on.',
      next: 'Wait for the seconds of `Retry-After`, then send the request again. Those who run the gateway look at `openid` in config/gateway.yml and at the provider.',
    },
    fr: {
      what: 'La passerelle ne peut pas savoir en ce moment si le jeton vaut.',
      why: "Il est signé avec une clé que la passerelle n'a pas encore vue, et le fournisseur d'identité ne répond pas. Les jetons signés avec des clés connues continuent de valoir.",
      next: "Attendez les secondes de `Retry-After`, puis renvoyez la requête. Ceux qui exploitent la passerelle regardent `openid` dans config/gateway.yml et le fournisseur d'identité.",
    },
  },
} as const satisfies MessagePack;
