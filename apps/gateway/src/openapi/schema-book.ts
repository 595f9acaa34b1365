import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** A JSON Schema of draft 2020-12, which is what OpenAPI 3.1 speaks. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const OURS = '#/components/schemas/';
const INT32 = 2_147_483_647;
/** How long a word of a format can be. */
const LENGTHS: Readonly<Record<string, number>> = { uuid: 36, date: 10, 'date-time': 35 };

/** Turns zod's schemas into those of the document: each that has a name (`.meta({ id })`) stands there once. */
export class SchemaBook {
  private readonly named = new Map<string, JsonSchema>();

  /**
   * @param io a body is told as it comes in, an answer as it goes out
   * @throws Error where two different schemas have one name
   */
  tell(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const { $defs = {}, ...root } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
    // The dialect is that of the whole document.
    delete root.$schema;
    for (const [name, one] of Object.entries($defs)) this.keep(name, tidy(one) as JsonSchema);
    return tidy(root) as JsonSchema;
  }

  /** Adds a schema of the document's own. */
  keep(name: string, schema: JsonSchema): JsonSchema {
    const known = this.named.get(name);
    if (known !== undefined && !isDeepStrictEqual(known, schema)) throw new Error(`two schemas are named ${name}`);
    this.named.set(name, schema);
    return { $ref: `${OURS}${name}` };
  }

  /** All that have a name, in its order. */
  all(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.named].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** Names move to the components; what a format or a kind of number bounds anyway is said, for those who check by it. */
const tidy = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .filter(([key, one]) => key !== 'id' || typeof one !== 'string')
    .map(([key, one]) => [key, key === '$ref' ? String(one).replace('#/$defs/', OURS) : tidy(one)] as const);
  return bounded(Object.fromEntries(members));
};

const bounded = (schema: JsonSchema): JsonSchema => {
  const { type, format, minimum, maximum } = schema;
  if (type === 'integer' && format === undefined) {
    const isSmall = [minimum, maximum].every((bound) => typeof bound === 'number' && Math.abs(bound) <= INT32);
    return { ...schema, format: isSmall ? 'int32' : 'int64' };
  }
  const length = type === 'string' && typeof format === 'string' ? LENGTHS[format] : undefined;
  return length === undefined ? schema : { maxLength: length, ...schema };
};
