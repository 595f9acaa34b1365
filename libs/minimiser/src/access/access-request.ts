/** What a client (or the console) may do at all: a grant narrows the policies, it never widens them. */
export interface Grant {
  /** `console`, or the id of a token. */
  readonly id: string;
  readonly purposes: readonly string[];
  readonly sites: readonly string[] | 'all';
  /** Keys of `recipients` in purposes.yml. */
  readonly recipients: readonly string[];
  /** ISO 8601 instant from which it no longer holds; null: until it is withdrawn. */
  readonly expires: string | null;
}

/** Who asks, for what. What is missing is null, and denies. */
export interface AccessRequest {
  readonly purpose: string | null;
  readonly grant: Grant | null;
  /** A key of `recipients` in purposes.yml. */
  readonly recipient: string | null;
  /** ISO 8601 instant, by the database's clock. */
  readonly now: string;
  /** Keyed id of the case by which the request reaches the person; null where it names the person itself. */
  readonly throughCase: string | null;
}

/**
 * `archived`: kept beyond its period, out of active use. `archived-restricted`: that, and under restriction (article 18).
 */
export type SubjectState = 'present' | 'withheld' | 'erased' | 'restricted' | 'archived' | 'archived-restricted';

/** Of whom something is asked. */
export interface AccessSubject {
  readonly sites: readonly string[];
  readonly state: SubjectState;
  /** Keyed ids of the cases that the person was separated from. */
  readonly separatedFrom: readonly string[];
}
