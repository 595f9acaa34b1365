import { fillText, formatInteger, type Language, type Text } from '#libs/messages';
import type { RetentionReport } from '../../retention/retention-report.js';
import type { Output } from '../output/output.js';

const TEXTS = {
  done: { en: 'Retention as of {day} (run P{run}):', fr: 'Conservation au {day} (exécution P{run}) :' },
  dryRun: {
    en: 'Retention as of {day}, dry run: nothing was kept of this.',
    fr: 'Conservation au {day}, essai à blanc : rien n’en a été conservé.',
  },
  kind: { en: 'what', fr: 'quoi' },
  site: { en: 'site', fr: 'site' },
  count: { en: 'count', fr: 'nombre' },
  nothing: { en: 'Nothing was to be done.', fr: 'Il n’y avait rien à faire.' },
  all: { en: '(all)', fr: '(tous)' },
  lines: {
    en: 'Kept of what was deleted: {n} accounting lines without identity.',
    fr: 'Conservé de ce qui a été supprimé : {n} lignes comptables sans identité.',
  },
  undated: {
    en: 'Somebody must decide about the persons without a date: `passerelle retention due --undated`.',
    fr: 'Il faut décider au sujet des personnes sans date : `passerelle retention due --undated`.',
  },
} as const satisfies Record<string, Text>;

const KINDS: Readonly<Record<string, Text>> = {
  announced: { en: 'persons announced', fr: 'personnes annoncées' },
  purged: { en: 'persons deleted', fr: 'personnes supprimées' },
  kept: { en: 'persons archived with a justification', fr: 'personnes archivées avec justification' },
  restricted: {
    en: 'restricted persons beyond their period (article 18): to be decided',
    fr: 'personnes limitées au-delà de leur durée (article 18) : à décider',
  },
  waiting: {
    en: 'persons beyond their period (announced too lately, or a contact is planned)',
    fr: 'personnes au-delà de leur durée (annonce trop récente, ou contact prévu)',
  },
  undated: { en: 'persons without a date', fr: 'personnes sans date' },
  quarantine: { en: 'records that waited too long', fr: 'enregistrements en attente depuis trop longtemps' },
  undoLog: { en: 'copies for taking imports back', fr: 'copies pour annuler des imports' },
  runReports: { en: 'reports of runs', fr: 'comptes rendus de traitement' },
  aidAccounting: { en: 'accounting lines', fr: 'lignes comptables' },
  staleTables: { en: 'working tables of ended runs', fr: 'tables de travail de traitements terminés' },
  subjectReport: { en: 'reports of persons in the home', fr: 'rapports de personnes laissés dans l’installation' },
  aidRequests: {
    en: 'aid requests on paper, or of nobody who is still in the store',
    fr: 'demandes d’aide sur papier, ou dont la personne n’est plus dans la base',
  },
  outbox: { en: 'events that webhooks were told of', fr: 'événements transmis aux webhooks' },
  passing: {
    en: 'answers and reads of the gateway of days before',
    fr: 'réponses et lectures de la passerelle des jours passés',
  },
  auditTrail: { en: 'entries of the audit trail', fr: 'inscriptions au journal' },
};

/** What a run did, by kind and site. */
export const printRetention = (out: Output, lang: Language, report: RetentionReport): void => {
  const { files, kinds } = report;
  out.line(fillText(TEXTS[report.dryRun ? 'dryRun' : 'done'][lang], { day: report.asOf, run: String(report.run) }));
  const { announced, purged, kept, restricted, waiting, undated } = files;
  const rows = Object.entries({ announced, purged, kept, restricted, waiting, undated, ...kinds }).flatMap(
    ([kind, sites]) =>
      Object.entries(sites).map(([site, count]) => [
        KINDS[kind]?.[lang] ?? kind,
        site === '*' ? TEXTS.all[lang] : site,
        formatInteger(count, lang),
      ]),
  );
  if (rows.length === 0) out.line(TEXTS.nothing[lang]);
  else {
    out.table(
      [{ title: TEXTS.kind[lang] }, { title: TEXTS.site[lang] }, { title: TEXTS.count[lang], align: 'right' }],
      rows,
    );
  }
  if (files.accountingLines > 0) {
    out.line(fillText(TEXTS.lines[lang], { n: formatInteger(files.accountingLines, lang) }));
  }
  if (Object.keys(undated).length > 0) out.line(TEXTS.undated[lang]);
};
