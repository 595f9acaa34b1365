/** A field of a source person that was rectified (article 16). Holds values: for the store and for eyes, never for a log. */
export interface Rectification {
  /** The source person, by keyed id. */
  readonly id: string;
  /** A name of RECTIFIABLE_FIELDS. */
  readonly field: string;
  /** By the database's clock: ISO 8601 in UTC, milliseconds. */
  readonly at: string;
  /** The reference of the request. */
  readonly incident: string;
  /** Column → value as text; exactly the columns of the field. */
  readonly values: Readonly<Record<string, string | null>>;
}

/** That a rectification was taken back: an older backup must not bring it again. */
export type RectificationWithdrawn = Pick<Rectification, 'id' | 'field' | 'at'>;

/** What tells two rectifications of one field apart, and which of them is later. */
export type RectificationKey = Pick<Rectification, 'id' | 'field'>;
export const rectificationKey = ({ id, field }: RectificationKey): string => `${id} ${field}`;
