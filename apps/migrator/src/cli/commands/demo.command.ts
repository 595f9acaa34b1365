import { EXIT, type ExitCode } from '#libs/domain';
import { fillText, formatInteger, type Text } from '#libs/messages';
import { personsOf } from '../../linkage/link-report.js';
import { UNWATCHED } from '../../linkage/link-request.js';
import { type CommandContext, defineCommand, option } from '../definition/index.js';
import { printLinkReport } from './link-report.view.js';
import { printSheet } from './balance-sheet.view.js';
import { importProgress } from './import-progress.js';
import { SUMMARIES } from './summaries.js';

const TEXTS = {
  about: {
    en: 'Three sites, three legacy systems, invented people; what waits in quarantine was made dirty on purpose.',
    fr: 'Trois sites, trois systèmes anciens, des personnes inventées ; ce qui attend en quarantaine a été sali exprès.',
  },
  persons: {
    en: '{sourcePersons} source persons are {persons} persons.',
    fr: "Les {sourcePersons} personnes d'origine sont {persons} personnes.",
  },
  next: {
    en: 'Every balance closes. Look around: passerelle runs, passerelle quarantine, passerelle links, passerelle review.',
    fr: 'Tous les bilans tombent juste. Regardez : passerelle runs, passerelle quarantine, passerelle links, passerelle review.',
  },
} as const satisfies Record<string, Text>;

const options = {
  once: option.flag({ text: { en: 'exit when all is imported', fr: 'finir une fois tout importé' } }),
};

export const command = defineCommand({
  name: 'demo',
  summary: SUMMARIES.demo,
  description: {
    en: 'Writes exports of COORDIN, 4D and TIPI for three sites into the home, imports them, links them and prints the balance sheets, then serves the gateway until it is stopped. Run again, everything is imported already.',
    fr: "Écrit des exports de COORDIN, 4D et TIPI pour trois sites, les importe, les rapproche et affiche les bilans, puis sert la passerelle jusqu'à son arrêt. Relancée, elle trouve tout déjà importé.",
  },
  options,
  examples: [{ command: 'passerelle demo --once', text: { en: 'Import and exit', fr: 'Importer et finir' } }],
  run: (context) => demo(context),
});

type Context = CommandContext<object, typeof options>;

const demo = async (context: Context): Promise<ExitCode> => {
  const { options: given, out, lang, signal, progress, settings } = context;
  const { runDemo } = await import('../../demo/run-demo.js');
  out.line(TEXTS.about[lang]);
  const watch = await importProgress(progress, out, lang);
  const { sheets, linked } = await runDemo(
    await settings(),
    {
      ...watch,
      generating: () => undefined,
      linking: UNWATCHED,
      imported: (sheet) => {
        out.line();
        printSheet(out, lang, sheet, false);
      },
    },
    signal,
  );
  watch.done();
  if (out.isJson) out.json({ sheets, linked });
  if (sheets.some(({ status }) => status !== 'done')) return EXIT.failed;
  out.line();
  printLinkReport(out, lang, linked, false);
  out.line(
    fillText(TEXTS.persons[lang], {
      sourcePersons: formatInteger(linked.sourcePersons, lang),
      persons: formatInteger(personsOf(linked), lang),
    }),
  );
  out.line(`\n${TEXTS.next[lang]}`);
  if (given.once) return EXIT.done;
  const { serve } = await import('./gateway.command.js');
  return serve({ ...context, options: { port: 3000, host: '127.0.0.1', opsPort: undefined } });
};
