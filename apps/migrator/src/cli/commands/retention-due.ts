import { EXIT, type ExitCode } from '#libs/domain';
import { fillText, formatInteger, type Language, type Text } from '#libs/messages';
import type { CommandContext } from '../definition/index.js';
import type { Output } from '../output/output.js';
import type { Ahead } from '../../retention/look-ahead.js';
import { periodWords } from '#libs/services';
import { sourceAddress } from './review-address.js';

const TEXTS = {
  title: {
    en: 'Files of persons that are over up to {until} ({period} after the last contact, announced {announce} ahead):',
    fr: 'Dossiers de personnes arrivant à échéance d’ici au {until} ({period} après le dernier contact, annonce {announce} avant) :',
  },
  none: { en: 'Nothing is over up to {until}.', fr: 'Rien n’arrive à échéance d’ici au {until}.' },
  site: { en: 'site', fr: 'site' },
  month: { en: 'month', fr: 'mois' },
  persons: { en: 'persons', fr: 'personnes' },
  over: { en: 'over already', fr: 'déjà échu' },
  undated: { en: 'without a date', fr: 'sans date' },
  last: { en: 'Last run: P{id} of {day} ({status}).', fr: 'Dernière exécution : P{id} du {day} ({status}).' },
  never: { en: 'Retention has not run yet.', fr: 'La conservation n’a pas encore été exécutée.' },
  decide: {
    en: 'No contact is known with these. Decide with `passerelle retention contact` or `passerelle subject erase`:',
    fr: 'Aucun contact connu avec ces personnes. Décidez avec `passerelle retention contact` ou `passerelle subject erase` :',
  },
  nobody: { en: 'Everybody has a date.', fr: 'Chacun a une date.' },
} as const satisfies Record<string, Text>;

interface Options {
  readonly asOf: string | undefined;
  readonly months: number;
  readonly site: string | undefined;
  readonly undated: boolean;
}
type Context = Pick<CommandContext, 'out' | 'lang' | 'settings'> & { readonly options: Options };

/** Counts what will be over; with `--undated` lists the records that somebody must decide about. */
export const due = async (context: Context): Promise<ExitCode> =>
  context.options.undated ? listUndatedRecords(context) : countAhead(context);

const countAhead = async ({ options: given, out, lang, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { lookAheadFiles } = await import('../../retention/look-ahead.js');
  const place = await settings();
  const request = { asOf: given.asOf ?? null, months: given.months, site: given.site ?? null };
  const ahead = await withEngine(place, { queue: false }, (engine) => lookAheadFiles(engine, place, request));
  if (out.isJson) out.json(ahead);
  printAhead(out, lang, ahead);
  return ahead.months.some(({ month }) => month === null) ? EXIT.waiting : EXIT.done;
};

const printAhead = (out: Output, lang: Language, { months, until, period, announce, lastRun }: Ahead): void => {
  const args = { until, period: periodWords(period, lang), announce: periodWords(announce, lang) };
  out.line(fillText(TEXTS[months.length === 0 ? 'none' : 'title'][lang], args));
  if (months.length > 0) {
    const columns = [
      { title: TEXTS.site[lang] },
      { title: TEXTS.month[lang] },
      { title: TEXTS.persons[lang], align: 'right' as const },
    ];
    out.table(
      columns,
      months.map(({ site, month, persons }) => [site, monthWord(month, lang), formatInteger(persons, lang)]),
    );
  }
  if (lastRun === null) out.line(TEXTS.never[lang]);
  else out.line(fillText(TEXTS.last[lang], { id: String(lastRun.id), day: lastRun.asOf, status: lastRun.status }));
};

const monthWord = (month: string | null, lang: Language): string =>
  month === null ? TEXTS.undated[lang] : month === 'over' ? TEXTS.over[lang] : month;

const listUndatedRecords = async ({ options: given, out, lang, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { listUndated } = await import('../../retention/look-ahead.js');
  const place = await settings();
  const records = await withEngine(place, { queue: false }, (engine) => listUndated(engine, place, given.site ?? null));
  out.line(TEXTS[records.length === 0 ? 'nobody' : 'decide'][lang]);
  for (const record of records) {
    if (out.isJson) await out.ndjson(record);
    out.line(`  ${sourceAddress(record)}`);
  }
  return records.length === 0 ? EXIT.done : EXIT.waiting;
};
