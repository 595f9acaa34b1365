import type { MessagePack } from './teaching.js';

/** Clients of the gateway: what a token may be made with, and why a request is refused before it is looked at. */
export const accessMessages = {
  'token.client': {
    en: {
      what: 'This name of a client cannot be kept.',
      why: 'It names a system and stays in lists: letters, digits and `_ . : / -`, 80 characters at most, never the name of a person.',
      next: 'Name the program that will ask, for example `--client aides-ville`.',
    },
    fr: {
      what: 'Ce nom de client ne peut pas être conservé.',
      why: "Il désigne un logiciel et reste dans les listes : lettres, chiffres et `_ . : / -`, 80 caractères au plus, jamais le nom d'une personne.",
      next: 'Nommez le programme qui demandera, par exemple `--client aides-ville`.',
    },
  },
  'token.purpose': {
    en: {
      what: 'There is no purpose `{word}`.',
      why: 'A token allows purposes of config/policies/purposes.yml, and nothing else: {known}.',
      next: 'Correct `--purposes`. `passerelle policy register` says what each purpose is for.',
    },
    fr: {
      what: "Il n'existe pas de finalité `{word}`.",
      why: "Un jeton autorise des finalités de config/policies/purposes.yml, et rien d'autre : {known}.",
      next: 'Corrigez `--purposes`. `passerelle policy register` dit à quoi sert chaque finalité.',
    },
  },
  'token.scope': {
    en: {
      what: 'The purposes of this token do not give `{word}`.',
      why: 'A token can be made with less than its purposes give, never with more. They give: {known}.',
      next: 'Correct `--scopes`, or leave it out: the token then has all that its purposes give (config/gateway.yml).',
    },
    fr: {
      what: 'Les finalités de ce jeton ne donnent pas `{word}`.',
      why: 'Un jeton peut être créé avec moins que ce que donnent ses finalités, jamais avec plus. Elles donnent : {known}.',
      next: 'Corrigez `--scopes`, ou omettez-le : le jeton a alors tout ce que donnent ses finalités (config/gateway.yml).',
    },
  },
  'token.recipient': {
    en: {
      what: 'The recipient is not a SIRET.',
      why: 'The trail and the record of processing say which body received data: by its number of 14 digits.',
      next: 'Give the 14 digits without spaces, for example `--recipient 21750001600019`.',
    },
    fr: {
      what: "Le destinataire n'est pas un numéro SIRET.",
      why: 'Le journal et le registre disent quel organisme a reçu des données : par son numéro à 14 chiffres.',
      next: 'Donnez les 14 chiffres sans espaces, par exemple `--recipient 21750001600019`.',
    },
  },
  'token.site': {
    en: {
      what: '`{word}` is no id of a site.',
      why: 'Sites are lower case letters, digits and hyphens, such as ssdp-19; `all` stands for every one.',
      next: 'Correct `--sites`, or leave it out for all sites.',
    },
    fr: {
      what: "`{word}` n'est pas l'identifiant d'un site.",
      why: 'Un site s’écrit en minuscules, chiffres et traits d’union, comme ssdp-19 ; `all` les désigne tous.',
      next: 'Corrigez `--sites`, ou omettez-le pour tous les sites.',
    },
  },
  'token.network': {
    en: {
      what: '`{word}` is no network.',
      why: 'A network is an address, or an address with the number of its leading bits: 192.0.2.7, 10.20.0.0/16, 2001:db8::/32.',
      next: 'Correct `--networks`, or leave it out to allow any address.',
    },
    fr: {
      what: "`{word}` n'est pas un réseau.",
      why: 'Un réseau est une adresse, ou une adresse suivie du nombre de bits de tête : 192.0.2.7, 10.20.0.0/16, 2001:db8::/32.',
      next: "Corrigez `--networks`, ou omettez-le pour autoriser n'importe quelle adresse.",
    },
  },
  'token.expired': {
    en: {
      what: 'The token would have expired already: {day} is over.',
      why: '`--expires` is the last day on which the token holds.',
      next: 'Give a day to come.',
    },
    fr: {
      what: 'Le jeton serait déjà périmé : le {day} est passé.',
      why: '`--expires` est le dernier jour où le jeton vaut.',
      next: 'Donnez un jour à venir.',
    },
  },
  'token.unknown': {
    en: {
      what: 'There is no token of this id.',
      why: 'Ids are 16 characters; the token itself is not its id, and is kept nowhere.',
      next: 'Run `passerelle token list` for the ids.',
    },
    fr: {
      what: "Aucun jeton n'a cet identifiant.",
      why: "Un identifiant a 16 caractères ; le jeton lui-même n'est pas son identifiant, et n'est conservé nulle part.",
      next: 'Lancez `passerelle token list` pour les identifiants.',
    },
  },
  'gateway-rules.purpose': {
    en: {
      what: 'config/gateway.yml names a purpose `{name}` that no policy knows.',
      why: 'Scopes are given to purposes of config/policies/purposes.yml.',
      next: 'Correct the name, or add the purpose to the policies first.',
    },
    fr: {
      what: "config/gateway.yml nomme une finalité `{name}` qu'aucune règle ne connaît.",
      why: 'Les droits sont donnés à des finalités de config/policies/purposes.yml.',
      next: "Corrigez le nom, ou ajoutez d'abord la finalité aux règles.",
    },
  },
  'gateway-rules.scope': {
    en: {
      what: 'config/gateway.yml gives a scope `{name}` that it does not describe.',
      why: 'Every scope that a purpose gives stands under `scopes`, with what it allows.',
      next: 'Correct the name, or describe the scope.',
    },
    fr: {
      what: "config/gateway.yml donne un droit `{name}` qu'il ne décrit pas.",
      why: "Tout droit donné par une finalité figure sous `scopes`, avec ce qu'il permet.",
      next: 'Corrigez le nom, ou décrivez le droit.',
    },
  },
  'access.token-missing': {
    en: {
      what: 'The request carries no token.',
      why: 'Every call names its client by `Authorization: Bearer …`.',
      next: 'Send the token that `passerelle token create` printed, or an access token of the identity provider.',
    },
    fr: {
      what: 'La requête ne porte pas de jeton.',
      why: 'Tout appel nomme son client par `Authorization: Bearer …`.',
      next: "Envoyez le jeton qu'a affiché `passerelle token create`, ou un jeton d'accès du fournisseur d'identité.",
    },
  },
  'access.token-unknown': {
    en: {
      what: 'The token does not hold.',
      why: 'It is none of ours, was revoked, or has expired; which of these is told to nobody.',
      next: 'Ask those who run the gateway: `passerelle token list` shows what holds.',
    },
    fr: {
      what: 'Le jeton ne vaut pas.',
      why: "Il n'est pas des nôtres, a été révoqué ou a expiré ; nul n'apprend lequel.",
      next: 'Adressez-vous à ceux qui exploitent la passerelle : `passerelle token list` montre ce qui vaut.',
    },
  },
  'access.network': {
    en: {
      what: 'The token does not hold from this address.',
      why: 'It was made for certain networks.',
      next: 'Ask from one of them, or have a token made for this one (`--networks`).',
    },
    fr: {
      what: 'Le jeton ne vaut pas depuis cette adresse.',
      why: 'Il a été créé pour certains réseaux.',
      next: 'Demandez depuis l’un d’eux, ou faites créer un jeton pour celui-ci (`--networks`).',
    },
  },
  'access.too-many': {
    en: {
      what: 'This client asks too often.',
      why: 'Each client has a steady number of requests a second and a burst (`limits` in config/gateway.yml), so that one cannot keep the others waiting.',
      next: 'Wait for the seconds of `Retry-After`, then send the request again.',
    },
    fr: {
      what: 'Ce client demande trop souvent.',
      why: "Chaque client a un nombre régulier de requêtes par seconde et une réserve (`limits` dans config/gateway.yml), pour qu'aucun ne fasse attendre les autres.",
      next: 'Attendez les secondes de `Retry-After`, puis renvoyez la requête.',
    },
  },
  'access.too-many-persons': {
    en: {
      what: 'This client has read more different persons than it may.',
      why: 'Reading a whole caseload is no purpose (`limits` in config/gateway.yml). The data-protection officer can see it in the trail.',
      next: 'Wait for the seconds of `Retry-After`. If the work really needs more, have the limits raised.',
    },
    fr: {
      what: "Ce client a lu plus de personnes différentes qu'il n'en a le droit.",
      why: "Lire une file active entière n'est pas une finalité (`limits` dans config/gateway.yml). La déléguée ou le délégué à la protection des données peut le voir au journal.",
      next: 'Attendez les secondes de `Retry-After`. Si le travail en demande vraiment plus, faites relever les limites.',
    },
  },
  'access.purpose-missing': {
    en: {
      what: 'The request states no purpose.',
      why: 'Nobody reads data of persons without saying what for.',
      next: 'Send the header `X-Purpose`, with a purpose that the token grants.',
    },
    fr: {
      what: "La requête n'énonce pas de finalité.",
      why: 'Nul ne lit des données de personnes sans dire pourquoi.',
      next: "Envoyez l'en-tête `X-Purpose`, avec une finalité que le jeton accorde.",
    },
  },
  'access.purpose': {
    en: {
      what: 'The token does not grant this purpose.',
      why: 'A token is made for the purposes of one client; the policies may also have changed since.',
      next: 'State a purpose that the token grants (`passerelle token list`).',
    },
    fr: {
      what: "Le jeton n'accorde pas cette finalité.",
      why: "Un jeton est créé pour les finalités d'un client ; les règles peuvent aussi avoir changé depuis.",
      next: 'Énoncez une finalité que le jeton accorde (`passerelle token list`).',
    },
  },
  'access.recipient-missing': {
    en: {
      what: 'The request does not say who receives the answer.',
      why: 'The trail names the body that received data.',
      next: 'Send the header `X-Recipient` with the SIRET of the body.',
    },
    fr: {
      what: 'La requête ne dit pas qui reçoit la réponse.',
      why: "Le journal nomme l'organisme qui a reçu des données.",
      next: "Envoyez l'en-tête `X-Recipient` avec le SIRET de l'organisme.",
    },
  },
  'access.recipient': {
    en: {
      what: 'The token was not made for this recipient.',
      why: 'A token belongs to one body; what it asks for goes to that body alone.',
      next: 'Send the SIRET for which the token was made.',
    },
    fr: {
      what: "Le jeton n'a pas été créé pour ce destinataire.",
      why: "Un jeton appartient à un organisme ; ce qu'il demande ne va qu'à lui.",
      next: 'Envoyez le SIRET pour lequel le jeton a été créé.',
    },
  },
  'access.scope': {
    en: {
      what: 'The client may not make this call.',
      why: 'The call needs a scope that the token, or the stated purpose, does not have.',
      next: 'State another purpose, or have a token made with that scope (`passerelle token create --help`).',
    },
    fr: {
      what: 'Le client ne peut pas faire cet appel.',
      why: "L'appel demande un droit que le jeton, ou la finalité énoncée, n'a pas.",
      next: 'Énoncez une autre finalité, ou faites créer un jeton avec ce droit (`passerelle token create --help`).',
    },
  },
} as const satisfies MessagePack;
