import type { z } from 'zod';

/** An answer that a call gives when all is well. */
export interface OperationAnswer {
  readonly description: string;
  /** Null: no body. */
  readonly schema: z.ZodType | null;
  readonly example?: unknown;
  readonly headers?: readonly ('ETag' | 'Location' | 'Idempotency-Replayed')[];
  /** Media types beside JSON, each a text. */
  readonly texts?: readonly string[];
}

/** What the document says of a call beyond what its handler says itself: path, schemas of body and query, scopes. */
export interface Operation {
  /** The name that generated clients give it. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly answers: Readonly<Record<number, OperationAnswer>>;
  /** An example of the body. */
  readonly example?: unknown;
  /** A POST that changes nothing, and so needs no `Idempotency-Key`. */
  readonly isKeyless?: boolean;
  /** It changes a version of something: `If-Match` is needed. */
  readonly isVersioned?: boolean;
}

/** Operations by `<controller>.<handler>`. */
export type Operations = Readonly<Record<string, Operation>>;

/** An answer that holds JSON. */
export const told = (schema: z.ZodType, description: string, example?: unknown): OperationAnswer => ({
  description,
  schema,
  ...(example === undefined ? {} : { example }),
});

/** The answer to a change under a key: a repeated request gets it again. */
export const changed = (
  schema: z.ZodType,
  description: string,
  example?: unknown,
  headers: OperationAnswer['headers'] = [],
): OperationAnswer => ({ ...told(schema, description, example), headers: [...headers, 'Idempotency-Replayed'] });
