import { EXIT, type ExitCode } from '#libs/domain';
import type { Text } from '#libs/messages';
import type { ReleaseReport } from '#libs/services';
import { type CommandContext, defineCommand } from '../definition/index.js';
import { month, tableArguments, text } from './statistics-words.js';

const HOW: Readonly<Record<ReleaseReport['how'], Text>> = {
  drawn: text('Drawn up:', 'Établi :'),
  known: text('Drawn up already:', 'Déjà établi :'),
  repeated: text(
    'Not drawn up anew, since that would reveal what the last figures hide; these stand:',
    'Pas établi de nouveau, car cela révélerait ce que masquent les derniers chiffres ; ceux-ci valent toujours :',
  ),
};
const CELLS = text('cells, of which hidden:', 'cases, dont masquées :');
const DRY_RUN = text('Dry run: nothing was kept of this.', "Essai à blanc : rien n'en a été conservé.");

const options = { month };
type Context = CommandContext<typeof tableArguments, typeof options>;

export const statisticsRelease = defineCommand({
  name: 'release',
  summary: text(
    'draw a table up, for the ledger; tells no figure',
    'établir un tableau, pour le registre ; sans en dire les chiffres',
  ),
  description: text(
    'For a monthly job: tables that share a dimension are drawn up together, once a month. With --dry-run, tells how many cells would be hidden.',
    'Pour un travail mensuel : les tableaux qui partagent une dimension sont établis ensemble, une fois par mois. Avec --dry-run, dit combien de cases seraient masquées.',
  ),
  arguments: tableArguments,
  options,
  dryRun: true,
  examples: [
    {
      command: 'passerelle statistics release persons-by-housing --dry-run',
      text: text('How much would be hidden?', 'Combien serait masqué ?'),
    },
  ],
  run: (context) => release(context),
});

const release = async ({ args, options: given, dryRun, out, lang, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { consoleStatistics } = await import('../../statistics/open-statistics.js');
  const place = await settings();
  const request = { table: args.table, site: null, month: given.month ?? null };
  const report = await withEngine(place, { queue: false }, (engine) => {
    const draw = (rehearsal?: Parameters<typeof consoleStatistics>[2]): Promise<ReleaseReport> => {
      const { service, access } = consoleStatistics(engine, place, rehearsal);
      return service.release(request, access);
    };
    return dryRun ? engine.database.rehearse(draw) : draw();
  });
  if (out.isJson) out.json({ ...report, dryRun });
  const { how, table, asOf, cells, hidden } = report;
  out.line(`${HOW[how][lang]} ${table} · ${asOf.slice(0, 10)} · ${String(cells)} ${CELLS[lang]} ${String(hidden)}`);
  if (dryRun) out.line(DRY_RUN[lang]);
  return how === 'repeated' ? EXIT.waiting : EXIT.done;
};
