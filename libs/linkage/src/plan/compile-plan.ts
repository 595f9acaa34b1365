import { compileBlocking } from './compile-blocking.js';
import { compileField } from './compile-field.js';
import { FieldNames } from './field-names.js';
import type { LevelsByField, LinkageDocument } from './linkage-document.js';
import { LinkageFault } from './linkage-fault.js';
import { LEVELS, type DecisionRules, type LevelRule, type LinkagePlan } from './linkage-plan.js';

/**
 * Turns names into positions, once, so that no name is looked up while pairs are compared.
 * @throws LinkageFault with the place in the document
 */
export const compilePlan = (document: LinkageDocument): LinkagePlan => {
  const fields = Object.entries(document.fields).map(([name, field]) => compileField(name, field));
  const names = new FieldNames(fields);
  return {
    name: document.linkage,
    version: document.version,
    fields,
    swaps: (document.swaps ?? []).map((pair, index) => compileSwap(names, pair, ['swaps', String(index)])),
    blocking: document.blocking.map((key, index) => compileBlocking(names, key, ['blocking', String(index)])),
    largestBlock: document.largestBlock,
    families: compileFamilies(names, document),
    decide: compileRules(names, document),
    ...compileHousehold(names, document),
  };
};

function compileSwap(
  names: FieldNames,
  pair: readonly [string, string],
  path: readonly string[],
): readonly [number, number] {
  const [left, right] = pair.map((name, index) => {
    const position = names.position(name, [...path, String(index)]);
    if (names.at(position)?.kind === 'names') return position;
    throw new LinkageFault([...path, String(index)], 'linkage.swap-of-names', { field: name });
  });
  if (left === undefined || right === undefined || left === right) {
    throw new LinkageFault(path, 'linkage.swap-of-names', { field: pair.join(', ') });
  }
  return [left, right];
}

/** A field speaks in one family only: otherwise one agreement would count as two. */
function compileFamilies(names: FieldNames, { families, decide }: LinkageDocument): LinkagePlan['families'] {
  const taken = new Set<number>();
  const compiled = Object.entries(families).map(([name, members]) => ({
    name,
    fields: members.map((member, index) => {
      const path = ['families', name, String(index)];
      const position = names.position(member, path);
      if (taken.has(position)) throw new LinkageFault(path, 'linkage.two-families', { field: member });
      taken.add(position);
      return position;
    }),
  }));
  const wanted = decide.automatic.families;
  if (wanted <= compiled.length) return compiled;
  throw new LinkageFault(['decide', 'automatic', 'families'], 'linkage.too-few-families', {
    wanted,
    known: compiled.length,
  });
}

function compileRules(names: FieldNames, { decide }: LinkageDocument): DecisionRules {
  const { automatic, review, veto } = decide;
  const { probability, margin, families, require } = automatic;
  return {
    automatic: {
      ...{ probability, margin, families },
      require: levelRules(names, require ?? {}, ['decide', 'automatic', 'require']),
    },
    review,
    veto: levelRules(names, veto ?? {}, ['decide', 'veto']),
  };
}

function compileHousehold(names: FieldNames, { household }: LinkageDocument): Pick<LinkagePlan, 'household'> {
  if (household === undefined) return {};
  const { from, largest, bits, require, insteadOf = [] } = household;
  return {
    household: {
      ...{ from, largest, bits },
      require: levelRules(names, require, ['household', 'require']),
      insteadOf: insteadOf.map((name, index) => names.position(name, ['household', 'insteadOf', String(index)])),
    },
  };
}

function levelRules(names: FieldNames, levels: LevelsByField, path: readonly string[]): LevelRule[] {
  return Object.entries(levels).map(([name, wanted]) => {
    const field = names.position(name, [...path, name]);
    const known: readonly string[] = LEVELS[names.at(field)?.kind ?? 'code'];
    return {
      field,
      levels: wanted.map((level, index) => {
        const position = known.indexOf(level);
        if (position >= 0) return position;
        const at = [...path, name, String(index)];
        throw new LinkageFault(at, 'linkage.unknown-level', { level, field: name, known: known.join(', ') });
      }),
    };
  });
}
