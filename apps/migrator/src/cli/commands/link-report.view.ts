import { formatDuration, formatInteger, type Language, type Text } from '#libs/messages';
import { type LinkReport, personsOf } from '../../linkage/link-report.js';
import type { Output } from '../output/output.js';

const TEXTS = {
  title: { en: 'Link run', fr: 'Rapprochement' },
  dryRun: { en: 'dry run: nothing was kept', fr: "essai à blanc : rien n'a été gardé" },
  all: { en: 'everybody', fr: 'tout le monde' },
  touched: { en: 'what is new or has changed', fr: 'ce qui est nouveau ou modifié' },
  model: { en: 'model', fr: 'modèle' },
  unchanged: {
    en: 'Nothing is new since the last link run.',
    fr: 'Rien de nouveau depuis le dernier rapprochement.',
  },
  prepared: { en: 'source persons prepared', fr: "personnes d'origine préparées" },
  pairs: { en: 'candidate pairs compared', fr: 'paires candidates comparées' },
  sourcePersons: { en: 'source persons in all', fr: "personnes d'origine en tout" },
  persons: { en: 'persons that they are', fr: 'personnes qu’elles sont' },
  clusters: { en: 'of these known to several sources', fr: 'dont connues de plusieurs sources' },
  links: { en: 'pairs linked', fr: 'paires rapprochées' },
  reviews: { en: 'pairs that wait for a person', fr: 'paires qui attendent une personne' },
  large: {
    en: 'Blocks too large to be compared, by key of config/linkage.yml:',
    fr: 'Blocs trop grands pour être comparés, par clé de config/linkage.yml :',
  },
  blocks: { en: 'blocks, the largest of', fr: 'blocs, le plus grand de' },
  done: { en: 'done', fr: 'terminé' },
} as const satisfies Record<string, Text>;

const COUNTED = ['sourcePersons', 'persons', 'clusters', 'links', 'reviews'] as const;

/** What a link run came to, for people. */
export const printLinkReport = (out: Output, lang: Language, report: LinkReport, dryRun: boolean): void => {
  const { run, status, scope, modelVersion, prepared, pairs, largeBlocks, durationMs } = report;
  const line = (label: Text, count: number): void =>
    out.line(`${formatInteger(count, lang).padStart(12)}  ${label[lang]}`);
  if (status === 'unchanged') out.line(TEXTS.unchanged[lang]);
  else {
    const suffix = dryRun ? ` (${TEXTS.dryRun[lang]})` : '';
    const about = `${TEXTS[scope][lang]} · ${TEXTS.model[lang]} ${String(modelVersion)}`;
    out.line(`${TEXTS.title[lang]} ${run ?? ''} · ${about}${suffix}`);
    line(TEXTS.prepared, prepared);
    line(TEXTS.pairs, pairs);
  }
  for (const name of COUNTED) line(TEXTS[name], name === 'persons' ? personsOf(report) : report[name]);
  if (largeBlocks.length > 0) out.line(TEXTS.large[lang]);
  for (const { keyNo, key, blocks, largest } of largeBlocks) {
    const sizes = `${formatInteger(blocks, lang)} ${TEXTS.blocks[lang]} ${formatInteger(largest, lang)}`;
    out.line(`  ${String(keyNo)}. [${key}]: ${sizes}`);
  }
  out.line(`${TEXTS.done[lang]} · ${formatDuration(durationMs, lang)}`);
};
