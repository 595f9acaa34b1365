import { LEVELS } from '#libs/linkage';
import type { HeldRow, Join } from '#libs/store';
import { colon } from '../../documents/words.js';
import type { LinkRules } from '../../linkage/link-rules.js';
import type { ReportContext } from './report-context.js';
import type { ReportJoin } from './report-data.js';

/**
 * The records that were joined, and on what grounds. Only pairs of the person's own records are told.
 * @param rules those that the pairs were scored by; null where they have changed since, and the levels say nothing any more
 */
export const reportJoins = (
  context: ReportContext,
  joins: readonly Join[],
  persons: readonly HeldRow[],
  rules: LinkRules | null,
): readonly ReportJoin[] => {
  const named = new Map(
    persons.map(({ id, system, site, sourceId }) => [id, `${context.systemTitle(system)}, ${site}, n° ${sourceId}`]),
  );
  return joins.map(({ leftId, rightId, levels, decidedOn }) => ({
    left: named.get(leftId) ?? '',
    right: named.get(rightId) ?? '',
    grounds: rules === null ? [] : groundsOf(context, rules, levels),
    decidedOn,
  }));
};

/** What both records know, field by field: `birth date: the same`. */
export const groundsOf = ({ words, lang }: ReportContext, { plan }: LinkRules, levels: string): readonly string[] => {
  const bytes = Buffer.from(levels, 'hex');
  return plan.fields.flatMap(({ name, kind }, at) => {
    const level = LEVELS[kind][bytes[at] ?? -1];
    if (level === undefined) return [];
    return [`${words.field(name, lang)}${colon(lang)} ${words.level(level, lang)}`];
  });
};
