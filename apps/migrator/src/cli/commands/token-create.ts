import { EXIT, type ExitCode } from '#libs/domain';
import type { Text } from '#libs/messages';
import { type CommandContext, defineCommand, option } from '../definition/index.js';

const TEXTS = {
  once: {
    en: 'The token is shown this once, and kept nowhere: store it where the client finds it.',
    fr: "Le jeton n'est affiché qu'ici, et n'est conservé nulle part : rangez-le là où le client le trouvera.",
  },
  id: { en: 'Id, to list or revoke it', fr: 'Identifiant, pour le lister ou le révoquer' },
  until: { en: 'Holds until', fr: "Vaut jusqu'au" },
  always: { en: 'it is revoked', fr: 'révoqué' },
} as const satisfies Record<string, Text>;

const options = {
  client: option.text({
    metavar: 'NAME',
    required: true,
    text: { en: 'the program that will ask; never a person', fr: 'le programme qui demandera ; jamais une personne' },
  }),
  purposes: option.list({
    metavar: 'P,…',
    required: true,
    text: { en: 'what it may ask for (purposes.yml)', fr: 'à quelles fins (purposes.yml)' },
  }),
  recipient: option.text({
    metavar: 'SIRET',
    required: true,
    text: { en: 'the body that receives the answers', fr: "l'organisme qui reçoit les réponses" },
  }),
  sites: option.list({
    metavar: 'S,…',
    text: {
      en: 'sites whose persons it may see; all by default',
      fr: 'sites dont il voit les personnes ; tous par défaut',
    },
  }),
  scopes: option.list({
    metavar: 'S,…',
    text: {
      en: 'fewer calls than its purposes give (gateway.yml)',
      fr: "moins d'appels que n'en donnent ses finalités (gateway.yml)",
    },
  }),
  networks: option.list({
    metavar: 'CIDR,…',
    text: { en: 'addresses that it may ask from; any by default', fr: 'adresses d’où il demande ; toutes par défaut' },
  }),
  expires: option.day({
    metavar: 'DATE',
    text: { en: 'last day on which it holds', fr: 'dernier jour où il vaut' },
  }),
};

type Context = CommandContext<object, typeof options>;

export const tokenCreate = defineCommand({
  name: 'create',
  summary: { en: 'make a token for a client, shown once', fr: 'créer un jeton pour un client, affiché une fois' },
  options,
  examples: [
    {
      command:
        'passerelle token create --client aides-ville --purposes aid_instruction --recipient 21750001600019 --expires 2027-06-30',
      text: { en: 'For the aid-request system, at all sites', fr: 'Pour le logiciel des aides, tous les sites' },
    },
  ],
  run: (context) => create(context),
});

const create = async ({ options: given, out, lang, settings }: Context): Promise<ExitCode> => {
  const { makeToken } = await import('#libs/services');
  const { withEngine } = await import('../../engine/open-engine.js');
  const { openTokenDesk } = await import('../../clients/open-token-desk.js');
  const place = await settings();
  const { token, bearer } = await withEngine(place, { queue: false }, (engine) =>
    makeToken(openTokenDesk(engine, place), {
      ...given,
      sites: given.sites.length === 0 || given.sites.includes('all') ? 'all' : given.sites,
      expires: given.expires ?? null,
    }),
  );
  if (out.isJson) out.json({ tokenId: token.id, token: bearer, expiresAt: token.expiresAt });
  out.line(bearer);
  out.line(TEXTS.once[lang]);
  out.line(`${TEXTS.id[lang]}: ${token.id}`);
  out.line(`${TEXTS.until[lang]}: ${token.expiresAt ?? TEXTS.always[lang]}`);
  return EXIT.done;
};
