import fc, { type Arbitrary } from 'fast-check';

export type Schema = Readonly<Record<string, unknown>>;

/** What nobody sends by accident. */
export const PLANTED = 'Zyxomma-Quirinette';
const HOSTILE: readonly unknown[] = [
  ...['', ' ', PLANTED, `${PLANTED}\u0000`, '\ud800', "' OR 1=1; --", '<script>', '../../etc/passwd', '__proto__'],
  ...['%00', '%zz', '\u202e', 'ß'.repeat(2_000), '9999-99-99', '0001-01-01', '2026-02-30', '-1', '1e999', 'NaN'],
  ...[null, true, false, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 2, [], {}, [null], { constructor: 1 }],
  ...[{ toString: PLANTED }, [[[[[]]]]], '00000000-0000-0000-0000-000000000000'],
];

/** Values by the schemas of a document: most fit, some are hostile, at every depth. */
export class SchemaValues {
  private readonly known = new Map<unknown, Arbitrary<unknown>>();

  /** @param pools values that mean something, by the name of the member that holds them */
  constructor(
    private readonly document: Schema,
    private readonly pools: Readonly<Record<string, readonly string[]>>,
  ) {}

  /** @param name of the member, for its pool */
  of(schema: Schema, name = ''): Arbitrary<unknown> {
    const hostile = fc.constantFrom(...HOSTILE);
    return fc.oneof({ weight: 14, arbitrary: this.fitting(schema, name) }, { weight: 1, arbitrary: hostile });
  }

  private fitting(schema: Schema, name: string): Arbitrary<unknown> {
    const pool = this.pools[name];
    const plain = this.known.get(schema) ?? this.make(schema, name);
    this.known.set(schema, plain);
    if (pool === undefined || schema['type'] === 'object') return plain;
    return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pool) }, { weight: 1, arbitrary: plain });
  }

  private make(schema: Schema, name: string): Arbitrary<unknown> {
    const {
      $ref,
      anyOf,
      oneOf,
      const: constant,
      enum: words,
      type,
    } = schema as {
      readonly $ref?: string;
      readonly anyOf?: readonly Schema[];
      readonly oneOf?: readonly Schema[];
      readonly const?: unknown;
      readonly enum?: readonly unknown[];
      readonly type?: unknown;
    };
    if ($ref !== undefined) return this.fitting(this.resolve($ref), name);
    const some = anyOf ?? oneOf;
    if (some !== undefined) return fc.oneof(...some.map((one) => this.of(one, name)));
    if (constant !== undefined) return fc.constant(constant);
    if (words !== undefined) return fc.constantFrom(...words);
    if (Array.isArray(type))
      return fc.oneof(...type.map((one: unknown) => this.fitting({ ...schema, type: one }, name)));
    return this.ofType(schema, name);
  }

  private ofType(schema: Schema, name: string): Arbitrary<unknown> {
    const {
      minimum,
      maximum,
      items,
      maxItems,
      properties = {},
      required = [],
    } = schema as {
      readonly minimum?: number;
      readonly maximum?: number;
      readonly items?: Schema;
      readonly maxItems?: number;
      readonly properties?: Readonly<Record<string, Schema>>;
      readonly required?: readonly string[];
    };
    switch (schema['type']) {
      case 'string':
        return textOf(schema);
      case 'integer':
        return fc.integer({ min: Math.max(minimum ?? -9, -1e9), max: Math.min(maximum ?? 1e9, 2e9) });
      case 'number':
        return fc.double({ noNaN: true });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array':
        return fc.array(this.of(items ?? {}, name), { maxLength: Math.min(maxItems ?? 3, 3) + 1 });
      case 'object': {
        const members = Object.fromEntries(
          Object.entries(properties).map(([key, member]) => [key, this.of(member, key)] as const),
        );
        const fits = fc.record(members, { requiredKeys: [...required] });
        const more = fc.tuple(
          fits,
          fc.dictionary(fc.string({ maxLength: 9 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }),
        );
        return fc.oneof(
          { weight: 9, arbitrary: fits },
          { weight: 1, arbitrary: more.map(([one, other]) => ({ ...one, ...other })) },
          { weight: 1, arbitrary: fc.record(members, { requiredKeys: [] }) },
        );
      }
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  }

  private resolve(ref: string): Schema {
    return ref
      .slice(2)
      .split('/')
      .reduce((value: Schema, step) => value[step] as Schema, this.document);
  }
}

const DAY = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const textOf = (schema: Schema): Arbitrary<string> => {
  const {
    format,
    pattern,
    minLength = 0,
    maxLength = 40,
  } = schema as {
    readonly format?: string;
    readonly pattern?: string;
    readonly minLength?: number;
    readonly maxLength?: number;
  };
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') return DAY;
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u')).filter((text) => text.length < 300);
  return fc.string({ minLength, maxLength: Math.min(maxLength, 60), unit: 'binary' });
};
