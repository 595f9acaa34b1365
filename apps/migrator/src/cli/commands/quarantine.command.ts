import { EXIT, type ExitCode } from '#libs/domain';
import { formatInteger, type Language, messageFor, type Text } from '#libs/messages';
import type { QuarantineEntry, QuarantineFilter } from '#libs/store';
import { type CommandContext, defineCommand, option } from '../definition/index.js';
import type { Output } from '../output/output.js';
import { SUMMARIES } from './summaries.js';

const TEXTS = {
  records: { en: 'records', fr: 'enregistrements' },
  reason: { en: 'reason', fr: 'motif' },
  field: { en: 'field', fr: 'champ' },
  table: { en: 'table', fr: 'table' },
  empty: { en: 'Nothing waits.', fr: "Rien n'attend." },
  file: { en: 'file', fr: 'fichier' },
  record: { en: 'record', fr: 'enregistrement' },
  byte: { en: 'byte', fr: 'octet' },
  landed: { en: 'landed', fr: 'entrés' },
  withheld: { en: 'withheld', fr: 'retenus' },
  waiting: { en: 'still waiting', fr: 'attendent toujours' },
  unreadable: {
    en: 'not to be read again: the export is gone or was changed, import the next one',
    fr: "illisibles : l'export a disparu ou a changé, importez le suivant",
  },
} as const satisfies Record<string, Text>;

const options = {
  reason: option.text({
    metavar: 'R',
    text: { en: 'only this reason, for example code.unmapped', fr: 'ce motif seulement, par exemple code.unmapped' },
  }),
  field: option.text({
    metavar: 'F',
    text: { en: "only this column, in the export's own word", fr: "cette colonne seulement, au nom de l'export" },
  }),
  site: option.text({ metavar: 'SITE', text: { en: 'only this site', fr: 'ce site seulement' } }),
  source: option.text({ metavar: 'PROFILE', text: { en: 'only this source', fr: 'cette source seulement' } }),
};
type Context = CommandContext<Record<never, never>, typeof options>;

export const command = defineCommand({
  name: 'quarantine',
  summary: SUMMARIES.quarantine,
  description: {
    en: 'A record in quarantine is known by its reason, its column and its address in the export; its values are nowhere in the store. Correct what is wrong (extend a code map in a site overlay, or have the source corrected), then replay.',
    fr: "Un enregistrement en quarantaine est connu par son motif, sa colonne et son adresse dans l'export ; ses valeurs ne sont nulle part dans la base. Corrigez ce qui cloche (complétez une table de correspondance dans la surcharge du site, ou faites corriger la source), puis rejouez.",
  },
  options,
  examples: [
    { command: 'passerelle quarantine', text: { en: 'What waits, grouped', fr: 'Ce qui attend, groupé' } },
    {
      command: 'passerelle quarantine show --reason code.unmapped --field TYPE_LOGT',
      text: { en: 'Where do these records lie?', fr: 'Où se trouvent ces enregistrements ?' },
    },
  ],
  subcommands: [
    defineCommand({
      name: 'list',
      summary: { en: 'what waits, grouped by reason and field', fr: 'ce qui attend, groupé par motif et champ' },
      options,
      examples: [{ command: 'passerelle quarantine list --json', text: { en: 'As JSON', fr: 'En JSON' } }],
      run: (context) => list(context),
    }),
    defineCommand({
      name: 'show',
      summary: { en: 'each waiting record with its address', fr: 'chaque enregistrement en attente avec son adresse' },
      options,
      examples: [
        {
          command: 'passerelle quarantine show --reason date.invalid',
          text: { en: 'Impossible dates', fr: 'Les dates impossibles' },
        },
      ],
      run: (context) => show(context),
    }),
    defineCommand({
      name: 'replay',
      summary: {
        en: "read waiting records again with today's profiles",
        fr: "relire les enregistrements en attente avec les profils d'aujourd'hui",
      },
      options,
      dryRun: true,
      examples: [
        {
          command: 'passerelle quarantine replay --reason code.unmapped --dry-run',
          text: { en: 'Would they land now?', fr: 'Entreraient-ils maintenant ?' },
        },
      ],
      run: (context) => replay(context),
    }),
  ],
  run: (context) => list(context),
});

const filterOf = ({ reason, field, site, source }: Context['options']): QuarantineFilter => ({
  ...(reason === undefined ? {} : { reason }),
  ...(field === undefined ? {} : { field }),
  ...(site === undefined ? {} : { site }),
  ...(source === undefined ? {} : { source }),
});

const list = async ({ options: given, out, lang, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { groupQuarantine } = await import('#libs/store');
  const groups = await withEngine(await settings(), { queue: false }, ({ database }) =>
    database.session((client) => groupQuarantine(client, filterOf(given))),
  );
  if (out.isJson) out.json({ groups });
  if (groups.length === 0) {
    out.line(TEXTS.empty[lang]);
    return EXIT.done;
  }
  out.table(
    [
      { title: TEXTS.records[lang], align: 'right' },
      { title: TEXTS.reason[lang] },
      { title: TEXTS.table[lang] },
      { title: TEXTS.field[lang] },
      { title: 'source' },
      { title: 'site' },
    ],
    groups.map(({ records, reason, table, field, source, site }) => [
      formatInteger(records, lang),
      reason,
      table,
      field ?? '',
      source,
      site,
    ]),
  );
  explainReasons(out, lang, [...new Set(groups.map(({ reason }) => reason))]);
  return EXIT.waiting;
};

const explainReasons = (out: Output, lang: Language, reasons: readonly string[]): void => {
  out.line();
  for (const reason of reasons) out.line(`${reason}: ${messageFor(reason, lang)?.next ?? ''}`);
};

const show = async ({ options: given, out, lang, signal, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { listQuarantine } = await import('#libs/store');
  let shown = 0;
  await withEngine(await settings(), { queue: false }, async ({ database }) => {
    for (let after = '0'; ;) {
      signal.throwIfAborted();
      const page = await database.session((client) => listQuarantine(client, filterOf(given), after, 1_000));
      for (const entry of page) await showEntry(out, lang, entry);
      shown += page.length;
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  });
  if (shown === 0) out.line(TEXTS.empty[lang]);
  return shown === 0 ? EXIT.done : EXIT.waiting;
};

const showEntry = async (out: Output, lang: Language, entry: QuarantineEntry): Promise<void> => {
  const { id, source, site, table, reason, field, issues, file, sha256, record, byteOffset, byteLength } = entry;
  if (out.isJson) {
    await out.ndjson({ id, source, site, table, reason, field, issues, file, sha256, record, byteOffset, byteLength });
    return;
  }
  out.line(
    `${id}  ${reason}${field === null ? '' : ` (${field})`}  ${site} ${table} ${TEXTS.record[lang]} ${String(record)}, ` +
      `${file} ${TEXTS.byte[lang]} ${String(byteOffset)}+${String(byteLength)}`,
  );
};

const replay = async ({ options: given, dryRun, out, lang, signal, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { replayQuarantine } = await import('../../quarantine/replay-quarantine.js');
  const report = await withEngine(await settings(), { queue: false, signal }, (engine) =>
    replayQuarantine(engine, filterOf(given), dryRun, signal),
  );
  if (out.isJson) out.json({ dryRun, ...report });
  for (const name of ['landed', 'withheld', 'waiting', 'unreadable'] as const) {
    out.line(`${formatInteger(report[name], lang).padStart(9)}  ${TEXTS[name][lang]}`);
  }
  return report.waiting + report.unreadable > 0 ? EXIT.waiting : EXIT.done;
};
