import type { FieldNames } from './field-names.js';
import { LinkageFault } from './linkage-fault.js';
import { BLOCKING_PARTS, type BlockingKey, type BlockingPart } from './linkage-plan.js';

/**
 * Reads the parts of one blocking key: `field.part`, or `field/field.part` where several fields stand together.
 * @throws LinkageFault `linkage.unknown-field`, `linkage.unknown-part`
 */
export const compileBlocking = (names: FieldNames, key: readonly string[], path: readonly string[]): BlockingKey => ({
  parts: key.map((text, index) => compilePart(names, text, [...path, String(index)])),
});

function compilePart(names: FieldNames, text: string, path: readonly string[]): BlockingKey['parts'][number] {
  const dot = text.lastIndexOf('.');
  const wanted = text.slice(dot + 1);
  const fields = text
    .slice(0, Math.max(dot, 0))
    .split('/')
    .map((name) => names.position(name, path));
  for (const field of fields) {
    const plan = names.at(field);
    const known: readonly string[] = BLOCKING_PARTS[plan?.kind ?? 'code'];
    if (known.includes(wanted)) continue;
    throw new LinkageFault(path, 'linkage.unknown-part', {
      part: wanted,
      field: plan?.name ?? '',
      known: known.join(', '),
    });
  }
  return { fields, part: wanted as BlockingPart };
}
