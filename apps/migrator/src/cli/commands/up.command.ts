import { availableParallelism } from 'node:os';
import { EXIT, type ExitCode } from '#libs/domain';
import { formatInteger, type Language, type Text } from '#libs/messages';
import type { OnRestart } from '../../serving/keep-running.js';
import type { TreeReport } from '../../serving/process-tree.js';
import { type CommandContext, defineCommand, option } from '../definition/index.js';
import type { Output } from '../output/output.js';
import { gatewayOptions } from './gateway.command.js';
import { SUMMARIES } from './summaries.js';

/** More workers than this only wait for the database. */
const MOST_BY_DEFAULT = 4;

const options = {
  ...gatewayOptions,
  workers: option.integer({
    metavar: 'N',
    least: 1,
    most: 32,
    text: {
      en: 'worker processes (default: as many as processors, four at most)',
      fr: 'processus ouvriers (par défaut : autant que de processeurs, quatre au plus)',
    },
  }),
};
type Context = CommandContext<object, typeof options>;

export const command = defineCommand({
  name: 'up',
  summary: SUMMARIES.up,
  description: {
    en: 'One process tree: a part that dies is started again, after a pause that grows while it keeps dying. Ctrl-C or SIGTERM stops all parts in order, ten seconds at most; none stays behind, even when this command is killed. With --json: one line that says what runs where, once all is started.',
    fr: "Un seul arbre de processus : une partie qui meurt est relancée, après une pause qui s'allonge tant que cela se répète. Ctrl-C ou SIGTERM arrête toutes les parties en bon ordre, en dix secondes au plus ; aucune ne subsiste, même si cette commande est tuée. Avec --json : une ligne qui dit ce qui tourne et où, une fois tout démarré.",
  },
  options,
  examples: [
    {
      command: 'passerelle up --port 8080 --workers 2',
      text: { en: 'Everything on one machine', fr: 'Tout sur une seule machine' },
    },
  ],
  run: (context) => runUp(context),
});

const runUp = async ({ options: given, out, lang, signal, settings }: Context): Promise<ExitCode> => {
  const { home, databaseUrl } = await settings();
  const { runTree } = await import('../../serving/process-tree.js');
  const workers = given.workers ?? Math.min(availableParallelism(), MOST_BY_DEFAULT);
  const place = databaseUrl === undefined ? home : 'DATABASE_URL';
  await runTree(
    { gateway: given, workers, lang },
    signal,
    (report) => tellUp(report, place, out, lang),
    tellRestart(out, lang),
  );
  return EXIT.done;
};

const LABELS = {
  api: { en: 'API         ', fr: 'API          ' },
  operations: { en: 'Health      ', fr: 'Santé        ' },
  workers: { en: 'Workers     ', fr: 'Ouvriers     ' },
  database: { en: 'Database    ', fr: 'Base         ' },
  stop: { en: 'Ctrl-C stops all of it in order.', fr: 'Ctrl-C arrête le tout en bon ordre.' },
} as const satisfies Record<string, Text>;

function tellUp(report: TreeReport, database: string, out: Output, lang: Language): void {
  const { api, operations, pids } = report;
  if (out.isJson) out.json({ api, operations, database, pids });
  out.line(`${LABELS.api[lang]}${api}/v1`);
  out.line(`${LABELS.operations[lang]}${operations}/health/ready`);
  out.line(`${LABELS.workers[lang]}${formatInteger(pids.workers.length, lang)}`);
  out.line(`${LABELS.database[lang]}${database}`);
  out.line(LABELS.stop[lang]);
}

const NAMES = {
  gateway: { en: 'The gateway', fr: 'La passerelle' },
  worker: { en: 'A worker', fr: 'Un ouvrier' },
} as const satisfies Record<string, Text>;

function tellRestart(out: Output, lang: Language): OnRestart {
  return ({ name }, { code, signal }, pauseMs) => {
    const how = signal ?? `code ${String(code ?? '?')}`;
    const seconds = (pauseMs / 1000).toLocaleString(lang);
    const text: Text = {
      en: `${NAMES[name].en} ended (${how}); it is started again in ${seconds} s.`,
      fr: `${NAMES[name].fr} s'est arrêté${name === 'gateway' ? 'e' : ''} (${how}) ; redémarrage dans ${seconds} s.`,
    };
    out.note(text[lang]);
  };
}
