import { EXIT, type ExitCode } from '#libs/domain';
import { fillText, formatInteger, messageFor, type Text } from '#libs/messages';
import type { CommandContext } from '../definition/index.js';

const TEXTS = {
  checked: {
    en: 'Compared: {fields} unified fields, {exportColumns} mapped columns of {profiles} profiles, {storeColumns} columns of {storeTables} tables, {answerFields} fields of the gateway’s answers.',
    fr: 'Comparé : {fields} champs unifiés, {exportColumns} colonnes lues de {profiles} profils, {storeColumns} colonnes de {storeTables} tables, {answerFields} champs des réponses de la passerelle.',
  },
  covered: { en: 'Everything is covered by a policy.', fr: 'Tout est couvert par une règle.' },
  found: { en: 'Not covered: {count}', fr: 'Non couvert : {count}' },
} as const satisfies Record<string, Text>;

/** Compares policies with profiles, store and answers. Exit code 4 when something is not covered. */
export const check = async ({ out, lang, settings }: CommandContext<object, object>): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { checkPolicies } = await import('../../policies/check/check-policies.js');
  const { readStoreColumns } = await import('../../policies/check/read-store-columns.js');
  const { answerFields, readGoldenRules, readPolicies, SourceCatalogue } = await import('#libs/services');
  const given = await settings();
  const policies = readPolicies(given.configDir);
  const profiles = new SourceCatalogue(given.configDir).documents();
  const columns = await withEngine(given, { queue: false }, ({ database }) => database.session(readStoreColumns));
  const report = checkPolicies(policies, profiles, columns, answerFields(readGoldenRules(given.configDir)));
  const isCovered = report.findings.length === 0;
  if (out.isJson) out.json({ covered: isCovered, ...report });
  const { unifiedFields, ...counts } = report.checked;
  const shown = Object.entries({ ...counts, fields: unifiedFields }).map(([name, n]) => [name, formatInteger(n, lang)]);
  out.line(fillText(TEXTS.checked[lang], Object.fromEntries(shown) as Record<string, string>));
  if (isCovered) {
    out.line(TEXTS.covered[lang]);
    return EXIT.done;
  }
  out.line(fillText(TEXTS.found[lang], { count: report.findings.length }));
  for (const { code, args } of report.findings) {
    const teaching = messageFor(code, lang, args);
    out.line(`\n${teaching?.what ?? code}\n  ${teaching?.next ?? ''}`);
  }
  return EXIT.refused;
};
