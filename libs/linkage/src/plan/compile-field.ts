import { foldCode } from '../normalise/codes.js';
import type { FieldDocument } from './linkage-document.js';
import type { FieldPlan } from './linkage-plan.js';

/** A field with every option spelled out. */
export const compileField = (name: string, field: FieldDocument): FieldPlan => {
  const { from } = field;
  switch (field.kind) {
    case 'names':
    case 'text':
      return { name, kind: field.kind, from, language: field.language ?? 'none' };
    case 'date':
      return {
        ...{ name, kind: field.kind, from },
        formats: field.formats ?? ['YYYY-MM-DD'],
        precision: field.precision ?? null,
        centuryKnown: field.centuryKnown ?? null,
        firstOfJanuary: field.firstOfJanuary ?? 'day',
      };
    case 'code':
      return {
        ...{ name, kind: field.kind, from },
        unknown: (field.unknown ?? []).map(foldCode),
        aliases: new Map(
          Object.entries(field.aliases ?? {}).map(([code, meaning]) => [foldCode(code), foldCode(meaning)]),
        ),
      };
  }
};
