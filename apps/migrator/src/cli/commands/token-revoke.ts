import { EXIT, type ExitCode } from '#libs/domain';
import { argument, type CommandContext, defineCommand } from '../definition/index.js';

const REVOKED = {
  en: 'Revoked: every gateway refuses it within a second.',
  fr: 'Révoqué : toute passerelle le refuse en moins d’une seconde.',
};

const revokeArguments = {
  token: argument.text({
    metavar: 'ID',
    text: { en: 'id of the token, not the token', fr: 'identifiant du jeton, non le jeton' },
  }),
};

export const tokenRevoke = defineCommand({
  name: 'revoke',
  summary: { en: 'end a token for good', fr: 'mettre fin à un jeton, définitivement' },
  arguments: revokeArguments,
  examples: [
    {
      command: 'passerelle token revoke 3f0c9a1be27d4458',
      text: { en: 'As `token list` names it', fr: 'Comme le nomme `token list`' },
    },
  ],
  run: (context) => revoke(context),
});

const revoke = async ({
  args,
  out,
  lang,
  settings,
}: CommandContext<typeof revokeArguments, object>): Promise<ExitCode> => {
  const { withdrawToken } = await import('#libs/services');
  const { withEngine } = await import('../../engine/open-engine.js');
  const { openTokenDesk } = await import('../../clients/open-token-desk.js');
  const { tokenView } = await import('../../clients/token-view.js');
  const place = await settings();
  const token = await withEngine(place, { queue: false }, (engine) =>
    withdrawToken(openTokenDesk(engine, place), args.token),
  );
  if (out.isJson) out.json(tokenView(token, new Date()));
  out.line(REVOKED[lang]);
  return EXIT.done;
};
