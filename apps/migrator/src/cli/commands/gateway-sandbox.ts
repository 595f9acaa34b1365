import type { ExitCode } from '#libs/domain';
import type { Text } from '#libs/messages';
import type { SandboxContents } from '../../sandbox/fill-sandbox.js';
import type { Situation } from '../../sandbox/persona.js';
import { type GatewayContext, serve } from './gateway.command.js';

const TEXTS = {
  filling: {
    en: 'SANDBOX: invented persons are written, imported and linked…',
    fr: 'BAC À SABLE : des personnes inventées sont écrites, importées et rapprochées…',
  },
  about: {
    en: 'SANDBOX: everybody here is invented; each answer says Passerelle-Sandbox: true. All of it goes when the gateway stops.',
    fr: 'BAC À SABLE : tout le monde est inventé ici ; chaque réponse porte Passerelle-Sandbox: true. Tout disparaît quand la passerelle s’arrête.',
  },
  token: { en: 'Token', fr: 'Jeton' },
  recipient: { en: 'Recipient (X-Recipient)', fr: 'Destinataire (X-Recipient)' },
  purposes: { en: 'Purposes (X-Purpose)', fr: 'Finalités (X-Purpose)' },
  search: { en: 'body of POST /v1/persons/search', fr: 'contenu de POST /v1/persons/search' },
} as const satisfies Record<string, Text>;

const SITUATIONS: Readonly<Record<Situation, Text>> = {
  complete: { en: 'somebody of whom much is known', fr: 'une personne dont on sait beaucoup' },
  incomplete: {
    en: 'somebody of whom little is known; every request is taken all the same',
    fr: 'une personne dont on sait peu ; toute demande est prise quand même',
  },
  several: { en: 'two of one name and one day of birth', fr: 'deux personnes de même nom, nées le même jour' },
  withheld: {
    en: 'processing is restricted (article 18): nothing is told, as of nobody',
    fr: "le traitement est limité (article 18) : rien n'est dit, comme de personne",
  },
  separated: {
    en: 'separated from a household: found by purposes that protect alone',
    fr: "séparée d'un foyer : trouvée par les seules finalités qui protègent",
  },
  refused: {
    en: 'refused digital filing: use paper_reference in place of a person',
    fr: "a refusé l'informatisation : employez paper_reference au lieu d'une personne",
  },
};

/** Serves a throw-away installation of invented persons, and leaves nothing of it. */
export const serveSandbox = async (context: GatewayContext): Promise<ExitCode> => {
  const { out, lang, settings, signal } = context;
  const { makeSandboxHome } = await import('../../sandbox/sandbox-home.js');
  const { fillSandbox } = await import('../../sandbox/fill-sandbox.js');
  const home = await makeSandboxHome((await settings()).configDir);
  try {
    out.note(TEXTS.filling[lang]);
    const contents = await fillSandbox(home.settings, signal);
    const tell = (): void => tellContents(context, contents);
    return await serve(context, { environment: home.environment, contents: { sandbox: true, ...contents }, tell });
  } finally {
    await home.remove();
  }
};

const tellContents = (
  { out, lang }: GatewayContext,
  { token, recipient, purposes, personas }: SandboxContents,
): void => {
  out.line(TEXTS.about[lang]);
  out.line(`${TEXTS.token[lang]}: ${token}`);
  out.line(`${TEXTS.recipient[lang]}: ${recipient}`);
  out.line(`${TEXTS.purposes[lang]}: ${purposes.join(', ')}`);
  out.line();
  for (const { situation, search, person_id, paper_reference } of personas) {
    out.line(`${situation}: ${SITUATIONS[situation][lang]}`);
    out.line(`  ${TEXTS.search[lang]}: ${JSON.stringify(search)}`);
    if (person_id !== null) out.line(`  person_id: ${person_id}`);
    if (paper_reference !== null) out.line(`  paper_reference: ${paper_reference}`);
  }
  out.line();
};
