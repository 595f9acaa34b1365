import { EXIT, type ExitCode } from '#libs/domain';
import type { Text } from '#libs/messages';
import { type CommandContext, defineCommand } from '../definition/index.js';

const TEXTS = {
  none: { en: 'No token was made yet.', fr: "Aucun jeton n'a encore été créé." },
  holds: { en: 'holds', fr: 'vaut' },
  expired: { en: 'expired', fr: 'expiré' },
  revoked: { en: 'revoked', fr: 'révoqué' },
} as const satisfies Record<string, Text>;

export const tokenList = defineCommand({
  name: 'list',
  summary: { en: 'which clients may ask for what', fr: 'quels clients peuvent demander quoi' },
  description: {
    en: 'The newest first; tokens themselves are kept nowhere. NDJSON with --json.',
    fr: 'Du plus récent au plus ancien ; les jetons eux-mêmes ne sont conservés nulle part. NDJSON avec --json.',
  },
  examples: [
    { command: 'passerelle token list', text: { en: 'All that were ever made', fr: 'Tous ceux qui ont été créés' } },
  ],
  run: (context) => list(context),
});

const list = async ({ out, lang, settings }: CommandContext<object, object>): Promise<ExitCode> => {
  const { allTokens } = await import('#libs/services');
  const { withEngine } = await import('../../engine/open-engine.js');
  const { tokenView } = await import('../../clients/token-view.js');
  const tokens = await withEngine(await settings(), { queue: false }, allTokens);
  const now = new Date();
  for (const token of tokens) {
    const view = tokenView(token, now);
    if (out.isJson) await out.ndjson(view);
    const { tokenId, client, purposes, sites, recipient, status } = view;
    const where = sites === 'all' ? sites : sites.join(',');
    out.line([tokenId, TEXTS[status][lang], client, purposes.join(','), where, recipient].join('  '));
  }
  if (tokens.length === 0) out.line(TEXTS.none[lang]);
  return EXIT.done;
};
