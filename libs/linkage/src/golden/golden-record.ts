import type { GoldenAttribute, GoldenRules } from './golden-rules.js';
import type { GoldenSource, Provenance, Statement } from './golden-source.js';
import { bestBy } from './preferences.js';
import { isConfirmedBy, isSame, statementsOf } from './statements.js';

/** A value with all the records that say it. */
export interface GoldenValue {
  /** Unified field → value as the record holds it; null where it does not say. */
  readonly values: Readonly<Record<string, string | null>>;
  readonly provenance: Provenance;
  /** Other records that say the same. */
  readonly confirmedBy: readonly Provenance[];
}

/** An attribute of a person: the value that the rules prefer, and what other records say instead. */
export interface GoldenField {
  readonly attribute: string;
  /** Null where no record says anything. */
  readonly chosen: GoldenValue | null;
  /** Values that contradict the chosen one or know more, each once, the preferred first. */
  readonly conflicts: readonly GoldenValue[];
}

/**
 * What is known of a person, attribute by attribute, from the records of its cluster. A value is chosen, never mixed nor
 * averaged; whatever contradicts it stays visible with its provenance. A function of the set of sources, never of their order:
 * ties end with the order of systems, then of ids.
 * @returns one field for each attribute of the rules, in their order
 */
export const goldenRecord = (rules: GoldenRules, sources: readonly GoldenSource[]): readonly GoldenField[] => {
  const ordered = [...sources].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return rules.attributes.map((attribute) => fieldOf(rules, attribute, ordered));
};

function fieldOf(rules: GoldenRules, attribute: GoldenAttribute, sources: readonly GoldenSource[]): GoldenField {
  const statements = statementsOf(attribute, sources);
  const chosen = preferred(rules, attribute, statements);
  if (chosen === null) return { attribute: attribute.name, chosen: null, conflicts: [] };
  if (statements.length === 1) {
    return { attribute: attribute.name, chosen: valueOf(attribute, chosen, []), conflicts: [] };
  }
  const others = statements.filter((statement) => statement !== chosen);
  const confirming = others.filter((statement) => isConfirmedBy(attribute.kind, chosen, statement));
  return {
    attribute: attribute.name,
    chosen: valueOf(attribute, chosen, confirming),
    conflicts: conflictsOf(
      rules,
      attribute,
      others.filter((statement) => !confirming.includes(statement)),
    ),
  };
}

/** Equal contradictions are told once, with all the records that hold them. */
function conflictsOf(rules: GoldenRules, attribute: GoldenAttribute, against: readonly Statement[]): GoldenValue[] {
  const values: GoldenValue[] = [];
  for (let left = against; ;) {
    const next = preferred(rules, attribute, left);
    if (next === null) return values;
    const same = left.filter((statement) => statement !== next && isSame(next, statement));
    values.push(valueOf(attribute, next, same));
    left = left.filter((statement) => !isSame(next, statement));
  }
}

function preferred(rules: GoldenRules, attribute: GoldenAttribute, statements: readonly Statement[]): Statement | null {
  if (statements.length < 2) return statements[0] ?? null;
  const order = [...attribute.prefer, 'systemOfRecord'] as const;
  const best = order.reduce(
    (left, preference) => bestBy(preference, rules.systemOfRecord, left),
    lastRectified(statements),
  );
  return best[0] ?? null;
}

/** What a person had rectified outranks every record, the latest word first; without any, every statement stands. */
const lastRectified = (statements: readonly Statement[]): readonly Statement[] => {
  const last = statements.reduce((latest, one) => (rectifiedAt(one) > latest ? rectifiedAt(one) : latest), '');
  return statements.filter((one) => rectifiedAt(one) === last);
};

const rectifiedAt = ({ source }: Statement): string => source.provenance.rectified?.at ?? '';

const valueOf = (attribute: GoldenAttribute, { parts, source }: Statement, same: readonly Statement[]): GoldenValue => {
  const values: Record<string, string | null> = {};
  attribute.of.forEach((field, part) => (values[field] = parts[part] ?? null));
  return { values, provenance: source.provenance, confirmedBy: same.map((statement) => statement.source.provenance) };
};
