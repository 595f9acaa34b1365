import { EXIT, type ExitCode } from '#libs/domain';
import type { Text } from '#libs/messages';
import { type CommandContext, defineCommand, option } from '../definition/index.js';
import { SUMMARIES } from './summaries.js';

const LAST_PORT = 65_535;

/** Where the gateway listens; `passerelle up` takes the same options. */
export const gatewayOptions = {
  port: option.integer({
    metavar: 'N',
    most: LAST_PORT,
    fallback: 3000,
    text: {
      en: 'the port of the API; 0 takes any free one',
      fr: "le port de l'API ; 0 prend un port libre quelconque",
    },
  }),
  host: option.text({
    metavar: 'H',
    fallback: '127.0.0.1',
    text: {
      en: 'the address of this machine to listen on; 0.0.0.0 for all',
      fr: "l'adresse de cette machine où écouter ; 0.0.0.0 pour toutes",
    },
  }),
  opsPort: option.integer({
    metavar: 'N',
    most: LAST_PORT,
    text: {
      en: 'the port of the operations: health (default: the port after that of the API)',
      fr: "le port d'exploitation : état de santé (par défaut : celui qui suit le port de l'API)",
    },
  }),
};

const LISTENS: Readonly<Record<'api' | 'operations' | 'stop', Text>> = {
  api: { en: 'API         ', fr: 'API          ' },
  operations: { en: 'Health      ', fr: 'Santé        ' },
  stop: { en: 'Ctrl-C stops it in order.', fr: "Ctrl-C l'arrête en bon ordre." },
};

export const command = defineCommand({
  name: 'gateway',
  summary: SUMMARIES.gateway,
  description: {
    en: 'Serves until it is stopped (Ctrl-C, SIGTERM): requests under way end first, ten seconds at most. Health is asked on a port of its own: /health/live, and /health/ready, which is 200 only when the database answers and its schema is there. With --json: one line that says where it listens, as soon as it does.',
    fr: "Sert jusqu'à son arrêt (Ctrl-C, SIGTERM) : les requêtes en cours se terminent d'abord, en dix secondes au plus. L'état de santé se demande sur un port à part : /health/live, et /health/ready, qui vaut 200 seulement si la base répond et que son schéma est là. Avec --json : une ligne qui dit où elle écoute, dès qu'elle écoute.",
  },
  options: {
    ...gatewayOptions,
    sandbox: option.flag({
      text: {
        en: 'an installation of invented persons for those who write clients; it goes when the gateway stops',
        fr: 'une installation de personnes inventées pour qui écrit un client ; elle disparaît avec la passerelle',
      },
    }),
  },
  examples: [
    {
      command: 'passerelle gateway --port 8080',
      text: { en: 'API on port 8080, health on port 8081', fr: "L'API sur le port 8080, la santé sur le port 8081" },
    },
    {
      command: 'passerelle gateway --sandbox --json',
      text: {
        en: 'Try a client on invented persons, without any installation',
        fr: 'Essayer un client sur des personnes inventées, sans aucune installation',
      },
    },
  ],
  run: async (context) => {
    if (!context.options.sandbox) return serve(context);
    const { serveSandbox } = await import('./gateway-sandbox.js');
    return serveSandbox(context);
  },
});

export type GatewayContext = CommandContext<object, typeof gatewayOptions>;

/** A gateway on an installation of invented persons. */
export interface SandboxServing {
  readonly environment: Readonly<Record<string, string>>;
  /** Members of the JSON document beside the addresses. */
  readonly contents: object;
  /** Tells what there is to try. */
  readonly tell: () => void;
}

/** Serves the gateway until it is stopped; `passerelle demo` ends like this too. */
export const serve = async (
  { options, out, lang, signal, settings }: GatewayContext,
  sandbox?: SandboxServing,
): Promise<ExitCode> => {
  await settings();
  const { checkGatewayEnd, GatewayPart } = await import('../../serving/gateway-part.js');
  const { stopPart } = await import('../../serving/stop-part.js');
  const gateway = new GatewayPart(options, sandbox?.environment).start();
  const stop = (): void => void stopPart(gateway);
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  const addresses = await gateway.listening;
  if (addresses !== undefined) {
    if (out.isJson) out.json({ ...addresses, ...sandbox?.contents });
    sandbox?.tell();
    out.line(`${LISTENS.api[lang]}${addresses.api}/v1`);
    out.line(`${LISTENS.operations[lang]}${addresses.operations}/health/ready`);
    out.line(LISTENS.stop[lang]);
  }
  checkGatewayEnd(await gateway.ended);
  return EXIT.done;
};
